//! The master key of a practice and the sub-keys that do the work.

use crate::{AuditKey, BackupKey, CopyKey, VaultId, derive, secret::SecretBytes};

/// The one random key from which everything in a practice is derived.
///
/// It never encrypts anything itself and never leaves this program in the clear.
#[derive(Debug)]
pub struct MasterKey(SecretBytes);

impl MasterKey {
    /// A new random master key.
    pub fn make() -> Self {
        Self(SecretBytes::make())
    }

    /// A master key that a test can know beforehand.
    #[cfg(any(test, feature = "testing"))]
    pub fn from_bytes_for_tests(bytes: [u8; 32]) -> Self {
        Self(SecretBytes::copy_of(&bytes))
    }

    pub(crate) fn from_secret(secret: SecretBytes) -> Self {
        Self(secret)
    }

    /// A second holder of the same key, for an action that hands one back.
    pub fn duplicate(&self) -> Self {
        Self(SecretBytes::copy_of(self.0.expose()))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// The key of the practice's database.
    pub fn database_key(&self, vault: &VaultId) -> DatabaseKey {
        DatabaseKey(self.sub_key(vault, "hegu/db/v1"))
    }

    /// The key that chains the audit.
    pub fn audit_key(&self, vault: &VaultId) -> AuditKey {
        AuditKey(self.sub_key(vault, "hegu/audit/v1"))
    }

    /// The key that vouches for a backup's list of contents.
    pub fn backup_key(&self, vault: &VaultId) -> BackupKey {
        BackupKey(self.sub_key(vault, "hegu/backup/v1"))
    }

    /// The key of the copies that leave this computer.
    pub fn copy_key(&self, vault: &VaultId) -> CopyKey {
        CopyKey(self.sub_key(vault, "hegu/copy/v1"))
    }

    /// The key that vouches for `vault.json`.
    pub(crate) fn header_key(&self, vault: &VaultId) -> SecretBytes {
        self.sub_key(vault, "hegu/vault-header/v1")
    }

    /// The key that the device key is sealed under.
    pub(crate) fn device_slot_key(&self, vault: &VaultId) -> SecretBytes {
        self.sub_key(vault, "hegu/device-key/v1")
    }

    fn sub_key(&self, vault: &VaultId, purpose: &str) -> SecretBytes {
        derive::key(self.0.expose(), vault.as_bytes(), purpose.as_bytes())
    }
}

/// The raw 256-bit key of the SQLCipher database.
#[derive(Debug)]
pub struct DatabaseKey(SecretBytes);

impl DatabaseKey {
    /// The key for `sqlite3_key`, and for nothing else: never a `PRAGMA`, a log line or an error.
    pub fn expose_bytes_for_sqlcipher(&self) -> &[u8; 32] {
        self.0.expose()
    }
}
