//! Ends somebody's waiting, and lets them wait again.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::bookings::store::{self, StoredWait};
use crate::change::Change;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, WaitId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::list::{self, WaitView};

/// Names an entry of the waiting list as it was last seen.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeenWait {
    /// The entry.
    pub id: String,
    /// Its version.
    pub version: i32,
}

/// Takes somebody off the waiting list, or answers [`Error::Stale`] when somebody changed the entry since.
pub async fn stop_waiting(practice: &Practice, input: SeenWait) -> Result<WaitView> {
    set_removed(practice, input, true).await
}

/// Puts somebody back who was taken off, or who was given a time that they do not want after all.
pub async fn wait_again(practice: &Practice, input: SeenWait) -> Result<WaitView> {
    set_removed(practice, input, false).await
}

async fn set_removed(practice: &Practice, input: SeenWait, removed: bool) -> Result<WaitView> {
    practice.permit(Permission::EditBookings).await?;
    let id = WaitId::parse(&input.id)?;
    let client = store::wait(practice, id).await?.wait.client;
    let client = clients::permit(practice, client).await?;
    let action = if removed { Action::WaitRemoved } else { Action::WaitPutBack };
    let mut change = practice.change(action).await?;
    let stored = seen(&change, id, Some(input.version)).await?;
    if stored.waits != removed {
        return Err(Error::NotFound);
    }
    store::end_wait(&mut change, id, removed, None).await?;
    change.commit(Subject::from(id).of_client(client)).await?;
    list::of(practice, id).await
}

/// The entry, if nobody changed it since.
pub(super) async fn seen(reader: &impl Reader, id: WaitId, version: Option<i32>) -> Result<StoredWait> {
    let stored = store::wait(reader, id).await?;
    if Some(stored.version) != version {
        return Err(Error::Stale { id: id.to_string(), version: stored.version });
    }
    Ok(stored)
}

/// Notes within a booking's own change that it was given to somebody who waited for it. Whoever waits no more is not given
/// it twice: [`Error::NotFound`].
pub(in crate::bookings) async fn given(
    change: &mut Change,
    wait: Option<&str>,
    client: Option<ClientId>,
    booking: BookingId,
) -> Result<()> {
    let Some(wait) = wait else { return Ok(()) };
    let id = WaitId::parse(wait)?;
    let stored = store::wait(change, id).await?;
    if !stored.waits || Some(stored.wait.client) != client {
        return Err(Error::NotFound);
    }
    store::end_wait(change, id, false, Some(booking)).await
}
