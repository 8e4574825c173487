//! What a client takes along: when they come next, on paper or in a calendar of their own.

use chrono::NaiveDate;
use hegu_document::{Align, Block, Document, Run, Table};
use icalendar::{Calendar, CalendarDateTime, Class, Component, Event, EventLike};
use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::clients;
use crate::error::{Error, Result};
use crate::handouts::WayOut;
use crate::ids::{BookingId, ClientId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::printable::is_printable;
use crate::settings;

use super::book::subject;
use super::paper::{self, words};
use super::setup;
use super::store;
use super::view;

/// A paper lists at most so many: a series has no more.
const MOST: u32 = 60;

/// Whose appointments go on paper, and how.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct AppointmentCard {
    /// The client.
    pub client: String,
    /// Whether it is a letter, with a greeting; a card otherwise.
    pub letter: bool,
}

/// A booking for another calendar.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct CalendarFile {
    /// The booking.
    pub id: String,
    /// How much it says: calendars are seen by others, and by those who keep them.
    pub says: CalendarSays,
}

/// How much a calendar file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CalendarSays {
    /// The practice, its address and telephone, and for what.
    Everything,
    /// That there is an appointment, and when.
    TimeOnly,
}

/// What a client has booked from today on, as a PDF with a name for its file; [`Error::NotFound`] where nothing is.
pub async fn appointment_card(practice: &Practice, input: &AppointmentCard) -> Result<(String, Vec<u8>)> {
    practice.permit(Permission::ReadBookings).await?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let today = setup::today(practice).await?;
    let mut coming = store::of_client(practice, client, today, MOST).await?;
    // Whoever checks out takes along when they come next, and not when they were here.
    coming.retain(|booking| booking.is_to_come() && booking.whole.from > practice.now());
    let coming = view::views(practice, coming).await?;
    if coming.is_empty() {
        return Err(Error::NotFound);
    }
    let setup = setup::of(practice).await?;
    let (full, called) = clients::salutation(practice, client).await?;
    let phone = settings::letterhead(practice, practice).await?.settings.phone;
    let several = setup.people.iter().filter(|person| person.here).count() > 1;
    let rows: Vec<[String; 4]> = coming
        .iter()
        .map(|booking| {
            let service = setup.services.iter().find(|service| Some(&service.id) == booking.service.as_ref());
            let person = setup.people.iter().find(|person| several && person.id == booking.practitioner);
            [
                long_date(&booking.start),
                booking.start[11..].to_owned(),
                service.map(|service| service.name.clone()).unwrap_or_default(),
                person.map(|person| person.name.clone()).unwrap_or_default(),
            ]
        })
        .collect();
    let letter = input.letter;
    let document = move |missing: &[char]| {
        let printable = |text: &str| is_printable(text, missing);
        let mut blocks = Vec::new();
        if letter {
            let greeting =
                if printable(&called) { format!("Dear {called},") } else { "Good day,".to_owned() };
            blocks.push(Block::Paragraph(words(&greeting)));
            blocks.push(Block::Paragraph(words("We look forward to seeing you:")));
        } else if printable(&full) {
            blocks.push(Block::Paragraph(vec![Run::Bold(words(&full))]));
        }
        let cell = |text: &String| words(if printable(text) { text } else { "" });
        blocks.push(Block::Table(Table {
            columns: vec![Align::Left; 4],
            head: ["Day", "Time", "Visit", if several { "With" } else { "" }].map(words).to_vec(),
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            ..Table::default()
        }));
        let call = if phone.is_empty() { String::new() } else { format!(": {phone}") };
        let late = format!("If you cannot come, please tell us as early as you can{call}.");
        blocks.push(Block::Paragraph(words(&late)));
        let title = if letter { "Your appointment" } else { "Appointments" };
        Document { title: title.to_owned(), language: "en".to_owned(), author: String::new(), blocks }
    };
    let pdf = paper::draw(practice, document).await?;
    Ok((if input.letter { "Reminder letter.pdf" } else { "Appointment card.pdf" }.to_owned(), pdf))
}

/// Notes in the audit that somebody's appointments left the practice as a file; called once it is written.
pub async fn appointments_saved(practice: &Practice, client: &str) -> Result<()> {
    practice.change(Action::AppointmentsSaved).await?.commit(ClientId::parse(client)?).await
}

/// Notes in the audit that somebody's appointments were printed or opened outside; called once they were.
pub async fn appointments_went_out(practice: &Practice, client: &str, way: WayOut) -> Result<()> {
    practice.change(way.action()).await?.commit(ClientId::parse(client)?).await
}

/// A booking as a file that calendars take in (RFC 5545), and a name for it. Its instants are in UTC, so that a calendar in
/// any zone shows it when it is. It names no client: it is for the client's own calendar.
pub async fn calendar_file(practice: &Practice, input: &CalendarFile) -> Result<(String, Vec<u8>)> {
    practice.permit(Permission::ReadBookings).await?;
    let id = BookingId::parse(&input.id)?;
    let booking = store::read(practice, id).await?;
    let client = booking.client.filter(|_| booking.stands()).ok_or(Error::NotFound)?;
    clients::permit(practice, client).await?;
    let services = store::services(practice).await?;
    let letterhead = settings::letterhead(practice, practice).await?;
    let utc = |at: i64| {
        chrono::DateTime::from_timestamp_millis(at).map(CalendarDateTime::from).ok_or_else(|| {
            Error::unexpected("a booking for another calendar", "an instant that no calendar has")
        })
    };
    let mut event = Event::new();
    // The same booking, saved again after it was moved, replaces the one before.
    event.uid(&format!("{id}@hegu.invalid")).sequence(u32::try_from(booking.version).unwrap_or(0));
    event.starts(utc(booking.whole.from)?).ends(utc(booking.whole.until)?).class(Class::Private);
    if let Some(now) = chrono::DateTime::from_timestamp_millis(practice.now()) {
        event.timestamp(now);
    }
    match input.says {
        CalendarSays::TimeOnly => {
            event.summary("Appointment");
        }
        CalendarSays::Everything => {
            let service = services.iter().find(|service| Some(service.id) == booking.service);
            let what = service.map_or("Appointment", |service| &service.service.name);
            event.summary(&format!("{what}, {}", letterhead.name()));
            let address = letterhead.settings.address.replace('\n', ", ");
            if !address.trim().is_empty() {
                event.location(&address);
            }
            if !letterhead.settings.phone.is_empty() {
                event.description(&letterhead.settings.phone);
            }
        }
    }
    let calendar = Calendar::new().push(event.done()).done();
    let day = booking.wall.date();
    Ok((format!("Appointment {day}.ics"), calendar.to_string().into_bytes()))
}

/// Notes in the audit that a booking left the practice for another calendar; called once the file is written.
pub async fn calendar_file_saved(practice: &Practice, id: &str) -> Result<()> {
    let id = BookingId::parse(id)?;
    let booking = store::read(practice, id).await?;
    practice.change(Action::AppointmentsSaved).await?.commit(subject(id, booking.client)).await
}

/// "Tuesday 12 May 2026".
pub(super) fn long_date(iso: &str) -> String {
    let day = iso.get(..10).unwrap_or(iso);
    day.parse::<NaiveDate>().map_or_else(|_| iso.to_owned(), |day| day.format("%A %-d %B %Y").to_string())
}
