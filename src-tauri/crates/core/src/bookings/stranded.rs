//! Visits that stand where nobody comes any more: in time off, in a closure, outside of somebody's hours. Nothing moves or
//! cancels them by itself; whoever enters such a time is told how many there are, and calls them.
//!
//! What was booked there on purpose is left out: whoever books into time off, or comes in early for somebody, said why.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::Result;
use crate::ids::{BookingId, HoursId, PersonId};
use crate::people::Permission;
use crate::practice::Practice;

use super::call_to_make::{CallToMake, calls_of_late};
use super::clash::{Visit, clashes};
use super::go_away::{GoAway, Gone};
use super::hours::Hours;
use super::keep_hours::{KeepHours, Week};
use super::obstacle::{chairs, hours_of, in_its_way, is_outside};
use super::setup::{self, AwayView};
use super::store::{self, Stored, StoredAway, StoredRoom};
use super::waiting::ContactAbout;

/// Visits that stand where nobody comes.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Stranded {
    /// Why nobody comes.
    pub by: StrandedBy,
    /// Who is to be called, in the order of their visits.
    pub calls: Vec<CallToMake>,
}

/// Why nobody comes.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StrandedBy {
    /// Time off, a closure, a holiday.
    Away {
        /// Which.
        away: AwayView,
    },
    /// Somebody does not work at that time.
    Hours {
        /// Who.
        person: String,
    },
}

/// What somebody is about to keep.
#[derive(Debug, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AboutToKeep {
    /// Time off, a closure, a holiday.
    Away {
        /// As it is typed.
        away: GoAway,
    },
    /// A week of somebody's work.
    Hours {
        /// As it is typed.
        week: KeepHours,
    },
}

/// The visits to come that stand where nobody comes, however far ahead: by time off in its order, then by whose hours they are
/// outside of. Each is named once.
pub async fn stranded(practice: &Practice) -> Result<Vec<Stranded>> {
    practice.permit(Permission::ReadBookings).await?;
    let (mut to_come, around) = read(practice).await?;
    let mut found = Vec::new();
    for away in store::away_between(practice, practice.today(), setup::the_end()).await? {
        let bookings = to_come.extract_if(.., |booking| around.by_away(booking, &away)).collect();
        let calls = calls_of_late(practice, bookings, ContactAbout::CalledOff).await?;
        found.push(Stranded { by: StrandedBy::Away { away: setup::away_view(away) }, calls });
    }
    for (person, own) in &hours_of(practice).await? {
        let bookings = to_come.extract_if(.., |booking| around.by_hours(booking, *person, own)).collect();
        let calls = calls_of_late(practice, bookings, ContactAbout::CalledOff).await?;
        found.push(Stranded { by: StrandedBy::Hours { person: person.to_string() }, calls });
    }
    found.retain(|one| !one.calls.is_empty());
    Ok(found)
}

/// How many visits to come would stand where nobody comes by what is about to be kept. Nothing is kept.
pub async fn would_strand(practice: &Practice, input: AboutToKeep) -> Result<i32> {
    practice.permit(Permission::ReadBookings).await?;
    let (mut bookings, around) = read(practice).await?;
    match input {
        AboutToKeep::Away { away } => {
            let gone = away.validate()?;
            bookings.retain(|booking| around.is_gone(booking, &gone));
        }
        AboutToKeep::Hours { week } => {
            let changed = week.id.as_deref().map(HoursId::parse).transpose()?;
            let Week { person, since, until, shifts } = week.validate()?;
            let stored = store::hours(practice).await?.into_iter().filter(|other| other.person == person);
            let (replaced, kept): (Vec<_>, Vec<_>) = stored.partition(|other| Some(other.id) == changed);
            let mut after: Vec<Hours> = kept.into_iter().map(|other| other.hours).collect();
            let mut before = after.clone();
            before.extend(replaced.into_iter().map(|other| other.hours));
            after.push(Hours { since, until, shifts });
            bookings.retain(|booking| {
                around.by_hours(booking, person, &after) && !around.by_hours(booking, person, &before)
            });
        }
    }
    let calls = calls_of_late(practice, bookings, ContactAbout::CalledOff).await?;
    Ok(i32::try_from(calls.len()).unwrap_or(i32::MAX))
}

/// What is to be known of all visits, to say which of them are stranded.
struct Around {
    zone: Tz,
    rooms: Vec<StoredRoom>,
    /// Everything that stands from now on.
    standing: Vec<(BookingId, Visit)>,
}

/// Everybody who is expected still, with what is around them. Those of a colleague who left are on a list of their own.
async fn read(practice: &Practice) -> Result<(Vec<Stored>, Around)> {
    let zone = setup::zone_of(practice, practice.clock()).await?;
    let people = store::people(practice).await?;
    let mut bookings = store::all_to_come(practice, practice.now()).await?;
    let standing = bookings.iter().map(|booking| (booking.id, booking.visit())).collect();
    bookings.retain(|booking| {
        let left = people.iter().any(|person| person.id == booking.practitioner && person.gone);
        booking.client.is_some() && booking.is_to_come() && !left
    });
    Ok((bookings, Around { zone, rooms: store::rooms(practice).await?, standing }))
}

impl Around {
    /// Whether nobody comes during a visit that was booked before that was said, or without a reason.
    fn by_away(&self, booking: &Stored, away: &StoredAway) -> bool {
        let meant = booking.despite.is_some() && booking.made >= away.made;
        !meant && self.is_gone(booking, &away.gone)
    }

    fn is_gone(&self, booking: &Stored, gone: &Gone) -> bool {
        in_its_way(&booking.visit(), gone, self.zone).is_some()
    }

    /// Whether a visit is outside of somebody's hours and not there on purpose: of one with a reason the hours are not what it
    /// was given for where another visit is in its way.
    fn by_hours(&self, booking: &Stored, person: PersonId, own: &[Hours]) -> bool {
        let visit = booking.visit();
        if booking.practitioner != person || !is_outside(&visit, own, self.zone) {
            return false;
        }
        if booking.despite.is_none() {
            return true;
        }
        let others = self.standing.iter().filter(|(other, _)| *other != booking.id);
        let others: Vec<Visit> = others.map(|(_, visit)| visit.clone()).collect();
        !clashes(&visit, &others, |room| chairs(&self.rooms, room)).is_empty()
    }
}
