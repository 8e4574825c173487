//! Whether the log-in of this computer opens a practice of one person.

use std::fmt;

use hegu_vault::Passphrase;
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::opening;
use crate::people::{self, KeyringStanding, Permission, device_key};
use crate::practice::Practice;

use super::envelope;

/// To be switched on with the passphrase, or off without.
#[derive(Deserialize, Type)]
pub struct UnlockWithComputer {
    /// Whether it is to be possible.
    pub on: bool,
    /// The passphrase, to switch it on.
    pub passphrase: String,
}

impl Drop for UnlockWithComputer {
    fn drop(&mut self) {
        self.passphrase.zeroize();
    }
}

impl fmt::Debug for UnlockWithComputer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("UnlockWithComputer(redacted)")
    }
}

/// Switches it on or off. On, a second copy of the keys lies in the key file under a random key that lies in this
/// computer's keyring: whoever gets into the account gets into the records. Only where one person works alone.
pub async fn unlock_with_computer(practice: &Practice, mut input: UnlockWithComputer) -> Result<()> {
    practice.permit(Permission::ChangeKeys).await?;
    let me = practice.actor().id;
    let _keys = practice.keys().await;
    let vault_id = people::vault(practice).await?.vault_id().as_str().to_owned();
    if !input.on {
        let step = |vault: &mut hegu_vault::VaultFile, _: &_| {
            *vault = vault.without_computer_unlock();
            Ok(())
        };
        let (vault, ()) = envelope::next_file(practice, step).await?;
        let mut change = practice.change(Action::ComputerUnlockChanged).await?;
        change.note("on", false);
        change.commit_with_keys(vault, me).await?;
        // The half in the keyring opens nothing any more, so it does not matter what the keyring answers.
        let standing = device_key::forget_computer_unlock(practice.keyring(), &vault_id).await;
        tracing::info!(?standing, "computer unlock switched off");
        return Ok(());
    }
    opening::prove_with(practice, Passphrase::new(input.passphrase.clone())).await?;
    let (person, bounds) = (me.to_string(), practice.effort().bounds);
    let passphrase = Passphrase::new(std::mem::take(&mut input.passphrase));
    let step =
        move |vault: &mut _, _: &_| hegu_vault::allow_computer_unlock(vault, &person, &passphrase, &bounds);
    let (vault, key) = envelope::next_file(practice, step).await?;
    // The keyring first: a half in the keyring alone opens nothing, and neither does one in the key file.
    let standing = device_key::keep_computer_unlock(practice.keyring(), &vault_id, &key).await;
    if standing != KeyringStanding::Ready {
        return Err(Error::Keyring(standing));
    }
    let mut change = practice.change(Action::ComputerUnlockChanged).await?;
    change.note("on", true);
    change.commit_with_keys(vault, me).await
}
