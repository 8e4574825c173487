//! Books a visit.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, DraftId, ServiceId};
use crate::practice::Practice;

use super::model::{self, VisitPart, WhichTime};
use super::pattern::Pattern;
use super::place::{self, Guests, Wanted};
use super::store::{self, StoredService, What};
use super::view::{self, BookingView};
use super::{own, setup, waiting};

/// A visit to book.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct Book {
    /// Who comes; nothing for a time that is held.
    pub client: Option<String>,
    /// For what; nothing for a time that is held.
    pub service: Option<String>,
    /// To whom.
    pub practitioner: String,
    /// Where; nothing for a visit elsewhere.
    pub room: Option<String>,
    /// When, on the clinic's wall: "2026-05-12T10:15".
    pub start: String,
    /// Which of two, where that time comes twice.
    pub which: Option<WhichTime>,
    /// Its parts, where they are other than the service's.
    pub parts: Option<Vec<VisitPart>>,
    /// The booking of whoever they come together with.
    pub company: Option<String>,
    /// What the desk should know; may be empty.
    pub note: String,
    /// Why it is booked although something stands in the way.
    pub despite: Option<String>,
    /// The entry of the waiting list that it is given to.
    pub wait: Option<String>,
    /// The draft that it was typed into, which ends with it.
    pub draft: Option<String>,
}

/// What is checked of a visit before its place is.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    pub(super) client: Option<ClientId>,
    pub(super) service: Option<StoredService>,
    pub(super) pattern: Pattern,
    pub(super) note: String,
}

/// Books a visit, or answers [`Error::InTheWay`] with everything that stands in its way. What is decided is decided in one
/// transaction: of two who want the same time, one gets it.
pub async fn book(practice: &Practice, mut input: Book) -> Result<BookingView> {
    place::permit(practice, input.despite.as_deref()).await?;
    own::permit_column(practice, &input.practitioner).await?;
    if let Some(client) = input.client.as_deref().and_then(|id| ClientId::parse(id).ok()) {
        input.client = Some(clients::permit(practice, client).await?.to_string());
    }
    let company = input.company.as_deref().map(BookingId::parse).transpose()?;
    let mut change = practice.change(Action::Booked).await?;
    let zone = setup::zone_of(&change, practice.clock()).await?;
    let services = store::services(&change).await?;
    let Checked { client, service, pattern, note } = input.validate(&services)?;
    // Whoever comes with somebody who comes with others comes with all of them.
    let company = match company {
        Some(id) => Some(store::read(&change, id).await?.company.unwrap_or(id)),
        None => None,
    };
    let (before, after) = service.as_ref().map_or((0, 0), making_ready);
    let wanted = Wanted {
        practitioner: &input.practitioner,
        room: input.room.as_deref(),
        start: &input.start,
        which: input.which,
        pattern,
        before,
        after,
        despite: input.despite.as_deref(),
    };
    let place = place::decide(&change, wanted, Guests { client, company, moving: None }, zone).await?;
    let id = BookingId::new(practice.new_id()?);
    store::keep_zone(&mut change, zone).await?;
    let service = service.map(|service| service.id);
    let what = What { client, service, company, series: None, note };
    store::insert(&mut change, id, &place, &what).await?;
    waiting::given(&mut change, input.wait.as_deref(), client, id).await?;
    end_draft(&mut change, input.draft.as_deref()).await?;
    if place.despite.is_some() {
        change.note("despite", true);
    }
    change.commit(subject(id, client)).await?;
    view::of(practice, id).await
}

impl Book {
    /// Checks who comes and for what. A time that is held for nobody has its own length and says what it is for.
    pub(super) fn validate(&self, services: &[StoredService]) -> Result<Checked> {
        let mut checks = Checks::default();
        let client = read_client(&mut checks, self.client.as_deref());
        let service = read_service(&mut checks, self.service.as_deref(), services);
        let note = checks.lines("note", &self.note, 1_000);
        // Somebody comes for a service; a time that is held for nobody is for something that is written down.
        if self.client.is_none() && (self.service.is_some() || note.trim().is_empty()) {
            checks.note("client", FieldProblem::Required);
        }
        let pattern = read_pattern(&mut checks, self.parts.as_deref(), service.as_ref());
        checks.finish()?;
        let pattern = pattern.ok_or_else(|| Error::unexpected("a booking", "no parts and no problem"))?;
        Ok(Checked { client, service, pattern, note })
    }
}

/// What was typed has become a booking.
pub(super) async fn end_draft(change: &mut Change, draft: Option<&str>) -> Result<()> {
    if let Some(draft) = draft.map(DraftId::parse).transpose()? {
        drafts::finish(change, draft).await?;
    }
    Ok(())
}

/// Reads who comes.
pub(super) fn read_client(checks: &mut Checks, typed: Option<&str>) -> Option<ClientId> {
    let client = typed.map(ClientId::parse)?;
    if client.is_err() {
        checks.note("client", FieldProblem::UnknownValue);
    }
    client.ok()
}

/// Reads for what; a service that is not booked any more is none.
pub(super) fn read_service(
    checks: &mut Checks,
    typed: Option<&str>,
    services: &[StoredService],
) -> Option<StoredService> {
    let id = ServiceId::parse(typed?).ok();
    let found = services.iter().find(|known| Some(known.id) == id && !known.service.retired).cloned();
    if found.is_none() {
        checks.note("service", FieldProblem::UnknownValue);
    }
    found
}

/// Reads the parts of a visit: those that are given, or the service's.
pub(super) fn read_pattern(
    checks: &mut Checks,
    parts: Option<&[VisitPart]>,
    service: Option<&StoredService>,
) -> Option<Pattern> {
    match (parts, service) {
        (Some(parts), _) => model::pattern(checks, "parts", parts),
        (None, Some(service)) => Some(service.service.pattern.clone()),
        (None, None) => {
            checks.note("service", FieldProblem::Required);
            None
        }
    }
}

/// How long the room is made ready, before and after.
pub(super) fn making_ready(service: &StoredService) -> (u16, u16) {
    let minutes = |of: i32| u16::try_from(of).unwrap_or(0);
    (minutes(service.service.before), minutes(service.service.after))
}

/// A booking in the audit: part of the record of whoever comes.
pub(super) fn subject(id: BookingId, client: Option<ClientId>) -> Subject {
    match client {
        Some(client) => Subject::from(id).of_client(client),
        None => id.into(),
    }
}
