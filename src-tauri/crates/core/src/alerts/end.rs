//! Says that an alert does not hold any more, or that it does after all.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::AlertId;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::list::{self, AlertView};
use super::model::AlertAudience;
use super::store::{self, Stored};

/// Names an alert as it was last seen.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeenAlert {
    /// The alert.
    pub id: String,
    /// Its version.
    pub version: i32,
}

/// It does not hold any more.
pub async fn end(practice: &Practice, input: SeenAlert) -> Result<AlertView> {
    set_ended(practice, input, true).await
}

/// It holds after all: the undo of ending it.
pub async fn put_back(practice: &Practice, input: SeenAlert) -> Result<AlertView> {
    set_ended(practice, input, false).await
}

async fn set_ended(practice: &Practice, input: SeenAlert, ended: bool) -> Result<AlertView> {
    practice.permit(Permission::EditClients).await?;
    let id = AlertId::parse(&input.id)?;
    let stored = store::read(practice, id).await?.ok_or(Error::NotFound)?;
    let client = stored.client;
    let client = clients::permit(practice, client).await?;
    permit(practice, stored.audience).await?;
    let action = if ended { Action::AlertEnded } else { Action::AlertPutBack };
    let mut change = practice.change(action).await?;
    let stored = seen(&change, id, Some(input.version)).await?;
    if stored.ended_at.is_some() == ended {
        return Err(Error::NotFound);
    }
    store::set_ended(&mut change, id, ended).await?;
    change.commit(Subject::from(id).of_client(client)).await?;
    list::of(practice, id).await
}

/// Refuses what is clinical to whoever may not write notes.
pub(super) async fn permit(practice: &Practice, audience: AlertAudience) -> Result<()> {
    match audience {
        AlertAudience::Clinical => practice.permit(Permission::WriteNotes).await,
        AlertAudience::Desk => Ok(()),
    }
}

/// The alert, if nobody changed it since.
pub(super) async fn seen(reader: &impl Reader, id: AlertId, version: Option<i32>) -> Result<Stored> {
    let stored = store::read(reader, id).await?.ok_or(Error::NotFound)?;
    if Some(stored.version) != version {
        return Err(Error::Stale { id: id.to_string(), version: stored.version });
    }
    Ok(stored)
}
