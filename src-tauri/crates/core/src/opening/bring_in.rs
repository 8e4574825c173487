//! Goes back to a backup, in two steps. First it is brought in beside the records of now, read through and shown; only
//! then, at a word, it takes their place, and they are kept.

use std::fmt;
use std::path::{Path, PathBuf};

use hegu_vault::{MasterKey, Opened, Passphrase, VaultFile};
use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroize;

use crate::attachments::{self, KeptFile};
use crate::audit::{self, Action};
use crate::backup::{BackupView, Chosen, Vouched};
use crate::blocking::blocking;
use crate::db::migrate::{self, Standing};
use crate::db::{Connection, Open, check};
use crate::error::{Error, Result, Trouble};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::practice::Practice;

use super::recover::{self, Renewed};
use super::take_place::{move_in, put_back, set_aside};
use super::unlock::{enter, try_as_owner};
use super::{FolderLock, Premises, UnlockWithRecoveryCode, attempts, database, files, place, vault_json};

/// Which backup.
#[derive(Debug, Clone)]
pub enum BackupSource {
    /// One on this computer, by the folder it is in, as it was listed.
    Here(String),
    /// The file of a copy.
    Copy(PathBuf),
}

/// What opens a backup.
#[derive(Deserialize, Type)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum BackupSecret {
    /// An owner's passphrase of its day.
    Passphrase {
        /// The passphrase.
        passphrase: String,
    },
    /// The recovery code of its day, with the passphrase that the owner has from now on.
    RecoverySheet(UnlockWithRecoveryCode),
}

impl Drop for BackupSecret {
    fn drop(&mut self) {
        if let Self::Passphrase { passphrase } = self {
            passphrase.zeroize();
        }
    }
}

impl fmt::Debug for BackupSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("BackupSecret(redacted)")
    }
}

/// What was found in a backup that was brought in and read through.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct BackupFound {
    /// The name of the practice in it.
    pub practice_name: String,
    /// When its records were copied (UTC milliseconds).
    pub at: Moment,
    /// How many clients are in it.
    #[specta(type = i32)]
    pub clients: i64,
    /// How many signed notes.
    #[specta(type = i32)]
    pub notes: i64,
    /// When the last of them was signed.
    pub last_note: Option<Moment>,
    /// How many of the files beside the records, such as sheets that were given, are nowhere any more.
    #[specta(type = i32)]
    pub missing_files: usize,
    /// The name of the practice whose records it would replace; nothing where there are none.
    pub replaces: Option<String>,
}

/// A backup beside the records of now: read through, and not in force. Nothing of it stays when it is dropped.
#[derive(Debug)]
pub struct BroughtIn {
    lock: FolderLock,
    vault: VaultFile,
    way: Way,
    records: Unpointed,
    found: BackupFound,
}

/// How it was opened.
#[derive(Debug)]
enum Way {
    Passphrase(Opened),
    RecoverySheet(Box<Renewed>),
}

impl Way {
    fn master(&self) -> &MasterKey {
        match self {
            Self::Passphrase(opened) => &opened.master,
            Self::RecoverySheet(renewed) => &renewed.opened.master,
        }
    }
}

/// A database that nothing points at, and files beside it: they go with their folder, unless they were moved.
#[derive(Debug)]
struct Unpointed {
    folder: PathBuf,
}

impl Unpointed {
    /// An empty folder for it. What an interrupted step left there goes first.
    fn make(practice: &Path) -> Result<Self> {
        let folder = incoming(practice);
        clear_incoming(practice)?;
        let made = files::private_folder(&folder);
        made.map_err(|error| Error::disk("make the folder of a backup", error))?;
        Ok(Self { folder })
    }

    fn path(&self) -> PathBuf {
        self.folder.join("records.db")
    }
}

impl Drop for Unpointed {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            // The next one that is brought in removes it first.
            tracing::warn!(%error, "a backup that was brought in stays on the disk");
        }
    }
}

fn incoming(practice: &Path) -> PathBuf {
    practice.join("incoming")
}

/// Removes what a step that was interrupted left.
pub(super) fn clear_incoming(practice: &Path) -> Result<()> {
    match std::fs::remove_dir_all(incoming(practice)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::disk("remove a backup that was brought in", error))
        }
        _ => Ok(()),
    }
}

/// Copies a backup in beside the records of now and reads it through. Nothing of those is touched, whatever becomes of
/// this one.
pub async fn bring_in(premises: &Premises, source: BackupSource, secret: BackupSecret) -> Result<BroughtIn> {
    let folder = &premises.folder;
    let chosen = match source {
        BackupSource::Here(name) => Chosen::find(folder, &name)?,
        BackupSource::Copy(file) => Chosen::in_file(file),
    };
    bring_in_chosen(premises, chosen, secret).await
}

