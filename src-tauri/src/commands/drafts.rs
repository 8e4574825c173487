//! What is being typed.

use hegu_core::drafts::{self, DraftRow, DraftSaved, DraftView, LeftDraftView, SaveDraft};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

/// Names a draft.
#[derive(Debug, Deserialize, Type)]
pub struct OneDraft {
    /// The draft.
    id: String,
}

/// Keeps what is being typed.
#[tauri::command]
#[specta::specta]
pub async fn drafts_save(shell: State<'_, Shell>, input: SaveDraft) -> Result<DraftSaved, CommandError> {
    Ok(drafts::save(&shell.practice().await?, input).await?)
}

/// What this person has not finished.
#[tauri::command]
#[specta::specta]
pub async fn drafts_list(shell: State<'_, Shell>) -> Result<Vec<DraftRow>, CommandError> {
    Ok(drafts::list(&shell.practice().await?).await?)
}

/// Goes on with what was typed.
#[tauri::command]
#[specta::specta]
pub async fn drafts_read(shell: State<'_, Shell>, input: OneDraft) -> Result<DraftView, CommandError> {
    Ok(drafts::read(&shell.practice().await?, &input.id).await?)
}

/// Throws away what was typed.
#[tauri::command]
#[specta::specta]
pub async fn drafts_discard(shell: State<'_, Shell>, input: OneDraft) -> Result<(), CommandError> {
    Ok(drafts::discard(&shell.practice().await?, &input.id).await?)
}

/// A note that its author left unsigned when they left the practice.
#[tauri::command]
#[specta::specta]
pub async fn drafts_read_left(
    shell: State<'_, Shell>,
    input: OneDraft,
) -> Result<LeftDraftView, CommandError> {
    Ok(drafts::read_left(&shell.practice().await?, &input.id).await?)
}
