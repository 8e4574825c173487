//! Who waits for a time, who is due again, and whom to call.

use hegu_core::bookings::{
    self, AboutToKeep, BookingView, CallOffDay, CallToMake, CalledOffView, ConfirmedVisit, ContactMade,
    FittingWait, KeepRecall, KeepWait, LateCalls, LeftBehind, ListRecalls, RecallSaid, RecallView,
    RemindersFor, SayContact, SeenBooking, SeenWait, Stranded, TakeBackConfirmed, TextCode, WaitView,
    WhoFits, WriteMail, WriteText,
};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

use super::clients::OneClient;

/// Names a call or a day that was called off.
#[derive(Debug, Deserialize, Type)]
pub struct OneOfCalls {
    /// Which.
    id: String,
}

/// Who waits for a time.
#[tauri::command]
#[specta::specta]
pub async fn waiting_list(shell: State<'_, Shell>) -> Result<Vec<WaitView>, CommandError> {
    Ok(bookings::waiting_list(&shell.practice().await?).await?)
}

/// Who of them could come at a time that is free.
#[tauri::command]
#[specta::specta]
pub async fn waiting_fits(shell: State<'_, Shell>, input: WhoFits) -> Result<Vec<FittingWait>, CommandError> {
    Ok(bookings::who_fits(&shell.practice().await?, input).await?)
}

/// Puts somebody on the waiting list, or changes what they wait for.
#[tauri::command]
#[specta::specta]
pub async fn waiting_keep(shell: State<'_, Shell>, input: KeepWait) -> Result<WaitView, CommandError> {
    Ok(bookings::keep_wait(&shell.practice().await?, input).await?)
}

/// Takes somebody off the waiting list.
#[tauri::command]
#[specta::specta]
pub async fn waiting_stop(shell: State<'_, Shell>, input: SeenWait) -> Result<WaitView, CommandError> {
    Ok(bookings::stop_waiting(&shell.practice().await?, input).await?)
}

/// Puts somebody back on the waiting list.
#[tauri::command]
#[specta::specta]
pub async fn waiting_again(shell: State<'_, Shell>, input: SeenWait) -> Result<WaitView, CommandError> {
    Ok(bookings::wait_again(&shell.practice().await?, input).await?)
}

/// Who is due again, and who has not come for long.
#[tauri::command]
#[specta::specta]
pub async fn waiting_recalls(
    shell: State<'_, Shell>,
    input: ListRecalls,
) -> Result<Vec<RecallView>, CommandError> {
    Ok(bookings::recall_list(&shell.practice().await?, input).await?)
}

/// What was said of when somebody should be asked to come again.
#[tauri::command]
#[specta::specta]
pub async fn waiting_recall_said(
    shell: State<'_, Shell>,
    input: OneClient,
) -> Result<RecallSaid, CommandError> {
    Ok(bookings::recall_said(&shell.practice().await?, &input.id).await?)
}

/// Who comes on a day, and who tried to remind them.
#[tauri::command]
#[specta::specta]
pub async fn waiting_reminders(
    shell: State<'_, Shell>,
    input: RemindersFor,
) -> Result<Vec<CallToMake>, CommandError> {
    Ok(bookings::reminders(&shell.practice().await?, input).await?)
}

/// Says when somebody should be asked to come again.
#[tauri::command]
#[specta::specta]
pub async fn waiting_keep_recall(shell: State<'_, Shell>, input: KeepRecall) -> Result<(), CommandError> {
    Ok(bookings::keep_recall(&shell.practice().await?, input).await?)
}

/// Notes that somebody was reached, or was tried to be.
#[tauri::command]
#[specta::specta]
pub async fn waiting_say_contact(
    shell: State<'_, Shell>,
    input: SayContact,
) -> Result<ContactMade, CommandError> {
    Ok(bookings::say_contact(&shell.practice().await?, input).await?)
}

/// Takes that back.
#[tauri::command]
#[specta::specta]
pub async fn waiting_take_back_contact(
    shell: State<'_, Shell>,
    input: OneOfCalls,
) -> Result<(), CommandError> {
    Ok(bookings::take_back_contact(&shell.practice().await?, &input.id).await?)
}

/// Confirms a visit of which somebody was reminded.
#[tauri::command]
#[specta::specta]
pub async fn waiting_confirm(
    shell: State<'_, Shell>,
    input: SeenBooking,
) -> Result<ConfirmedVisit, CommandError> {
    Ok(bookings::confirm_visit(&shell.practice().await?, input).await?)
}

/// Takes that back.
#[tauri::command]
#[specta::specta]
pub async fn waiting_take_back_confirmed(
    shell: State<'_, Shell>,
    input: TakeBackConfirmed,
) -> Result<BookingView, CommandError> {
    Ok(bookings::take_back_confirmed(&shell.practice().await?, input).await?)
}

/// The squares of a code that opens a written message on the phone that scans it.
#[tauri::command]
#[specta::specta]
pub async fn waiting_text_code(shell: State<'_, Shell>, input: WriteText) -> Result<TextCode, CommandError> {
    Ok(bookings::text_code(&shell.practice().await?, input).await?)
}

/// Opens a message in the system's mail program, ready to be sent.
#[tauri::command]
#[specta::specta]
pub async fn waiting_write_mail(shell: State<'_, Shell>, input: WriteMail) -> Result<(), CommandError> {
    let practice = shell.practice().await?;
    let client = input.client.clone();
    shell.write_mail(bookings::mail(&practice, input).await?).await?;
    Ok(bookings::mail_went_out(&practice, &client).await?)
}

/// Visits that are booked with people who do not work here any more.
#[tauri::command]
#[specta::specta]
pub async fn waiting_left_behind(shell: State<'_, Shell>) -> Result<Vec<LeftBehind>, CommandError> {
    Ok(bookings::left_behind(&shell.practice().await?).await?)
}

/// Whom to call because somebody runs late.
#[tauri::command]
#[specta::specta]
pub async fn waiting_late(
    shell: State<'_, Shell>,
    input: LateCalls,
) -> Result<Vec<CallToMake>, CommandError> {
    Ok(bookings::late_calls(&shell.practice().await?, input).await?)
}

/// Visits that stand in time off or outside of working hours.
#[tauri::command]
#[specta::specta]
pub async fn waiting_stranded(shell: State<'_, Shell>) -> Result<Vec<Stranded>, CommandError> {
    Ok(bookings::stranded(&shell.practice().await?).await?)
}

/// How many would, by what is about to be kept.
#[tauri::command]
#[specta::specta]
pub async fn waiting_would_strand(shell: State<'_, Shell>, input: AboutToKeep) -> Result<i32, CommandError> {
    Ok(bookings::would_strand(&shell.practice().await?, input).await?)
}

/// The days that are called off, each with whom to call.
#[tauri::command]
#[specta::specta]
pub async fn waiting_called_off(shell: State<'_, Shell>) -> Result<Vec<CalledOffView>, CommandError> {
    Ok(bookings::called_off(&shell.practice().await?).await?)
}

/// Cancels what somebody has left of a day.
#[tauri::command]
#[specta::specta]
pub async fn waiting_call_off_day(
    shell: State<'_, Shell>,
    input: CallOffDay,
) -> Result<CalledOffView, CommandError> {
    Ok(bookings::call_off_day(&shell.practice().await?, input).await?)
}

/// Takes a day up again that was called off.
#[tauri::command]
#[specta::specta]
pub async fn waiting_take_back_day(shell: State<'_, Shell>, input: OneOfCalls) -> Result<(), CommandError> {
    Ok(bookings::take_back_called_off(&shell.practice().await?, &input.id).await?)
}
