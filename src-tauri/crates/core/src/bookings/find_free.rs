//! Finds where a visit fits.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use chrono_tz::Tz;
use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::ids::{PersonId, RoomId};
use crate::people::Permission;
use crate::practice::Practice;

use super::free::{Free, Search, next_free};
use super::hours::{Away, Hours, Shift, working};
use super::model;
use super::obstacle::{chairs, during, hours_of};
use super::setup;
use super::span::Span;
use super::store::{self, Stored, StoredAway, StoredPerson, StoredRoom};
use super::wall::{OnTheWall, instant_of, wall_of};
use super::what_fits::{FindFree, Wanted};

/// How far ahead is looked.
const DAYS_AHEAD: u64 = 366;
/// Visits begin at a multiple of so many minutes after the practitioner does.
const EVERY: u16 = 5;
/// What stands there is read for so many days at a time: most searches end in the first.
const STRETCH: u64 = 28;

/// A time that is free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FreeTime {
    /// When, on the clinic's wall.
    pub start: String,
    /// To whom.
    pub practitioner: String,
    /// Where; nothing where the practice has no rooms.
    pub room: Option<String>,
}

/// Everything that decides, read once.
struct Clinic {
    zone: Tz,
    people: Vec<StoredPerson>,
    rooms: Vec<StoredRoom>,
    weeks: BTreeMap<PersonId, Vec<Hours>>,
    /// The week of who never said when they work.
    usual: [Hours; 1],
    /// Who and what is away in the year.
    away: Vec<StoredAway>,
    /// The first instant that is wanted.
    from: i64,
}

/// The next times that are free, the first of each day, in order; none where nothing is within a year. Nothing is held: who
/// books one of them may find it taken.
pub async fn find_free(practice: &Practice, input: FindFree) -> Result<Vec<FreeTime>> {
    practice.permit(Permission::ReadBookings).await?;
    let wanted = input.validate(&store::services(practice).await?)?;
    let zone = setup::zone_of(practice, practice.clock()).await?;
    let mut day = wanted.from.date();
    let last = day + Days::new(DAYS_AHEAD);
    let clinic = Clinic {
        zone,
        people: store::people(practice).await?,
        rooms: store::rooms(practice).await?,
        weeks: hours_of(practice).await?,
        usual: [usual()],
        away: store::away_between(practice, day, last).await?,
        from: instant(wanted.from, zone),
    };
    let mut found: Vec<FreeTime> = Vec::new();
    // Where nothing is free in a while, nothing may be for long, and hands are read for twice as many days at once.
    let mut together = STRETCH;
    while day < last && found.len() < wanted.count {
        let until = last.min(day + Days::new(together));
        let hands =
            store::hands_taken(practice, clinic.days(day, until), wanted.practitioner, wanted.moving).await?;
        while day < until && found.len() < wanted.count {
            let next = until.min(day + Days::new(STRETCH));
            let within = clinic.days(day, next);
            let days = day.iter_days().take_while(|day| *day < next);
            let days =
                days.filter(|day| wanted.weekdays.is_empty() || wanted.weekdays.contains(&day.weekday()));
            // Where nobody's hands are free, it does not matter what else there is.
            let open: Vec<NaiveDate> =
                days.filter(|day| clinic.hands_free_on(*day, &wanted, &hands)).collect();
            day = next;
            if open.is_empty() {
                continue;
            }
            let mut standing = store::standing(practice, within, practice.now()).await?;
            standing.retain(|booking| Some(booking.id) != wanted.moving);
            let free = open.into_iter().filter_map(|day| clinic.first_on(day, &wanted, &standing));
            found.extend(free.take(wanted.count - found.len()));
        }
        together *= 2;
    }
    Ok(found)
}

impl Clinic {
    /// The first time of a day, whoever has it.
    fn first_on(&self, day: NaiveDate, wanted: &Wanted, standing: &[Stored]) -> Option<FreeTime> {
        let away = self.away_about(day);
        let free = self.people_for(wanted).filter_map(|person| {
            let free = self.first_with(person.id, day, wanted, standing, &away)?;
            Some((free, person.id))
        });
        free.min_by_key(|(free, _)| free.start).map(|(free, person)| FreeTime {
            start: model::written(wall_of(free.start, self.zone)),
            practitioner: person.to_string(),
            room: free.room.map(|room| room.to_string()),
        })
    }

    /// Whether somebody's own hands are free for it at some minute of a day, whatever room there is for it.
    fn hands_free_on(&self, day: NaiveDate, wanted: &Wanted, hands: &[(PersonId, Vec<Span>)]) -> bool {
        let away = self.away_about(day);
        self.people_for(wanted).any(|person| {
            let shifts = self.shifts(person.id, day, wanted, &away);
            let (Some(first), Some(last)) = (shifts.first(), shifts.last()) else { return false };
            let taken = hands.iter().find(|(whose, _)| *whose == person.id);
            let search = Search {
                within: Span { from: self.from.max(first.from), until: last.until },
                working: &shifts,
                hands: taken.map_or(&[], |(_, taken)| taken),
                client: &[],
                rooms: &[],
                pattern: &wanted.pattern,
                before: 0,
                after: 0,
                every: 1,
            };
            next_free(&search).is_some()
        })
    }

    /// Who could have them.
    fn people_for<'a>(&'a self, wanted: &'a Wanted) -> impl Iterator<Item = &'a StoredPerson> {
        self.people.iter().filter(|person| {
            person.here && wanted.practitioner.is_none_or(|practitioner| practitioner == person.id)
        })
    }

