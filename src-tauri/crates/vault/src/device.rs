//! The key that binds a colleague's envelope to the computers of the practice.

use crate::secret::SecretBytes;

/// Thirty-two bytes in the operating system's keyring.
///
/// Alone they open nothing. Without them a colleague's passphrase, which may be weak, cannot be
/// guessed from a stolen copy of the vault file. An owner's envelope never needs them.
#[derive(Debug)]
pub struct DeviceKey(SecretBytes);

impl DeviceKey {
    /// A new random device key.
    pub fn make() -> Self {
        Self(SecretBytes::make())
    }

    /// The key as it came out of the keyring.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(SecretBytes::copy_of(bytes))
    }

    /// The key for the keyring, and for nothing else.
    pub fn expose_bytes_for_keyring(&self) -> &[u8; 32] {
        self.0.expose()
    }
}
