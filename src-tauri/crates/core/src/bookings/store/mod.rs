//! The tables of the diary: bookings here, what became of them in [`steps`], and the rest by what it is.

mod away;
mod called_off;
mod clinic;
mod contacts;
mod hours;
mod next;
mod past;
mod recalls;
mod rooms;
mod series;
mod services;
mod standing;
mod steps;
mod to_come;
mod waits;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use sqlx::AssertSqlSafe;

use crate::change::Change;
use crate::db::in_one::{fetch, in_one};
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, PersonId, RoomId, SeriesId, ServiceId};
use crate::reader::Reader;

use super::model::{self, BookingStatus, Start};
use super::pattern::Pattern;
use super::span::Span;

pub(super) use away::{StoredAway, away, away_between, insert_away, remove_away};
pub(super) use called_off::{StoredCalledOff, called_off_from, insert_called_off, take_back_called_off};
pub(super) use clinic::{StoredPerson, keep_zone, people, replace_zone, treats, zone};
pub(super) use contacts::{contact_client, contacts, insert_contact, take_back_contact};
pub(super) use hours::{StoredHours, hours, insert_hours, remove_hours, update_hours};
pub(super) use next::{booked_after, last_of_client, next_of};
pub(super) use past::{tried, visited};
pub(super) use recalls::{SaidRecall, booked_from, done_since, recalls, remove_recall, write_recall};
pub(super) use rooms::{StoredRoom, insert_room, remove_room, room_in_use, rooms, update_room};
pub(super) use series::{insert_series, of_series, take_back_series};
pub(super) use services::{
    StoredService, insert_service, remove_service, service_in_use, services, update_service,
};
pub(super) use standing::{hands_taken, standing};
pub(super) use steps::{StoredStep, insert_step, last_step, steps, take_back_step};
pub(super) use to_come::{all_to_come, shift, to_come, to_come_with, told_by_clocks};
pub(super) use waits::{StoredWait, end_wait, insert_wait, update_wait, wait, waits};

/// A booking as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) id: BookingId,
    pub(super) client: Option<ClientId>,
    pub(super) practitioner: PersonId,
    pub(super) room: Option<RoomId>,
    pub(super) service: Option<ServiceId>,
    pub(super) wall: NaiveDateTime,
    pub(super) zone: String,
    pub(super) whole: Span,
    /// How long the room is held.
    pub(super) in_room: Span,
    pub(super) pattern: Pattern,
    pub(super) company: Option<BookingId>,
    pub(super) series: Option<SeriesId>,
    pub(super) status: BookingStatus,
    pub(super) note: String,
    pub(super) despite: Option<String>,
    pub(super) taken_back: bool,
    /// When it was booked.
    pub(super) made: i64,
    pub(super) version: i32,
}

#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    client: Option<String>,
    practitioner: String,
    room: Option<String>,
    service: Option<String>,
    wall: String,
    zone: String,
    start_at: i64,
    end_at: i64,
    from_at: i64,
    to_at: i64,
    pattern: String,
    company: Option<String>,
    series: Option<String>,
    status: String,
    note: String,
    despite: Option<String>,
    /// As SQLite has it: 0 or 1.
    taken_back: u8,
    created_at: i64,
    version: i32,
}

/// The columns of a [`Row`], in its order.
const COLUMNS: &str =
    "id, client, practitioner, room, service, wall, zone, start_at, end_at, from_at, to_at, pattern,
    company, series, status, note, despite, taken_back, created_at, version";

/// The statement that reads the bookings for which this holds.
fn rows(which: &str) -> AssertSqlSafe<String> {
    AssertSqlSafe(in_one(COLUMNS, &format!("SELECT * FROM bookings_booking {which}")))
}

/// What takes nobody's time does not stand in the way.
const STANDS: &str = "NOT taken_back AND status NOT IN ('no_show', 'cancelled', 'cancelled_late')";

impl TryFrom<Row> for Stored {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let unreadable = |what| Error::unexpected("a stored booking", format!("unknown {what}"));
        Ok(Self {
            id: BookingId::parse(&row.id)?,
            client: row.client.as_deref().map(ClientId::parse).transpose()?,
            practitioner: PersonId::parse(&row.practitioner)?,
            room: row.room.as_deref().map(RoomId::parse).transpose()?,
            service: row.service.as_deref().map(ServiceId::parse).transpose()?,
            wall: wall(&row.wall)?,
            zone: row.zone,
            whole: Span { from: row.start_at, until: row.end_at },
            in_room: Span { from: row.from_at, until: row.to_at },
            pattern: Pattern::from_written(&row.pattern).ok_or_else(|| unreadable("pattern"))?,
            company: row.company.as_deref().map(BookingId::parse).transpose()?,
            series: row.series.as_deref().map(SeriesId::parse).transpose()?,
            status: BookingStatus::from_name(&row.status).ok_or_else(|| unreadable("status"))?,
            note: row.note,
            despite: row.despite,
            taken_back: row.taken_back != 0,
            made: row.created_at,
            version: row.version,
        })
    }
}

/// A stored time on the wall.
fn wall(text: &str) -> Result<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .map_err(|error| Error::unexpected("a stored time", error))
}

