//! An owner gives a colleague who forgot theirs a new passphrase.

use std::fmt;

use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::checks::Checks;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::{self, Permission, Status};
use crate::practice::Practice;

use super::envelope::{self, Binding};

/// A colleague's new passphrase, which they type themselves.
#[derive(Deserialize, Type)]
pub struct ResetPassphrase {
    /// The colleague.
    pub id: String,
    /// Their new passphrase.
    pub passphrase: String,
    /// The same once more.
    pub passphrase_again: String,
}

impl Drop for ResetPassphrase {
    fn drop(&mut self) {
        self.passphrase.zeroize();
        self.passphrase_again.zeroize();
    }
}

impl fmt::Debug for ResetPassphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ResetPassphrase(redacted)")
    }
}

/// Makes a new envelope with a new signing key: the old one lies in an envelope nobody can open, and the owner must not
/// be able to sign as the colleague. What they signed before stays verifiable. One's own passphrase is changed, not
/// reset.
pub async fn reset_passphrase(practice: &Practice, mut input: ResetPassphrase) -> Result<()> {
    practice.permit(Permission::ChangePeople).await?;
    let id = PersonId::parse(&input.id)?;
    let row = people::read(practice, id).await?;
    if id == practice.actor().id || row.status()? != Status::Active {
        return Err(Error::NotPermitted);
    }
    let binding = envelope::binding(practice, row.role()?).await?;
    let mut checks = Checks::default();
    let typed = [input.passphrase.as_str(), input.passphrase_again.as_str()];
    let fields = ["passphrase", "passphrase_again"];
    envelope::check_passphrase(&mut checks, fields, typed, &binding, &[&row.name]);
    checks.finish()?;
    practice.proved().await?;
    let _keys = practice.keys().await;
    let cost = envelope::cost(practice).await?;
    let (person, passphrase) = (input.id.clone(), std::mem::take(&mut input.passphrase).into());
    let (vault, public_key) = envelope::next_file(practice, move |vault, master| {
        let device = match &binding {
            Binding::Computer(key) => Some(key),
            Binding::Nothing => None,
        };
        let opened = hegu_vault::set_passphrase(vault, master, &person, &passphrase, cost, device)?;
        // The signing key that comes back is the colleague's, so it goes no further.
        Ok(opened.signing.public())
    })
    .await?;
    let mut change = practice.change(Action::PassphraseReset).await?;
    people::add_signing_key(&mut change, id, &public_key).await?;
    change.commit_with_keys(vault, id).await?;
    practice.forget_pin(id).await
}
