//! Opening a practice of one person with the log-in of their computer, where they chose so.
//!
//! A second copy of their keys lies in the vault under a random key that lies in the keyring. It
//! is the weaker way: whoever gets into the account of the computer gets into the records. It ends
//! for good when a second person comes.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use serde_json::Map;
use zeroize::Zeroizing;

use crate::{
    ComputerUnlockSlot, Damage, DeviceKey, KdfBounds, Mode, Opened, Passphrase, Status, VaultError,
    VaultFile, VaultId, bundle::Bundle, fields::Fields, random, unlock,
};

const NONCE: usize = 24;

/// Puts a copy of the person's keys under a new random key, which is for the keyring and goes
/// nowhere else. One new generation.
///
/// # Errors
/// As [`crate::unlock`]; `UnknownPerson` where several people work. The file is unchanged after
/// every error.
#[expect(clippy::expect_used, reason = "the cipher refuses only messages of many gigabytes")]
pub fn allow_computer_unlock(
    file: &mut VaultFile,
    person: &str,
    passphrase: &Passphrase,
    bounds: &KdfBounds,
) -> Result<DeviceKey, VaultError> {
    if file.mode() != Mode::Solo {
        return Err(VaultError::UnknownPerson);
    }
    let (bundle, _) = unlock::open(file, person, passphrase, None, bounds)?;
    let key = DeviceKey::make();
    let nonce = random::bytes::<NONCE>();
    let bound = bound(file.vault_id(), person);
    let keys = bundle.keys();
    let sealed = cipher(&key)
        .encrypt(&nonce.into(), Payload { msg: &keys[..], aad: bound.as_bytes() })
        .expect("64 bytes can be sealed");
    file.body.computer_unlock = Some(ComputerUnlockSlot {
        person: person.to_owned(),
        bundle: [&nonce[..], &sealed].concat(),
        unknown: Map::new(),
    });
    file.count_generation();
    Ok(key)
}

/// Opens the vault with the key from the keyring and vouches for the whole file.
///
/// # Errors
/// `WrongPassphrase` when there is no such way in or the key is another; `Forged` as in
/// [`crate::unlock`].
pub fn unlock_with_computer(file: &VaultFile, key: &DeviceKey) -> Result<Opened, VaultError> {
    let slot = file.computer_unlock().ok_or(VaultError::WrongPassphrase)?;
    let (nonce, sealed) = slot
        .bundle
        .split_first_chunk::<NONCE>()
        .ok_or(VaultError::Damaged(Damage::Field("computer_unlock")))?;
    let bound = bound(file.vault_id(), &slot.person);
    let keys = cipher(key)
        .decrypt(&(*nonce).into(), Payload { msg: sealed, aad: bound.as_bytes() })
        .map(Zeroizing::new)
        .map_err(|_| VaultError::WrongPassphrase)?;
    let bundle = Bundle::from_keys(&keys).ok_or(VaultError::WrongPassphrase)?;
    let person = file.present(&slot.person).filter(|person| person.status == Status::Active);
    let person = person.ok_or(VaultError::WrongPassphrase)?;
    let master = bundle.unseal(&person.sealed).ok_or(VaultError::Forged)?;
    file.verify(&master)?;
    Ok(Opened { master, signing: bundle.signing_key(), person: slot.person.clone() })
}

impl VaultFile {
    /// The same vault without that way in. One new generation.
    pub fn without_computer_unlock(&self) -> Self {
        self.next(|body| body.computer_unlock = None)
    }
}

fn cipher(key: &DeviceKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.expose_bytes_for_keyring().into())
}

fn bound(vault: &VaultId, person: &str) -> Fields {
    Fields::of("hegu/computer-unlock/v1").with(vault.as_bytes()).with(person.as_bytes())
}
