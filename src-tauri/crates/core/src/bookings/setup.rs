//! What the diary is made of: rooms, services, and who works when.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;
use specta::Type;

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::MINUTE;
use super::hours::Shift;
use super::keep_hours::ShiftInput;
use super::keep_service::written_price;
use super::model::{self, VisitPart};
use super::store;
use super::wall::{wall_of, zone_named};

/// Everything that can be chosen in the diary.
#[derive(Debug, Clone, Serialize, Type)]
pub struct DiarySetup {
    /// The zone of the clinic's wall clock (IANA name).
    pub zone: String,
    /// The zone this computer is set to, where it is another.
    pub other_zone: Option<String>,
    /// The rooms, in the order they were added.
    pub rooms: Vec<RoomView>,
    /// The services, in the order they were added.
    pub services: Vec<ServiceView>,
    /// Who treats or treated, in the order they came.
    pub people: Vec<DiaryPerson>,
    /// Time off and closures that are not over.
    pub away: Vec<AwayView>,
}

/// A room to treat in.
#[derive(Debug, Clone, Serialize, Type)]
pub struct RoomView {
    /// The room.
    pub id: String,
    /// How often it was saved; a change names it.
    pub version: i32,
    /// What it is called.
    pub name: String,
    /// For how many it is.
    pub chairs: i32,
    /// In a community room somebody comes every so many minutes.
    pub every: i32,
    /// What is in it.
    pub equipment: String,
    /// Who may use it; empty for everybody.
    pub people: Vec<String>,
    /// Whether nobody is booked into it any more.
    pub closed: bool,
}

/// Something that can be booked.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ServiceView {
    /// The service.
    pub id: String,
    /// How often it was saved; a change names it.
    pub version: i32,
    /// What it is called.
    pub name: String,
    /// One of eight hues, 1 to 8.
    pub colour: i32,
    /// Its parts.
    pub parts: Vec<VisitPart>,
    /// How long all of it lasts.
    pub minutes: i32,
    /// So many minutes before it the room is made ready.
    pub before: i32,
    /// And so many after it.
    pub after: i32,
    /// What it costs: "85.00"; empty where nothing is said.
    pub price: String,
    /// In which currency (ISO 4217).
    pub currency: String,
    /// Whether nobody is booked for it any more.
    pub retired: bool,
}

/// Somebody who has a column in the diary.
#[derive(Debug, Clone, Serialize, Type)]
pub struct DiaryPerson {
    /// The person.
    pub id: String,
    /// Their name.
    pub name: String,
    /// One of eight hues, 1 to 8.
    pub colour: i32,
    /// Whether somebody can be booked with them.
    pub here: bool,
    /// The weeks they work, by the day they begin to hold. Without any they can be booked at all times.
    pub hours: Vec<HoursView>,
}

/// A week somebody works.
#[derive(Debug, Clone, Serialize, Type)]
pub struct HoursView {
    /// The week.
    pub id: String,
    /// How often it was saved; a change names it.
    pub version: i32,
    /// From which day on, ISO.
    pub since: String,
    /// Until which day; empty while it goes on.
    pub until: String,
    /// When on each day of the week, in order.
    pub shifts: Vec<ShiftInput>,
}

/// A time in which nobody comes.
#[derive(Debug, Clone, Serialize, Type)]
pub struct AwayView {
    /// Names it.
    pub id: String,
    /// Who is away; nothing for a room or the whole practice.
    pub person: Option<String>,
    /// The room that is closed.
    pub room: Option<String>,
    /// From here, on the clinic's wall: "2026-05-12T14:30".
    pub from: String,
    /// Up to here.
    pub until: String,
    /// Why; may be empty.
    pub reason: String,
}

/// Reads what the diary is made of.
pub async fn setup(practice: &Practice) -> Result<DiarySetup> {
    practice.permit(Permission::ReadBookings).await?;
    of(practice).await
}

pub(super) async fn of(practice: &Practice) -> Result<DiarySetup> {
    let zone = zone_of(practice, practice.clock()).await?;
    let computers = computers_zone(practice.clock());
    let weeks = store::hours(practice).await?;
    let people = store::people(practice).await?.into_iter().map(|person| {
        let own = weeks.iter().filter(|week| week.person == person.id);
        DiaryPerson {
            hours: own.map(hours_view).collect(),
            id: person.id.to_string(),
            name: person.name,
            colour: person.colour,
            here: person.here,
        }
    });
    let people = people.collect();
    let today = practice.today();
    let away = store::away_between(practice, today, the_end()).await?;
    Ok(DiarySetup {
        other_zone: (!show_the_same(zone, computers, practice.now())).then(|| computers.name().to_owned()),
        zone: zone.name().to_owned(),
        rooms: store::rooms(practice).await?.into_iter().map(room_view).collect(),
        services: store::services(practice).await?.into_iter().map(service_view).collect(),
        people,
        away: away.into_iter().map(away_view).collect(),
    })
}

