//! Decides whether a visit can be where it is wanted: checked fields first, then everything that stands in the way.

use chrono_tz::Tz;

use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, PersonId, RoomId};
use crate::people::Permission;
use crate::practice::Practice;

use super::clash::Visit;
use super::model::{self, WhichTime};
use super::obstacle::{self, Obstacle};
use super::pattern::Pattern;
use super::store::{self, Place};
use super::wall::wall_of;

/// Where somebody wants a visit to be, as it was typed.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    pub(super) practitioner: &'a str,
    pub(super) room: Option<&'a str>,
    pub(super) start: &'a str,
    pub(super) which: Option<WhichTime>,
    pub(super) pattern: Pattern,
    /// Minutes to make the room ready, before and after.
    pub(super) before: u16,
    pub(super) after: u16,
    /// Why it is to be although something stands in the way.
    pub(super) despite: Option<&'a str>,
}

/// Who is wanted there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Guests {
    pub(super) client: Option<ClientId>,
    pub(super) company: Option<BookingId>,
    /// The booking that is being moved.
    pub(super) moving: Option<BookingId>,
}

/// Where a visit will be. [`Error::InTheWay`] says what stands there, unless a reason was given by somebody who may overbook;
/// the reason is kept only where it was needed.
pub(super) async fn decide(change: &Change, wanted: Wanted<'_>, guests: Guests, zone: Tz) -> Result<Place> {
    decide_among(change, wanted, guests, guests.moving.as_slice(), zone).await
}

/// The same while other bookings are moved with it, which are in nobody's way where they still stand.
pub(super) async fn decide_among(
    change: &Change,
    wanted: Wanted<'_>,
    guests: Guests,
    moving: &[BookingId],
    zone: Tz,
) -> Result<Place> {
    let despite = wanted.despite.is_some();
    let (place, found) = look(change, wanted, guests, moving, zone).await?;
    if found.is_empty() {
        return Ok(Place { despite: None, ..place });
    }
    if despite && change.actor().role.may(Permission::Overbook) {
        return Ok(place);
    }
    Err(Error::InTheWay(found))
}

/// Where a visit would be, with the reason that was given, and everything that stands there but what is being moved.
pub(super) async fn look(
    reader: &Change,
    wanted: Wanted<'_>,
    guests: Guests,
    moving: &[BookingId],
    zone: Tz,
) -> Result<(Place, Vec<Obstacle>)> {
    let mut checks = Checks::default();
    let practitioner = practitioner(reader, &mut checks, wanted.practitioner, guests.moving).await?;
    let room = room(reader, &mut checks, wanted.room).await?;
    let start = model::start(&mut checks, wanted.start, wanted.which, zone);
    let despite = wanted.despite.map(|reason| checks.required("despite", reason, 200));
    if let Some(start) = start {
        let last_minute = wanted.pattern.whole(start.at).until - super::MINUTE;
        if wall_of(last_minute, zone).date() != start.wall.date() {
            checks.note("start", FieldProblem::PastMidnight);
        }
    }
    checks.finish()?;
    let (Some(practitioner), Some(start)) = (practitioner, start) else {
        return Err(Error::unexpected("a booking", "a field without a problem"));
    };
    let visit = Visit {
        practitioner,
        room,
        client: guests.client,
        company: guests.company.or(guests.moving),
        start: start.at,
        pattern: wanted.pattern,
        before: wanted.before,
        after: wanted.after,
    };
    let found = obstacle::obstacles(reader, &visit, moving, (zone, reader.at())).await?;
    let in_room = visit.in_room();
    let zone = zone.name().to_owned();
    Ok((Place { practitioner, room, start, zone, pattern: visit.pattern, in_room, despite }, found))
}

/// Refuses whoever gives a reason to overbook and may not, and writes the refusal into the audit.
pub(super) async fn permit(practice: &Practice, despite: Option<&str>) -> Result<()> {
    practice.permit(Permission::EditBookings).await?;
    match despite {
        Some(_) => practice.permit(Permission::Overbook).await,
        None => Ok(()),
    }
}

/// Whoever is booked works here; somebody who left keeps the visits they had until those are moved.
async fn practitioner(
    change: &Change,
    checks: &mut Checks,
    typed: &str,
    moving: Option<BookingId>,
) -> Result<Option<PersonId>> {
    let Ok(person) = PersonId::parse(typed) else {
        checks.note("practitioner", FieldProblem::Required);
        return Ok(None);
    };
    let theirs_already = match moving {
        Some(booking) => store::read(change, booking).await?.practitioner == person,
        None => false,
    };
    if !theirs_already && !store::treats(change, person).await? {
        checks.note("practitioner", FieldProblem::UnknownValue);
    }
    Ok(Some(person))
}

async fn room(change: &Change, checks: &mut Checks, typed: Option<&str>) -> Result<Option<RoomId>> {
    let Some(typed) = typed else { return Ok(None) };
    let room = RoomId::parse(typed).ok();
    let rooms = store::rooms(change).await?;
    if !rooms.iter().any(|known| Some(known.id) == room) {
        checks.note("room", FieldProblem::UnknownValue);
    }
    Ok(room)
}
