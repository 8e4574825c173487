//! When a client comes next.

use crate::clients;
use crate::error::Result;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::setup;
use super::store;
use super::view::{self, BookingView};

/// A client's bookings from today on, in order, at most ten; those that were cancelled are left out.
pub async fn coming(practice: &Practice, client: &str) -> Result<Vec<BookingView>> {
    practice.permit(Permission::ReadBookings).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    let stored = store::of_client(practice, client, setup::today(practice).await?, 10).await?;
    view::views(practice, stored).await
}
