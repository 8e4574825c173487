//! Tries whether the records would come back: all the steps of going back to a backup but the last one.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::opening::{self, BackupFound, BackupSecret, Premises, ProveSelf};
use crate::people::Permission;
use crate::practice::Practice;

use super::chosen::Chosen;
use super::keys::Keys;
use super::{outside, store};

/// So long after the last try, or after the practice was made, another one is offered.
const A_MONTH: i64 = 30 * 24 * 60 * 60 * 1000;

/// The passphrase of the owner who tries it, as they would have to give it.
#[derive(Deserialize, Type)]
pub struct TryRestore {
    /// Their passphrase.
    pub passphrase: String,
}

impl Drop for TryRestore {
    fn drop(&mut self) {
        self.passphrase.zeroize();
    }
}

impl fmt::Debug for TryRestore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TryRestore(redacted)")
    }
}

/// A try that brought everything back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TriedRestore {
    /// When it was tried (UTC milliseconds).
    #[specta(type = i32)]
    pub at: i64,
    /// Whether it was a copy from outside this computer; otherwise it was a backup on it.
    pub from_outside: bool,
    /// When the records in it were copied (UTC milliseconds).
    #[specta(type = i32)]
    pub made: i64,
    /// How many clients came back.
    #[specta(type = i32)]
    pub clients: i64,
    /// How many signed notes.
    #[specta(type = i32)]
    pub notes: i64,
    /// How many files beside the records, such as sheets that were given, did not come back.
    #[specta(type = i32)]
    pub missing_files: usize,
}

/// Brings the newest copy from outside this computer, or the newest backup where there is none, into a folder of its own,
/// opens it with the passphrase, reads it through and removes it. Nothing of the records is touched. A wrong passphrase
/// counts as at the door; one that is right now and was not when the backup was made is [`Error::WrongPassphrase`] too.
pub async fn try_restore(practice: &Practice, input: TryRestore) -> Result<TriedRestore> {
    practice.permit(Permission::MakeBackups).await?;
    opening::prove(practice, ProveSelf { passphrase: input.passphrase.clone() }).await?;
    let (chosen, from_outside) = newest(practice).await?;
    let desk = Desk::make(practice.folder())?;
    let premises = Premises {
        folder: desk.0.clone(),
        clock: practice.clock(),
        ids: crate::IdSource::Random,
        effort: practice.effort(),
        keyring: practice.keyring().clone(),
    };
    let secret = BackupSecret::Passphrase { passphrase: input.passphrase.clone() };
    let brought = opening::bring_in_chosen(&premises, chosen, secret).await?;
    let BackupFound { at, clients, notes, missing_files, .. } = brought.found();
    drop(brought);
    drop(desk);
    let tried =
        TriedRestore { at: practice.now(), from_outside, made: at.millis(), clients, notes, missing_files };
    write(practice.folder(), &tried)?;
    practice.change(Action::RestoreTried).await?.commit(practice.actor().id).await?;
    Ok(tried)
}

/// Whether trying is offered: to whoever may, a month after the last time.
pub async fn try_restore_wanted(practice: &Practice) -> Result<bool> {
    if !practice.actor().role.may(Permission::MakeBackups) {
        return Ok(false);
    }
    let created = practice.live().await?.as_ref().ok_or(Error::Locked)?.vault.created_ms();
    let since = last_tried(practice.folder()).map_or(created, |tried| tried.at);
    Ok(practice.now() - since > A_MONTH)
}

/// The last try that brought everything back.
pub(super) fn last_tried(practice: &Path) -> Option<TriedRestore> {
    serde_json::from_slice(&std::fs::read(path(practice)).ok()?).ok()
}

async fn newest(practice: &Practice) -> Result<(Chosen, bool)> {
    if let Some(file) = outside::newest_good(practice).await? {
        return Ok((Chosen::in_file(file), true));
    }
    let keys = Keys::of(practice).await?;
    let newest = store::newest_of(&store::folder_of(practice.folder()), &keys);
    let newest = newest.map_err(|error| Error::disk("look for backups", error))?;
    let (name, _) = newest.ok_or(Error::NotFound)?;
    Ok((Chosen::find(practice.folder(), &name)?, false))
}

fn write(practice: &Path, tried: &TriedRestore) -> Result<()> {
    let bytes = serde_json::to_vec(tried).map_err(|error| Error::unexpected("remember a try", error))?;
    opening::replace(&path(practice), &bytes).map_err(|error| Error::disk("remember a try", error))
}

fn path(practice: &Path) -> PathBuf {
    store::folder_of(practice).join("tried.json")
}

/// A folder in which a backup is tried. Everything in it is encrypted, and it goes when this does.
struct Desk(PathBuf);

impl Desk {
    fn make(practice: &Path) -> Result<Self> {
        let folder = practice.join("trying");
        let cleared = match std::fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => opening::private_folder(&folder),
        };
        cleared.map_err(|error| Error::disk("make a folder to try a backup in", error))?;
        Ok(Self(folder))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            // The next try removes it first.
            tracing::warn!(%error, "a backup that was tried stays on the disk");
        }
    }
}
