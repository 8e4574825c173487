//! What is known of a client's health.

use hegu_core::health::{self, HealthView, KeepHealth, SeenHealth, SeenReview};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

use super::clients::OneClient;

/// A client on an earlier day.
#[derive(Debug, Deserialize, Type)]
pub struct ClientOnDay {
    /// The client.
    pub id: String,
    /// ISO, today or before.
    pub day: String,
}

/// A client's health history as it stands.
#[tauri::command]
#[specta::specta]
pub async fn health_read(shell: State<'_, Shell>, input: OneClient) -> Result<HealthView, CommandError> {
    Ok(health::read(&shell.practice().await?, &input.id).await?)
}

/// A client's health history as it stood at the end of a day.
#[tauri::command]
#[specta::specta]
pub async fn health_on_day(shell: State<'_, Shell>, input: ClientOnDay) -> Result<HealthView, CommandError> {
    Ok(health::on_day(&shell.practice().await?, &input.id, &input.day).await?)
}

/// Saves a client's health history.
#[tauri::command]
#[specta::specta]
pub async fn health_keep(shell: State<'_, Shell>, input: KeepHealth) -> Result<HealthView, CommandError> {
    Ok(health::keep(&shell.practice().await?, input).await?)
}

/// Undoes the last saving of a health history.
#[tauri::command]
#[specta::specta]
pub async fn health_take_back(
    shell: State<'_, Shell>,
    input: SeenHealth,
) -> Result<HealthView, CommandError> {
    Ok(health::take_back(&shell.practice().await?, input).await?)
}

/// Says that a health history was gone through and is unchanged.
#[tauri::command]
#[specta::specta]
pub async fn health_review(shell: State<'_, Shell>, input: SeenHealth) -> Result<HealthView, CommandError> {
    Ok(health::review(&shell.practice().await?, input).await?)
}

/// Says that it was not gone through after all.
#[tauri::command]
#[specta::specta]
pub async fn health_take_review_back(
    shell: State<'_, Shell>,
    input: SeenReview,
) -> Result<HealthView, CommandError> {
    Ok(health::take_review_back(&shell.practice().await?, input).await?)
}
