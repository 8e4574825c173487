//! Says that an entry was followed up, or that it has to be after all.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::CorrespondenceId;
use crate::people::Permission;
use crate::practice::Practice;

use super::model;
use super::read::{self, CorrespondenceView};
use super::store;

/// Whether an entry was followed up.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct FollowedUp {
    /// The entry.
    pub id: String,
    /// Its version as it was last seen.
    pub version: i32,
    /// That it was; or, to take that back, that it was not.
    pub done: bool,
}

/// Ticks it off, or puts it back onto the list.
pub async fn follow_up(practice: &Practice, input: FollowedUp) -> Result<CorrespondenceView> {
    practice.permit(Permission::EditClients).await?;
    let id = CorrespondenceId::parse(&input.id)?;
    let stored = store::read(practice, id).await?.ok_or(Error::NotFound)?;
    clients::permit(practice, stored.client).await?;
    model::permit(practice, stored.entry.clinical).await?;
    let mut change =
        practice.change(if input.done { Action::FollowedUp } else { Action::FollowUpTakenBack }).await?;
    let stored = store::seen(&change, id, Some(input.version)).await?;
    if stored.entry.follow_up.is_empty() || stored.struck.is_some() || stored.followed_up == input.done {
        return Err(Error::NotFound);
    }
    store::set_followed_up(&mut change, id, input.done).await?;
    change.commit(Subject::from(id).of_client(stored.client)).await?;
    read::of(practice, id).await
}
