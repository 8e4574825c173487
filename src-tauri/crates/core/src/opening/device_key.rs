//! This computer's key, where somebody's passphrase needs it.

use hegu_vault::{DeviceKey, VaultFile};

use crate::error::{Error, Result};
use crate::people::{Keyring, device_key};

/// The device key, if this person's envelope is bound to it; nothing for an owner. A computer that does not have it
/// says so before any passphrase is tried, since none could be right.
pub(crate) async fn device_key_for(
    keyring: &Keyring,
    vault: &VaultFile,
    person: &str,
) -> Result<Option<DeviceKey>> {
    let bound = vault.people().iter().any(|slot| slot.id() == person && slot.device_bound());
    if bound { device_key_here(keyring, vault).await.map(Some) } else { Ok(None) }
}

/// The practice's device key as this computer has it.
pub(crate) async fn device_key_here(keyring: &Keyring, vault: &VaultFile) -> Result<DeviceKey> {
    device_key::read(keyring, vault.vault_id().as_str()).await.map_err(Error::DeviceKeyNeeded)
}
