//! A colleague goes.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::clients;
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::keys;
use crate::practice::Practice;

use super::model::Status;
use super::permission::Permission;
use super::store;
use super::view::{self, PersonView};

/// Somebody who leaves.
#[derive(Debug, Deserialize, Type)]
pub struct RemovePerson {
    /// The person.
    pub id: String,
    /// Whether the master key is replaced, so that a copy of the key file they may have kept opens nothing newer.
    pub rotate: bool,
}

/// Takes somebody's way in away for good. Their name stays in the records and what they signed stays verifiable; their
/// open drafts are closed as they stand, and their clients become the whole practice's. [`Error::KeyNotReplaced`] says
/// that they are removed and the key is the one before.
pub async fn remove(practice: &Practice, input: RemovePerson) -> Result<PersonView> {
    practice.permit(Permission::ChangePeople).await?;
    let id = PersonId::parse(&input.id)?;
    if id == practice.actor().id {
        return Err(Error::NotPermitted);
    }
    practice.proved().await?;
    let keys = practice.keys().await;
    let row = store::read(practice, id).await?;
    let name = input.id.clone();
    let step = move |vault: &mut _, master: &_| hegu_vault::remove_person(vault, master, &name);
    let (vault, ()) = keys::next_file(practice, step).await?;
    let mut change = practice.change(Action::PersonRemoved).await?;
    store::set_standing(&mut change, id, row.role()?, Status::Removed).await?;
    let closed = drafts::close_of(&mut change, id).await?;
    let handed_over = clients::hand_over(&mut change, id).await?;
    change.note("drafts_closed", closed);
    change.note("clients_handed_over", handed_over);
    change.commit_with_keys(vault, id).await?;
    practice.forget_pin(id).await?;
    if input.rotate
        && let Err(error) = keys::replace(practice, &keys).await
    {
        // They are out, whatever became of the key; whoever did it must know that only the second half failed.
        tracing::error!(%error, "replace the key after a removal");
        return Err(Error::KeyNotReplaced);
    }
    view::of(practice, id).await
}
