//! The tables of settings.

use std::collections::BTreeMap;

use sqlx::{QueryBuilder, Sqlite};

use crate::change::Change;
use crate::error::Result;
use crate::ids::PersonId;
use crate::reader::Reader;

/// All settings of the practice.
pub(super) async fn practice(reader: &impl Reader) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT key, value FROM settings_practice")
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Writes settings of the practice.
pub(super) async fn write_practice(change: &mut Change, values: &[(&str, String)]) -> Result<()> {
    let mut query = QueryBuilder::<Sqlite>::new("INSERT INTO settings_practice (key, value) ");
    query.push_values(values, |mut row, (key, value)| {
        row.push_bind((*key).to_owned()).push_bind(value.clone());
    });
    query.push(" ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    query.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// All settings of a person.
pub(super) async fn person(reader: &impl Reader, person: PersonId) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT key, value FROM settings_person WHERE person = ?")
            .bind(person.to_string())
            .fetch_all(reader.connection().await?.sqlite()?)
            .await?;
    Ok(rows.into_iter().collect())
}

/// Writes one setting of a person.
pub(super) async fn write_person(
    change: &mut Change,
    person: PersonId,
    key: &str,
    value: &str,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO settings_person (person, key, value) VALUES (?, ?, ?)
         ON CONFLICT (person, key) DO UPDATE SET value = excluded.value",
    )
    .bind(person.to_string())
    .bind(key)
    .bind(value)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// A logo: its file, and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LogoRow {
    pub(super) file: String,
    pub(super) shows: String,
}

/// The logo on the letterhead, and the one that was taken off last.
#[derive(Debug)]
pub(super) struct Logos {
    pub(super) printed: Option<LogoRow>,
    pub(super) aside: Option<LogoRow>,
}

/// Both logos.
pub(super) async fn logos(reader: &impl Reader) -> Result<Logos> {
    let rows: Vec<(bool, String, String)> = sqlx::query_as("SELECT aside, file, shows FROM settings_logo")
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    let mut logos = Logos { printed: None, aside: None };
    for (aside, file, shows) in rows {
        let place = if aside { &mut logos.aside } else { &mut logos.printed };
        *place = Some(LogoRow { file, shows });
    }
    Ok(logos)
}

/// Writes both logos in the place of those before. The files of those must be forgotten after this.
pub(super) async fn write_logos(change: &mut Change, logos: &Logos) -> Result<()> {
    let mut reading = change.connection().await?;
    sqlx::query("DELETE FROM settings_logo").execute(reading.sqlite()?).await?;
    let mut query = QueryBuilder::<Sqlite>::new("INSERT INTO settings_logo (aside, file, shows) ");
    let rows = [(false, &logos.printed), (true, &logos.aside)];
    let rows: Vec<_> = rows.into_iter().filter_map(|(aside, logo)| Some((aside, logo.as_ref()?))).collect();
    if rows.is_empty() {
        return Ok(());
    }
    query.push_values(rows, |mut row, (aside, logo)| {
        row.push_bind(aside).push_bind(logo.file.clone()).push_bind(logo.shows.clone());
    });
    query.build().execute(reading.sqlite()?).await?;
    Ok(())
}
