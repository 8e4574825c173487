//! Visits that were booked together.

use crate::change::Change;
use crate::error::Result;
use crate::ids::SeriesId;
use crate::reader::Reader;

use super::{Stored, all, fetch, rows};

/// Writes a new series, so many days apart.
pub(in crate::bookings) async fn insert_series(change: &mut Change, id: SeriesId, every: i32) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query("INSERT INTO bookings_series (id, every, created_at, created_by) VALUES (?, ?, ?, ?)")
        .bind(id.to_string())
        .bind(every)
        .bind(at)
        .bind(by)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// The bookings of a series from an instant on, in order; what was taken back is left out.
pub(in crate::bookings) async fn of_series(
    reader: &impl Reader,
    id: SeriesId,
    from: i64,
) -> Result<Vec<Stored>> {
    let which = "WHERE series = ? AND start_at >= ? AND NOT taken_back ORDER BY start_at";
    let query = sqlx::query_scalar(rows(which)).bind(id.to_string()).bind(from);
    all(fetch(query, reader.connection().await?.sqlite()?).await?)
}

/// Takes back every booking of a series, as if it had not been made.
pub(in crate::bookings) async fn take_back_series(change: &mut Change, id: SeriesId) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_booking SET taken_back = 1, updated_at = ?, updated_by = ?, version = version + 1
         WHERE series = ? AND NOT taken_back",
    )
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}
