//! Each person's signature under notes, consents and audit checkpoints.

use std::fmt;

use ed25519_dalek::{Signature, Signer, VerifyingKey};

use crate::secret::SecretBytes;

/// A person's private Ed25519 key; it exists only while they are logged in.
pub struct SigningKey(Box<ed25519_dalek::SigningKey>);

impl SigningKey {
    pub(crate) fn from_seed(seed: &SecretBytes) -> Self {
        Self(Box::new(ed25519_dalek::SigningKey::from_bytes(seed.expose())))
    }

    /// The bytes the key is made from, to be sealed again.
    pub(crate) fn seed(&self) -> SecretBytes {
        SecretBytes::copy_of(self.0.as_bytes())
    }

    /// The same key once more, for a practice that is made and then opened.
    pub fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }

    /// The signature over the message.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }

    /// The public key that others verify with.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(redacted)")
    }
}

/// Whether the signature over the message is this person's. Keys and signatures that could pass
/// for more than one message are refused.
pub fn verify(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public)
        .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
}
