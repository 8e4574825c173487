//! What became of bookings, step by step.

use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::bookings::model::BookingStatus;
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::BookingId;
use crate::reader::Reader;

/// A step that still holds.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct StoredStep {
    pub(in crate::bookings) booking: BookingId,
    pub(in crate::bookings) status: BookingStatus,
    pub(in crate::bookings) at: i64,
    /// The name of whoever said so.
    pub(in crate::bookings) by: String,
    pub(in crate::bookings) reason: String,
    pub(in crate::bookings) fee: bool,
}

#[derive(Debug, FromRow)]
struct Row {
    booking: String,
    status: String,
    at: i64,
    by: String,
    reason: String,
    fee: bool,
}

/// Adds a step, and gives the booking its status.
pub(in crate::bookings) async fn insert_step(
    change: &mut Change,
    id: BookingId,
    status: BookingStatus,
    reason: &str,
    fee: bool,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_step (booking, position, status, at, by, reason, fee)
         VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM bookings_step WHERE booking = ?1), ?2, ?3, ?4, ?5, ?6)",
    )
    .bind(id.to_string())
    .bind(status.name())
    .bind(at)
    .bind(&by)
    .bind(reason)
    .bind(fee)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    set_status(change, id, status).await
}

/// The last step that holds, with its number; nothing for a booking of which nothing was said since it was made.
pub(in crate::bookings) async fn last_step(
    reader: &impl Reader,
    id: BookingId,
) -> Result<Option<(i64, BookingStatus)>> {
    let found: Option<(i64, String)> = sqlx::query_as(
        "SELECT position, status FROM bookings_step WHERE booking = ? AND taken_back_at IS NULL
         ORDER BY position DESC LIMIT 1",
    )
    .bind(id.to_string())
    .fetch_optional(reader.connection().await?.sqlite()?)
    .await?;
    found.map(|(position, status)| Ok((position, read(&status)?))).transpose()
}

/// Takes a step back; the booking has the status of the one before it again.
pub(in crate::bookings) async fn take_back_step(
    change: &mut Change,
    id: BookingId,
    position: i64,
) -> Result<BookingStatus> {
    let at = change.at();
    sqlx::query("UPDATE bookings_step SET taken_back_at = ? WHERE booking = ? AND position = ?")
        .bind(at)
        .bind(id.to_string())
        .bind(position)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    let status = last_step(change, id).await?.map_or(BookingStatus::Booked, |(_, status)| status);
    set_status(change, id, status).await?;
    Ok(status)
}

async fn set_status(change: &mut Change, id: BookingId, status: BookingStatus) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_booking SET status = ?, updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(status.name())
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// The steps of bookings that hold, in order.
pub(in crate::bookings) async fn steps(reader: &impl Reader, ids: &[BookingId]) -> Result<Vec<StoredStep>> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT booking, step.status, at, person.name AS by, reason, fee
         FROM bookings_step AS step JOIN people_person AS person ON person.id = step.by
         WHERE taken_back_at IS NULL AND booking IN (",
    );
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind(id.to_string());
    }
    query.push(") ORDER BY booking, position");
    let rows: Vec<Row> = query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?;
    rows.into_iter()
        .map(|row| {
            Ok(StoredStep {
                booking: BookingId::parse(&row.booking)?,
                status: read(&row.status)?,
                at: row.at,
                by: row.by,
                reason: row.reason,
                fee: row.fee,
            })
        })
        .collect()
}

fn read(status: &str) -> Result<BookingStatus> {
    BookingStatus::from_name(status).ok_or_else(|| Error::unexpected("a step of a booking", "unknown status"))
}
