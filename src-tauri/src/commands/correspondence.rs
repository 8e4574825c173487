//! What passed with a client without a visit.

use hegu_core::correspondence::{
    self, CorrespondenceView, FollowedUp, KeepCorrespondence, SeenCorrespondence, StrikeCorrespondence,
};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

/// Names an entry.
#[derive(Debug, Deserialize, Type)]
pub struct OneCorrespondence {
    /// The entry.
    pub id: String,
}

/// An entry with what it said before.
#[tauri::command]
#[specta::specta]
pub async fn correspondence_read(
    shell: State<'_, Shell>,
    input: OneCorrespondence,
) -> Result<CorrespondenceView, CommandError> {
    Ok(correspondence::read(&shell.practice().await?, &input.id).await?)
}

/// Adds an entry, or changes one.
#[tauri::command]
#[specta::specta]
pub async fn correspondence_keep(
    shell: State<'_, Shell>,
    input: KeepCorrespondence,
) -> Result<CorrespondenceView, CommandError> {
    Ok(correspondence::keep(&shell.practice().await?, input).await?)
}

/// Says that an entry was made in error.
#[tauri::command]
#[specta::specta]
pub async fn correspondence_strike(
    shell: State<'_, Shell>,
    input: StrikeCorrespondence,
) -> Result<CorrespondenceView, CommandError> {
    Ok(correspondence::strike(&shell.practice().await?, input).await?)
}

/// Puts an entry back.
#[tauri::command]
#[specta::specta]
pub async fn correspondence_put_back(
    shell: State<'_, Shell>,
    input: SeenCorrespondence,
) -> Result<CorrespondenceView, CommandError> {
    Ok(correspondence::put_back(&shell.practice().await?, input).await?)
}

/// Says whether an entry was followed up.
#[tauri::command]
#[specta::specta]
pub async fn correspondence_follow_up(
    shell: State<'_, Shell>,
    input: FollowedUp,
) -> Result<CorrespondenceView, CommandError> {
    Ok(correspondence::follow_up(&shell.practice().await?, input).await?)
}
