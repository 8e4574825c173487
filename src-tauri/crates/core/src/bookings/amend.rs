//! Changes who comes and for what, and what the desk should know; the time stays.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId};
use crate::people::Permission;
use crate::practice::Practice;

use super::book::{read_client, read_service, subject};
use super::obstacle::{self, ObstacleKind};
use super::seen::seen;
use super::store::{self, Stored, What};
use super::view::{self, BookingView};
use super::{own, setup};

/// A booking as it should be.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct AmendBooking {
    /// The booking.
    pub id: String,
    /// The version that was changed.
    pub version: i32,
    /// Who comes; nothing for a time that is held.
    pub client: Option<String>,
    /// For what.
    pub service: Option<String>,
    /// What the desk should know; may be empty.
    pub note: String,
}

/// Changes a booking, or answers [`Error::Stale`] when somebody changed it since. Its parts stay as they are: they are
/// changed by moving it.
pub async fn amend(practice: &Practice, mut input: AmendBooking) -> Result<BookingView> {
    practice.permit(Permission::EditBookings).await?;
    let id = BookingId::parse(&input.id)?;
    let before = store::read(practice, id).await?;
    own::permit_column(practice, &before.practitioner.to_string()).await?;
    if let Some(client) = input.client.as_deref().and_then(|id| ClientId::parse(id).ok()) {
        input.client = Some(clients::permit(practice, client).await?.to_string());
    }
    let mut change = practice.change(Action::BookingAmended).await?;
    let stored = seen(&change, id, input.version).await?;
    let mut checks = Checks::default();
    let client = read_client(&mut checks, input.client.as_deref());
    let kept = stored.service.map(|service| service.to_string());
    let service = if input.service == kept {
        // A service that is not booked any more stays what it was booked as.
        stored.service
    } else {
        let services = store::services(&change).await?;
        read_service(&mut checks, input.service.as_deref(), &services).map(|service| service.id)
    };
    if client.is_none() && input.client.is_none() && service.is_some() {
        checks.note("client", FieldProblem::Required);
    }
    let note = checks.lines("note", &input.note, 1_000);
    checks.finish()?;
    if client != stored.client && stored.status.takes_time() {
        free(&change, practice, &Stored { client, ..stored.clone() }).await?;
    }
    let what = What { client, service, company: stored.company, series: stored.series, note };
    store::amend(&mut change, id, &what).await?;
    change.commit(subject(id, client.or(stored.client))).await?;
    view::of(practice, id).await
}

/// Refuses a client who is booked elsewhere at that time.
async fn free(change: &Change, practice: &Practice, booking: &Stored) -> Result<()> {
    let zone = setup::zone_of(change, practice.clock()).await?;
    let mut found = obstacle::obstacles(change, &booking.visit(), &[booking.id], (zone, change.at())).await?;
    found.retain(|obstacle| obstacle.kind == ObstacleKind::Client);
    if found.is_empty() { Ok(()) } else { Err(Error::InTheWay(found)) }
}
