//! The clinic's clock, and the people who have a column in the diary.

use chrono_tz::Tz;

use crate::change::Change;
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::{self, Role, Status};
use crate::reader::Reader;

/// The zone of the clinic's wall clock, once something was booked.
pub(in crate::bookings) async fn zone(reader: &impl Reader) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("SELECT zone FROM bookings_clinic")
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?)
}

/// Keeps the zone in which something is booked for the first time.
pub(in crate::bookings) async fn keep_zone(change: &mut Change, zone: Tz) -> Result<()> {
    let kept =
        sqlx::query("INSERT INTO bookings_clinic (only_row, zone) VALUES (1, ?) ON CONFLICT DO NOTHING")
            .bind(zone.name())
            .execute(change.connection().await?.sqlite()?)
            .await?;
    if kept.rows_affected() == 1 {
        change.keep_to(zone);
    }
    Ok(())
}

/// Keeps another zone of the clinic's clock.
pub(in crate::bookings) async fn replace_zone(change: &mut Change, zone: Tz) -> Result<()> {
    sqlx::query(
        "INSERT INTO bookings_clinic (only_row, zone) VALUES (1, ?)
         ON CONFLICT (only_row) DO UPDATE SET zone = excluded.zone",
    )
    .bind(zone.name())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    change.keep_to(zone);
    Ok(())
}

/// Somebody who has a column in the diary.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct StoredPerson {
    pub(in crate::bookings) id: PersonId,
    pub(in crate::bookings) name: String,
    pub(in crate::bookings) colour: i32,
    /// Whether somebody can be booked with them.
    pub(in crate::bookings) here: bool,
    /// Whether they have left for good.
    pub(in crate::bookings) gone: bool,
}

/// Everybody who treats or treated, in the order they came.
pub(in crate::bookings) async fn people(reader: &impl Reader) -> Result<Vec<StoredPerson>> {
    let mut found = Vec::new();
    for row in people::all(reader).await? {
        if row.role()? == Role::Receptionist {
            continue;
        }
        found.push(StoredPerson {
            id: PersonId::parse(&row.id)?,
            here: row.status()? == Status::Active,
            gone: row.status()? == Status::Removed,
            name: row.name,
            colour: row.colour,
        });
    }
    Ok(found)
}

/// Whether somebody treats here.
pub(in crate::bookings) async fn treats(reader: &impl Reader, id: PersonId) -> Result<bool> {
    Ok(people(reader).await?.iter().any(|person| person.id == id && person.here))
}
