//! Opens a practice of one person with the log-in of their computer, where they chose so.

use hegu_vault::VaultError;

use crate::audit::Action;
use crate::db::migrate::MIGRATIONS;
use crate::error::{Error, Result};
use crate::people::device_key;
use crate::practice::Practice;

use super::{FolderLock, Premises, unlock, vault_json};

/// Opens it, or answers [`Error::ComputerUnlockGone`] when this computer has no key that fits: the passphrase does.
pub async fn unlock_with_computer(premises: &Premises) -> Result<Practice> {
    let folder = &premises.folder;
    let vault = vault_json::read(folder)?;
    let lock = FolderLock::take(folder)?;
    let key = device_key::read_computer_unlock(&premises.keyring, vault.vault_id().as_str())
        .await
        .map_err(|_| Error::ComputerUnlockGone)?;
    let opened = hegu_vault::unlock_with_computer(&vault, &key).map_err(|error| match error {
        VaultError::WrongPassphrase => Error::ComputerUnlockGone,
        other => vault_json::trouble(folder, other),
    })?;
    let practice = unlock::enter(premises, vault, opened, lock, &MIGRATIONS).await?;
    // The log-in of the computer is no proof of who sits there now: signing asks for the passphrase.
    practice.live().await?.as_mut().and_then(|live| live.seat.as_mut()).ok_or(Error::Locked)?.proved_at =
        i64::MIN;
    let mut change = practice.change(Action::Unlocked).await?;
    change.note("by", "computer");
    change.commit(practice.actor().id).await?;
    Ok(practice)
}
