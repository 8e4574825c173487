//! Who of those who wait could come at a time that is free.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::bookings::book::making_ready;
use crate::bookings::clash::Visit;
use crate::bookings::store::{self, Stored, StoredService, StoredWait};
use crate::bookings::{OnTheWall, instant_of, obstacle, setup, wall_of};
use crate::checks::{Checks, FieldProblem};
use crate::clients::ClientStatus;
use crate::error::{Error, Result};
use crate::ids::{BookingId, PersonId, RoomId, ServiceId};
use crate::people::Permission;
use crate::practice::Practice;

use super::list::{self, WaitView};

/// A time that is free.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct WhoFits {
    /// With whom.
    pub practitioner: String,
    /// Where; nothing for a visit elsewhere.
    pub room: Option<String>,
    /// From here on, on the wall: "2026-05-12T10:15".
    pub start: String,
    /// For what, for those to whom anything will do.
    pub service: Option<String>,
    /// The booking that leaves it, where one does: it is not in the way.
    pub freed: Option<String>,
}

/// Somebody who could come.
#[derive(Debug, Clone, Serialize, Type)]
pub struct FittingWait {
    /// The entry of the waiting list.
    pub wait: WaitView,
    /// How long it would take.
    pub minutes: i32,
    /// For what.
    pub service: String,
}

/// Whoever waits and could come then: the urgent first, then whoever waits longest. Everything a booking is refused for is
/// looked at for each, so that only people are named who can be booked.
pub async fn who_fits(practice: &Practice, input: WhoFits) -> Result<Vec<FittingWait>> {
    practice.permit(Permission::ReadBookings).await?;
    let mut checks = Checks::default();
    let start = checks.wall("start", &input.start);
    let practitioner = PersonId::parse(&input.practitioner).ok();
    if practitioner.is_none() {
        checks.note("practitioner", FieldProblem::Required);
    }
    let room = input.room.as_deref().map(RoomId::parse).transpose()?;
    let service = input.service.as_deref().map(ServiceId::parse).transpose()?;
    let freed = input.freed.as_deref().map(BookingId::parse).transpose()?;
    checks.finish()?;
    let (Some(start), Some(practitioner)) = (start, practitioner) else {
        return Err(Error::unexpected("a free time", "a field without a problem"));
    };
    let zone = setup::zone_of(practice, practice.clock()).await?;
    let services = store::services(practice).await?;
    let now = wall_of(practice.now(), zone);
    if start < now {
        return Ok(Vec::new());
    }
    let slot = Slot { practitioner, room, start, service, freed, zone };
    let mut fitting = Vec::new();
    let mut found = Vec::new();
    for stored in store::waits(practice, now.date()).await? {
        if let Some(at) = slot.place(practice, &stored, &services).await? {
            found.push(stored);
            fitting.push(at);
        }
    }
    let views = list::views(practice, found).await?;
    let fits = |wait: WaitView| {
        if wait.client.status == ClientStatus::Discharged || wait.client.status == ClientStatus::Deceased {
            return None;
        }
        let at = fitting.iter().find(|at| at.wait == wait.id)?;
        Some(FittingWait { wait, minutes: i32::from(at.minutes), service: at.service.clone() })
    };
    Ok(views.into_iter().filter_map(fits).collect())
}

/// A time that is free, checked.
struct Slot {
    practitioner: PersonId,
    room: Option<RoomId>,
    start: NaiveDateTime,
    service: Option<ServiceId>,
    freed: Option<BookingId>,
    zone: Tz,
}

/// What somebody's visit would be.
struct At {
    wait: String,
    minutes: u16,
    service: String,
}

impl Slot {
    /// The visit that somebody would have, if they can come then and nothing stands there.
    async fn place(
        &self,
        practice: &Practice,
        stored: &StoredWait,
        services: &[StoredService],
    ) -> Result<Option<At>> {
        let wait = &stored.wait;
        if wait.practitioner.is_some_and(|wanted| wanted != self.practitioner) {
            return Ok(None);
        }
        let given_up = match wait.instead_of {
            Some(id) => Some(store::read(practice, id).await?).filter(Stored::is_to_come),
            None => None,
        };
        // A later time is none for which somebody would give theirs up.
        if given_up.as_ref().is_some_and(|given_up| given_up.wall <= self.start) {
            return Ok(None);
        }
        let booked_for = given_up.as_ref().and_then(|given_up| given_up.service);
        let wanted = booked_for.or(wait.service).or(self.service);
        let known = |service: &&StoredService| Some(service.id) == wanted && !service.service.retired;
        let Some(service) = services.iter().find(known) else { return Ok(None) };
        // What they have is moved as it is.
        let pattern = given_up.map_or_else(|| service.service.pattern.clone(), |given_up| given_up.pattern);
        let minutes = pattern.minutes();
        if !wait.can(self.start, minutes) {
            return Ok(None);
        }
        let OnTheWall::Once(at) = instant_of(self.start, self.zone) else { return Ok(None) };
        let (before, after) = making_ready(service);
        let visit = Visit {
            practitioner: self.practitioner,
            room: self.room,
            client: Some(wait.client),
            company: None,
            start: at,
            pattern,
            before,
            after,
        };
        // What they would give up does not keep them.
        let except: Vec<BookingId> = [self.freed, wait.instead_of].into_iter().flatten().collect();
        let found = obstacle::obstacles(practice, &visit, &except, (self.zone, practice.now())).await?;
        Ok(found.is_empty().then(|| At {
            wait: stored.id.to_string(),
            minutes,
            service: service.id.to_string(),
        }))
    }
}
