//! Makes a backup, and counts it only after reading it back.

use std::path::Path;

use chrono::DateTime;
use hegu_vault::{BackupKey, DatabaseKey, VaultFile};

use crate::audit::{self, Action, Outcome};
use crate::db::copy::Step;
use crate::db::{Connection, Open, check};
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::opening;
use crate::people::{Actor, Permission};
use crate::practice::Practice;
use crate::slice::Slice;

use super::keys::Keys;
use super::manifest::Manifest;
use super::model::{BackupKind, BackupView, FailedBackup};
use super::{due, store, superseded};

/// Makes a backup because somebody asked for it. `progress` hears how many pages are copied, of how many.
pub async fn make(practice: &Practice, progress: impl FnMut(i64, i64) + Send) -> Result<BackupView> {
    practice.permit(Permission::MakeBackups).await?;
    attempt(practice, BackupKind::ByHand, progress).await
}

/// Makes the backup that is due whenever the records are closed, if anything was done since the last one. Whatever
/// becomes of it, the records are closed after it; a failure is remembered and shown.
pub async fn before_closing(practice: &Practice) {
    let made = async {
        if due::moved_on(practice).await? {
            attempt(practice, BackupKind::Closing, |_, _| {}).await?;
        }
        Ok::<_, Error>(())
    };
    match made.await {
        // Closed already: there is nothing to be copied.
        Ok(()) | Err(Error::Locked) => {}
        Err(error) => tracing::error!(%error, "backup before closing"),
    }
}

/// One try, and a note of how it ended.
pub(super) async fn attempt(
    practice: &Practice,
    kind: BackupKind,
    mut progress: impl FnMut(i64, i64) + Send,
) -> Result<BackupView> {
    let _one_at_a_time = practice.backing_up().await;
    // Nobody has to sit there: it is made while the practice rests, too.
    let door = practice.at_door(Actor::clone(practice.actor()));
    let folder = store::folder_of(practice.folder());
    let made = put_together(&door, kind, &folder, &mut progress).await;
    let failed = match &made {
        Ok(_) | Err(Error::Locked) => None,
        Err(error) => Some(FailedBackup { at: door.now(), disk_full: matches!(error, Error::DiskFull) }),
    };
    if let Err(error) = store::note_end(&folder, failed) {
        tracing::warn!(%error, "note how a backup ended");
    }
    practice.tell(vec![Slice::Backups]);
    let view = made?;
    let mut change = door.change(Action::BackedUp).await?;
    change.note("reason", kind.name());
    change.end(Outcome::Done).await?;
    Ok(view)
}

async fn put_together(
    door: &Practice,
    kind: BackupKind,
    folder: &Path,
    progress: &mut (dyn FnMut(i64, i64) + Send),
) -> Result<BackupView> {
    let disk = |error| Error::disk("make a backup", error);
    let unfinished = store::begin(folder).map_err(disk)?;
    let made = async {
        let copied = copy(door, &unfinished, progress).await?;
        let found = read_back(&copied, &unfinished).await?;
        let (practice, backups) = (door.folder().to_path_buf(), folder.to_path_buf());
        let ids = found.files.clone();
        let missing = blocking(move || store::copy_files(&practice, &backups, &ids)).await?;
        let path = unfinished.join("db").join(copied.vault.database().file());
        let (sha256, bytes) = blocking(move || store::digest(&path)).await?;
        let manifest = Manifest {
            format: Manifest::format(),
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            vault_id: copied.vault.vault_id().as_str().to_owned(),
            epoch: copied.vault.database().epoch(),
            at: door.now(),
            kind,
            database: copied.vault.database().file().to_owned(),
            bytes,
            sha256,
            audit_seq: copied.end.0,
            audit_head: hex::encode(&copied.end.1),
            clients: found.clients,
            notes: found.notes,
            last_note: found.last_note,
            files: found.files.iter().map(|id| id.file_stem()).collect(),
            missing,
        };
        let made_at = DateTime::from_timestamp_millis(manifest.at).unwrap_or_default();
        let name = format!("{}-{}", made_at.format("%Y%m%dT%H%M%S%3fZ"), kind.name());
        store::finish(&unfinished, &name, &manifest.to_text(&copied.vouching)).map_err(disk)?;
        if let Err(error) = store::prune(folder, &Keys::of(door).await?) {
            tracing::warn!(%error, "remove backups that are not needed any more");
        }
        let in_force = copied.vault.database().file();
        if let Err(error) = superseded::forget(door.folder(), in_force, door.now()) {
            tracing::warn!(%error, "remove records that were replaced long ago");
        }
        Ok(manifest.view(name))
    };
    let made = made.await;
    if made.is_err() {
        store::give_up(&unfinished);
    }
    made
}

