//! Bookings as screens draw them.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use serde::Serialize;
use specta::Type;

use crate::alerts::{self, AlertView};
use crate::clients::{self, ClientRow, ClientStatus, PhoneAllows};
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId};
use crate::moment::Moment;
use crate::notes;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::{self, BookingStatus};
use super::store::{self, Stored, StoredStep};
use super::wall::{wall_of, zone_named};

/// A booking.
#[derive(Debug, Clone, Serialize, Type)]
pub struct BookingView {
    /// The booking.
    pub id: String,
    /// How often it was saved; a change names it.
    pub version: i32,
    /// Who comes; nothing for a time that is held, or for somebody else's client.
    pub client: Option<BookedClient>,
    /// Whether somebody comes who is not this person's to see.
    pub hidden: bool,
    /// To whom.
    pub practitioner: String,
    /// Where.
    pub room: Option<String>,
    /// For what.
    pub service: Option<String>,
    /// When, on the clinic's wall: "2026-05-12T10:15".
    pub start: String,
    /// When it is over.
    pub end: String,
    /// How long that is.
    pub minutes: i32,
    /// Its parts, one after the other.
    pub parts: Vec<BookedPart>,
    /// So many minutes before it the room is made ready.
    pub before: i32,
    /// And so many after it.
    pub after: i32,
    /// What became of it.
    pub status: BookingStatus,
    /// What was said of it, in order; what was taken back is left out.
    pub steps: Vec<BookingStep>,
    /// What the desk should know; may be empty.
    pub note: String,
    /// Why it was booked although something stood in the way.
    pub despite: Option<String>,
    /// The booking of whoever they come together with.
    pub company: Option<String>,
    /// The series that it is a visit of.
    pub series: Option<String>,
    /// How the treatment note of the visit stands.
    pub treatment_note: TreatmentNote,
    /// Whether nothing was ever written about this client: it is their first visit.
    pub first_visit: bool,
    /// What has to be known about them, the gravest first.
    pub alerts: Vec<AlertView>,
}

/// Somebody who is booked.
#[derive(Debug, Clone, Serialize, Type)]
pub struct BookedClient {
    /// The client.
    pub id: String,
    /// The number of their card.
    pub number: i32,
    /// The full name as written.
    pub name: String,
    /// What they want to be called.
    pub preferred_name: Option<String>,
    /// Years today, if the birth date is known.
    pub age: Option<i32>,
    /// The preferred telephone number.
    pub phone: Option<String>,
    /// What they allow there.
    pub phone_allows: PhoneAllows,
    /// The first number at which they allow texts; nothing where there is none.
    pub text_phone: Option<String>,
    /// How they stand with the practice.
    pub status: ClientStatus,
    /// Where mail goes.
    pub email: Option<String>,
}

/// A part of a booked visit, on the clinic's wall.
#[derive(Debug, Clone, Serialize, Type)]
pub struct BookedPart {
    /// Whether the practitioner is needed.
    pub hands_on: bool,
    /// From here.
    pub from: String,
    /// Up to here.
    pub until: String,
    /// How long that is.
    pub minutes: i32,
}

/// Something that was said of a booking.
#[derive(Debug, Clone, Serialize, Type)]
pub struct BookingStep {
    /// What.
    pub status: BookingStatus,
    /// When (UTC milliseconds).
    pub at: Moment,
    /// When, on the clinic's wall.
    pub wall: String,
    /// By whom.
    pub by: String,
    /// Why; may be empty.
    pub reason: String,
    /// Whether the visit that did not come about is charged.
    pub fee: bool,
}

/// How the treatment note of a visit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TreatmentNote {
    /// Nothing was written.
    None,
    /// It is being written, and not signed.
    Begun,
    /// It is signed.
    Signed,
}

/// Reads bookings by their ids, in the order of their beginning; what does not exist is left out.
pub async fn rows(practice: &Practice, ids: Vec<String>) -> Result<Vec<BookingView>> {
    practice.permit(Permission::ReadBookings).await?;
    let ids: Vec<BookingId> = ids.iter().take(300).map(|id| BookingId::parse(id)).collect::<Result<_>>()?;
    let stored = store::named(practice, &ids).await?;
    views(practice, stored).await
}

/// A booking after something was done with it.
pub(super) async fn of(practice: &Practice, id: BookingId) -> Result<BookingView> {
    let stored = store::read(practice, id).await?;
    views(practice, vec![stored]).await?.pop().ok_or(Error::NotFound)
}

/// What is asked once for all bookings of a list.
struct Around {
    clients: HashMap<String, ClientRow>,
    steps: HashMap<BookingId, Vec<StoredStep>>,
    signed: HashSet<(String, String)>,
    begun: HashSet<String>,
    known: HashSet<String>,
    alerts: HashMap<ClientId, Vec<AlertView>>,
}

/// Stored bookings with everything a screen shows of them.
pub(super) async fn views(practice: &Practice, stored: Vec<Stored>) -> Result<Vec<BookingView>> {
    let around = around(practice, &stored).await?;
    stored.into_iter().map(|booking| view(booking, &around)).collect()
}

