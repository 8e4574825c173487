//! The diary.

use std::sync::Arc;

use hegu_core::bookings::{
    self, AmendBooking, Book, BookSeries, BookingView, CancelSeries, CancelToCome, DaySheet, DiarySetup,
    DiaryView, FindFree, FreeTime, GoAway, KeepHours, KeepRoom, KeepService, LateVisit, MoveSeries,
    MovedBookings, OpenDiary, PlanSeries, PlannedVisit, RanLate, Reschedule, RunLate, SayStatus, SeenBooking,
    SeenInDiary,
};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::outgoing::Printed;
use crate::session::Shell;

use super::clients::OneClient;
use super::handouts::{Saved, save_as, way_out};

/// Names several bookings.
#[derive(Debug, Deserialize, Type)]
pub struct SeveralBookings {
    /// The bookings.
    ids: Vec<String>,
}

/// Bookings to move in one act.
#[derive(Debug, Deserialize, Type)]
pub struct SeveralMoves {
    /// Each with the place it should have.
    moves: Vec<Reschedule>,
}

/// Names a series or a time off.
#[derive(Debug, Deserialize, Type)]
pub struct OneOfDiary {
    /// Which.
    id: String,
}

/// What the diary is made of.
#[tauri::command]
#[specta::specta]
pub async fn bookings_setup(shell: State<'_, Shell>) -> Result<DiarySetup, CommandError> {
    Ok(bookings::setup(&shell.practice().await?).await?)
}

/// Some days of the diary.
#[tauri::command]
#[specta::specta]
pub async fn bookings_diary(shell: State<'_, Shell>, input: OpenDiary) -> Result<DiaryView, CommandError> {
    Ok(bookings::diary(&shell.practice().await?, input).await?)
}

/// The named bookings.
#[tauri::command]
#[specta::specta]
pub async fn bookings_rows(
    shell: State<'_, Shell>,
    input: SeveralBookings,
) -> Result<Vec<BookingView>, CommandError> {
    Ok(bookings::rows(&shell.practice().await?, input.ids).await?)
}

/// When a client comes next.
#[tauri::command]
#[specta::specta]
pub async fn bookings_coming(
    shell: State<'_, Shell>,
    input: OneClient,
) -> Result<Vec<BookingView>, CommandError> {
    Ok(bookings::coming(&shell.practice().await?, &input.id).await?)
}

/// When a client was booked last.
#[tauri::command]
#[specta::specta]
pub async fn bookings_last(
    shell: State<'_, Shell>,
    input: OneClient,
) -> Result<Option<BookingView>, CommandError> {
    Ok(bookings::last(&shell.practice().await?, &input.id).await?)
}

/// The next times that are free.
#[tauri::command]
#[specta::specta]
pub async fn bookings_find_free(
    shell: State<'_, Shell>,
    input: FindFree,
) -> Result<Vec<FreeTime>, CommandError> {
    Ok(bookings::find_free(&shell.practice().await?, input).await?)
}

/// Books a visit.
#[tauri::command]
#[specta::specta]
pub async fn bookings_book(shell: State<'_, Shell>, input: Book) -> Result<BookingView, CommandError> {
    Ok(bookings::book(&shell.practice().await?, input).await?)
}

/// Lists the visits of a series with what stands in the way of each; nothing is made.
#[tauri::command]
#[specta::specta]
pub async fn bookings_plan_series(
    shell: State<'_, Shell>,
    input: PlanSeries,
) -> Result<Vec<PlannedVisit>, CommandError> {
    Ok(bookings::plan_series(&shell.practice().await?, input).await?)
}

/// Books a series of visits.
#[tauri::command]
#[specta::specta]
pub async fn bookings_book_series(
    shell: State<'_, Shell>,
    input: BookSeries,
) -> Result<Vec<BookingView>, CommandError> {
    Ok(bookings::book_series(&shell.practice().await?, input).await?)
}

/// Takes a series back, as if it had not been made.
#[tauri::command]
#[specta::specta]
pub async fn bookings_take_back_series(
    shell: State<'_, Shell>,
    input: OneOfDiary,
) -> Result<(), CommandError> {
    Ok(bookings::take_back_series(&shell.practice().await?, &input.id).await?)
}

/// Cancels everything that somebody was still to come for.
#[tauri::command]
#[specta::specta]
pub async fn bookings_cancel_to_come(
    shell: State<'_, Shell>,
    input: CancelToCome,
) -> Result<Vec<BookingView>, CommandError> {
    Ok(bookings::cancel_to_come(&shell.practice().await?, input).await?)
}

/// Cancels visits of a series that are still to come.
#[tauri::command]
#[specta::specta]
pub async fn bookings_cancel_series(
    shell: State<'_, Shell>,
    input: CancelSeries,
) -> Result<Vec<BookingView>, CommandError> {
    Ok(bookings::cancel_series(&shell.practice().await?, input).await?)
}

/// Moves a booking.
#[tauri::command]
#[specta::specta]
pub async fn bookings_reschedule(
    shell: State<'_, Shell>,
    input: Reschedule,
) -> Result<BookingView, CommandError> {
    Ok(bookings::reschedule(&shell.practice().await?, input).await?)
}

/// Changes who comes and for what.
#[tauri::command]
#[specta::specta]
pub async fn bookings_amend(
    shell: State<'_, Shell>,
    input: AmendBooking,
) -> Result<BookingView, CommandError> {
    Ok(bookings::amend(&shell.practice().await?, input).await?)
}

