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
