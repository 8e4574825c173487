//! What makes a copy of the records a backup: it is opened, read through, described, and only then gets its name.

use std::path::Path;

use hegu_vault::{BackupKey, DatabaseKey, MasterKey, VaultFile};

use crate::attachments::{self, KeptFile};
use crate::audit;
use crate::blocking::blocking;
use crate::db::{Connection, Open, check};
use crate::error::{Error, Result};
use crate::opening;

use super::manifest::Manifest;
use super::model::{BackupKind, BackupView};
use super::{files, store};

/// A copy of the database with the key file that opens it.
pub(super) struct Copied {
    vault: VaultFile,
    key: DatabaseKey,
    /// Vouches for it. It belongs to this key file: the practice may have another key by the time it is asked for.
    vouching: BackupKey,
    /// The end of the audit at the moment of the copy: number and hash.
    end: (i64, Vec<u8>),
}

impl Copied {
    /// Lays the key file of this moment beside the copy that was just made.
    pub(super) fn with_key_file(
        unfinished: &Path,
        vault: &VaultFile,
        master: &MasterKey,
        end: (i64, Vec<u8>),
    ) -> Result<Self> {
        let id = vault.vault_id();
        opening::replace(&unfinished.join("vault.json"), &vault.to_bytes(master))
            .and_then(|()| store::write_copy_key(unfinished, &master.copy_key(id).public()))
            .map_err(|error| Error::disk("write the key file of a backup", error))?;
        let (key, vouching) = (master.database_key(id), master.backup_key(id));
        Ok(Self { vault: vault.clone(), key, vouching, end })
    }
}

/// A backup that has its name.
pub(super) struct Finished {
    pub(super) view: BackupView,
    /// The name of the database that was copied.
    pub(super) database: String,
}

/// Reads the copy back, takes the files beside the records along, and gives the backup its name.
pub(super) async fn finish(
    unfinished: &Path,
    practice: &Path,
    copied: Copied,
    (kind, at): (BackupKind, i64),
) -> Result<Finished> {
    let database = copied.vault.database();
    let path = unfinished.join("db").join(database.file());
    let found = read_back(&copied, &path).await?;
    let (from, backups) = (practice.to_path_buf(), store::folder_of(practice));
    let files = found.files.iter().map(|kept| kept.id.file_stem()).collect();
    let missing = on_disk(move || files::take_along(&from, &backups, &found.files)).await?;
    let (sha256, bytes) = on_disk(move || store::digest(&path)).await?;
    let manifest = Manifest {
        format: Manifest::format(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        vault_id: copied.vault.vault_id().as_str().to_owned(),
        epoch: database.epoch(),
        at,
        kind,
        database: database.file().to_owned(),
        bytes,
        sha256,
        audit_seq: copied.end.0,
        audit_head: hex::encode(&copied.end.1),
        clients: found.clients,
        notes: found.notes,
        last_note: found.last_note,
        files,
        missing,
    };
    let name = format!("{}-{}", store::time_in_name(at), kind.name());
    let name = store::finish(unfinished, &name, &manifest.to_text(&copied.vouching))
        .map_err(|error| Error::disk("make a backup", error))?;
    let database = manifest.database.clone();
    Ok(Finished { view: manifest.view(name), database })
}

/// What was found in the copy.
struct ReadBack {
    clients: i64,
    notes: i64,
    last_note: Option<i64>,
    files: Vec<KeptFile>,
}

/// Opens the copy as a restore would, reads every page of it and compares the end of the audit.
async fn read_back(copied: &Copied, file: &Path) -> Result<ReadBack> {
    let mut copy = Connection::open(file, &copied.key, Open::Existing)
        .await
        .map_err(|failure| Error::unexpected("open a backup", format!("{failure:?}")))?;
    let read = async {
        let faults = check::faults(&mut copy).await?;
        if !faults.is_empty() || audit::end_of_chain(&mut copy).await? != copied.end {
            return Err(Error::unexpected("read a backup back", "it is not what was copied"));
        }
        // Records of an earlier program have fewer tables.
        let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .fetch_all(&mut *copy)
            .await?;
        let has = |table: &str| tables.iter().any(|name| name == table);
        // A backup is of everything, so it counts in the tables of everybody.
        let clients = sqlx::query_scalar("SELECT count(*) FROM clients_client").fetch_one(&mut *copy).await?;
        let (notes, last_note) = if has("notes_note") {
            let notes = "SELECT count(*), max(signed_at) FROM notes_note";
            sqlx::query_as(notes).fetch_one(&mut *copy).await?
        } else {
            (0, None)
        };
        let files = attachments::all_kept(&mut copy).await?;
        Ok(ReadBack { clients, notes, last_note, files })
    };
    let read = read.await;
    let closed = copy.close().await;
    let read = read?;
    closed?;
    Ok(read)
}

async fn on_disk<T: Send + 'static>(work: impl FnOnce() -> std::io::Result<T> + Send + 'static) -> Result<T> {
    blocking("make a backup", work).await?.map_err(|error| Error::disk("make a backup", error))
}
