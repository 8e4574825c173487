//! When a client comes next, and when they were booked last.

use crate::clients;
use crate::error::Result;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::model::BookingStatus;
use super::setup;
use super::store;
use super::view::{self, BookingView};
use super::wall_of;

/// Whether a client is booked for today or later and has not come yet.
pub(crate) async fn is_to_come(practice: &Practice, reader: &impl Reader, client: ClientId) -> Result<bool> {
    let today = wall_of(practice.now(), setup::zone_of(reader, practice.clock()).await?).date();
    let to_come = store::of_client(reader, client, today, 100).await?;
    Ok(to_come.iter().any(|booking| booking.status != BookingStatus::Done))
}

/// Whether a client waits for a time.
pub(crate) async fn is_waiting(practice: &Practice, reader: &impl Reader, client: ClientId) -> Result<bool> {
    let today = wall_of(practice.now(), setup::zone_of(reader, practice.clock()).await?).date();
    Ok(store::waits(reader, today).await?.iter().any(|stored| stored.wait.client == client))
}

/// A client's bookings from today on, in order, at most ten; those that were cancelled are left out.
pub async fn coming(practice: &Practice, client: &str) -> Result<Vec<BookingView>> {
    practice.permit(Permission::ReadBookings).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    let stored = store::of_client(practice, client, setup::today(practice).await?, 10).await?;
    view::views(practice, stored).await
}

/// A client's last booking before today, whatever became of it: also that they did not come says something.
pub async fn last(practice: &Practice, client: &str) -> Result<Option<BookingView>> {
    practice.permit(Permission::ReadBookings).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    let stored = store::last_of_client(practice, client, setup::today(practice).await?).await?;
    Ok(view::views(practice, stored.into_iter().collect()).await?.pop())
}
