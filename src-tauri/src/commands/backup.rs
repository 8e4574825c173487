//! Backups on this computer, and going back to one.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use hegu_core::Error;
use hegu_core::backup::{self, BackupView, BackupsView, CopyAtHand, FilesFound, TriedRestore, TryRestore};
use hegu_core::opening::{self, BackupFound, BackupSecret, BackupSource};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use crate::command_error::CommandError;
use crate::desktop::Said;
use crate::outgoing::blocking;
use crate::session::Shell;

/// How long a backup that was brought in waits for a word: its keys are in memory.
const HELD_FOR: Duration = Duration::from_secs(5 * 60);

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

/// Tries whether the newest copy, or the newest backup where there is none, would bring the records back.
#[tauri::command]
#[specta::specta]
pub async fn backup_try(shell: State<'_, Shell>, input: TryRestore) -> Result<TriedRestore, CommandError> {
    Ok(backup::try_restore(&shell.practice().await?, input).await?)
}

/// Reads the files beside the records through.
#[tauri::command]
#[specta::specta]
pub async fn backup_check_files(shell: State<'_, Shell>) -> Result<FilesFound, CommandError> {
    Ok(backup::check_files(&shell.practice().await?).await?)
}

/// Puts damaged ones back from the backups.
#[tauri::command]
#[specta::specta]
pub async fn backup_put_files_back(shell: State<'_, Shell>) -> Result<FilesFound, CommandError> {
    Ok(backup::put_files_back(&shell.practice().await?).await?)
}

/// The backups of a closed practice, newest first.
#[tauri::command]
#[specta::specta]
pub async fn backup_at_door(shell: State<'_, Shell>) -> Result<Vec<BackupView>, CommandError> {
    shell.at_closed_door().await?;
    Ok(backup::at_door(&shell.premises.folder)?)
}

/// A copy that was picked.
#[derive(Debug, Serialize, Type)]
pub struct PickedCopy {
    /// What it says of itself; nothing when the dialog was closed.
    copy: Option<CopyAtHand>,
}

/// Asks for the file of a copy. Its path stays on this side.
#[tauri::command]
#[specta::specta]
pub async fn backup_pick_copy(shell: State<'_, Shell>) -> Result<PickedCopy, CommandError> {
    shell.at_closed_door().await?;
    let desktop = Arc::clone(&shell.desktop);
    let Some(file) = blocking(move || desktop.ask_for_copy()).await? else {
        return Ok(PickedCopy { copy: None });
    };
    let looked_at = file.clone();
    let copy = blocking(move || backup::look_at_copy(&looked_at)).await??;
    *shell.picked_copy.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    Ok(PickedCopy { copy: Some(copy) })
}

/// A backup and what opens it.
#[derive(Debug, Deserialize, Type)]
pub struct BringInBackup {
    /// The folder it is in, as it was listed; nothing for the copy that was picked.
    backup: Option<String>,
    /// What opens it.
    secret: BackupSecret,
}

/// Brings a backup in beside the records of now, reads it through and says what is in it.
#[tauri::command]
#[specta::specta]
pub async fn backup_bring_in(
    shell: State<'_, Shell>,
    input: BringInBackup,
) -> Result<BackupFound, CommandError> {
    shell.at_closed_door().await?;
    // Not the session: a stick that does not answer must not keep the window from closing.
    let mut brought = shell.brought_in.lock().await;
    // The one before holds the folder.
    *brought = None;
    let source = match input.backup {
        Some(name) => BackupSource::Here(name),
        None => BackupSource::Copy(shell.picked_copy().ok_or(Error::NotFound)?),
    };
    let new = opening::bring_in(&shell.premises, source, input.secret).await?;
    shell.at_closed_door().await?;
    let found = new.found();
    *brought = Some((Instant::now(), new));
    Ok(found)
}

/// Has the backup that was brought in take the place of the records of now, and opens it. A second click while the first
/// one succeeds finds it open.
#[tauri::command]
#[specta::specta]
pub async fn backup_switch(shell: State<'_, Shell>) -> Result<(), CommandError> {
    let mut session = shell.session.lock().await;
    if session.is_closed() {
        let (at, brought) = shell.brought_in.lock().await.take().ok_or(Error::NotFound)?;
        if at.elapsed() > HELD_FOR {
            return Err(Error::NotFound.into());
        }
        let practice = opening::switch_to(&shell.premises, brought).await?;
        shell.seat(&mut session, practice);
    }
    Ok(())
}

/// Lets go of a backup that was brought in: everything stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn backup_give_up(shell: State<'_, Shell>) -> Result<(), CommandError> {
    shell.let_go_of_backup().await;
    Ok(())
}

impl Shell {
    /// Refuses while a practice is open: what it has is for those who may see it.
    pub(super) async fn at_closed_door(&self) -> Result<(), Error> {
        if self.session.lock().await.is_closed() { Ok(()) } else { Err(Error::NotPermitted) }
    }

    fn picked_copy(&self) -> Option<PathBuf> {
        self.picked_copy.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Also when the page that asked for it is gone.
    pub(super) async fn let_go_of_backup(&self) {
        *self.brought_in.lock().await = None;
    }

    /// The same without waiting for one that is just being brought in, whose stick may not answer.
    pub(crate) fn let_go_of_backup_at_once(&self) {
        if let Ok(mut brought) = self.brought_in.try_lock() {
            *brought = None;
        }
    }

    /// One that nobody decided about is no door for whoever comes by.
    pub(crate) fn let_go_of_old_backup(&self) {
        if let Ok(mut brought) = self.brought_in.try_lock()
            && brought.as_ref().is_some_and(|(at, _)| at.elapsed() > HELD_FOR)
        {
            *brought = None;
        }
    }
}
