//! Cancels everything somebody was still to come for, when they will not come any more: they have died, or have left for good.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::checks::Checks;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::book::subject;
use super::model::BookingStatus;
use super::store;
use super::view::{self, BookingView};
use super::{own, setup};

/// Whose visits are cancelled.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct CancelToCome {
    /// The client.
    pub client: String,
    /// Why; may be empty.
    pub reason: String,
}

/// No more visits than that are to come of anybody.
const MOST: u32 = 300;

/// Cancels every visit of a client from today on of which nobody said that they came, or none, and answers with them; each can be
/// taken up again alone.
/// [`Error::NotFound`] where nothing is booked.
pub async fn cancel_to_come(practice: &Practice, input: CancelToCome) -> Result<Vec<BookingView>> {
    practice.permit(Permission::EditBookings).await?;
    let client = clients::permit(practice, ClientId::parse(&input.client)?).await?;
    let mut checks = Checks::default();
    let reason = checks.line("reason", &input.reason, 200);
    checks.finish()?;
    let today = setup::today(practice).await?;
    for booking in store::of_client(practice, client, today, MOST).await? {
        if booking.is_to_come() {
            own::permit_column(practice, &booking.practitioner.to_string()).await?;
        }
    }
    let mut change = practice.change(Action::BookingStatusSet).await?;
    let mut cancelled = Vec::new();
    for booking in store::of_client(&change, client, today, MOST).await? {
        if !booking.is_to_come() {
            continue;
        }
        if let Some(before) = cancelled.last() {
            change.also(subject(*before, Some(client))).await?;
        }
        store::insert_step(&mut change, booking.id, BookingStatus::Cancelled, &reason, false).await?;
        change.note("status", BookingStatus::Cancelled.name());
        cancelled.push(booking.id);
    }
    let last = *cancelled.last().ok_or(Error::NotFound)?;
    change.commit(subject(last, Some(client))).await?;
    view::views(practice, store::named(practice, &cancelled).await?).await
}
