//! Backups.

use std::sync::Arc;

use hegu_core::backup::{self, BackupView, BackupsView};
use tauri::State;

use crate::command_error::CommandError;
use crate::desktop::Said;
use crate::session::Shell;

/// The backups on this computer, newest first.
#[tauri::command]
#[specta::specta]
pub async fn backups_list(shell: State<'_, Shell>) -> Result<BackupsView, CommandError> {
    Ok(backup::list(&shell.practice().await?).await?)
}

/// Makes one now. The window hears how far the copy has come.
#[tauri::command]
#[specta::specta]
pub async fn backups_make(shell: State<'_, Shell>) -> Result<BackupView, CommandError> {
    let desktop = Arc::clone(&shell.desktop);
    let progress = move |done, of| desktop.say(Said::Progress { done, of });
    Ok(backup::make(&shell.practice().await?, progress).await?)
}