    fn first_with(
        &self,
        person: PersonId,
        day: NaiveDate,
        wanted: &Wanted,
        standing: &[Stored],
        away: &[&StoredAway],
    ) -> Option<Free> {
        let shifts = self.shifts(person, day, wanted, away);
        let (first, last) = (shifts.first()?.from, shifts.last()?.until);
        // The rooms are made ready before and after, so a little more than the day is in the way.
        let day_of = Span { from: first - 4 * 3_600_000, until: last + 4 * 3_600_000 };
        let on_day: Vec<&Stored> =
            standing.iter().filter(|booking| booking.in_room.overlaps(day_of)).collect();
        let theirs = on_day.iter().filter(|booking| booking.practitioner == person);
        let hands = theirs.flat_map(|booking| booking.pattern.hands_on(booking.whole.from)).collect();
        let client =
            on_day.iter().filter(|booking| wanted.client.is_some() && booking.client == wanted.client);
        let client = client.map(|booking| booking.whole).collect();
        let rooms = self.rooms_for(person, wanted, &on_day, away);
        if rooms.is_empty() && (wanted.room.is_some() || self.rooms.iter().any(|room| !room.closed)) {
            return None;
        }
        let (hands, client) = (Span::joined(hands), Span::joined(client));
        let in_rooms = |rooms: &[(RoomId, Vec<Span>)], every| {
            next_free(&Search {
                within: Span { from: self.from.max(first), until: last },
                working: &shifts,
                hands: &hands,
                client: &client,
                rooms,
                pattern: &wanted.pattern,
                before: wanted.before,
                after: wanted.after,
                every,
            })
        };
        if rooms.is_empty() {
            return in_rooms(&[], EVERY);
        }
        // Each room in its own rhythm: in a community room somebody comes every ten or fifteen minutes.
        let each = rooms.iter().filter_map(|room| in_rooms(std::slice::from_ref(room), self.rhythm(room.0)));
        each.min_by_key(|free| free.start)
    }

    /// In a room for several somebody comes every so many minutes.
    fn rhythm(&self, room: RoomId) -> u16 {
        let community = self.rooms.iter().find(|other| other.id == room && other.chairs > 1);
        community.and_then(|room| u16::try_from(room.every).ok()).unwrap_or(EVERY)
    }

    /// When somebody works on a day, within the times that are wanted.
    fn shifts(&self, person: PersonId, day: NaiveDate, wanted: &Wanted, away: &[&StoredAway]) -> Vec<Span> {
        let weeks = self.weeks.get(&person).map_or(&self.usual[..], Vec::as_slice);
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        let at = |minute: u16| midnight + TimeDelta::minutes(i64::from(minute));
        let gone = away
            .iter()
            .filter(|away| away.gone.room.is_none() && away.gone.person.is_none_or(|gone| gone == person))
            .map(|away| Away { from: away.gone.from, until: away.gone.until });
        let early = (wanted.not_before > 0).then(|| Away { from: at(0), until: at(wanted.not_before) });
        let late = (wanted.over_by < 24 * 60).then(|| Away { from: at(wanted.over_by), until: at(24 * 60) });
        working(day, weeks, &gone.chain(early).chain(late).collect::<Vec<_>>(), self.zone)
    }

    /// Who and what is away on a day, with the days beside it: instants are asked for what is near only.
    fn away_about(&self, day: NaiveDate) -> Vec<&StoredAway> {
        let near = |away: &&StoredAway| {
            away.gone.from.date() <= day + Days::new(1) && away.gone.until.date() >= day - Days::new(1)
        };
        self.away.iter().filter(near).collect()
    }

    /// From the first instant of a day to the first of another.
    fn days(&self, from: NaiveDate, until: NaiveDate) -> Span {
        let begins = |day: NaiveDate| instant(day.and_time(chrono::NaiveTime::MIN), self.zone);
        Span { from: begins(from), until: begins(until) }
    }

    /// The rooms that would do, each with the times in which it has no place left.
    fn rooms_for(
        &self,
        person: PersonId,
        wanted: &Wanted,
        on_day: &[&Stored],
        away: &[&StoredAway],
    ) -> Vec<(RoomId, Vec<Span>)> {
        let open = self.rooms.iter().filter(|room| {
            !room.closed
                && (room.people.is_empty() || room.people.contains(&person))
                && wanted.room.is_none_or(|named| named == room.id)
        });
        open.map(|room| {
            let held: Vec<Span> = on_day
                .iter()
                .filter(|booking| booking.room == Some(room.id))
                .map(|booking| booking.in_room)
                .collect();
            let mut full = Search::full(&held, chairs(&self.rooms, room.id));
            let closed = away.iter().filter(|away| away.gone.room == Some(room.id));
            full.extend(closed.map(|away| during(&away.gone, self.zone)));
            (room.id, Span::joined(full))
        })
        .collect()
    }
}

/// Who never said when they work is taken to be there on weekdays from nine to five, because some time has to be offered.
fn usual() -> Hours {
    let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let shift = |weekday| Shift { weekday, from: 9 * 60, until: 17 * 60 };
    Hours { since: NaiveDate::MIN, until: None, shifts: weekdays.map(shift).to_vec() }
}

/// An instant of a time on the wall; the first after it where the clocks leave it out.
fn instant(wall: NaiveDateTime, zone: Tz) -> i64 {
    match instant_of(wall, zone) {
        OnTheWall::Once(at) | OnTheWall::Twice { earlier: at, .. } => at,
        OnTheWall::Never => Away { from: wall, until: wall }.span(zone).from,
    }
}
