//! Backups before the records are changed as a whole: what was there is read back and listed before anything is replaced.

use std::path::Path;

use hegu_vault::{MasterKey, VaultFile};

use crate::audit;
use crate::db::{Connection, copy};
use crate::error::{Error, Result};
use crate::opening;
use crate::practice::Practice;

use super::finish::{Copied, finish};
use super::model::{BackupKind, FailedBackup};
use super::{make, store};

/// Makes the backup that is due before the master key is replaced. Nothing is replaced when it fails.
pub(crate) async fn before_new_key(practice: &Practice) -> Result<()> {
    make::attempt(practice, BackupKind::NewKey, |_, _| {}).await.map(drop)
}

/// Makes the backup that is due before older records are brought up to the form of this program. It fails only for want
/// of room, which what follows would need too; any other failure is noted and shown, and keeps nobody from their records:
/// the file that is brought up is a copy, and the one that was copied stays.
pub(crate) async fn before_update(
    practice: &Path,
    vault: &VaultFile,
    master: &MasterKey,
    old: &mut Connection,
    now: i64,
) -> Result<()> {
    let failed = match put_together(practice, vault, master, old, now).await {
        Ok(()) => None,
        Err(Error::DiskFull) => return Err(Error::DiskFull),
        Err(error) => {
            tracing::error!(%error, "backup before an update");
            Some(FailedBackup { at: now, disk_full: false })
        }
    };
    if let Err(error) = store::note_end(&store::folder_of(practice), failed) {
        tracing::warn!(%error, "note how a backup ended");
    }
    Ok(())
}

async fn put_together(
    practice: &Path,
    vault: &VaultFile,
    master: &MasterKey,
    old: &mut Connection,
    now: i64,
) -> Result<()> {
    let unfinished =
        store::begin(&store::folder_of(practice)).map_err(|error| Error::disk("make a backup", error))?;
    let made = async {
        let file = vault.database().file();
        store::has_room_for(&unfinished, &opening::databases(practice).join(file))?;
        copy::copy(old, &unfinished.join("db").join(file), &master.database_key(vault.vault_id())).await?;
        let end = audit::end_of_chain(old).await?;
        let copied = Copied::with_key_file(&unfinished, vault, master, end)?;
        finish(&unfinished, practice, copied, (BackupKind::Update, now)).await
    };
    let made = made.await;
    if made.is_err() {
        store::give_up(&unfinished);
    }
    made.map(drop)
}
