//! The weeks people work.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};
use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::bookings::hours::{Hours, Shift};
use crate::bookings::keep_hours::Week;
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{HoursId, PersonId};
use crate::reader::Reader;

/// A week as it is kept.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct StoredHours {
    pub(in crate::bookings) id: HoursId,
    pub(in crate::bookings) person: PersonId,
    pub(in crate::bookings) hours: Hours,
    pub(in crate::bookings) version: i32,
}

#[derive(Debug, FromRow)]
struct HoursRow {
    id: String,
    person: String,
    since: NaiveDate,
    until: Option<NaiveDate>,
    version: i32,
}

/// Everybody's weeks, by the day they begin to hold.
pub(in crate::bookings) async fn hours(reader: &impl Reader) -> Result<Vec<StoredHours>> {
    let mut reading = reader.connection().await?;
    let rows: Vec<HoursRow> =
        sqlx::query_as("SELECT id, person, since, until, version FROM bookings_hours ORDER BY since, id")
            .fetch_all(reading.sqlite()?)
            .await?;
    let stored: Vec<(String, u8, u16, u16)> = sqlx::query_as(
        "SELECT hours, weekday, from_minute, to_minute FROM bookings_shift ORDER BY weekday, from_minute",
    )
    .fetch_all(reading.sqlite()?)
    .await?;
    let mut shifts: BTreeMap<String, Vec<Shift>> = BTreeMap::new();
    for (hours, weekday, from, until) in stored {
        let weekday =
            Weekday::try_from(weekday - 1).map_err(|error| Error::unexpected("a stored shift", error))?;
        shifts.entry(hours).or_default().push(Shift { weekday, from, until });
    }
    rows.into_iter()
        .map(|row| {
            Ok(StoredHours {
                id: HoursId::parse(&row.id)?,
                person: PersonId::parse(&row.person)?,
                hours: Hours {
                    since: row.since,
                    until: row.until,
                    shifts: shifts.remove(&row.id).unwrap_or_default(),
                },
                version: row.version,
            })
        })
        .collect()
}

/// Writes a new week.
pub(in crate::bookings) async fn insert_hours(change: &mut Change, id: HoursId, week: &Week) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_hours (id, person, since, until, created_at, created_by, updated_at, updated_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?6)",
    )
    .bind(id.to_string())
    .bind(week.person.to_string())
    .bind(week.since)
    .bind(week.until)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    write_shifts(change, id, &week.shifts).await
}

/// Writes a changed week.
pub(in crate::bookings) async fn update_hours(change: &mut Change, id: HoursId, week: &Week) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE bookings_hours
         SET person = ?, since = ?, until = ?, updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(week.person.to_string())
    .bind(week.since)
    .bind(week.until)
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    sqlx::query("DELETE FROM bookings_shift WHERE hours = ?")
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    write_shifts(change, id, &week.shifts).await
}

async fn write_shifts(change: &mut Change, id: HoursId, shifts: &[Shift]) -> Result<()> {
    let mut insert =
        QueryBuilder::<Sqlite>::new("INSERT INTO bookings_shift (hours, weekday, from_minute, to_minute) ");
    insert.push_values(shifts, |mut row, shift| {
        row.push_bind(id.to_string())
            .push_bind(i32::from(shift.weekday.number_from_monday() as u8))
            .push_bind(shift.from)
            .push_bind(shift.until);
    });
    insert.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// Removes a week with its shifts.
pub(in crate::bookings) async fn remove_hours(change: &mut Change, id: HoursId) -> Result<()> {
    sqlx::query("DELETE FROM bookings_hours WHERE id = ?")
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}
