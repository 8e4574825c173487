//! A short number that lets somebody take the keyboard again, while the practice stays open.
//!
//! It lives in memory only: a number of six digits would be guessed in a moment from a file. It
//! opens no practice; it opens the person's signing key, which proves who sits there. After five
//! wrong tries the caller lets go of it, and at every lock of the practice.

use std::fmt;

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use crate::{
    KdfCost, Passphrase, SigningKey, VaultError, VaultId, derive, fields::Fields, random, secret::SecretBytes,
};

const NONCE: usize = 24;

/// A person's signing key under their PIN.
pub struct PinEnvelope {
    bound: Fields,
    salt: [u8; 16],
    cost: KdfCost,
    nonce: [u8; NONCE],
    sealed: Vec<u8>,
}

impl PinEnvelope {
    /// Puts the key under a PIN.
    ///
    /// # Errors
    /// `Damaged` when Argon2id does not allow the cost.
    #[expect(clippy::expect_used, reason = "the cipher refuses only messages of many gigabytes")]
    pub fn seal(
        key: &SigningKey,
        vault: &VaultId,
        person: &str,
        pin: &Passphrase,
        cost: KdfCost,
    ) -> Result<Self, VaultError> {
        let bound = Fields::of("hegu/pin/v1").with(vault.as_bytes()).with(person.as_bytes());
        let (salt, nonce) = (random::bytes(), random::bytes());
        let seed = key.seed();
        let sealed = cipher(pin, cost, &salt, &bound)?
            .encrypt(&nonce.into(), Payload { msg: seed.expose(), aad: bound.as_bytes() })
            .expect("32 bytes can be sealed");
        Ok(Self { bound, salt, cost, nonce, sealed })
    }

    /// The key, when the PIN is right. A wrong one takes as long.
    ///
    /// # Errors
    /// `WrongPin`.
    pub fn open(&self, pin: &Passphrase) -> Result<SigningKey, VaultError> {
        let seed = cipher(pin, self.cost, &self.salt, &self.bound)?
            .decrypt(&self.nonce.into(), Payload { msg: &self.sealed, aad: self.bound.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| VaultError::WrongPin)?;
        let seed: &[u8; 32] = seed.as_slice().try_into().map_err(|_| VaultError::WrongPin)?;
        Ok(SigningKey::from_seed(&SecretBytes::copy_of(seed)))
    }
}

fn cipher(
    pin: &Passphrase,
    cost: KdfCost,
    salt: &[u8; 16],
    bound: &Fields,
) -> Result<XChaCha20Poly1305, VaultError> {
    let stretched = cost.derive(pin, salt)?;
    let key = derive::key(stretched.expose(), &[0; 32], bound.as_bytes());
    Ok(XChaCha20Poly1305::new(key.expose().into()))
}

impl fmt::Debug for PinEnvelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinEnvelope(redacted)")
    }
}
