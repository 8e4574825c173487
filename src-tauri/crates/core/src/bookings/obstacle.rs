//! What stands in the way of a visit, as a person is told.

use std::collections::BTreeMap;

use chrono::Days;
use chrono_tz::Tz;
use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::ids::{BookingId, PersonId, RoomId};
use crate::reader::Reader;

use super::clash::{Clash, Visit, clashes};
use super::go_away::Gone;
use super::hours::{Away, Hours, working};
use super::model::BookingStatus;
use super::span::Span;
use super::store::{self, Stored, StoredAway, StoredRoom};
use super::wall::wall_of;

/// Something in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Obstacle {
    /// What it is.
    pub kind: ObstacleKind,
    /// The booking that it is, where it is one.
    pub booking: Option<String>,
}

/// What can be in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ObstacleKind {
    /// The practitioner's hands are on somebody else.
    Hands,
    /// The room, or its last chair, is taken.
    Room,
    /// The client is booked elsewhere at that time.
    Client,
    /// The practitioner does not work then.
    OutsideHours,
    /// The practitioner is away.
    Away,
    /// The practice is closed.
    PracticeClosed,
    /// The room is closed, for a while or for good.
    RoomClosed,
    /// The room is kept for others.
    NotTheirRoom,
    /// The clocks leave its time out, in the zone that the clinic is to move to.
    NoSuchTime,
}

/// In place of now, for what is put back where it was: whoever stays longer than booked does not stand in its way.
pub(super) const WHOEVER_STAYS: i64 = 0;

/// Everything that stands in the way of a visit at `now`, but for some bookings: those that are being moved.
pub(super) async fn obstacles(
    reader: &impl Reader,
    visit: &Visit,
    except: &[BookingId],
    (zone, now): (Tz, i64),
) -> Result<Vec<Obstacle>> {
    let rooms = store::rooms(reader).await?;
    let standing = store::standing(reader, visit.in_room(), now).await?;
    let standing: Vec<Stored> = standing.into_iter().filter(|other| !except.contains(&other.id)).collect();
    let visits: Vec<Visit> = standing.iter().map(Stored::visit).collect();
    let mut found: Vec<Obstacle> = clashes(visit, &visits, |room| chairs(&rooms, room))
        .into_iter()
        .map(|standing_there| Obstacle {
            kind: match standing_there.clash {
                Clash::Practitioner => ObstacleKind::Hands,
                Clash::Room => ObstacleKind::Room,
                Clash::Client => ObstacleKind::Client,
            },
            booking: standing.get(standing_there.other).map(|other| other.id.to_string()),
        })
        .collect();
    let day = wall_of(visit.start, zone).date();
    let (before, after) = (day - Days::new(1), day + Days::new(2));
    let away = store::away_between(reader, before, after).await?;
    let weeks = hours_of(reader).await?;
    let own = weeks.get(&visit.practitioner).map_or(&[][..], Vec::as_slice);
    let alone = |kind| Obstacle { kind, booking: None };
    found.extend(gone(visit, &away, zone).into_iter().map(alone));
    if is_outside(visit, own, zone) {
        found.push(alone(ObstacleKind::OutsideHours));
    }
    if let Some(room) = rooms.iter().find(|room| Some(room.id) == visit.room) {
        if room.closed {
            found.push(alone(ObstacleKind::RoomClosed));
        }
        if !room.people.is_empty() && !room.people.contains(&visit.practitioner) {
            found.push(alone(ObstacleKind::NotTheirRoom));
        }
    }
    Ok(found)
}

/// Who or what is away during a visit.
fn gone(visit: &Visit, away: &[StoredAway], zone: Tz) -> Vec<ObstacleKind> {
    let mut found: Vec<ObstacleKind> = Vec::new();
    for kind in away.iter().filter_map(|away| in_its_way(visit, &away.gone, zone)) {
        if !found.contains(&kind) {
            found.push(kind);
        }
    }
    found
}

/// What a time in which nobody comes is to a visit; nothing where it does not concern it.
pub(super) fn in_its_way(visit: &Visit, gone: &Gone, zone: Tz) -> Option<ObstacleKind> {
    let during = during(gone, zone);
    match (gone.person, gone.room) {
        (Some(person), _) if person == visit.practitioner && during.overlaps(visit.whole()) => {
            Some(ObstacleKind::Away)
        }
        (_, Some(room)) if Some(room) == visit.room && during.overlaps(visit.in_room()) => {
            Some(ObstacleKind::RoomClosed)
        }
        (None, None) if during.overlaps(visit.whole()) => Some(ObstacleKind::PracticeClosed),
        _ => None,
    }
}

/// Whether a visit is outside of the weeks of whom it is with. Whoever has none works at all times.
pub(super) fn is_outside(visit: &Visit, own: &[Hours], zone: Tz) -> bool {
    let day = wall_of(visit.start, zone).date();
    !own.is_empty() && !working(day, own, &[], zone).iter().any(|shift| shift.holds(visit.whole()))
}

/// When it is that nobody comes.
pub(super) fn during(gone: &Gone, zone: Tz) -> Span {
    Away { from: gone.from, until: gone.until }.span(zone)
}

/// Everybody's weeks.
pub(super) async fn hours_of(reader: &impl Reader) -> Result<BTreeMap<PersonId, Vec<Hours>>> {
    let mut weeks: BTreeMap<PersonId, Vec<Hours>> = BTreeMap::new();
    for stored in store::hours(reader).await? {
        weeks.entry(stored.person).or_default().push(stored.hours);
    }
    Ok(weeks)
}

/// For how many a room is.
pub(super) fn chairs(rooms: &[StoredRoom], room: RoomId) -> usize {
    let found = rooms.iter().find(|other| other.id == room);
    found.and_then(|room| usize::try_from(room.chairs).ok()).unwrap_or(1)
}

impl Stored {
    /// Whether they are expected still: nobody has come, and nobody took it back or cancelled it.
    pub(super) fn is_to_come(&self) -> bool {
        !self.taken_back && matches!(self.status, BookingStatus::Booked | BookingStatus::Confirmed)
    }

    /// Whether it is still to be kept: nobody took it back, cancelled it or stayed away.
    pub(super) fn stands(&self) -> bool {
        !self.taken_back && self.status.takes_time()
    }

    /// The booking as far as it keeps others from coming.
    pub(super) fn visit(&self) -> Visit {
        let minutes = |span: i64| u16::try_from(span / super::MINUTE).unwrap_or(u16::MAX);
        Visit {
            practitioner: self.practitioner,
            room: self.room,
            client: self.client,
            // Whoever comes with nobody may still be the one whom others come with.
            company: Some(self.company.unwrap_or(self.id)),
            start: self.whole.from,
            pattern: self.pattern.clone(),
            before: minutes(self.whole.from - self.in_room.from),
            after: minutes(self.in_room.until - self.whole.until),
        }
    }
}
