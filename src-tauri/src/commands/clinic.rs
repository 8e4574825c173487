//! The clinic as a place: its time zone, what was just added to it, and its calendar on paper in a folder.

use hegu_core::bookings::{self, DiarySetup, MoveZone, SeenInDiary, WeekPaper};
use hegu_core::people::Permission;
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

use super::copies::{ChosenPlace, ask_for_folder};

/// The paper that is kept current.
#[derive(Debug, Serialize, Type)]
pub struct PaperKept {
    /// Nothing while none is kept.
    paper: Option<WeekPaper>,
}

/// Takes the clinic's wall clock to another zone.
#[tauri::command]
#[specta::specta]
pub async fn clinic_move_zone(shell: State<'_, Shell>, input: MoveZone) -> Result<DiarySetup, CommandError> {
    Ok(bookings::move_zone(&shell.practice().await?, input).await?)
}

/// Takes back that a room was added.
#[tauri::command]
#[specta::specta]
pub async fn clinic_take_back_room(
    shell: State<'_, Shell>,
    input: SeenInDiary,
) -> Result<DiarySetup, CommandError> {
    Ok(bookings::take_back_room(&shell.practice().await?, input).await?)
}

/// Takes back that something that can be booked was added.
#[tauri::command]
#[specta::specta]
pub async fn clinic_take_back_service(
    shell: State<'_, Shell>,
    input: SeenInDiary,
) -> Result<DiarySetup, CommandError> {
    Ok(bookings::take_back_service(&shell.practice().await?, input).await?)
}

/// Where the calendar is kept on paper.
#[tauri::command]
#[specta::specta]
pub async fn clinic_week_paper(shell: State<'_, Shell>) -> Result<PaperKept, CommandError> {
    Ok(PaperKept { paper: bookings::week_paper(&shell.practice().await?).await? })
}

/// Asks for the folder in which it is kept.
#[tauri::command]
#[specta::specta]
pub async fn clinic_choose_week_paper(shell: State<'_, Shell>) -> Result<ChosenPlace, CommandError> {
    let practice = shell.practice().await?;
    practice.permit(Permission::ChangePractice).await?;
    let Some(folder) = ask_for_folder(&shell).await? else { return Ok(ChosenPlace::nowhere()) };
    let said = ChosenPlace::of(&folder);
    let _turn = shell.keeping_paper.lock().await;
    bookings::choose_week_paper(&practice, folder).await?;
    Ok(said)
}

/// Keeps it no more.
#[tauri::command]
#[specta::specta]
pub async fn clinic_forget_week_paper(shell: State<'_, Shell>) -> Result<(), CommandError> {
    let practice = shell.practice().await?;
    // What is being written would stand there again after it was removed.
    let _turn = shell.keeping_paper.lock().await;
    Ok(bookings::forget_week_paper(&practice).await?)
}
