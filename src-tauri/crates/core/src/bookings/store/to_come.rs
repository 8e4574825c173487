//! Visits to come, for what concerns all of them: a clinic that moves to another zone, a practitioner who has left, a time in
//! which nobody comes.

use chrono::NaiveDateTime;
use sqlx::AssertSqlSafe;

use crate::bookings::model::written;
use crate::bookings::store::standing::LONGEST_HOLD;
use crate::bookings::store::{STANDS, Stored, all, fetch, in_one, rows, wall};
use crate::change::Change;
use crate::error::Result;
use crate::ids::{BookingId, PersonId};
use crate::reader::Reader;

/// Every booking that begins after a time on the wall, also what was cancelled: undo may bring it back. Its time on the wall,
/// and the instant it begins at.
pub(in crate::bookings) async fn to_come(
    reader: &impl Reader,
    after: NaiveDateTime,
) -> Result<Vec<(BookingId, NaiveDateTime, i64)>> {
    let rows: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT id, wall, start_at FROM bookings_booking WHERE wall > ? ORDER BY wall")
            .bind(written(after))
            .fetch_all(reader.connection().await?.sqlite()?)
            .await?;
    rows.into_iter().map(|(id, at, start)| Ok((BookingId::parse(&id)?, wall(&at)?, start))).collect()
}

/// The same with the zone of each: its id, its time on the wall, the zone, and the instant it begins at. Read whenever the
/// practice is opened, and so at once.
pub(in crate::bookings) async fn told_by_clocks(
    reader: &impl Reader,
    after: NaiveDateTime,
) -> Result<Vec<(BookingId, NaiveDateTime, String, i64)>> {
    let sql = in_one(
        "id, wall, zone, start_at",
        "SELECT id, wall, zone, start_at FROM bookings_booking WHERE wall > ? ORDER BY wall",
    );
    let query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(written(after));
    let rows: Vec<(String, String, String, i64)> = fetch(query, reader.connection().await?.sqlite()?).await?;
    rows.into_iter()
        .map(|(id, at, zone, start)| Ok((BookingId::parse(&id)?, wall(&at)?, zone, start)))
        .collect()
}

/// Has a booking begin so many milliseconds later, in another zone. Its time on the wall stays.
pub(in crate::bookings) async fn shift(
    change: &mut Change,
    id: BookingId,
    by_ms: i64,
    zone: &str,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_booking
         SET start_at = start_at + ?1, end_at = end_at + ?1, from_at = from_at + ?1, to_at = to_at + ?1,
             zone = ?2, updated_at = ?3, updated_by = ?4, version = version + 1
         WHERE id = ?5",
    )
    .bind(by_ms)
    .bind(zone)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// What is booked with somebody after an instant, in order, at most as much as a list shows.
pub(in crate::bookings) async fn to_come_with(
    reader: &impl Reader,
    practitioner: PersonId,
    after: i64,
) -> Result<Vec<Stored>> {
    let which = format!(
        "WHERE from_at > ? AND start_at > ? AND practitioner = ? AND client IS NOT NULL AND {STANDS}
         ORDER BY start_at LIMIT 300"
    );
    let query = sqlx::query_scalar(rows(&which))
        .bind(after - LONGEST_HOLD)
        .bind(after)
        .bind(practitioner.to_string());
    all(fetch(query, reader.connection().await?.sqlite()?).await?)
}

/// Everything that stands after an instant, whoever it is with, in order.
pub(in crate::bookings) async fn all_to_come(reader: &impl Reader, after: i64) -> Result<Vec<Stored>> {
    let which = format!("WHERE from_at > ? AND end_at > ? AND {STANDS} ORDER BY start_at, id");
    let query = sqlx::query_scalar(rows(&which)).bind(after - LONGEST_HOLD).bind(after);
    all(fetch(query, reader.connection().await?.sqlite()?).await?)
}
