//! Puts the practice's device key into the keyring of the computer an owner sits at.

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::opening;
use crate::people::{KeyringStanding, Permission, device_key};
use crate::practice::Practice;
use crate::reader::Reader;

/// Makes this computer one of the practice's: colleagues' passphrases open the records here from now on.
pub async fn keep_in_keyring(practice: &Practice) -> Result<()> {
    practice.permit(Permission::ChangeKeys).await?;
    match put_back(practice).await? {
        KeyringStanding::Ready => Ok(()),
        other => Err(Error::Keyring(other)),
    }
}

/// The same without asking whether it is permitted: an owner's unlocking heals a keyring that lost the key. Nothing is
/// made anew; the key is the one in the key file.
pub(crate) async fn put_back(practice: &Practice) -> Result<KeyringStanding> {
    let (vault_id, key) = {
        let reading = practice.connection().await?;
        let live = reading.live()?;
        (live.vault.vault_id().as_str().to_owned(), live.vault.open_device_key(&live.master))
    };
    let Some(key) = key.map_err(|error| opening::vault_trouble(practice.folder(), error))? else {
        return Ok(KeyringStanding::Empty);
    };
    let standing = device_key::keep(practice.keyring(), &vault_id, &key).await;
    if standing == KeyringStanding::Ready {
        practice.change(Action::DeviceKeyKept).await?.commit(practice.actor().id).await?;
    }
    Ok(standing)
}

/// How this computer's keyring stands towards the practice's device key.
pub(crate) async fn standing_of_keyring(practice: &Practice) -> Result<KeyringStanding> {
    let (vault_id, key) = {
        let reading = practice.connection().await?;
        let live = reading.live()?;
        (live.vault.vault_id().as_str().to_owned(), live.vault.open_device_key(&live.master))
    };
    match key.map_err(|error| opening::vault_trouble(practice.folder(), error))? {
        Some(key) => Ok(device_key::standing(practice.keyring(), &vault_id, &key).await),
        None => Ok(KeyringStanding::None),
    }
}
