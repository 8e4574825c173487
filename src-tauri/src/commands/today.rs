//! The day.

use hegu_core::today::{self, TodayView};
use tauri::State;

use crate::command_error::CommandError;
use crate::session::Shell;

/// Everything for this day.
#[tauri::command]
#[specta::specta]
pub async fn today_read(shell: State<'_, Shell>) -> Result<TodayView, CommandError> {
    Ok(today::read(&shell.practice().await?).await?)
}