fn all(rows: Vec<Row>) -> Result<Vec<Stored>> {
    rows.into_iter().map(Stored::try_from).collect()
}

/// Where, when and with whom a booking is.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) practitioner: PersonId,
    pub(super) room: Option<RoomId>,
    pub(super) start: Start,
    pub(super) zone: String,
    pub(super) pattern: Pattern,
    pub(super) in_room: Span,
    pub(super) despite: Option<String>,
}

/// What a new booking is beside its place.
#[derive(Debug)]
pub(super) struct What {
    pub(super) client: Option<ClientId>,
    pub(super) service: Option<ServiceId>,
    pub(super) company: Option<BookingId>,
    pub(super) series: Option<SeriesId>,
    pub(super) note: String,
}

/// Writes a new booking.
pub(super) async fn insert(change: &mut Change, id: BookingId, place: &Place, what: &What) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let whole = place.pattern.whole(place.start.at);
    sqlx::query(
        "INSERT INTO bookings_booking
             (id, client, practitioner, room, service, wall, zone, start_at, end_at, from_at, to_at, pattern, company,
              series, note, despite, created_at, created_by, updated_at, updated_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(what.client.map(|client| client.to_string()))
    .bind(place.practitioner.to_string())
    .bind(place.room.map(|room| room.to_string()))
    .bind(what.service.map(|service| service.to_string()))
    .bind(model::written(place.start.wall))
    .bind(&place.zone)
    .bind(whole.from)
    .bind(whole.until)
    .bind(place.in_room.from)
    .bind(place.in_room.until)
    .bind(place.pattern.written())
    .bind(what.company.map(|company| company.to_string()))
    .bind(what.series.map(|series| series.to_string()))
    .bind(&what.note)
    .bind(&place.despite)
    .bind(at)
    .bind(&by)
    .bind(at)
    .bind(&by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes where, when and with whom a booking is now.
pub(super) async fn replace(change: &mut Change, id: BookingId, place: &Place) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let whole = place.pattern.whole(place.start.at);
    sqlx::query(
        "UPDATE bookings_booking
         SET practitioner = ?, room = ?, wall = ?, zone = ?, start_at = ?, end_at = ?, from_at = ?, to_at = ?,
             pattern = ?, despite = ?, updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(place.practitioner.to_string())
    .bind(place.room.map(|room| room.to_string()))
    .bind(model::written(place.start.wall))
    .bind(&place.zone)
    .bind(whole.from)
    .bind(whole.until)
    .bind(place.in_room.from)
    .bind(place.in_room.until)
    .bind(place.pattern.written())
    .bind(&place.despite)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes for whom and for what a booking is.
pub(super) async fn amend(change: &mut Change, id: BookingId, what: &What) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_booking
         SET client = ?, service = ?, company = ?, note = ?, updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(what.client.map(|client| client.to_string()))
    .bind(what.service.map(|service| service.to_string()))
    .bind(what.company.map(|company| company.to_string()))
    .bind(&what.note)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Says that a booking was taken back, or stands again.
pub(super) async fn set_taken_back(change: &mut Change, id: BookingId, taken_back: bool) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_booking SET taken_back = ?, updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(taken_back)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Reads a booking.
pub(super) async fn read(reader: &impl Reader, id: BookingId) -> Result<Stored> {
    let query = sqlx::query_scalar(rows("WHERE id = ?")).bind(id.to_string());
    all(fetch(query, reader.connection().await?.sqlite()?).await?)?.pop().ok_or(Error::NotFound)
}

/// Everything that was booked from a day on the wall up to another, that one not included, in order.
pub(super) async fn on_days(reader: &impl Reader, from: NaiveDate, until: NaiveDate) -> Result<Vec<Stored>> {
    let which = "WHERE wall >= ? AND wall < ? AND NOT taken_back ORDER BY wall, id";
    let query = sqlx::query_scalar(rows(which)).bind(from.to_string()).bind(until.to_string());
    all(fetch(query, reader.connection().await?.sqlite()?).await?)
}

/// When a client comes from a day on the wall on, in order, at most so many times; what does not come about is left out.
pub(super) async fn of_client(
    reader: &impl Reader,
    client: ClientId,
    from: NaiveDate,
    most: u32,
) -> Result<Vec<Stored>> {
    let which = format!("WHERE client = ? AND wall >= ? AND {STANDS} ORDER BY start_at LIMIT ?");
    let query = sqlx::query_scalar(rows(&which)).bind(client.to_string()).bind(from.to_string()).bind(most);
    all(fetch(query, reader.connection().await?.sqlite()?).await?)
}

/// Named bookings, in the order of their beginning.
pub(super) async fn named(reader: &impl Reader, ids: &[BookingId]) -> Result<Vec<Stored>> {
    let places = vec!["?"; ids.len()].join(", ");
    let which = format!("WHERE id IN ({places}) ORDER BY start_at, id");
    let mut query = sqlx::query_scalar(rows(&which));
    for id in ids {
        query = query.bind(id.to_string());
    }
    all(fetch(query, reader.connection().await?.sqlite()?).await?)
}
