//! Says that an entry was made in error, or that it was not.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::Checks;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::CorrespondenceId;
use crate::people::Permission;
use crate::practice::Practice;

use super::model;
use super::read::{self, CorrespondenceView};
use super::store;

/// Longer reasons are stories.
const LONGEST: u32 = 200;

/// An entry that should not be there.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct StrikeCorrespondence {
    /// The entry.
    pub id: String,
    /// Its version as it was last seen.
    pub version: i32,
    /// Why it was an error, in a few words.
    pub reason: String,
}

/// Names an entry as it was last seen.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeenCorrespondence {
    /// The entry.
    pub id: String,
    /// Its version.
    pub version: i32,
}

/// It was entered in error: it stays readable, struck through, with the reason.
pub async fn strike(practice: &Practice, input: StrikeCorrespondence) -> Result<CorrespondenceView> {
    practice.permit(Permission::EditClients).await?;
    let mut checks = Checks::default();
    let reason = checks.required("reason", &input.reason, LONGEST);
    checks.finish()?;
    set_struck(practice, &input.id, input.version, Some(reason)).await
}

/// It stands after all: the undo of striking it.
pub async fn put_back(practice: &Practice, input: SeenCorrespondence) -> Result<CorrespondenceView> {
    practice.permit(Permission::EditClients).await?;
    set_struck(practice, &input.id, input.version, None).await
}

async fn set_struck(
    practice: &Practice,
    id: &str,
    version: i32,
    reason: Option<String>,
) -> Result<CorrespondenceView> {
    let id = CorrespondenceId::parse(id)?;
    let stored = store::read(practice, id).await?.ok_or(Error::NotFound)?;
    clients::permit(practice, stored.client).await?;
    model::permit(practice, stored.entry.clinical).await?;
    let action = if reason.is_some() { Action::CorrespondenceStruck } else { Action::CorrespondencePutBack };
    let mut change = practice.change(action).await?;
    let stored = store::seen(&change, id, Some(version)).await?;
    if stored.struck.is_some() == reason.is_some() {
        return Err(Error::NotFound);
    }
    store::set_struck(&mut change, id, reason.as_deref()).await?;
    change.commit(Subject::from(id).of_client(stored.client)).await?;
    read::of(practice, id).await
}
