//! Backups before the records are changed as a whole: what was there is read back and listed before anything is replaced.

use std::path::Path;

use hegu_vault::{MasterKey, VaultFile};

use crate::audit;
use crate::db::{Connection, copy};
use crate::error::{Error, Result};
use crate::opening;
use crate::practice::Practice;

use super::finish::{Copied, finish};
use super::manifest::Manifest;
use super::model::{BackupKind, FailedBackup};
use super::{make, store};

/// Makes the backup that is due before the master key is replaced. Nothing is replaced when it fails.
pub(crate) async fn before_new_key(practice: &Practice) -> Result<()> {
    make::attempt(practice, BackupKind::NewKey, |_, _| {}).await.map(drop)
}

/// Makes the backup that is due before older records are brought up to the form of this program. A failure is noted and
/// shown, and keeps nobody from their records: the file that is brought up is a copy, and the one that was copied stays.
pub(crate) async fn before_update(
    practice: &Path,
    vault: &VaultFile,
    master: &MasterKey,
    old: &mut Connection,
    now: i64,
) {
    let failed = match put_together(practice, vault, master, old, now).await {
        Ok(()) => None,
        Err(error) => {
            tracing::error!(%error, "backup before an update");
            Some(FailedBackup { at: now, disk_full: matches!(error, Error::DiskFull) })
        }
    };
    if let Err(error) = store::note_end(&store::folder_of(practice), failed) {
        tracing::warn!(%error, "note how a backup ended");
    }
}

async fn put_together(
    practice: &Path,
    vault: &VaultFile,
    master: &MasterKey,
    old: &mut Connection,
    now: i64,
) -> Result<()> {
    let disk = |error| Error::disk("make a backup", error);
    let folder = store::folder_of(practice);
    let end = audit::end_of_chain(old).await?;
    let of_this_end = |manifest: &Manifest| {
        manifest.kind == BackupKind::Update
            && manifest.vault_id == vault.vault_id().as_str()
            && (manifest.audit_seq, &manifest.audit_head) == (end.0, &hex::encode(&end.1))
    };
    // An update that fails is tried at every opening, and each would leave one.
    if store::unvouched(&folder).map_err(disk)?.iter().any(|(_, manifest)| of_this_end(manifest)) {
        return Ok(());
    }
    let unfinished = store::begin(&folder).map_err(disk)?;
    let made = async {
        let file = vault.database().file();
        store::has_room_for(&unfinished, &opening::databases(practice).join(file))?;
        copy::copy(old, &unfinished.join("db").join(file), &master.database_key(vault.vault_id())).await?;
        let copied = Copied::with_key_file(&unfinished, vault, master, end)?;
        finish(&unfinished, practice, copied, (BackupKind::Update, now)).await
    };
    let made = made.await;
    if made.is_err() {
        store::give_up(&unfinished);
    }
    made.map(drop)
}