/// A copy of the database with the key file that opens it.
struct Copied {
    vault: VaultFile,
    key: DatabaseKey,
    /// Vouches for it. It belongs to this key file: the practice may have another key by the time it is asked for.
    vouching: BackupKey,
    /// The end of the audit at the moment of the copy: number and hash.
    end: (i64, Vec<u8>),
}

/// Steps through the database. Between two steps every other act goes on, and what it writes goes into the copy; the key
/// file and the end of the audit are those of the last step.
async fn copy(
    door: &Practice,
    unfinished: &Path,
    progress: &mut (dyn FnMut(i64, i64) + Send),
) -> Result<Copied> {
    {
        let mut guard = door.live().await?;
        let live = guard.as_mut().ok_or(Error::Locked)?;
        let file = unfinished.join("db").join(live.vault.database().file());
        let live_file = opening::databases(door.folder()).join(live.vault.database().file());
        let needed = std::fs::metadata(live_file).map(|file| file.len()).unwrap_or(0).saturating_mul(5) / 2;
        if store::free(unfinished).is_some_and(|free| free < needed) {
            return Err(Error::DiskFull);
        }
        let key = live.master.database_key(live.vault.vault_id());
        live.connection.begin_copy(&file, &key).await?;
    }
    let mut pages = 0;
    loop {
        let mut guard = door.live().await?;
        let live = guard.as_mut().ok_or(Error::Locked)?;
        match live.connection.step_copy().await {
            Ok(Step::More { done, of }) => {
                pages = of;
                progress(done, of);
            }
            Ok(Step::Complete) => {
                live.connection.end_copy().await?;
                progress(pages, pages);
                let end = audit::end_of_chain(&mut live.connection).await?;
                let key = live.master.database_key(live.vault.vault_id());
                let vouching = live.master.backup_key(live.vault.vault_id());
                let bytes = live.vault.to_bytes(&live.master);
                let seal_to = live.master.copy_key(live.vault.vault_id()).public();
                opening::replace(&unfinished.join("vault.json"), &bytes)
                    .and_then(|()| store::write_copy_key(unfinished, &seal_to))
                    .map_err(|error| Error::disk("write the key file of a backup", error))?;
                return Ok(Copied { vault: live.vault.clone(), key, vouching, end });
            }
            Err(error) => {
                // That the copy failed is what counts; its remains are removed with its folder.
                drop(live.connection.end_copy().await);
                return Err(error);
            }
        }
    }
}

/// What was found in the copy.
struct ReadBack {
    clients: i64,
    notes: i64,
    last_note: Option<i64>,
    files: Vec<AttachmentId>,
}

/// Opens the copy as a restore would, reads every page of it and compares the end of the audit.
async fn read_back(copied: &Copied, unfinished: &Path) -> Result<ReadBack> {
    let file = unfinished.join("db").join(copied.vault.database().file());
    let mut copy = Connection::open(&file, &copied.key, Open::Existing)
        .await
        .map_err(|failure| Error::unexpected("open a backup", format!("{failure:?}")))?;
    let read = async {
        let faults = check::faults(&mut copy).await?;
        if !faults.is_empty() || audit::end_of_chain(&mut copy).await? != copied.end {
            return Err(Error::unexpected("read a backup back", "it is not what was copied"));
        }
        // A backup is of everything, so it counts in the tables of everybody.
        let (clients, notes, last_note) = sqlx::query_as(
            "SELECT (SELECT count(*) FROM clients_client), (SELECT count(*) FROM notes_note),
                 (SELECT max(signed_at) FROM notes_note)",
        )
        .fetch_one(&mut *copy)
        .await?;
        let ids: Vec<String> =
            sqlx::query_scalar("SELECT id FROM attachments_file ORDER BY id").fetch_all(&mut *copy).await?;
        let files = ids.iter().map(|id| AttachmentId::parse(id)).collect::<Result<_>>()?;
        Ok(ReadBack { clients, notes, last_note, files })
    };
    let read = read.await;
    let closed = copy.close().await;
    let read = read?;
    closed?;
    Ok(read)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Error::unexpected("make a backup", error))?
        .map_err(|error| Error::disk("make a backup", error))
}
