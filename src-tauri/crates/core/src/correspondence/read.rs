//! Entries as screens draw them.

use serde::Serialize;
use specta::Type;

use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{ClientId, CorrespondenceId};
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;

use super::keep::CorrespondenceInput;
use super::model::CorrespondenceKind;
use super::store::{self, Stored};

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CorrespondenceView {
    /// The entry.
    pub id: String,
    /// How often it was saved; a change names it.
    pub version: i32,
    /// With whom, or about whom.
    pub client: String,
    /// What it says.
    pub entry: CorrespondenceInput,
    /// Whether it was followed up.
    pub followed_up: bool,
    /// Why it was an error; nothing for an entry that stands.
    pub struck: Option<String>,
    /// When it was made (UTC milliseconds).
    pub made_at: Moment,
    /// By whom.
    pub made_by: String,
    /// What it said before, the latest first.
    pub earlier: Vec<EarlierWords>,
}

/// What an entry said before it was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EarlierWords {
    /// How it passed.
    pub kind: CorrespondenceKind,
    /// On which day, ISO.
    pub day: String,
    /// What it said.
    pub text: String,
    /// When that was written (UTC milliseconds).
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// An entry with what it said before.
pub async fn read(practice: &Practice, id: &str) -> Result<CorrespondenceView> {
    practice.permit(Permission::ReadClients).await?;
    let id = CorrespondenceId::parse(id)?;
    let stored = store::read(practice, id).await?.ok_or(Error::NotFound)?;
    clients::permit(practice, stored.client).await?;
    if stored.entry.clinical {
        practice.permit(Permission::ReadNotes).await?;
    }
    of(practice, id).await
}

/// An entry after something was done with it.
pub(super) async fn of(practice: &Practice, id: CorrespondenceId) -> Result<CorrespondenceView> {
    let stored = store::read(practice, id).await?.ok_or(Error::NotFound)?;
    let earlier = store::earlier(practice, id).await?;
    Ok(CorrespondenceView { earlier, ..view(stored) })
}

/// Everything that passed with somebody and is for the person at the keyboard, in no particular order, each with its place
/// in time: as it was written down, or at noon of the earlier day it is about. What it said before is left out.
pub(crate) async fn of_client(
    practice: &Practice,
    client: ClientId,
) -> Result<Vec<(Moment, CorrespondenceView)>> {
    let clinical = practice.actor().role.may(Permission::ReadNotes);
    let stored = store::of_client(practice, client).await?;
    let theirs = stored.into_iter().filter(|stored| clinical || !stored.entry.clinical);
    let placed = theirs
        .map(|stored| Ok((practice.placed(&stored.entry.day, stored.created_at)?.into(), view(stored))));
    placed.collect()
}

fn view(stored: Stored) -> CorrespondenceView {
    CorrespondenceView {
        id: stored.id.to_string(),
        version: stored.version,
        client: stored.client.to_string(),
        entry: stored.entry,
        followed_up: stored.followed_up,
        struck: stored.struck,
        made_at: stored.created_at.into(),
        made_by: stored.by,
        earlier: Vec::new(),
    }
}
