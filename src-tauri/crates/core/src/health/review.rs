//! Says that somebody went through a health history and nothing changed.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{ClientId, HealthReviewId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::keep::{self, SeenHealth};
use super::model::HealthHistory;
use super::read::{self, HealthView};
use super::store;

/// Names a review of a client's history.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeenReview {
    /// Whose history it is.
    pub client: String,
    /// The review.
    pub id: String,
}

/// It was gone through and is unchanged, or [`Error::Stale`] when somebody saved it since. Said twice on one day, it stands
/// once. What was never taken down, or whose taking down was undone, cannot be unchanged.
pub async fn review(practice: &Practice, input: SeenHealth) -> Result<HealthView> {
    practice.permit(Permission::WriteNotes).await?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let id = HealthReviewId::new(practice.new_id()?);
    let mut change = practice.change(Action::HealthReviewed).await?;
    let stored = keep::seen(&change, client, input.version).await?.ok_or(Error::NotFound)?;
    let never = store::reviews_before(&change, client, i64::MAX).await?.is_empty();
    if never && stored.history == HealthHistory::default() {
        return Err(Error::NotFound);
    }
    if was_today(practice, &change, client, stored.version).await? {
        drop(change);
    } else {
        store::insert_review(&mut change, id, client, stored.version).await?;
        change.commit(client).await?;
    }
    read::of(practice, client, None).await
}

/// It was not gone through after all: the undo of [`review`].
pub async fn take_review_back(practice: &Practice, input: SeenReview) -> Result<HealthView> {
    practice.permit(Permission::WriteNotes).await?;
    let (client, id) = (ClientId::parse(&input.client)?, HealthReviewId::parse(&input.id)?);
    let client = clients::permit(practice, client).await?;
    let mut change = practice.change(Action::HealthReviewTakenBack).await?;
    if !store::take_review_back(&mut change, client, id).await? {
        return Err(Error::NotFound);
    }
    change.commit(client).await?;
    read::of(practice, client, None).await
}

/// Whether a version was gone through today already.
pub(super) async fn was_today(
    practice: &Practice,
    reader: &impl Reader,
    client: ClientId,
    version: i32,
) -> Result<bool> {
    let last = store::reviews_before(reader, client, i64::MAX).await?.into_iter().next();
    Ok(last
        .is_some_and(|last| last.version == version && practice.day_of(last.reviewed_at) == practice.today()))
}
