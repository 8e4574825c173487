//! What has to be known about a client.

use hegu_core::alerts::{self, AlertView, EndedAlert, KeepAlert, SeenAlert};
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

use super::clients::OneClient;

/// A client's alerts.
#[tauri::command]
#[specta::specta]
pub async fn alerts_list(shell: State<'_, Shell>, input: OneClient) -> Result<Vec<AlertView>, CommandError> {
    Ok(alerts::list(&shell.practice().await?, &input.id).await?)
}

/// A client's alerts that do not hold any more.
#[tauri::command]
#[specta::specta]
pub async fn alerts_ended(
    shell: State<'_, Shell>,
    input: OneClient,
) -> Result<Vec<EndedAlert>, CommandError> {
    Ok(alerts::ended(&shell.practice().await?, &input.id).await?)
}

/// Adds an alert, or changes one.
#[tauri::command]
#[specta::specta]
pub async fn alerts_keep(shell: State<'_, Shell>, input: KeepAlert) -> Result<AlertView, CommandError> {
    Ok(alerts::keep(&shell.practice().await?, input).await?)
}

/// Says that an alert does not hold any more.
#[tauri::command]
#[specta::specta]
pub async fn alerts_end(shell: State<'_, Shell>, input: SeenAlert) -> Result<AlertView, CommandError> {
    Ok(alerts::end(&shell.practice().await?, input).await?)
}

/// Puts an alert back.
#[tauri::command]
#[specta::specta]
pub async fn alerts_put_back(shell: State<'_, Shell>, input: SeenAlert) -> Result<AlertView, CommandError> {
    Ok(alerts::put_back(&shell.practice().await?, input).await?)
}
