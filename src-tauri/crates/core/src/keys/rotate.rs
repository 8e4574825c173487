//! The master key is replaced, and nobody else is asked for anything.

use std::path::Path;

use hegu_vault::{AuditKey, DatabaseKey};
use tokio::sync::OwnedMutexGuard;

use crate::audit::{self, Action, Entry, Outcome};
use crate::backup;
use crate::clients::CardIndex;
use crate::db::{Connection, Open, check, copy, migrate};
use crate::error::{Error, Result};
use crate::opening;
use crate::people::Permission;
use crate::practice::{Live, Practice};

/// Replaces the master key. Everybody who is active goes on with the passphrase they have, and the recovery sheet
/// stays valid; a copy of the key file from before opens nothing newer.
pub async fn rotate(practice: &Practice) -> Result<()> {
    practice.permit(Permission::ChangeKeys).await?;
    practice.proved().await?;
    let keys = practice.keys().await;
    replace(practice, &keys).await
}

/// Copies the records into a new file under the new key, reads it through, and only then moves the pointer: the one
/// replacement of the key file is the moment it counts. Until then the old file is in force, and it is kept after. A
/// backup is made before it: that file opens with a key that only the key file of its day has.
pub(crate) async fn replace(practice: &Practice, _keys: &OwnedMutexGuard<()>) -> Result<()> {
    backup::before_new_key(practice).await?;
    // One that is made meanwhile would be half under either key.
    let _no_backup = practice.backing_up().await;
    let folder = practice.folder().to_path_buf();
    let mut guard = practice.live().await?;
    let live = guard.as_mut().ok_or(Error::Locked)?;
    let file = opening::free_database_name(&folder, live.vault.database().epoch().saturating_add(1))?;
    let rotated = hegu_vault::rotate(&live.vault, &live.master, &file);
    let (vault, master) = rotated.map_err(|error| opening::vault_trouble(&folder, error))?;
    let path = opening::databases(&folder).join(&file);
    let key = master.database_key(vault.vault_id());
    let audit_key = master.audit_key(vault.vault_id());
    let entry = Entry {
        at: practice.now(),
        session: practice.actor().session.clone(),
        person: practice.actor().id.to_string(),
        role: practice.actor().role,
        action: Action::KeyRotated,
        subject: None,
        outcome: Outcome::Done,
        detail: serde_json::json!({ "epoch": vault.database().epoch() }),
    };
    let copied = copy_over(live, &path, &key, &audit_key, &entry).await;
    let mut next = match copied {
        Ok(next) => next,
        Err(error) => {
            // What is unfinished was never pointed at. Removing it may fail on a disk that is failing; the next try
            // removes it first.
            drop(opening::remove_database(&path));
            return Err(error);
        }
    };
    let pointed = async {
        opening::note_generation(&mut next, vault.generation()).await?;
        opening::write_vault_file(&folder, &vault, &master)
    };
    if let Err(error) = pointed.await {
        drop(next.close().await);
        if opening::epoch_in_force(&folder) != Some(live.vault.database().epoch()) {
            // The key file names the copy already, or cannot be read: what went on into the old records would be lost
            // at the next opening. So nothing goes on, and the next opening takes what the file names.
            drop(guard);
            practice.close().await?;
        }
        return Err(error);
    }
    opening::mark_as_replaced(&folder, live.vault.database().file());
    let old = std::mem::replace(&mut live.connection, next);
    // It followed what was written through the old one.
    live.cards = CardIndex::default();
    live.master = master;
    live.audit_key = audit_key;
    live.vault = vault;
    drop(guard);
    old.close().await?;
    practice.tell(Action::KeyRotated.touches());
    Ok(())
}

/// A complete copy under the new key, with the entry about it as the first one of the new chain key.
async fn copy_over(
    live: &mut Live,
    path: &Path,
    key: &DatabaseKey,
    audit_key: &AuditKey,
    entry: &Entry,
) -> Result<Connection> {
    opening::remove_database(path).map_err(|error| Error::disk("remove an unfinished copy", error))?;
    copy::copy(&mut live.connection, path, key).await?;
    let before = migrate::row_counts(&mut live.connection).await?;
    let mut next = Connection::open(path, key, Open::Existing)
        .await
        .map_err(|failure| Error::unexpected("open the copy", format!("{failure:?}")))?;
    let checked = async {
        let sound = check::faults(&mut next).await?.is_empty();
        if !sound || migrate::row_counts(&mut next).await? != before {
            return Err(Error::unexpected(
                "copy the records",
                "the copy is not the same; the records are untouched",
            ));
        }
        sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut *next).await?;
        audit::keep_earlier_key(&mut next, &live.audit_key).await?;
        audit::append(&mut next, audit_key, entry).await?;
        sqlx::raw_sql("COMMIT").execute(&mut *next).await?;
        Ok(())
    };
    match checked.await {
        Ok(()) => Ok(next),
        Err(error) => {
            drop(next.close().await);
            Err(error)
        }
    }
}
