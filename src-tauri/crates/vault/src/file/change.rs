//! Changes of the file that touch no key; each is one new generation.

use super::{RecoverySlot, VaultFile};
use crate::{Damage, MasterKey, VaultError, identity};

/// The longest name of a database file, in bytes.
const LONGEST_NAME: usize = 120;

impl VaultFile {
    /// The same vault with another database file in force, after a migration or a restore.
    ///
    /// # Errors
    /// [`Damage::Field`] when the name would not be read back.
    pub fn with_database(&self, file: &str) -> Result<Self, VaultError> {
        check_database_file(file)?;
        Ok(self.next(|body| body.db[0].file = file.to_owned()))
    }

    /// The same vault with another name of the practice on the lock page.
    pub fn with_practice(&self, name: &str) -> Self {
        self.next(|body| body.practice = name.to_owned())
    }

    /// The same vault with another name and credentials line for one person. Neither is part of
    /// their envelope, so nobody's passphrase is needed. Nobody else changes, whoever is named.
    pub fn with_person_name(&self, person: &str, name: &str, credentials: &str) -> Self {
        self.next(|body| {
            if let Some(slot) = body.people.iter_mut().find(|slot| slot.id == person) {
                slot.name = name.to_owned();
                slot.credentials = credentials.to_owned();
            }
        })
    }

    /// The same vault after somebody proved that they still have the recovery sheet.
    pub fn with_recovery_checked(&self, now_ms: i64) -> Self {
        self.next(|body| body.recovery.checked = Some(now_ms))
    }

    /// The same vault with a recovery slot that was made for it before, sealed anew to the master key in force.
    ///
    /// # Errors
    /// [`Damage::Field`] when the slot's public key is none.
    pub fn with_recovery_slot(&self, master: &MasterKey, slot: RecoverySlot) -> Result<Self, VaultError> {
        let sealed = identity::seal_to(&slot.x25519_pk, master.expose())
            .ok_or(VaultError::Damaged(Damage::Field("recovery")))?;
        Ok(self.next(|body| body.recovery = RecoverySlot { sealed, ..slot }))
    }

    pub(crate) fn next(&self, change: impl FnOnce(&mut super::Body)) -> Self {
        let mut next = self.clone();
        change(&mut next.body);
        next.count_generation();
        next
    }

    pub(crate) fn count_generation(&mut self) {
        self.body.generation = self.body.generation.saturating_add(1);
    }
}

/// The name becomes part of a path, so it may only lead downwards and needs no escaping anywhere.
pub(crate) fn check_database_file(file: &str) -> Result<(), VaultError> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    let part = |part: &str| !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain);
    if file.len() <= LONGEST_NAME && file.split('/').all(part) {
        Ok(())
    } else {
        Err(VaultError::Damaged(Damage::Field("db")))
    }
}
