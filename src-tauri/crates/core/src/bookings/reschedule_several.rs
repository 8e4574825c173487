//! Moves several bookings in one act: the undo of running late, and the rest of a series.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Subject};
use crate::change::Change;
use crate::checks::Checks;
use crate::error::{Error, Result};
use crate::ids::BookingId;
use crate::people::Permission;
use crate::practice::Practice;

use super::book_series::SeriesPart;
use super::place::{self, Guests, Wanted};
use super::plan_series::on;
use super::reschedule::Reschedule;
use super::seen::seen;
use super::series::MOST_VISITS;
use super::store::{self, Stored};
use super::view::{self, BookingView};
use super::{own, setup};

/// Visits of a series to move.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct MoveSeries {
    /// Where one of them goes. The others keep their distance in days, and get the same time, place and length.
    pub visit: Reschedule,
    /// Which of them.
    pub part: SeriesPart,
}

/// Bookings before and after they moved, each list in order.
#[derive(Debug, Clone, Serialize, Type)]
pub struct MovedBookings {
    /// As they were.
    pub before: Vec<BookingView>,
    /// As they are.
    pub after: Vec<BookingView>,
}

/// Moves every booking of the list, or none: [`Error::InTheWay`] says everything that stands in the way.
/// Those of the list are not in each other's way where they were.
pub async fn reschedule_several(practice: &Practice, moves: Vec<Reschedule>) -> Result<Vec<BookingView>> {
    for one in &moves {
        place::permit(practice, one.despite.as_deref()).await?;
        let before = store::read(practice, BookingId::parse(&one.id)?).await?;
        own::permit_column(practice, &before.practitioner.to_string()).await?;
        own::permit_column(practice, &one.practitioner).await?;
    }
    if moves.is_empty() || moves.len() > MOST_VISITS {
        return Err(Error::NotFound);
    }
    let mut change = practice.change(Action::BookingsMoved).await?;
    let moved = move_all(practice, &mut change, &moves).await?;
    let client = moved.first().and_then(|first| first.client);
    let one_clients = moved.iter().all(|stored| stored.client == client);
    let first = moved.first().ok_or(Error::NotFound)?.id;
    change.note("bookings", moved.iter().map(|stored| stored.id.to_string()).collect::<Vec<_>>());
    let subject = Subject::from(first);
    change
        .commit(match client.filter(|_| one_clients) {
            Some(client) => subject.of_client(client),
            None => subject,
        })
        .await?;
    let ids: Vec<BookingId> = moved.iter().map(|stored| stored.id).collect();
    view::views(practice, store::named(practice, &ids).await?).await
}

/// Moves visits of a series that are still to come, each by as many days as the one that is named; all get its new time,
/// place and length. What is an exception of the series stays one. [`Error::InTheWay`] says
/// everything that stands in the way, and then none is moved.
pub async fn move_series(practice: &Practice, input: MoveSeries) -> Result<MovedBookings> {
    practice.permit(Permission::EditBookings).await?;
    // One reason cannot be good for clashes that nobody has seen.
    if input.visit.despite.is_some() {
        return Err(Error::NotPermitted);
    }
    let named = store::read(practice, BookingId::parse(&input.visit.id)?).await?;
    let series = named.series.ok_or(Error::NotFound)?;
    let mut checks = Checks::default();
    let start = checks.wall("start", &input.visit.start);
    checks.finish()?;
    let start = start.ok_or_else(|| Error::unexpected("moving a series", "a field without a problem"))?;
    let from = match input.part {
        SeriesPart::Following => named.whole.from,
        SeriesPart::All => practice.now(),
    };
    let mut to_come = store::of_series(practice, series, from).await?;
    to_come.retain(Stored::is_to_come);
    let days = start.date() - named.wall.date();
    let moves = to_come.iter().map(|booking| {
        if booking.id == named.id {
            return input.visit.clone();
        }
        let day: NaiveDate = booking.wall.date() + TimeDelta::days(days.num_days());
        let same = |one: bool, new: &str, own: String| if one { new.to_owned() } else { own };
        let at = booking.wall.format("%Y-%m-%dT%H:%M").to_string();
        let person = booking.practitioner.to_string();
        // A visit that was put elsewhere before keeps what is its own.
        let minutes = input.visit.minutes.filter(|_| booking.pattern == named.pattern);
        Reschedule {
            id: booking.id.to_string(),
            version: booking.version,
            practitioner: same(booking.practitioner == named.practitioner, &input.visit.practitioner, person),
            room: if booking.room == named.room {
                input.visit.room.clone()
            } else {
                booking.room.map(|room| room.to_string())
            },
            start: on(&same(booking.wall.time() == named.wall.time(), &input.visit.start, at), day),
            minutes,
            parts: None,
            ..input.visit.clone()
        }
    });
    let moves = moves.collect();
    let before = view::views(practice, to_come).await?;
    let after = reschedule_several(practice, moves).await?;
    Ok(MovedBookings { before, after })
}

async fn move_all(practice: &Practice, change: &mut Change, moves: &[Reschedule]) -> Result<Vec<Stored>> {
    let zone = setup::zone_of(&*change, practice.clock()).await?;
    let mut left: Vec<BookingId> =
        moves.iter().map(|one| BookingId::parse(&one.id)).collect::<Result<_>>()?;
    let mut moved = Vec::new();
    let mut in_the_way = Vec::new();
    for one in moves {
        let id = BookingId::parse(&one.id)?;
        let stored = seen(change, id, one.version).await?;
        let visit = stored.visit();
        let wanted = Wanted {
            practitioner: &one.practitioner,
            room: one.room.as_deref(),
            start: &one.start,
            which: one.which,
            pattern: one.pattern(&stored.pattern)?,
            before: visit.before,
            after: visit.after,
            despite: one.despite.as_deref(),
        };
        let guests = Guests { client: stored.client, company: stored.company, moving: Some(id) };
        match place::decide_among(change, wanted, guests, &left, zone).await {
            Ok(place) => store::replace(change, id, &place).await?,
            Err(Error::InTheWay(found)) => in_the_way.extend(found),
            Err(other) => return Err(other),
        }
        left.retain(|other| *other != id);
        moved.push(stored);
    }
    if in_the_way.is_empty() { Ok(moved) } else { Err(Error::InTheWay(in_the_way)) }
}
