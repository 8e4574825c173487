//! Calls a day off, for somebody who is ill: everybody who was to come is cancelled in one act and becomes a list of calls.

use std::collections::HashMap;

use chrono::{Days, NaiveTime};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::{AwayId, BookingId, CalledOffId, PersonId};
use crate::people::Permission;
use crate::practice::Practice;

use super::call_to_make::{CallToMake, calls};
use super::go_away::Gone;
use super::model::{self, BookingStatus};
use super::say_status::still_free;
use super::store::{self, StoredCalledOff};
use super::waiting::ContactAbout;
use super::{go_away, setup};

/// A list of calls is shown for so many days after its day.
const SHOWN_AFTER: u64 = 7;

/// A day to call off.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct CallOffDay {
    /// Whose day.
    pub practitioner: String,
    /// From this time on, on the wall: "2026-05-12T00:00" for the whole of it.
    pub from: String,
    /// Why, as the calendar shows it; may be empty. Nobody who is called needs to be told.
    pub reason: String,
}

/// A day that was called off, with everybody who is to be called.
#[derive(Debug, Clone, Serialize, Type)]
pub struct CalledOffView {
    /// Names it.
    pub id: String,
    /// Whose day.
    pub practitioner: String,
    /// The day, ISO.
    pub day: String,
    /// Why; may be empty.
    pub reason: String,
    /// Who is to be called, in the order of their visits.
    pub calls: Vec<CallToMake>,
}

/// Cancels what somebody has left of a day, keeps it free of others, and answers with whom to call. Who is here already,
/// or was, stays. [`Error::NotFound`] where nobody is booked.
pub async fn call_off_day(practice: &Practice, input: CallOffDay) -> Result<CalledOffView> {
    practice.permit(Permission::EditBookings).await?;
    practice.permit(Permission::ChangeTimeOff).await?;
    let mut checks = Checks::default();
    let practitioner = PersonId::parse(&input.practitioner).ok();
    match practitioner {
        None => checks.note("practitioner", FieldProblem::Required),
        Some(person) if !store::treats(practice, person).await? => {
            checks.note("practitioner", FieldProblem::UnknownValue);
        }
        Some(_) => {}
    }
    let from = checks.wall("from", &input.from);
    let reason = checks.line("reason", &input.reason, 100);
    let today = setup::today(practice).await?;
    if from.is_some_and(|from| from.date() < today) {
        checks.note("from", FieldProblem::InThePast);
    }
    checks.finish()?;
    let (Some(practitioner), Some(from)) = (practitioner, from) else {
        return Err(Error::unexpected("calling a day off", "a field without a problem"));
    };
    let (day, next) = (from.date(), from.date() + Days::new(1));
    let until = next.and_time(NaiveTime::MIN);
    let gone = Gone { person: Some(practitioner), room: None, from, until, reason: reason.clone() };
    go_away::permit(practice, &gone).await?;
    let mut change = practice.change(Action::DayCalledOff).await?;
    let mut bookings: Vec<BookingId> = Vec::new();
    for booking in store::on_days(&change, day, next).await? {
        // What is over took place, though nobody said so.
        let to_come = booking.is_to_come() && booking.whole.until > practice.now();
        if booking.practitioner == practitioner && to_come && booking.wall >= from {
            // Why somebody is ill is nothing for the records of those who were to come.
            store::insert_step(&mut change, booking.id, BookingStatus::Cancelled, "", false).await?;
            bookings.push(booking.id);
        }
    }
    if bookings.is_empty() {
        return Err(Error::NotFound);
    }
    let away = AwayId::new(practice.new_id()?);
    store::insert_away(&mut change, away, &gone).await?;
    let id = CalledOffId::new(practice.new_id()?);
    let at = change.at();
    let called_off = StoredCalledOff { id, practitioner, day, reason, away: Some(away), at, bookings };
    store::insert_called_off(&mut change, &called_off).await?;
    change.note("bookings", ids(&called_off.bookings));
    change.commit(practitioner).await?;
    of(practice, called_off).await
}

/// Takes up a day again that was called off: everybody who has not been given another time is booked as before. Where
/// somebody else was booked meanwhile nothing is done, and [`Error::InTheWay`] says who.
pub async fn take_back_called_off(practice: &Practice, id: &str) -> Result<()> {
    practice.permit(Permission::EditBookings).await?;
    practice.permit(Permission::ChangeTimeOff).await?;
    let id = CalledOffId::parse(id)?;
    let since = setup::today(practice).await? - Days::new(SHOWN_AFTER);
    let shown = store::called_off_from(practice, since).await?;
    let called_off = shown.into_iter().find(|called_off| called_off.id == id).ok_or(Error::NotFound)?;
    let (person, midnight) = (Some(called_off.practitioner), called_off.day.and_time(NaiveTime::MIN));
    let gone = Gone { person, room: None, from: midnight, until: midnight, reason: String::new() };
    go_away::permit(practice, &gone).await?;
    let mut change = practice.change(Action::DayTakenUpAgain).await?;
    if let Some(away) = called_off.away {
        store::remove_away(&mut change, away).await?;
    }
    let bookings = store::named(&change, &called_off.bookings).await?;
    let clients: Vec<_> = bookings.iter().filter_map(|booking| booking.client).collect();
    let instead = store::booked_after(&change, &clients, id).await?;
    let mut taken_up = Vec::new();
    for stored in bookings {
        if stored.client.is_some_and(|client| instead.contains_key(&client)) {
            continue;
        }
        let last = store::last_step(&change, stored.id).await?;
        let Some((position, BookingStatus::Cancelled)) = last.filter(|_| !stored.taken_back) else {
            continue;
        };
        store::take_back_step(&mut change, stored.id, position).await?;
        still_free(&change, practice, &stored).await?;
        taken_up.push(stored.id);
    }
    store::take_back_called_off(&mut change, id).await?;
    change.note("bookings", ids(&taken_up));
    change.commit(called_off.practitioner).await
}

fn ids(bookings: &[BookingId]) -> Vec<String> {
    bookings.iter().map(ToString::to_string).collect()
}

/// The days that are called off and not long over, each with whom to call.
pub async fn called_off(practice: &Practice) -> Result<Vec<CalledOffView>> {
    practice.permit(Permission::ReadBookings).await?;
    let today = setup::today(practice).await?;
    let mut views = Vec::new();
    for stored in store::called_off_from(practice, today - Days::new(SHOWN_AFTER)).await? {
        views.push(of(practice, stored).await?);
    }
    Ok(views)
}

async fn of(practice: &Practice, stored: StoredCalledOff) -> Result<CalledOffView> {
    let bookings = store::named(practice, &stored.bookings).await?;
    let clients: Vec<_> = bookings.iter().filter_map(|booking| booking.client).collect();
    let instead = store::booked_after(practice, &clients, stored.id).await?;
    let instead: HashMap<_, _> = instead.into_iter().map(|(who, wall)| (who.to_string(), wall)).collect();
    let mut calls = calls(practice, bookings, ContactAbout::CalledOff, stored.at).await?;
    for call in &mut calls {
        let client = call.booking.client.as_ref();
        call.instead = client.and_then(|client| instead.get(&client.id)).map(|wall| model::written(*wall));
    }
    Ok(CalledOffView {
        id: stored.id.to_string(),
        practitioner: stored.practitioner.to_string(),
        day: stored.day.to_string(),
        reason: stored.reason,
        calls,
    })
}
