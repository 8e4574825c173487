//! A colleague comes.

use std::fmt;

use hegu_vault::NewPerson;
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::checks::Checks;
use crate::error::Result;
use crate::ids::PersonId;
use crate::keys::{self, Binding};
use crate::practice::Practice;

use super::device_key;
use super::edit::no_last_day_for_owners;
use super::model::PersonInput;
use super::permission::Permission;
use super::role::Role;
use super::store;
use super::view::{self, PersonView};

/// Somebody to add. They type their passphrase themselves.
#[derive(Deserialize, Type)]
pub struct AddPerson {
    /// What is known of them.
    pub person: PersonInput,
    /// What they may do.
    pub role: Role,
    /// Their passphrase.
    pub passphrase: String,
    /// The same once more.
    pub passphrase_again: String,
}

impl Drop for AddPerson {
    fn drop(&mut self) {
        self.passphrase.zeroize();
        self.passphrase_again.zeroize();
    }
}

impl fmt::Debug for AddPerson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("AddPerson(passphrase redacted)")
    }
}

/// Gives somebody a place of their own, with an envelope that their passphrase opens. A colleague's is bound to this
/// computer's device key; an owner's opens anywhere and so needs a passphrase that nobody guesses.
pub async fn add(practice: &Practice, mut input: AddPerson) -> Result<PersonView> {
    practice.permit(Permission::ChangePeople).await?;
    let binding = keys::binding(practice, input.role).await?;
    let mut checks = Checks::default();
    let person = input.person.check(&mut checks);
    no_last_day_for_owners(&mut checks, &person, input.role);
    let typed = [input.passphrase.as_str(), input.passphrase_again.as_str()];
    let fields = ["passphrase", "passphrase_again"];
    keys::check_passphrase(&mut checks, fields, typed, &binding, &[&person.name]);
    checks.finish()?;
    practice.proved().await?;

    let _keys = practice.keys().await;
    let id = PersonId::new(practice.new_id()?);
    let passphrase = std::mem::take(&mut input.passphrase).into();
    let (role, name, credentials) = (input.role, person.name.clone(), person.credentials.clone());
    let cost = keys::cost(practice).await?;
    let before = super::vault(practice).await?;
    let (vault, public_key) = keys::next_file(practice, move |vault, master| {
        let device = match &binding {
            Binding::Computer(key) => Some(key),
            Binding::Nothing => None,
        };
        let new = NewPerson {
            id: id.to_string(),
            name,
            credentials,
            role: role.into(),
            passphrase: &passphrase,
            cost,
            device,
        };
        hegu_vault::add_person(vault, master, new)
    })
    .await?;
    let mut change = practice.change(Action::PersonAdded).await?;
    change.note("role", role.name());
    store::insert(&mut change, id, &person, role).await?;
    store::add_signing_key(&mut change, id, &public_key).await?;
    change.commit_with_keys(vault, id).await?;
    if before.computer_unlock().is_some() {
        // Earlier copies of the key file still hold the other half, so the one in the keyring must not stay.
        let standing =
            device_key::forget_computer_unlock(practice.keyring(), before.vault_id().as_str()).await;
        tracing::info!(?standing, "computer unlock ended by a second person");
    }
    view::of(practice, id).await
}
