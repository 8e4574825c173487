//! What became of a client's visits, and how often somebody tried to reach them.

use serde::Deserialize;
use sqlx::AssertSqlSafe;

use crate::db::in_one::{fetch, in_one};
use crate::error::Result;
use crate::ids::ClientId;
use crate::reader::Reader;

/// A visit with the last word on it.
#[derive(Debug, Deserialize)]
pub(in crate::bookings) struct VisitRow {
    pub(in crate::bookings) id: String,
    pub(in crate::bookings) wall: String,
    pub(in crate::bookings) start_at: i64,
    pub(in crate::bookings) service: Option<String>,
    pub(in crate::bookings) practitioner: String,
    pub(in crate::bookings) status: String,
    pub(in crate::bookings) said_at: Option<i64>,
    pub(in crate::bookings) said_by: Option<String>,
    pub(in crate::bookings) reason: Option<String>,
    /// As SQLite has it: 0 or 1.
    pub(in crate::bookings) fee: Option<u8>,
}

/// A try to reach somebody.
#[derive(Debug, Deserialize)]
pub(in crate::bookings) struct TryRow {
    pub(in crate::bookings) id: String,
    pub(in crate::bookings) at: i64,
    pub(in crate::bookings) by: String,
    pub(in crate::bookings) about: String,
    pub(in crate::bookings) outcome: String,
    pub(in crate::bookings) wall: Option<String>,
}

/// A client's visits that began before an instant, and those to come that were cancelled, newest first.
pub(in crate::bookings) async fn visited(
    reader: &impl Reader,
    client: ClientId,
    before: i64,
) -> Result<Vec<VisitRow>> {
    let sql = in_one(
        "id, wall, start_at, service, practitioner, status, said_at, said_by, reason, fee",
        "SELECT booking.id, wall, start_at, service.name AS service, person.name AS practitioner,
             booking.status, said.at AS said_at, sayer.name AS said_by, said.reason, said.fee
         FROM bookings_booking AS booking
             JOIN people_person AS person ON person.id = booking.practitioner
             LEFT JOIN bookings_service AS service ON service.id = booking.service
             LEFT JOIN bookings_step AS said ON said.booking = booking.id AND said.position =
                 (SELECT max(position) FROM bookings_step
                  WHERE bookings_step.booking = booking.id AND taken_back_at IS NULL)
             LEFT JOIN people_person AS sayer ON sayer.id = said.by
         WHERE booking.client = ? AND NOT booking.taken_back
             AND (start_at <= ? OR booking.status IN ('cancelled', 'cancelled_late'))
         ORDER BY start_at DESC",
    );
    let query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(client.to_string()).bind(before);
    fetch(query, reader.connection().await?.sqlite()?).await
}

/// Every try to reach a client that was not taken back, newest first.
pub(in crate::bookings) async fn tried(reader: &impl Reader, client: ClientId) -> Result<Vec<TryRow>> {
    let sql = in_one(
        "id, at, by, about, outcome, wall",
        "SELECT contact.id, at, person.name AS by, about, outcome, booking.wall
         FROM bookings_contact AS contact
             JOIN people_person AS person ON person.id = contact.by
             LEFT JOIN bookings_booking AS booking ON booking.id = contact.booking
         WHERE contact.client = ? AND taken_back_at IS NULL
         ORDER BY at DESC",
    );
    let query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(client.to_string());
    fetch(query, reader.connection().await?.sqlite()?).await
}
