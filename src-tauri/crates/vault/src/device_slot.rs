//! The device key inside the vault, so that an owner can put it into the keyring of a new computer.
//!
//! It is sealed under a sub-key of the master key: whoever opens the practice can restore it, and
//! nobody else. The vault and the key's id are bound in, so a slot cannot be moved.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use serde_json::Map;
use zeroize::Zeroizing;

use crate::{
    Damage, DeviceKey, DeviceKeySlot, MasterKey, VaultError, VaultFile, VaultId, fields::Fields, random,
};

const NONCE: usize = 24;

impl VaultFile {
    /// The same vault with a device key, under an id of its own. One new generation.
    pub fn with_device_key(&self, master: &MasterKey, id: &str, key: &DeviceKey) -> Self {
        let mut next = self.clone();
        next.put_device_key(master, id, key);
        next.count_generation();
        next
    }

    #[expect(clippy::expect_used, reason = "the cipher refuses only messages of many gigabytes")]
    pub(crate) fn put_device_key(&mut self, master: &MasterKey, id: &str, key: &DeviceKey) {
        let nonce = random::bytes::<NONCE>();
        let bound = bound(self.vault_id(), id);
        let sealed = cipher(master, self.vault_id())
            .encrypt(&nonce.into(), Payload { msg: key.expose_bytes_for_keyring(), aad: bound.as_bytes() })
            .expect("32 bytes can be sealed");
        let sealed_to_master = [&nonce[..], &sealed].concat();
        self.body.device_key =
            Some(DeviceKeySlot { id: id.to_owned(), sealed_to_master, unknown: Map::new() });
    }

    /// The device key, for the keyring of a computer on which somebody opened the practice; nothing
    /// when the vault has none.
    ///
    /// # Errors
    /// `Forged` when the slot was not written with this master key.
    pub fn open_device_key(&self, master: &MasterKey) -> Result<Option<DeviceKey>, VaultError> {
        let Some(slot) = self.device_key() else { return Ok(None) };
        let (nonce, sealed) = slot
            .sealed_to_master
            .split_first_chunk::<NONCE>()
            .ok_or(VaultError::Damaged(Damage::Field("device_key")))?;
        let bound = bound(self.vault_id(), slot.id());
        let key = cipher(master, self.vault_id())
            .decrypt(&(*nonce).into(), Payload { msg: sealed, aad: bound.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| VaultError::Forged)?;
        let key: &[u8; 32] = key.as_slice().try_into().map_err(|_| VaultError::Forged)?;
        Ok(Some(DeviceKey::from_bytes(key)))
    }
}

fn cipher(master: &MasterKey, vault: &VaultId) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(master.device_slot_key(vault).expose().into())
}

fn bound(vault: &VaultId, id: &str) -> Fields {
    Fields::of("hegu/device-key/v1").with(vault.as_bytes()).with(id.as_bytes())
}
