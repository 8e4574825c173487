//! Treatment notes.

use std::sync::Arc;

use hegu_core::notes::{self, AddAddendum, NoteView, PinView, PinWords, Pinned, SignNote};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::outgoing::Printed;
use crate::session::Shell;

use super::clients::OneClient;
use super::handouts::{Saved, save_as, way_out};

/// Names a signed note.
#[derive(Debug, Deserialize, Type)]
pub struct OneNote {
    /// The note.
    id: String,
}

/// Signs what was typed; from then on it is read-only.
#[tauri::command]
#[specta::specta]
pub async fn notes_sign(shell: State<'_, Shell>, input: SignNote) -> Result<NoteView, CommandError> {
    Ok(notes::sign(&shell.practice().await?, input).await?)
}

/// Adds signed words to a signed note.
#[tauri::command]
#[specta::specta]
pub async fn notes_add_addendum(
    shell: State<'_, Shell>,
    input: AddAddendum,
) -> Result<NoteView, CommandError> {
    Ok(notes::add_addendum(&shell.practice().await?, input).await?)
}

/// Opens a signed note and checks its signatures.
#[tauri::command]
#[specta::specta]
pub async fn notes_open(shell: State<'_, Shell>, input: OneNote) -> Result<NoteView, CommandError> {
    Ok(notes::open(&shell.practice().await?, &input.id).await?)
}

/// The signed note of a client's newest visit, if there is one.
#[tauri::command]
#[specta::specta]
pub async fn notes_last(shell: State<'_, Shell>, input: OneClient) -> Result<Option<NoteView>, CommandError> {
    Ok(notes::last(&shell.practice().await?, &input.id).await?)
}

/// The pinned facts about a client.
#[tauri::command]
#[specta::specta]
pub async fn notes_pins(shell: State<'_, Shell>, input: OneClient) -> Result<Vec<PinView>, CommandError> {
    Ok(notes::pins(&shell.practice().await?, &input.id).await?)
}

/// Pins words of a signed note.
#[tauri::command]
#[specta::specta]
pub async fn notes_pin(shell: State<'_, Shell>, input: PinWords) -> Result<Pinned, CommandError> {
    Ok(notes::pin(&shell.practice().await?, input).await?)
}

/// Names a pinned fact.
#[derive(Debug, Deserialize, Type)]
pub struct OnePin {
    /// The pin.
    id: String,
}

/// Takes a pinned fact down.
#[tauri::command]
#[specta::specta]
pub async fn notes_unpin(shell: State<'_, Shell>, input: OnePin) -> Result<(), CommandError> {
    Ok(notes::unpin(&shell.practice().await?, &input.id).await?)
}

/// Puts a pinned fact back that was taken down.
#[tauri::command]
#[specta::specta]
pub async fn notes_pin_again(shell: State<'_, Shell>, input: OnePin) -> Result<(), CommandError> {
    Ok(notes::pin_again(&shell.practice().await?, &input.id).await?)
}

/// Saves a signed note as a PDF where the person says.
#[tauri::command]
#[specta::specta]
pub async fn notes_save_pdf(shell: State<'_, Shell>, input: OneNote) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let (file_name, pdf) = notes::pdf(&practice, &input.id).await?;
    let saved = save_as(&shell, file_name, pdf).await?;
    if saved.file_name.is_some() {
        notes::saved(&practice, &input.id).await?;
    }
    Ok(saved)
}

/// Prints a signed note by the system's dialog.
#[tauri::command]
#[specta::specta]
pub async fn notes_print(shell: State<'_, Shell>, input: OneNote) -> Result<Printed, CommandError> {
    let practice = shell.practice().await?;
    let (file_name, pdf) = notes::pdf(&practice, &input.id).await?;
    let printed = shell.print(file_name.trim_end_matches(".pdf").to_owned(), Arc::new(pdf)).await?;
    if let Some(way) = way_out(&printed) {
        notes::went_out(&practice, &input.id, way).await?;
    }
    Ok(printed)
}
