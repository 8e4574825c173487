//! Days that were called off, with the bookings that were cancelled for it.

use chrono::NaiveDate;
use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{AwayId, BookingId, CalledOffId, PersonId};
use crate::reader::Reader;

/// A day that was called off, as it is kept.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct StoredCalledOff {
    pub(in crate::bookings) id: CalledOffId,
    pub(in crate::bookings) practitioner: PersonId,
    pub(in crate::bookings) day: NaiveDate,
    pub(in crate::bookings) reason: String,
    /// The time off that was entered with it, while it is there.
    pub(in crate::bookings) away: Option<AwayId>,
    /// When (UTC milliseconds).
    pub(in crate::bookings) at: i64,
    pub(in crate::bookings) bookings: Vec<BookingId>,
}

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    practitioner: String,
    day: String,
    reason: String,
    away: Option<String>,
    created_at: i64,
}

/// Writes a day that is called off.
pub(in crate::bookings) async fn insert_called_off(
    change: &mut Change,
    called_off: &StoredCalledOff,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_called_off (id, practitioner, day, reason, away, created_at, created_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(called_off.id.to_string())
    .bind(called_off.practitioner.to_string())
    .bind(called_off.day.to_string())
    .bind(&called_off.reason)
    .bind(called_off.away.map(|away| away.to_string()))
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    let mut insert =
        QueryBuilder::<Sqlite>::new("INSERT INTO bookings_called_off_booking (called_off, booking) ");
    insert.push_values(&called_off.bookings, |mut row, booking| {
        row.push_bind(called_off.id.to_string()).push_bind(booking.to_string());
    });
    insert.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// Says that a day is not called off after all.
pub(in crate::bookings) async fn take_back_called_off(change: &mut Change, id: CalledOffId) -> Result<()> {
    let at = change.at();
    sqlx::query("UPDATE bookings_called_off SET taken_back_at = ? WHERE id = ?")
        .bind(at)
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// The days from one on that are called off, in order; those that were taken back are left out.
pub(in crate::bookings) async fn called_off_from(
    reader: &impl Reader,
    from: NaiveDate,
) -> Result<Vec<StoredCalledOff>> {
    let mut reading = reader.connection().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, practitioner, day, reason, away, created_at FROM bookings_called_off
         WHERE day >= ? AND taken_back_at IS NULL ORDER BY day, created_at, id",
    )
    .bind(from.to_string())
    .fetch_all(reading.sqlite()?)
    .await?;
    let mut all = Vec::new();
    for row in rows {
        let bookings: Vec<String> = sqlx::query_scalar(
            "SELECT called.booking FROM bookings_called_off_booking AS called
                 JOIN bookings_booking AS booking ON booking.id = called.booking
             WHERE called_off = ? ORDER BY booking.start_at, booking.id",
        )
        .bind(&row.id)
        .fetch_all(reading.sqlite()?)
        .await?;
        all.push(StoredCalledOff {
            id: CalledOffId::parse(&row.id)?,
            practitioner: PersonId::parse(&row.practitioner)?,
            day: row.day.parse().map_err(|error| Error::unexpected("a day that was called off", error))?,
            reason: row.reason,
            away: row.away.as_deref().map(AwayId::parse).transpose()?,
            at: row.created_at,
            bookings: bookings.iter().map(|id| BookingId::parse(id)).collect::<Result<_>>()?,
        });
    }
    Ok(all)
}
