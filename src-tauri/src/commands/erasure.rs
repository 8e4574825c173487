//! Erasing records.

use std::sync::Arc;

use hegu_core::erasure::{self, EraseRecord, ErasurePlan, LetterOf};
use tauri::State;
use tauri::ipc::Response;

use crate::command_error::CommandError;
use crate::outgoing::Printed;
use crate::session::Shell;

use super::clients::OneClient;
use super::handouts::{Saved, save_as, way_out};

/// What would become of a record.
#[tauri::command]
#[specta::specta]
pub async fn erasure_plan(shell: State<'_, Shell>, input: OneClient) -> Result<ErasurePlan, CommandError> {
    Ok(erasure::plan(&shell.practice().await?, &input.id).await?)
}

/// The letter as a PDF, to be looked at.
#[tauri::command]
#[specta::specta]
pub async fn erasure_letter(shell: State<'_, Shell>, input: LetterOf) -> Result<Response, CommandError> {
    let (_, pdf) = erasure::letter(&shell.practice().await?, input).await?;
    Ok(Response::new(pdf))
}

/// Saves the letter where the person says.
#[tauri::command]
#[specta::specta]
pub async fn erasure_save_letter(shell: State<'_, Shell>, input: LetterOf) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let client = input.client.clone();
    let (file_name, pdf) = erasure::letter(&practice, input).await?;
    let saved = save_as(&shell, file_name, pdf).await?;
    if saved.file_name.is_some() {
        erasure::letter_saved(&practice, &client).await?;
    }
    Ok(saved)
}

/// Prints the letter by the system's dialog.
#[tauri::command]
#[specta::specta]
pub async fn erasure_print_letter(shell: State<'_, Shell>, input: LetterOf) -> Result<Printed, CommandError> {
    let practice = shell.practice().await?;
    let client = input.client.clone();
    let (file_name, pdf) = erasure::letter(&practice, input).await?;
    let printed = shell.print(file_name.trim_end_matches(".pdf").to_owned(), Arc::new(pdf)).await?;
    if let Some(way) = way_out(&printed) {
        erasure::letter_went_out(&practice, &client, way).await?;
    }
    Ok(printed)
}

/// Erases a record, for good.
#[tauri::command]
#[specta::specta]
pub async fn erasure_erase(shell: State<'_, Shell>, input: EraseRecord) -> Result<(), CommandError> {
    Ok(erasure::erase(&shell.practice().await?, input).await?)
}