/// The same with a backup that was found already.
pub(crate) async fn bring_in_chosen(
    premises: &Premises,
    chosen: Chosen,
    secret: BackupSecret,
) -> Result<BroughtIn> {
    let folder = &premises.folder;
    let vault = chosen.vault()?;
    let replaces = vault_json::read(folder).ok().map(|now| now.practice().to_owned());
    if replaces.is_none() {
        place::check(folder)?;
        files::private_folder(folder).map_err(|error| Error::disk("make the practice's folder", error))?;
    }
    let lock = FolderLock::take(folder)?;
    let way = open_with(premises, &vault, secret).await.map_err(of_the_backup)?;
    let backup = chosen.vouched(&vault, way.master())?;
    let records = Unpointed::make(folder)?;
    let (to, into) = (records.path(), records.folder.clone());
    let (practice, key_file) = (folder.to_path_buf(), vault.clone());
    let work = move || {
        let copied = backup.bring_in((&key_file, way.master()), &to, (&into, &practice));
        (copied, backup, way)
    };
    let (copied, backup, way) = blocking("copy a backup", work).await?;
    copied?;
    let files = is_whole(&records.path(), &vault, way.master(), &backup).await?;
    let (into, practice) = (records.folder.clone(), folder.to_path_buf());
    let work = move || (backup.bring_files_in(&files, &into, &practice), backup);
    let (missing_files, backup) = blocking("bring files in", work).await?;
    let missing_files = missing_files?;
    let BackupView { at, clients, notes, last_note, .. } = backup.view();
    let practice_name = vault.practice().to_owned();
    let found = BackupFound { practice_name, at, clients, notes, last_note, missing_files, replaces };
    Ok(BroughtIn { lock, vault, way, records, found })
}

impl BroughtIn {
    /// What is in it.
    pub fn found(&self) -> BackupFound {
        self.found.clone()
    }
}

/// Has the backup take the place of the records of now, and opens it. The one replacement of the key file makes it count:
/// until that moment, whatever fails, everything is as it was. The replaced records stay in the folder, with the key file
/// that opens them.
pub async fn switch_to(premises: &Premises, brought: BroughtIn) -> Result<Practice> {
    let folder = &premises.folder;
    let BroughtIn { lock, vault, way, records, found } = brought;
    let file = move_in(folder, &vault, &records.folder, &records.path())?;
    let vault = vault.with_database(&file).map_err(|error| vault_json::trouble(folder, error))?;
    let replaced = set_aside(folder, premises.clock.now())?;
    vault_json::write(folder, &vault, way.master())?;
    let entered = enter_by(premises, vault, way, lock).await;
    let (practice, renewed) = match entered {
        Ok(entered) => entered,
        Err(error) => {
            // Older records are brought up only now, and that can fail: then those of before are in force again.
            put_back(folder, replaced.as_deref());
            return Err(error);
        }
    };
    let id = practice.actor().id;
    let mut change = practice.change(Action::Restored).await?;
    change.note("made_at", found.at.millis());
    change.note("missing_files", found.missing_files);
    change.commit(id).await?;
    if let Some(NewPassphrase { changed, owner, public_key }) = renewed {
        recover::settle(&practice, changed, &PersonId::parse(&owner)?, &public_key).await?;
    }
    // What this computer remembers is the end that was given up, knowingly.
    audit::note_outside(&practice).await?;
    Ok(practice)
}

/// The passphrase that the recovery sheet brought, which is not in force yet.
struct NewPassphrase {
    changed: VaultFile,
    owner: String,
    public_key: [u8; 32],
}

async fn enter_by(
    premises: &Premises,
    vault: VaultFile,
    way: Way,
    lock: FolderLock,
) -> Result<(Practice, Option<NewPassphrase>)> {
    match way {
        Way::Passphrase(opened) => {
            attempts::forget(&premises.folder, &opened.person)?;
            Ok((enter(premises, vault, opened, lock, &migrate::MIGRATIONS).await?, None))
        }
        Way::RecoverySheet(renewed) => {
            let Renewed { opened, changed, owner } = *renewed;
            let public_key = opened.signing.public();
            let practice = enter(premises, vault, opened, lock, &migrate::MIGRATIONS).await?;
            Ok((practice, Some(NewPassphrase { changed, owner, public_key })))
        }
    }
}

async fn open_with(premises: &Premises, vault: &VaultFile, mut secret: BackupSecret) -> Result<Way> {
    match &mut secret {
        BackupSecret::Passphrase { passphrase } => {
            let passphrase = Passphrase::new(std::mem::take(passphrase));
            let (opened, _) = try_as_owner(premises, vault, passphrase).await?;
            Ok(Way::Passphrase(opened))
        }
        BackupSecret::RecoverySheet(input) => {
            let renewed = recover::renew(premises, vault.clone(), input).await?;
            Ok(Way::RecoverySheet(Box::new(renewed)))
        }
    }
}

/// Reads the copy through, as it will be opened; the files beside it that it names.
async fn is_whole(
    path: &Path,
    vault: &VaultFile,
    master: &MasterKey,
    backup: &Vouched,
) -> Result<Vec<KeptFile>> {
    let key = master.database_key(vault.vault_id());
    let connection = Connection::open(path, &key, Open::Existing).await;
    let mut connection = connection.map_err(|_| Error::BackupDamaged)?;
    let read = async {
        let faults = check::faults(&mut connection).await?;
        let end = audit::end_of_chain(&mut connection).await?;
        let standing = migrate::standing(&mut connection, &migrate::MIGRATIONS).await?;
        let files = attachments::all_kept(&mut connection).await?;
        Ok::<_, Error>((faults.is_empty() && backup.ends_with(&end), standing, files))
    };
    let read = read.await;
    connection.close().await?;
    match read {
        // Known before anything is replaced: this program could open neither these records nor, then, those of now.
        Ok((true, Standing::Newer, _)) => Err(database::newer()),
        Ok((true, _, files)) => Ok(files),
        // A page that cannot be read is an error of the statement that met it.
        Ok((false, ..)) | Err(_) => Err(Error::BackupDamaged),
    }
}

/// What is wrong with the key file of a backup is no trouble of the practice that is here.
fn of_the_backup(error: Error) -> Error {
    match error {
        Error::Trouble(Trouble::VaultDamaged { .. }) => Error::BackupDamaged,
        other => other,
    }
}
