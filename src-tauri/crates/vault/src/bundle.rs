//! A person's two private keys, and their envelope.
//!
//! The envelope's key comes from the passphrase and, for colleagues, the device key. Everything
//! that says how the envelope was made is bound into it: vault, person, salt, cost and whether a
//! device key is needed. Changing any of it in the file leaves an envelope that does not open.
//! There is no stored verifier of the passphrase; a wrong one is a failed decryption.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use crate::{
    DeviceKey, KdfCost, MasterKey, Passphrase, SigningKey, VaultError, VaultId, derive, fields::Fields,
    identity, random, secret::SecretBytes,
};

const NONCE: usize = 24;

/// What a person's passphrase guards.
pub(crate) struct Bundle {
    sealing: SecretBytes,
    signing_seed: SecretBytes,
}

/// How an envelope was made; all of it is readable in the file and bound into the envelope.
pub(crate) struct Terms<'a> {
    pub(crate) vault: &'a VaultId,
    pub(crate) person: &'a str,
    pub(crate) salt: [u8; 16],
    pub(crate) cost: KdfCost,
    pub(crate) device_bound: bool,
}

impl Bundle {
    pub(crate) fn make() -> Self {
        Self { sealing: SecretBytes::make(), signing_seed: SecretBytes::make() }
    }

    /// The same person's, with a new key for the master key to be sealed to.
    pub(crate) fn with_signing_key(signing: &SigningKey) -> Self {
        Self { sealing: SecretBytes::make(), signing_seed: signing.seed() }
    }

    /// The public key that the master key is sealed to.
    pub(crate) fn sealing_public(&self) -> String {
        identity::public(&self.sealing)
    }

    pub(crate) fn signing_key(&self) -> SigningKey {
        SigningKey::from_seed(&self.signing_seed)
    }

    /// The master key as an `age` file that only this person opens.
    pub(crate) fn seal(&self, master: &MasterKey) -> Vec<u8> {
        identity::seal(&self.sealing, master.expose())
    }

    /// The master key, if it was sealed to this person.
    pub(crate) fn unseal(&self, sealed: &[u8]) -> Option<MasterKey> {
        identity::unseal(&self.sealing, sealed).map(MasterKey::from_secret)
    }

    /// The envelope: nonce and ciphertext.
    #[expect(clippy::expect_used, reason = "the cipher refuses only messages of many gigabytes")]
    pub(crate) fn wrap(
        &self,
        terms: &Terms<'_>,
        passphrase: &Passphrase,
        device: Option<&DeviceKey>,
    ) -> Result<Vec<u8>, VaultError> {
        let keys = self.keys();
        let nonce = random::bytes::<NONCE>();
        let bound = terms.bound();
        let sealed = terms
            .cipher(passphrase, device)?
            .encrypt(&nonce.into(), Payload { msg: &keys[..], aad: bound.as_bytes() })
            .expect("64 bytes can be sealed");
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens an envelope.
    ///
    /// # Errors
    /// `WrongPassphrase` when it does not open, after the full cost of derivation in every case.
    pub(crate) fn open(
        envelope: &[u8],
        terms: &Terms<'_>,
        passphrase: &Passphrase,
        device: Option<&DeviceKey>,
    ) -> Result<Self, VaultError> {
        let cipher = terms.cipher(passphrase, device)?;
        let (nonce, sealed) = envelope.split_first_chunk::<NONCE>().ok_or(VaultError::WrongPassphrase)?;
        let bound = terms.bound();
        let keys = cipher
            .decrypt(&(*nonce).into(), Payload { msg: sealed, aad: bound.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| VaultError::WrongPassphrase)?;
        Self::from_keys(&keys).ok_or(VaultError::WrongPassphrase)
    }

    /// Both private keys, one after the other.
    pub(crate) fn keys(&self) -> Box<Zeroizing<[u8; 64]>> {
        let mut keys = Box::new(Zeroizing::new([0; 64]));
        keys[..32].copy_from_slice(self.sealing.expose());
        keys[32..].copy_from_slice(self.signing_seed.expose());
        keys
    }

    /// The bundle of two private keys that lie one after the other.
    pub(crate) fn from_keys(keys: &[u8]) -> Option<Self> {
        let (sealing, rest) = keys.split_first_chunk::<32>()?;
        let (signing, _) = rest.split_first_chunk::<32>()?;
        Some(Self { sealing: SecretBytes::copy_of(sealing), signing_seed: SecretBytes::copy_of(signing) })
    }
}

impl Terms<'_> {
    fn bound(&self) -> Fields {
        Fields::of("hegu/user-bundle/v1")
            .with(self.vault.as_bytes())
            .with(self.person.as_bytes())
            .with(&self.salt)
            .with(&self.cost.memory_kib.to_be_bytes())
            .with(&self.cost.passes.to_be_bytes())
            .with(&self.cost.lanes.to_be_bytes())
            .with(&[u8::from(self.device_bound)])
    }

    fn cipher(
        &self,
        passphrase: &Passphrase,
        device: Option<&DeviceKey>,
    ) -> Result<XChaCha20Poly1305, VaultError> {
        let stretched = self.cost.derive(passphrase, &self.salt)?;
        let device =
            device.filter(|_| self.device_bound).map_or(&[0; 32], DeviceKey::expose_bytes_for_keyring);
        let key = derive::key(stretched.expose(), device, self.bound().as_bytes());
        Ok(XChaCha20Poly1305::new(key.expose().into()))
    }
}
