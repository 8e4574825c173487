//! Backups.

use std::sync::Arc;

use hegu_core::Error;
use hegu_core::backup::{self, BackupView, BackupsView};
use hegu_core::opening::{self, RestoreBackup};
use tauri::State;

use crate::command_error::CommandError;
use crate::desktop::Said;
use crate::session::Shell;

use super::session::closed;

/// The backups on this computer, newest first.
#[tauri::command]
#[specta::specta]
pub async fn backup_list(shell: State<'_, Shell>) -> Result<BackupsView, CommandError> {
    Ok(backup::list(&shell.practice().await?).await?)
}

/// Makes one now. The window hears how far the copy has come.
#[tauri::command]
#[specta::specta]
pub async fn backup_make(shell: State<'_, Shell>) -> Result<BackupView, CommandError> {
    let desktop = Arc::clone(&shell.desktop);
    let progress = move |done, of| desktop.say(Said::Progress { done, of });
    Ok(backup::make(&shell.practice().await?, progress).await?)
}

/// The backups of a closed practice, newest first.
#[tauri::command]
#[specta::specta]
pub async fn backup_at_door(shell: State<'_, Shell>) -> Result<Vec<BackupView>, CommandError> {
    let session = shell.session.lock().await;
    // What an open practice has is for those who may see it.
    if closed(&session) {
        Ok(backup::at_door(&shell.premises.folder)?)
    } else {
        Err(Error::NotPermitted.into())
    }
}

/// Goes back to a backup and opens it. A second click while the first one succeeds finds it open.
#[tauri::command]
#[specta::specta]
pub async fn backup_restore(shell: State<'_, Shell>, input: RestoreBackup) -> Result<(), CommandError> {
    let mut session = shell.session.lock().await;
    if closed(&session) {
        let practice = opening::restore(&shell.premises, input).await?;
        shell.seat(&mut session, practice);
    }
    Ok(())
}