async fn around(practice: &Practice, stored: &[Stored]) -> Result<Around> {
    let ids: Vec<BookingId> = stored.iter().map(|booking| booking.id).collect();
    let mut clients: Vec<ClientId> = stored.iter().filter_map(|booking| booking.client).collect();
    clients.sort_unstable();
    clients.dedup();
    let mut steps: HashMap<BookingId, Vec<StoredStep>> = HashMap::new();
    for step in store::steps(practice, &ids).await? {
        steps.entry(step.booking).or_default().push(step);
    }
    let days = stored.iter().map(|booking| booking.wall.date());
    let (first, last) = (days.clone().min(), days.max());
    let signed = match (first, last) {
        (Some(first), Some(last)) => notes::signed_on(practice, first, next(last)).await?,
        _ => HashSet::new(),
    };
    let rows = clients::rows_of(practice, &clients).await?;
    Ok(Around {
        clients: rows.into_iter().map(|row| (row.id.clone(), row)).collect(),
        steps,
        signed,
        begun: drafts::notes_begun(practice).await?,
        known: notes::with_notes(practice, &clients).await?,
        alerts: alerts::of_clients(practice, practice, &clients).await?,
    })
}

fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

fn view(booking: Stored, around: &Around) -> Result<BookingView> {
    let client = booking.client.map(|client| client.to_string());
    let known = client.as_ref().is_none_or(|client| around.clients.contains_key(client));
    let view = whole(booking, client, around)?;
    if known { Ok(view) } else { Ok(view.hide()) }
}

impl BookingView {
    /// That a time is taken, and nothing of what was written about somebody else's client.
    fn hide(self) -> Self {
        let steps = self.steps.into_iter().map(|step| BookingStep { reason: String::new(), ..step });
        Self {
            hidden: true,
            note: String::new(),
            despite: None,
            steps: steps.collect(),
            treatment_note: TreatmentNote::None,
            first_visit: false,
            alerts: Vec::new(),
            ..self
        }
    }
}

fn whole(booking: Stored, client: Option<String>, around: &Around) -> Result<BookingView> {
    let zone = zone_named(&booking.zone)
        .ok_or_else(|| Error::unexpected("the zone of a booking", "unknown zone"))?;
    let visit = booking.visit();
    let row = client.as_ref().and_then(|client| around.clients.get(client));
    let day = booking.wall.date().to_string();
    let steps = around.steps.get(&booking.id).map_or(&[][..], Vec::as_slice);
    Ok(BookingView {
        id: booking.id.to_string(),
        version: booking.version,
        hidden: false,
        client: row.map(booked),
        practitioner: booking.practitioner.to_string(),
        room: booking.room.map(|room| room.to_string()),
        service: booking.service.map(|service| service.to_string()),
        start: model::written(booking.wall),
        end: model::written(wall_of(booking.whole.until, zone)),
        minutes: i32::from(booking.pattern.minutes()),
        parts: parts(&booking, zone),
        before: i32::from(visit.before),
        after: i32::from(visit.after),
        status: booking.status,
        steps: steps.iter().map(|said| step(said, zone)).collect(),
        note: booking.note,
        despite: booking.despite,
        company: booking.company.map(|company| company.to_string()),
        series: booking.series.map(|series| series.to_string()),
        treatment_note: match &client {
            Some(client) if around.signed.contains(&(client.clone(), day)) => TreatmentNote::Signed,
            Some(client) if around.begun.contains(client) => TreatmentNote::Begun,
            _ => TreatmentNote::None,
        },
        alerts: booking.client.and_then(|client| around.alerts.get(&client)).cloned().unwrap_or_default(),
        first_visit: client.is_some_and(|client| !around.known.contains(&client)),
    })
}

/// Who is booked, as their row says.
pub(super) fn booked(row: &ClientRow) -> BookedClient {
    BookedClient {
        id: row.id.clone(),
        number: row.number,
        name: row.name.clone(),
        preferred_name: row.preferred_name.clone(),
        age: row.age,
        phone: row.phone.clone(),
        phone_allows: row.phone_allows,
        text_phone: row.text_phone.clone(),
        status: row.status,
        email: row.email.clone(),
    }
}

fn parts(booking: &Stored, zone: Tz) -> Vec<BookedPart> {
    let mut at = booking.whole.from;
    let mut parts = Vec::new();
    for part in booking.pattern.parts() {
        let until = at + i64::from(part.minutes) * super::MINUTE;
        parts.push(BookedPart {
            hands_on: part.hands_on,
            from: model::written(wall_of(at, zone)),
            until: model::written(wall_of(until, zone)),
            minutes: i32::from(part.minutes),
        });
        at = until;
    }
    parts
}

fn step(step: &StoredStep, zone: Tz) -> BookingStep {
    BookingStep {
        status: step.status,
        at: step.at.into(),
        wall: model::written(wall_of(step.at, zone)),
        by: step.by.clone(),
        reason: step.reason.clone(),
        fee: step.fee,
    }
}
