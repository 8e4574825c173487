//! Goes back to a backup: the records of its day take the place of those that are there, which are kept.

use std::fmt;
use std::path::{Path, PathBuf};

use hegu_vault::{Opened, Passphrase, Role, Status, VaultFile};
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::{self, Action};
use crate::backup::{Chosen, Vouched};
use crate::db::migrate::{self, Standing};
use crate::db::{Connection, Open, check};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::practice::Practice;

use super::unlock::{Try, enter};
use super::{FolderLock, Premises, attempts, database, files, vault_json};

/// Which backup, and what opens it.
#[derive(Deserialize, Type)]
pub struct RestoreBackup {
    /// The folder it is in, as it was listed.
    pub backup: String,
    /// An owner's passphrase of its day.
    pub passphrase: String,
}

impl Drop for RestoreBackup {
    fn drop(&mut self) {
        self.passphrase.zeroize();
    }
}

impl fmt::Debug for RestoreBackup {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RestoreBackup(redacted)")
    }
}

/// Goes back to a backup and opens it. It is copied beside the records of now, read through and compared with what its
/// key vouches for, and only then the one replacement of the key file makes it count: until that moment, whatever fails,
/// everything is as it was. The replaced records stay in the folder, with the key file that opens them.
pub async fn restore(premises: &Premises, input: RestoreBackup) -> Result<Practice> {
    let folder = &premises.folder;
    let chosen = Chosen::find(folder, &input.backup)?;
    let vault = chosen.vault()?;
    let lock = FolderLock::take(folder)?;
    let (owner, opened) = open_as_owner(premises, &vault, &input.passphrase).await?;
    let key = opened.master.backup_key(vault.vault_id());
    let backup = chosen.vouched(&key, vault.database().epoch())?;
    let made_at = backup.made_at();
    let (file, missing) = bring_in(folder, &vault, &opened, backup).await?;
    let vault = vault.with_database(&file).map_err(|error| vault_json::trouble(folder, error))?;
    set_aside(folder, premises.clock.now())?;
    vault_json::write(folder, &vault, &opened.master)?;
    let practice = enter(premises, vault, opened, lock, &migrate::MIGRATIONS).await?;
    let mut change = practice.change(Action::Restored).await?;
    change.note("made_at", made_at);
    change.note("missing_files", missing);
    change.commit(PersonId::parse(&owner)?).await?;
    attempts::forget(folder, &owner)?;
    // What this computer remembers is the end that was given up, knowingly.
    audit::note_outside(&practice).await?;
    Ok(practice)
}

/// Tries the passphrase as each owner of that day.
async fn open_as_owner(premises: &Premises, vault: &VaultFile, passphrase: &str) -> Result<(String, Opened)> {
    let owners = vault
        .people()
        .iter()
        .filter(|slot| slot.role() == Role::Owner && slot.status() == Status::Active)
        .map(|slot| slot.id().to_owned());
    let mut refused = Error::BackupDamaged;
    for person in owners {
        let (folder, clock) = (premises.folder.as_path(), premises.clock);
        let trying = Try { folder, vault, person: &person, device: None, clock };
        match trying.with(Passphrase::new(passphrase.to_owned()), premises.effort.bounds).await {
            Ok((opened, _)) => return Ok((person, opened)),
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

/// Copies the backup in under a name of its own and reads it through; that name, and how many of its files are nowhere.
async fn bring_in(
    folder: &Path,
    vault: &VaultFile,
    opened: &Opened,
    backup: Vouched,
) -> Result<(String, usize)> {
    let databases = database::folder_of(folder);
    let made = files::private_folder(&databases);
    made.map_err(|error| Error::disk("make the folder of the records", error))?;
    let file = free_name(&databases, vault.database().epoch())?;
    let path = databases.join(&file);
    let (to, practice) = (path.clone(), folder.to_path_buf());
    let work = move || -> Result<(Vouched, usize)> {
        backup.copy_database(&to)?;
        let missing = backup.put_files_back(&practice)?;
        Ok((backup, missing))
    };
    let copied = tokio::task::spawn_blocking(work).await;
    let copied = copied.map_err(|error| Error::unexpected("copy a backup", error))?;
    let checked = match copied {
        Ok((backup, missing)) => is_whole(&path, vault, opened, &backup).await.map(|()| missing),
        Err(error) => Err(error),
    };
    match checked {
        Ok(missing) => Ok((file, missing)),
        Err(error) => {
            // Nothing points at it.
            drop(database::remove_with_log(&path));
            Err(error)
        }
    }
}

/// Reads the copy through, as it will be opened.
async fn is_whole(path: &Path, vault: &VaultFile, opened: &Opened, backup: &Vouched) -> Result<()> {
    let key = opened.master.database_key(vault.vault_id());
    let connection = Connection::open(path, &key, Open::Existing).await;
    let mut connection = connection.map_err(|_| Error::BackupDamaged)?;
    let read = async {
        let faults = check::faults(&mut connection).await?;
        let end = audit::end_of_chain(&mut connection).await?;
        let standing = migrate::standing(&mut connection, &migrate::MIGRATIONS).await?;
        Ok::<_, Error>((faults.is_empty() && backup.ends_with(&end), standing))
    };
    let read = read.await;
    connection.close().await?;
    match read {
        // Known before anything is replaced: this program could open neither these records nor, then, those of now.
        Ok((true, Standing::Newer)) => Err(database::newer()),
        Ok((true, _)) => Ok(()),
        // A page that cannot be read is an error of the statement that met it.
        Ok((false, _)) | Err(_) => Err(Error::BackupDamaged),
    }
}

/// The name after the last one of this epoch.
fn free_name(databases: &Path, epoch: u32) -> Result<String> {
    let entries = std::fs::read_dir(databases).map_err(|error| Error::disk("look at the records", error))?;
    let beginning = format!("practice.e{epoch}.");
    let number = |name: String| name.strip_prefix(&beginning)?.split('.').next()?.parse::<u32>().ok();
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let last = names.filter_map(number).max().unwrap_or(0);
    Ok(format!("{beginning}{}.db", last.saturating_add(1)))
}

/// Keeps the key file of the records that are replaced under a name that nothing else takes.
fn set_aside(folder: &Path, now: i64) -> Result<()> {
    let path: PathBuf = vault_json::path(folder);
    match std::fs::read(&path) {
        Ok(bytes) => files::replace(&folder.join(format!("vault.json.replaced-{now}")), &bytes)
            .map_err(|error| Error::disk("keep the key file", error)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::disk("keep the key file", error)),
    }
}
