//! Proves once more who sits at the keyboard, for what a passer-by must not do.

use std::fmt;

use hegu_vault::{Opened, Passphrase};
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::{Action, Outcome};
use crate::error::{Error, Result};
use crate::people;
use crate::practice::Practice;

use super::take_seat::by_pin;
use super::unlock::Try;
use super::{attempts, device_key_for};

/// The passphrase of the person at the keyboard.
#[derive(Deserialize, Type)]
pub struct ProveSelf {
    /// Their passphrase.
    pub passphrase: String,
}

impl Drop for ProveSelf {
    fn drop(&mut self) {
        self.passphrase.zeroize();
    }
}

impl fmt::Debug for ProveSelf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ProveSelf(redacted)")
    }
}

/// A PIN of the person at the keyboard.
#[derive(Deserialize, Type)]
pub struct ProveSelfWithPin {
    /// Their PIN.
    pub pin: String,
}

impl Drop for ProveSelfWithPin {
    fn drop(&mut self) {
        self.pin.zeroize();
    }
}

impl fmt::Debug for ProveSelfWithPin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ProveSelfWithPin(redacted)")
    }
}

/// Takes the passphrase as proof for the next five minutes. Wrong ones are counted together with those at the door,
/// and each is in the audit.
pub async fn prove(practice: &Practice, mut input: ProveSelf) -> Result<()> {
    prove_with(practice, Passphrase::new(std::mem::take(&mut input.passphrase))).await.map(drop)
}

/// The same with a PIN, of which the fifth wrong one is the last.
pub async fn prove_with_pin(practice: &Practice, mut input: ProveSelfWithPin) -> Result<()> {
    let pin = Passphrase::new(std::mem::take(&mut input.pin));
    by_pin(practice, practice.actor().id, pin).await?;
    proven(practice, None).await
}

/// The same for an act that asks for the passphrase itself, and goes on with what it opened.
pub(crate) async fn prove_with(practice: &Practice, passphrase: Passphrase) -> Result<Opened> {
    let name = practice.actor().id.to_string();
    let vault = people::vault(practice).await?;
    let device = device_key_for(practice.keyring(), &vault, &name).await?;
    let folder = practice.folder();
    let trying = Try { folder, vault: &vault, person: &name, device, clock: practice.clock() };
    let (opened, wrong_tries) = match trying.with(passphrase, practice.effort().bounds).await {
        Ok(answer) => answer,
        Err(error) => {
            if matches!(error, Error::WrongPassphrase { .. }) {
                practice.change(Action::IdentityProved).await?.end(Outcome::Failed).await?;
            }
            return Err(error);
        }
    };
    attempts::forget(folder, &name)?;
    proven(practice, Some(wrong_tries)).await?;
    Ok(opened)
}

async fn proven(practice: &Practice, wrong_tries: Option<u32>) -> Result<()> {
    let mut change = practice.change(Action::IdentityProved).await?;
    if let Some(wrong_tries) = wrong_tries {
        change.note("wrong_tries", wrong_tries);
    }
    change.commit(practice.actor().id).await?;
    let now = practice.now();
    practice.live().await?.as_mut().and_then(|live| live.seat.as_mut()).ok_or(Error::Locked)?.proved_at = now;
    Ok(())
}
