//! `vault.json`: who can open the practice, and which database file is the practice.
//!
//! Line 1 is the body as JSON, line 2 its MAC under a key derived from the master key, over the
//! exact bytes of line 1. The file can therefore be read by anyone and vouched for only once it
//! has been opened; until then nothing in it is believed beyond what is needed to try a
//! passphrase. Fields of later minor versions are kept and written back. Writing the file to disk
//! safely, and keeping its previous generations, is the core's work.

use hmac::Mac;

use crate::{MasterKey, VaultError, VaultId, derive};

mod base64_bytes;
mod body;
mod change;
mod cost_record;
mod parse;
mod person;
mod write;

pub use body::{ComputerUnlockSlot, Database, DeviceKeySlot, Mode, RecoverySlot};
pub use parse::MAX_FILE_BYTES;
pub use person::{PersonSlot, Role, Status};

pub(crate) use body::{Body, FORMAT, VERSION};
pub(crate) use change::check_database_file;

/// A vault file, as it was read or as it is about to be written.
#[derive(Debug, Clone)]
pub struct VaultFile {
    pub(crate) body: Body,
    /// The line and the MAC as they were read; `None` in a vault that this process has made.
    as_read: Option<SignedLine>,
}

#[derive(Debug, Clone)]
struct SignedLine {
    line: Vec<u8>,
    mac: [u8; 32],
}

impl VaultFile {
    pub(crate) fn made(body: Body) -> Self {
        Self { body, as_read: None }
    }

    /// The vault's id.
    pub fn vault_id(&self) -> &VaultId {
        &self.body.vault_id
    }

    /// Counts the writes of this file; the database keeps the highest it has seen.
    pub fn generation(&self) -> u64 {
        self.body.generation
    }

    /// When the vault was made, in milliseconds since 1970, UTC.
    pub fn created_ms(&self) -> i64 {
        self.body.created
    }

    /// The version of the program that the file asks for.
    pub fn min_app(&self) -> &str {
        &self.body.min_app
    }

    /// The practice's name, as the lock page shows it.
    pub fn practice(&self) -> &str {
        &self.body.practice
    }

    /// One person or several.
    pub fn mode(&self) -> Mode {
        self.body.mode
    }

    /// The database that is the practice: the first of the list, which is never empty.
    pub fn database(&self) -> &Database {
        &self.body.db[0]
    }

    /// Everybody who is or was in the vault, in the order they came.
    pub fn people(&self) -> &[PersonSlot] {
        &self.body.people
    }

    /// The recovery slot.
    pub fn recovery(&self) -> &RecoverySlot {
        &self.body.recovery
    }

    /// The device key for the owner to restore, if any colleague's envelope needs one.
    pub fn device_key(&self) -> Option<&DeviceKeySlot> {
        self.body.device_key.as_ref()
    }

    /// The way in by the computer's log-in, where the only person chose it.
    pub fn computer_unlock(&self) -> Option<&ComputerUnlockSlot> {
        self.body.computer_unlock.as_ref()
    }

    /// From here on the file is what this program says, and no longer what was read.
    pub(crate) fn forget_what_was_read(&mut self) {
        self.as_read = None;
    }

    /// The person with this id, unless they were removed.
    pub(crate) fn present(&self, person: &str) -> Option<&PersonSlot> {
        self.body.people.iter().find(|slot| slot.id == person && slot.status != Status::Removed)
    }

    /// The same, to be changed.
    pub(crate) fn present_mut(&mut self, person: &str) -> Result<&mut PersonSlot, VaultError> {
        let present = |slot: &&mut PersonSlot| slot.id == person && slot.status != Status::Removed;
        self.body.people.iter_mut().find(present).ok_or(VaultError::UnknownPerson)
    }

    /// Refuses what would leave nobody to run the practice.
    pub(crate) fn keep_an_owner_besides(&self, person: &str) -> Result<(), VaultError> {
        let other = |slot: &PersonSlot| {
            slot.id != person && slot.role == Role::Owner && slot.status == Status::Active
        };
        if self.body.people.iter().any(other) { Ok(()) } else { Err(VaultError::LastOwner) }
    }

    /// Whether the bytes that were read are those that were written with this master key.
    pub(crate) fn verify(&self, master: &MasterKey) -> Result<(), VaultError> {
        let Some(read) = &self.as_read else { return Ok(()) };
        let mut mac = derive::mac(&master.header_key(self.vault_id()));
        mac.update(&read.line);
        mac.verify_slice(&read.mac).map_err(|_| VaultError::Forged)
    }
}
