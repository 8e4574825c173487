//! Times in which nobody comes.

use chrono::NaiveDate;
use sqlx::FromRow;

use crate::bookings::go_away::Gone;
use crate::bookings::model;
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{AwayId, PersonId, RoomId};
use crate::reader::Reader;

use super::wall;

/// A time in which nobody comes, as it is kept.
#[derive(Debug)]
pub(in crate::bookings) struct StoredAway {
    pub(in crate::bookings) id: AwayId,
    pub(in crate::bookings) gone: Gone,
    /// When it was entered.
    pub(in crate::bookings) made: i64,
}

#[derive(Debug, FromRow)]
struct AwayRow {
    id: String,
    person: Option<String>,
    room: Option<String>,
    begins: String,
    ends: String,
    reason: String,
    created_at: i64,
}

impl TryFrom<AwayRow> for StoredAway {
    type Error = Error;

    fn try_from(row: AwayRow) -> Result<Self> {
        let gone = Gone {
            person: row.person.as_deref().map(PersonId::parse).transpose()?,
            room: row.room.as_deref().map(RoomId::parse).transpose()?,
            from: wall(&row.begins)?,
            until: wall(&row.ends)?,
            reason: row.reason,
        };
        Ok(Self { id: AwayId::parse(&row.id)?, gone, made: row.created_at })
    }
}

/// Writes a time in which nobody comes.
pub(in crate::bookings) async fn insert_away(change: &mut Change, id: AwayId, gone: &Gone) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_away (id, person, room, begins, ends, reason, created_at, created_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(gone.person.map(|person| person.to_string()))
    .bind(gone.room.map(|room| room.to_string()))
    .bind(model::written(gone.from))
    .bind(model::written(gone.until))
    .bind(&gone.reason)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Removes it; whether it was there.
pub(in crate::bookings) async fn remove_away(change: &mut Change, id: AwayId) -> Result<bool> {
    let done = sqlx::query("DELETE FROM bookings_away WHERE id = ?")
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Reads it.
pub(in crate::bookings) async fn away(reader: &impl Reader, id: AwayId) -> Result<Gone> {
    let row: Option<AwayRow> = sqlx::query_as(
        "SELECT id, person, room, begins, ends, reason, created_at FROM bookings_away WHERE id = ?",
    )
    .bind(id.to_string())
    .fetch_optional(reader.connection().await?.sqlite()?)
    .await?;
    Ok(StoredAway::try_from(row.ok_or(Error::NotFound)?)?.gone)
}

/// Every time in which nobody comes that touches the days from one up to another, that one not included.
pub(in crate::bookings) async fn away_between(
    reader: &impl Reader,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<StoredAway>> {
    let rows: Vec<AwayRow> = sqlx::query_as(
        "SELECT id, person, room, begins, ends, reason, created_at FROM bookings_away
         WHERE ends > ? AND begins < ? ORDER BY begins, id",
    )
    .bind(from.to_string())
    .bind(until.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    rows.into_iter().map(StoredAway::try_from).collect()
}
