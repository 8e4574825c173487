//! Somebody changes their own passphrase.

use std::fmt;

use hegu_vault::{Passphrase, PassphraseChange};
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::opening;
use crate::people::{self, KeyringStanding, Permission, device_key};
use crate::practice::Practice;

use super::envelope::{self, Binding};

/// The old passphrase and the new one.
#[derive(Deserialize, Type)]
pub struct ChangePassphrase {
    /// The one in force.
    pub old: String,
    /// The one to come.
    pub new: String,
    /// The same once more.
    pub new_again: String,
}

impl Drop for ChangePassphrase {
    fn drop(&mut self) {
        self.old.zeroize();
        self.new.zeroize();
        self.new_again.zeroize();
    }
}

impl fmt::Debug for ChangePassphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ChangePassphrase(redacted)")
    }
}

/// Puts the keys of the person at the keyboard into a new envelope; the records and the master key stay as they are, and
/// so does the way in by the log-in of this computer.
/// A wrong old passphrase is counted like one at the door.
pub async fn change_passphrase(practice: &Practice, mut input: ChangePassphrase) -> Result<()> {
    practice.permit(Permission::ChangeOneself).await?;
    let me = practice.actor();
    let person = me.id.to_string();
    let vault = people::vault(practice).await?;
    let bound = vault.people().iter().any(|slot| slot.id() == person && slot.device_bound());
    let binding = match bound {
        true => Binding::Computer(opening::device_key_here(practice.keyring(), &vault).await?),
        false => Binding::Nothing,
    };
    let mut checks = Checks::default();
    if input.old.is_empty() {
        // An empty field is no try at a passphrase.
        checks.note("old", FieldProblem::Required);
    }
    let typed = [input.new.as_str(), input.new_again.as_str()];
    envelope::check_passphrase(&mut checks, ["new", "new_again"], typed, &binding, &[&me.name]);
    checks.finish()?;
    let _keys = practice.keys().await;
    let opened = opening::prove_with(practice, Passphrase::new(std::mem::take(&mut input.old))).await?;
    let new = Passphrase::new(std::mem::take(&mut input.new));
    let (cost, bounds) = (envelope::cost(practice).await?, practice.effort().bounds);
    let step = move |vault: &mut hegu_vault::VaultFile, _: &_| {
        let device = match &binding {
            Binding::Computer(key) => Some(key),
            Binding::Nothing => None,
        };
        let with_computer = vault.computer_unlock().is_some();
        let change = PassphraseChange { new: &new, cost, device };
        hegu_vault::change_passphrase(vault, &opened, &change)?;
        let again = || hegu_vault::allow_computer_unlock(vault, &person, &new, &bounds);
        with_computer.then(again).transpose()
    };
    let (mut vault, computer) = envelope::next_file(practice, step).await?;
    if let Some(key) = computer {
        let vault_id = vault.vault_id().as_str().to_owned();
        let standing = device_key::keep_computer_unlock(practice.keyring(), &vault_id, &key).await;
        if standing != KeyringStanding::Ready {
            // The passphrase matters more: where the keyring does not answer, this computer's log-in opens nothing.
            vault = vault.without_computer_unlock();
        }
    }
    practice.change(Action::PassphraseChanged).await?.commit_with_keys(vault, me.id).await
}
