//! The audit.

use std::sync::Arc;

use hegu_core::trail::{self, AuditFilter, AuditPage, AuditVerdict, ReadAudit};
use tauri::State;

use crate::command_error::CommandError;
use crate::desktop::Said;
use crate::session::Shell;

use super::handouts::{Saved, save_as};

/// A page of the audit, newest first.
#[tauri::command]
#[specta::specta]
pub async fn audit_read(shell: State<'_, Shell>, input: ReadAudit) -> Result<AuditPage, CommandError> {
    Ok(trail::read(&shell.practice().await?, input).await?)
}

/// Whether the audit is still as it was written. The window hears how far the walk has come.
#[tauri::command]
#[specta::specta]
pub async fn audit_verify(shell: State<'_, Shell>) -> Result<AuditVerdict, CommandError> {
    let desktop = Arc::clone(&shell.desktop);
    let progress = move |done, of| desktop.say(Said::Progress { done, of });
    Ok(trail::verify(&shell.practice().await?, progress).await?)
}

/// Saves the audit as a table where the person says.
#[tauri::command]
#[specta::specta]
pub async fn audit_export(shell: State<'_, Shell>, input: AuditFilter) -> Result<Saved, CommandError> {
    let practice = shell.practice().await?;
    let export = trail::export(&practice, &input).await?;
    let saved = save_as(&shell, export.file_name, export.bytes).await?;
    if saved.file_name.is_some() {
        trail::exported(&practice, export.entries).await?;
    }
    Ok(saved)
}
