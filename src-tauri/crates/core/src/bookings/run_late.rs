//! Runs late: the rest of somebody's day moves as far as it must, in one act.

use chrono::{Days, TimeDelta};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::late::{Running, Stage, delayed};
use super::model::{self, BookingStatus, Start};
use super::obstacle::chairs;
use super::span::Span;
use super::store::{self, Place, Stored};
use super::view::{self, BookingView};
use super::wall::wall_of;
use super::{MINUTE, own, setup};

/// Whoever is later than that moves their visits one by one.
const MOST_MINUTES: u32 = 120;

/// How late somebody is.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct RunLate {
    /// Who.
    pub practitioner: String,
    /// By how many minutes, 1 to 120.
    pub minutes: i32,
}

/// A visit that is moved because somebody runs late.
#[derive(Debug, Clone, Serialize, Type)]
pub struct LateVisit {
    /// The visit as it is.
    pub booking: BookingView,
    /// When it would begin, on the wall.
    pub start: String,
    /// When it would be over.
    pub end: String,
}

/// Bookings before and after somebody ran late, each list in order.
#[derive(Debug, Clone, Serialize, Type)]
pub struct RanLate {
    /// As they were.
    pub before: Vec<BookingView>,
    /// As they are.
    pub after: Vec<BookingView>,
    /// When they were moved (UTC milliseconds): who is called is told since then.
    pub at: Moment,
}

/// Whom it affects when somebody runs late, in the order of the day, without moving anything.
pub async fn plan_late(practice: &Practice, input: RunLate) -> Result<Vec<LateVisit>> {
    practice.permit(Permission::ReadBookings).await?;
    let late = input.validate()?;
    let zone = setup::zone_of(practice, practice.clock()).await?;
    let moves = late.moves(practice, practice.now(), zone).await?;
    let places: Vec<(String, String)> = moves
        .iter()
        .map(|(_, place)| {
            let until = place.pattern.whole(place.start.at).until;
            (model::written(place.start.wall), model::written(wall_of(until, zone)))
        })
        .collect();
    let views = view::views(practice, moves.into_iter().map(|(stored, _)| stored).collect()).await?;
    let late = |(booking, (start, end))| LateVisit { booking, start, end };
    Ok(views.into_iter().zip(places).map(late).collect())
}

/// Moves them, and answers with them as they were and are. Undo is to reschedule all of them back.
pub async fn run_late(practice: &Practice, input: RunLate) -> Result<RanLate> {
    practice.permit(Permission::EditBookings).await?;
    own::permit_column(practice, &input.practitioner).await?;
    let late = input.validate()?;
    let mut change = practice.change(Action::RanLate).await?;
    let zone = setup::zone_of(&change, practice.clock()).await?;
    let at = change.at();
    let moves = late.moves(&change, at, zone).await?;
    for (stored, place) in &moves {
        store::replace(&mut change, stored.id, place).await?;
    }
    change.note("minutes", late.minutes);
    change.note("bookings", moves.iter().map(|(stored, _)| stored.id.to_string()).collect::<Vec<_>>());
    change.commit(Subject::from(late.practitioner)).await?;
    let ids: Vec<_> = moves.iter().map(|(stored, _)| stored.id).collect();
    let before = view::views(practice, moves.into_iter().map(|(stored, _)| stored).collect()).await?;
    let after = view::views(practice, store::named(practice, &ids).await?).await?;
    Ok(RanLate { before, after, at: at.into() })
}

/// Who is late, and how much, checked.
struct Late {
    practitioner: PersonId,
    minutes: u16,
}

impl RunLate {
    fn validate(&self) -> Result<Late> {
        let mut checks = Checks::default();
        let practitioner = PersonId::parse(&self.practitioner).ok();
        if practitioner.is_none() {
            checks.note("practitioner", FieldProblem::Required);
        }
        let minutes = u16::try_from(self.minutes).ok().filter(|minutes| *minutes > 0);
        match minutes {
            None => checks.note("minutes", FieldProblem::NotANumber),
            Some(minutes) if u32::from(minutes) > MOST_MINUTES => checks.too_much("minutes", MOST_MINUTES),
            Some(_) => {}
        }
        checks.finish()?;
        match (practitioner, minutes) {
            (Some(practitioner), Some(minutes)) => Ok(Late { practitioner, minutes }),
            _ => Err(Error::unexpected("running late", "a field without a problem")),
        }
    }
}

impl Late {
    /// What is moved, and where to. What would go on past midnight is too much.
    async fn moves(&self, reader: &impl Reader, now: i64, zone: Tz) -> Result<Vec<(Stored, Place)>> {
        let today = wall_of(now, zone).date();
        let mut day = store::on_days(reader, today, today + Days::new(1)).await?;
        day.retain(Stored::stands);
        let running: Vec<Running> =
            day.iter().map(|stored| Running { visit: stored.visit(), stage: stage(stored.status) }).collect();
        let rooms = store::rooms(reader).await?;
        let too_late = || {
            let mut checks = Checks::default();
            checks.note("minutes", FieldProblem::PastMidnight);
            checks.finish().err().unwrap_or(Error::NotFound)
        };
        let moved = delayed(self.practitioner, &running, now, self.minutes, |room| chairs(&rooms, room));
        let Some(moved) = moved else { return Err(too_late()) };
        let mut places = Vec::new();
        for delayed in moved {
            let stored = day[delayed.visit].clone();
            let by = delayed.start - stored.whole.from;
            let wall = stored.wall + TimeDelta::milliseconds(by);
            let whole = delayed.pattern.whole(delayed.start);
            if wall_of(whole.until - MINUTE, zone).date() != today {
                return Err(too_late());
            }
            let in_room = Span {
                from: stored.in_room.from + by,
                until: whole.until + (stored.in_room.until - stored.whole.until),
            };
            let place = Place {
                practitioner: stored.practitioner,
                room: stored.room,
                start: Start { wall, at: delayed.start },
                zone: stored.zone.clone(),
                pattern: delayed.pattern,
                in_room,
                despite: stored.despite.clone(),
            };
            places.push((stored, place));
        }
        Ok(places)
    }
}

fn stage(status: BookingStatus) -> Stage {
    match status {
        BookingStatus::Booked | BookingStatus::Confirmed => Stage::Expected,
        BookingStatus::Arrived => Stage::Waiting,
        BookingStatus::InRoom | BookingStatus::Resting => Stage::Begun,
        _ => Stage::Over,
    }
}
