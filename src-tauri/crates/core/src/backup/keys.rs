//! What vouches for the backups and copies of a practice.

use hegu_vault::{BackupKey, CopyKey, VaultId};

use crate::error::{Error, Result};
use crate::people::Actor;
use crate::practice::Practice;

/// The keys in force, and what tells them from others.
#[derive(Debug)]
pub(super) struct Keys {
    /// Vouches for what a backup says of itself.
    pub(super) backup: BackupKey,
    /// Opens copies outside this computer.
    pub(super) copy: CopyKey,
    /// How often the master key was replaced.
    pub(super) epoch: u32,
    /// Of which practice they are.
    pub(super) vault: VaultId,
}

impl Keys {
    /// Those of an open practice, also while nobody is at the keyboard.
    pub(super) async fn of(practice: &Practice) -> Result<Self> {
        let door = practice.at_door(Actor::clone(practice.actor()));
        let guard = door.live().await?;
        let live = guard.as_ref().ok_or(Error::Locked)?;
        let vault = live.vault.vault_id();
        Ok(Self {
            backup: live.master.backup_key(vault),
            copy: live.master.copy_key(vault),
            epoch: live.vault.database().epoch(),
            vault: vault.clone(),
        })
    }
}
