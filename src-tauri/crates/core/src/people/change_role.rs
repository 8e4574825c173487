//! What somebody may do changes.

use std::fmt;

use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::checks::Checks;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::keys::{self, Binding};
use crate::practice::Practice;

use super::model::Status;
use super::permission::Permission;
use super::role::Role;
use super::store;
use super::view::{self, PersonView};

/// Another role for somebody.
#[derive(Deserialize, Type)]
pub struct ChangeRole {
    /// The person.
    pub id: String,
    /// The version this was decided over.
    pub version: i32,
    /// What they may do from now on.
    pub role: Role,
    /// Their new passphrase, where they become an owner; empty otherwise.
    pub passphrase: String,
    /// The same once more.
    pub passphrase_again: String,
}

impl Drop for ChangeRole {
    fn drop(&mut self) {
        self.passphrase.zeroize();
        self.passphrase_again.zeroize();
    }
}

impl fmt::Debug for ChangeRole {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ChangeRole(passphrase redacted)")
    }
}

/// Changes what somebody may do. An owner's envelope opens on any computer, so whoever becomes one chooses a
/// passphrase for it; the last owner stays one.
pub async fn change_role(practice: &Practice, mut input: ChangeRole) -> Result<PersonView> {
    practice.permit(Permission::ChangePeople).await?;
    let id = PersonId::parse(&input.id)?;
    let before = store::read(practice, id).await?;
    let (was, status) = (before.role()?, before.status()?);
    if status == Status::Removed {
        return Err(Error::NotFound);
    }
    if was == input.role {
        return view::of(practice, id).await;
    }
    if input.role == Role::Owner {
        let mut checks = Checks::default();
        let typed = [input.passphrase.as_str(), input.passphrase_again.as_str()];
        let fields = ["passphrase", "passphrase_again"];
        keys::check_passphrase(&mut checks, fields, typed, &Binding::Nothing, &[&before.name]);
        checks.finish()?;
    }
    practice.proved().await?;

    let _keys = practice.keys().await;
    let (person, role) = (input.id.clone(), input.role);
    let passphrase = std::mem::take(&mut input.passphrase).into();
    let cost = keys::cost(practice).await?;
    let (vault, new_key) = keys::next_file(practice, move |vault, master| match role {
        Role::Owner => hegu_vault::make_owner(vault, master, &person, &passphrase, cost)
            .map(|opened| Some(opened.signing.public())),
        _ => hegu_vault::change_role(vault, master, &person, role.into()).map(|()| None),
    })
    .await?;
    // They would go on with an owner's powers until they leave the keyboard: another owner does this to them.
    if id == practice.actor().id {
        return Err(Error::NotPermitted);
    }
    let mut change = practice.change(Action::RoleChanged).await?;
    if store::read(&change, id).await?.version != input.version {
        return Err(Error::Stale { id: input.id.clone(), version: before.version });
    }
    change.note("from", was.name());
    change.note("to", role.name());
    store::set_standing(&mut change, id, role, status).await?;
    if let Some(key) = new_key {
        store::add_signing_key(&mut change, id, &key).await?;
    }
    change.commit_with_keys(vault, id).await?;
    practice.forget_pin(id).await?;
    view::of(practice, id).await
}
