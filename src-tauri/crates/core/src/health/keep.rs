//! Saves a client's health history, and takes the last saving back.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::clients;
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::{ClientId, DraftId, HealthReviewId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::model::HealthHistory;
use super::read::{self, HealthView};
use super::review;
use super::store::{self, Stored};

/// A health history to save.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct KeepHealth {
    /// Whose it is.
    pub client: String,
    /// The version this was typed over; 0 where there was none.
    pub version: i32,
    /// All of it, changed or not.
    pub history: HealthHistory,
    /// That all of it was gone through with the client today.
    pub reviewed: bool,
    /// The draft that this finishes.
    pub draft: Option<String>,
}

/// Names a health history as it was last seen.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeenHealth {
    /// Whose it is.
    pub client: String,
    /// Its version.
    pub version: i32,
}

/// Saves a health history, or answers [`Error::Stale`] when somebody saved it since. What it said before stays. Saving what is
/// there already writes no new version; that it was gone through is written down all the same, once a day.
pub async fn keep(practice: &Practice, input: KeepHealth) -> Result<HealthView> {
    practice.permit(Permission::WriteNotes).await?;
    let typed_over = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, typed_over).await?;
    let history = input.history.validate(practice.today())?;
    let draft = input.draft.as_deref().map(DraftId::parse).transpose()?;
    let mut change = practice.change(Action::HealthKept).await?;
    let stored = seen(&change, client, input.version).await?;
    if client != typed_over {
        // Its versions are not those of the record that it is part of now.
        let version = stored.map_or(0, |stored| stored.version);
        return Err(Error::Stale { id: client.to_string(), version });
    }
    let before = stored.map(|stored| stored.history).unwrap_or_default();
    let fields = before.differences(&history);
    let changed = !fields.is_empty();
    let mut version = input.version;
    if changed || version == 0 {
        version += 1;
        change.note("fields", fields);
        store::insert(&mut change, client, version, &history).await?;
    }
    let reviewed = input.reviewed && !review::was_today(practice, &change, client, version).await?;
    if reviewed {
        let id = HealthReviewId::new(practice.new_id()?);
        store::insert_review(&mut change, id, client, version).await?;
        change.note("reviewed", true);
    }
    let ended = match draft {
        Some(draft) => drafts::finish(&mut change, draft).await?,
        None => false,
    };
    if version != input.version || reviewed || ended {
        change.commit(client).await?;
    } else {
        drop(change);
    }
    read::of(practice, client, None).await
}

/// Undoes the last saving: what it said before is saved again as the newest version, and that it was gone through with that
/// saving is taken back. Answers [`Error::Stale`] when somebody saved it since.
pub async fn take_back(practice: &Practice, input: SeenHealth) -> Result<HealthView> {
    practice.permit(Permission::WriteNotes).await?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let mut change = practice.change(Action::HealthTakenBack).await?;
    let stored = seen(&change, client, input.version).await?.ok_or(Error::NotFound)?;
    let before = store::version(&change, client, stored.version - 1).await?;
    let before = before.map(|before| before.history).unwrap_or_default();
    change.note("fields", stored.history.differences(&before));
    store::take_review_of(&mut change, &stored).await?;
    store::insert(&mut change, client, stored.version + 1, &before).await?;
    change.commit(client).await?;
    read::of(practice, client, None).await
}

/// The history, if nobody saved it since.
pub(super) async fn seen(reader: &impl Reader, client: ClientId, version: i32) -> Result<Option<Stored>> {
    let stored = store::latest_of(reader, &[client]).await?.pop();
    let now = stored.as_ref().map_or(0, |stored| stored.version);
    if now != version {
        return Err(Error::Stale { id: client.to_string(), version: now });
    }
    Ok(stored)
}
