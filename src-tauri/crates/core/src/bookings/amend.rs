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
use super::obstacle::{self, Obstacle, ObstacleKind};
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
pub async fn amend(practice: &Practice, input: AmendBooking) -> Result<BookingView> {
    practice.permit(Permission::EditBookings).await?;
    let input = permitted(practice, input).await?;
    let mut change = practice.change(Action::BookingAmended).await?;
    let Amended { was, is } = write(&mut change, &input).await?;
    let found = elsewhere(&change, practice, &was, &is).await?;
    if !found.is_empty() {
        return Err(Error::InTheWay(found));
    }
    change.commit(subject(is.id, is.client.or(was.client))).await?;
    view::of(practice, is.id).await
}

/// The booking as it should be, for whoever may change it; the client is who they are today, where two records became one.
pub(super) async fn permitted(practice: &Practice, mut input: AmendBooking) -> Result<AmendBooking> {
    let before = store::read(practice, BookingId::parse(&input.id)?).await?;
    own::permit_column(practice, &before.practitioner.to_string()).await?;
    if let Some(client) = input.client.as_deref().and_then(|id| ClientId::parse(id).ok()) {
        input.client = Some(clients::permit(practice, client).await?.to_string());
    }
    Ok(input)
}

/// A booking before and after it was changed.
pub(super) struct Amended {
    pub(super) was: Stored,
    pub(super) is: Stored,
}

/// Checks and writes who comes and for what. Whether they are booked elsewhere is asked once everything is written.
pub(super) async fn write(change: &mut Change, input: &AmendBooking) -> Result<Amended> {
    let id = BookingId::parse(&input.id)?;
    let was = seen(change, id, input.version).await?;
    let mut checks = Checks::default();
    let client = read_client(&mut checks, input.client.as_deref());
    let kept = was.service.map(|service| service.to_string());
    let service = if input.service == kept {
        // A service that is not booked any more stays what it was booked as.
        was.service
    } else {
        let services = store::services(&*change).await?;
        read_service(&mut checks, input.service.as_deref(), &services).map(|service| service.id)
    };
    if client.is_none() && input.client.is_none() && service.is_some() {
        checks.note("client", FieldProblem::Required);
    }
    let note = checks.lines("note", &input.note, 1_000);
    checks.finish()?;
    let what = What { client, service, company: was.company, series: was.series, note };
    store::amend(change, id, &what).await?;
    let is = Stored { client, service, note: what.note, ..was.clone() };
    Ok(Amended { was, is })
}

/// Where a client who was not booked there before is booked at that time as well.
pub(super) async fn elsewhere(
    change: &Change,
    practice: &Practice,
    was: &Stored,
    is: &Stored,
) -> Result<Vec<Obstacle>> {
    if is.client == was.client || !is.status.takes_time() {
        return Ok(Vec::new());
    }
    let zone = setup::zone_of(change, practice.clock()).await?;
    let mut found = obstacle::obstacles(change, &is.visit(), &[is.id], (zone, change.at())).await?;
    found.retain(|obstacle| obstacle.kind == ObstacleKind::Client);
    Ok(found)
}
