//! Copies outside this computer.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use hegu_core::backup::{self, OutsideView};
use hegu_core::people::Permission;
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::desktop::Said;
use crate::outgoing::blocking;
use crate::session::Shell;

/// Where copies go and what lies there.
#[tauri::command]
#[specta::specta]
pub async fn copies_list(shell: State<'_, Shell>) -> Result<OutsideView, CommandError> {
    Ok(backup::outside(&shell.practice().await?).await?)
}

/// A place that was chosen.
#[derive(Debug, Serialize, Type)]
pub struct ChosenPlace {
    /// Its folder; nothing when the dialog was closed.
    folder: Option<String>,
}

impl ChosenPlace {
    pub(super) fn nowhere() -> Self {
        Self { folder: None }
    }

    pub(super) fn of(folder: &Path) -> Self {
        Self { folder: Some(folder.display().to_string()) }
    }
}

/// Asks where copies go.
#[tauri::command]
#[specta::specta]
pub async fn copies_choose_place(shell: State<'_, Shell>) -> Result<ChosenPlace, CommandError> {
    let practice = shell.practice().await?;
    practice.permit(Permission::MakeBackups).await?;
    let Some(folder) = ask_for_folder(&shell).await? else { return Ok(ChosenPlace::nowhere()) };
    let said = ChosenPlace::of(&folder);
    backup::choose_place(&practice, folder).await?;
    Ok(said)
}

/// Asks the same during the first run, for the practice that is being made.
#[tauri::command]
#[specta::specta]
pub async fn copies_choose_first_place(shell: State<'_, Shell>) -> Result<ChosenPlace, CommandError> {
    shell.at_closed_door().await?;
    let Some(folder) = ask_for_folder(&shell).await? else { return Ok(ChosenPlace::nowhere()) };
    let (records, place) = (shell.premises.folder.clone(), folder.clone());
    blocking(move || backup::check_place(&records, &place)).await??;
    let said = ChosenPlace::of(&folder);
    *shell.place_to_be.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder);
    Ok(said)
}

pub(super) async fn ask_for_folder(shell: &Shell) -> Result<Option<PathBuf>, CommandError> {
    let desktop = Arc::clone(&shell.desktop);
    blocking(move || desktop.ask_for_folder()).await
}

/// No copies go anywhere any more; those that were made stay.
#[tauri::command]
#[specta::specta]
pub async fn copies_forget_place(shell: State<'_, Shell>) -> Result<(), CommandError> {
    Ok(backup::forget_place(&shell.practice().await?).await?)
}

/// Makes a copy now. The window hears how far it has come.
#[tauri::command]
#[specta::specta]
pub async fn copies_make(shell: State<'_, Shell>) -> Result<(), CommandError> {
    let practice = shell.practice().await?;
    let desktop = Arc::clone(&shell.desktop);
    let progress = move |done, of| desktop.say(Said::Progress { done, of });
    Ok(backup::copy_outside(&practice, &shell.stop_for_copies(), progress).await?)
}

/// Stops the copy that is under way; nothing of it stays.
#[tauri::command]
#[specta::specta]
pub async fn copies_stop(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.practice().await?.permit(Permission::MakeBackups).await?;
    shell.stop_copies();
    Ok(())
}