/// Says what became of a booking.
#[tauri::command]
#[specta::specta]
pub async fn bookings_say_status(
    shell: State<'_, Shell>,
    input: SayStatus,
) -> Result<BookingView, CommandError> {
    Ok(bookings::say_status(&shell.practice().await?, input).await?)
}

/// Takes back what was said last of a booking.
#[tauri::command]
#[specta::specta]
pub async fn bookings_take_back_status(
    shell: State<'_, Shell>,
    input: SeenBooking,
) -> Result<BookingView, CommandError> {
    Ok(bookings::take_back_status(&shell.practice().await?, input).await?)
}

/// Takes a booking back, as if it had not been made.
#[tauri::command]
#[specta::specta]
pub async fn bookings_take_back(
    shell: State<'_, Shell>,
    input: SeenBooking,
) -> Result<BookingView, CommandError> {
    Ok(bookings::take_back(&shell.practice().await?, input).await?)
}

/// Puts a booking back that was taken back.
#[tauri::command]
#[specta::specta]
pub async fn bookings_put_back(
    shell: State<'_, Shell>,
    input: SeenBooking,
) -> Result<BookingView, CommandError> {
    Ok(bookings::put_back(&shell.practice().await?, input).await?)
}

/// Keeps a room.
#[tauri::command]
#[specta::specta]
pub async fn bookings_keep_room(
    shell: State<'_, Shell>,
    input: KeepRoom,
) -> Result<DiarySetup, CommandError> {
    Ok(bookings::keep_room(&shell.practice().await?, input).await?)
}

/// Keeps something that can be booked.
#[tauri::command]
#[specta::specta]
pub async fn bookings_keep_service(
    shell: State<'_, Shell>,
    input: KeepService,
) -> Result<DiarySetup, CommandError> {
    Ok(bookings::keep_service(&shell.practice().await?, input).await?)
}

/// Keeps the week somebody works.
#[tauri::command]
#[specta::specta]
pub async fn bookings_keep_hours(
    shell: State<'_, Shell>,
    input: KeepHours,
) -> Result<DiarySetup, CommandError> {
    Ok(bookings::keep_hours(&shell.practice().await?, input).await?)
}

/// Removes a week somebody works.
#[tauri::command]
#[specta::specta]
pub async fn bookings_remove_hours(
    shell: State<'_, Shell>,
    input: SeenInDiary,
) -> Result<DiarySetup, CommandError> {
    Ok(bookings::remove_hours(&shell.practice().await?, input).await?)
}

/// Enters time off or a closure.
#[tauri::command]
#[specta::specta]
pub async fn bookings_go_away(shell: State<'_, Shell>, input: GoAway) -> Result<DiarySetup, CommandError> {
    Ok(bookings::go_away(&shell.practice().await?, input).await?)
}

/// Removes time off or a closure.
#[tauri::command]
#[specta::specta]
pub async fn bookings_come_back(
    shell: State<'_, Shell>,
    input: OneOfDiary,
) -> Result<DiarySetup, CommandError> {
    Ok(bookings::come_back(&shell.practice().await?, &input.id).await?)
}

/// Moves several bookings, or none of them.
#[tauri::command]
#[specta::specta]
pub async fn bookings_reschedule_several(
    shell: State<'_, Shell>,
    input: SeveralMoves,
) -> Result<Vec<BookingView>, CommandError> {
    Ok(bookings::reschedule_several(&shell.practice().await?, input.moves).await?)
}

/// Moves visits of a series that are still to come.
#[tauri::command]
#[specta::specta]
pub async fn bookings_move_series(
    shell: State<'_, Shell>,
    input: MoveSeries,
) -> Result<MovedBookings, CommandError> {
    Ok(bookings::move_series(&shell.practice().await?, input).await?)
}

/// Whom it affects when somebody runs late.
#[tauri::command]
#[specta::specta]
pub async fn bookings_plan_late(
    shell: State<'_, Shell>,
    input: RunLate,
) -> Result<Vec<LateVisit>, CommandError> {
    Ok(bookings::plan_late(&shell.practice().await?, input).await?)
}

/// Moves the rest of somebody's day, who runs late.
#[tauri::command]
#[specta::specta]
pub async fn bookings_run_late(shell: State<'_, Shell>, input: RunLate) -> Result<RanLate, CommandError> {
    Ok(bookings::run_late(&shell.practice().await?, input).await?)
}

/// Saves days of the diary as a PDF where the person says.
#[tauri::command]
#[specta::specta]
pub async fn bookings_save_day_sheet(
    shell: State<'_, Shell>,
    input: DaySheet,
) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let (file_name, pdf) = bookings::day_sheet(&practice, input).await?;
    let saved = save_as(&shell, file_name, pdf).await?;
    if saved.file_name.is_some() {
        bookings::day_sheet_saved(&practice).await?;
    }
    Ok(saved)
}

/// Prints days of the diary by the system's dialog.
#[tauri::command]
#[specta::specta]
pub async fn bookings_print_day_sheet(
    shell: State<'_, Shell>,
    input: DaySheet,
) -> Result<Printed, CommandError> {
    let practice = shell.practice().await?;
    let (file_name, pdf) = bookings::day_sheet(&practice, input).await?;
    let printed = shell.print(file_name.trim_end_matches(".pdf").to_owned(), Arc::new(pdf)).await?;
    if let Some(way) = way_out(&printed) {
        bookings::day_sheet_went_out(&practice, way).await?;
    }
    Ok(printed)
}
