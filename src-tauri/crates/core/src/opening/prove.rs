//! Proves once more who sits at the keyboard, for what a passer-by must not do.

use std::fmt;

use hegu_vault::Passphrase;
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::{Action, Outcome};
use crate::error::{Error, Result};
use crate::practice::Practice;

use super::unlock::Try;
use super::{Effort, attempts};

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

/// Takes the passphrase as proof for the next five minutes. Wrong ones are counted together with those at the door,
/// and each is in the audit.
pub async fn prove(practice: &Practice, effort: Effort, mut input: ProveSelf) -> Result<()> {
    let person = practice.actor().id;
    let vault = practice.live().await?.as_ref().ok_or(Error::Locked)?.vault.clone();
    let passphrase = Passphrase::new(std::mem::take(&mut input.passphrase));
    let (folder, name) = (practice.folder(), person.to_string());
    let trying = Try { folder, vault: &vault, person: &name, clock: practice.clock() };
    if let Err(error) = trying.with(passphrase, effort.bounds).await {
        if matches!(error, Error::WrongPassphrase { .. }) {
            practice.change(Action::IdentityProved).await?.end(Outcome::Failed).await?;
        }
        return Err(error);
    }
    attempts::forget(folder, &name)?;
    practice.change(Action::IdentityProved).await?.commit(person).await?;
    practice.live().await?.as_mut().ok_or(Error::Locked)?.proved_at = practice.now();
    Ok(())
}