/// A day after every one that can be entered.
pub(super) fn the_end() -> NaiveDate {
    NaiveDate::from_ymd_opt(2201, 1, 1).unwrap_or_default()
}

/// The zone of the clinic's wall clock: the one in which something was booked first, or this computer's.
pub(super) async fn zone_of(reader: &impl Reader, clock: Clock) -> Result<Tz> {
    match store::zone(reader).await? {
        Some(name) => zone_named(&name).ok_or_else(|| Error::unexpected("the clinic's zone", "unknown zone")),
        None => Ok(computers_zone(clock)),
    }
}

/// The day on the clinic's wall, which is not always that of this computer.
pub(super) async fn today(practice: &Practice) -> Result<NaiveDate> {
    let zone = zone_of(practice, practice.clock()).await?;
    Ok(wall_of(practice.now(), zone).date())
}

/// The zone this computer is set to. Where it has no name, it is the zone that is always so far from UTC; a zone of which
/// only a fraction of an hour is known is taken for UTC.
fn computers_zone(clock: Clock) -> Tz {
    let name = clock.zone();
    zone_named(&name).or_else(|| fixed(&name)).unwrap_or(Tz::UTC)
}

/// Whether two walls show the same from now on, whatever the zones are called: looked at once a week for a year.
fn show_the_same(one: Tz, other: Tz, now: i64) -> bool {
    let week = 7 * 24 * 60 * MINUTE;
    (0..53).map(|nth| now + nth * week).all(|at| wall_of(at, one) == wall_of(at, other))
}

/// The zone that is always as far from UTC as "-07:00" says. The IANA names count the other way round.
fn fixed(offset: &str) -> Option<Tz> {
    let (hours, minutes) = offset.split_once(':')?;
    let hours: i8 = hours.parse().ok()?;
    match (hours, minutes) {
        (0, "00") => Some(Tz::UTC),
        (_, "00") => zone_named(&format!("Etc/GMT{:+}", -hours)),
        _ => None,
    }
}

fn room_view(room: store::StoredRoom) -> RoomView {
    RoomView {
        id: room.id.to_string(),
        version: room.version,
        name: room.name,
        chairs: room.chairs,
        every: room.every,
        equipment: room.equipment,
        people: room.people.iter().map(ToString::to_string).collect(),
        closed: room.closed,
    }
}

fn service_view(stored: store::StoredService) -> ServiceView {
    let service = stored.service;
    ServiceView {
        id: stored.id.to_string(),
        version: stored.version,
        name: service.name,
        colour: service.colour,
        parts: model::parts(&service.pattern),
        minutes: i32::from(service.pattern.minutes()),
        before: service.before,
        after: service.after,
        price: service.price.map(written_price).unwrap_or_default(),
        currency: service.currency,
        retired: service.retired,
    }
}

fn hours_view(stored: &store::StoredHours) -> HoursView {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let shift = |shift: &Shift| ShiftInput {
        weekday: i32::try_from(shift.weekday.number_from_monday()).unwrap_or(1),
        from: time(shift.from),
        until: time(shift.until),
    };
    HoursView {
        id: stored.id.to_string(),
        version: stored.version,
        since: stored.hours.since.to_string(),
        until: stored.hours.until.map(|day| day.to_string()).unwrap_or_default(),
        shifts: stored.hours.shifts.iter().map(shift).collect(),
    }
}

pub(super) fn away_view(stored: store::StoredAway) -> AwayView {
    AwayView {
        id: stored.id.to_string(),
        person: stored.gone.person.map(|person| person.to_string()),
        room: stored.gone.room.map(|room| room.to_string()),
        from: model::written(stored.gone.from),
        until: model::written(stored.gone.until),
        reason: stored.gone.reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_without_a_name_is_the_one_that_is_always_so_far_from_utc() {
        assert_eq!(fixed("-07:00").map(Tz::name), Some("Etc/GMT+7"));
        assert_eq!(fixed("+10:00").map(Tz::name), Some("Etc/GMT-10"));
        assert_eq!(fixed("+00:00"), Some(Tz::UTC));
        assert!(show_the_same(Tz::UTC, Tz::Etc__UTC, 0) && !show_the_same(Tz::UTC, Tz::Europe__London, 0));
        assert_eq!((fixed("+05:45"), fixed("Victoria")), (None, None));
    }
}
