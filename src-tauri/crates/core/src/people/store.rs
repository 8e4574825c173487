//! The table of people.

use std::collections::HashMap;

use sqlx::FromRow;

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::reader::Reader;

use super::role::Role;

/// A stored person.
#[derive(Debug, FromRow)]
pub(crate) struct PersonRow {
    pub(crate) name: String,
    pub(crate) credentials: String,
    pub(crate) role: String,
    pub(crate) version: i32,
}

/// Writes somebody new.
pub(crate) async fn insert(
    change: &mut Change,
    id: PersonId,
    name: &str,
    credentials: &str,
    role: Role,
) -> Result<()> {
    let at = change.at();
    sqlx::query(
        "INSERT INTO people_person (id, name, credentials, role, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(name)
    .bind(credentials)
    .bind(role.name())
    .bind(at)
    .bind(at)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Adds the public half of somebody's signing key. Earlier ones stay, for what was signed with them.
pub(crate) async fn add_signing_key(change: &mut Change, id: PersonId, public_key: &[u8; 32]) -> Result<()> {
    let at = change.at();
    sqlx::query("INSERT INTO people_signing_key (person, public_key, since) VALUES (?, ?, ?)")
        .bind(id.to_string())
        .bind(&public_key[..])
        .bind(at)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// Everyone's public keys, by person: those in force and those that were replaced.
pub(crate) async fn signing_keys(reader: &impl Reader) -> Result<HashMap<String, Vec<Vec<u8>>>> {
    let rows: Vec<(String, Vec<u8>)> = sqlx::query_as("SELECT person, public_key FROM people_signing_key")
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    let mut keys = HashMap::<String, Vec<Vec<u8>>>::new();
    for (person, key) in rows {
        keys.entry(person).or_default().push(key);
    }
    Ok(keys)
}

/// Reads somebody.
pub(crate) async fn read(reader: &impl Reader, id: PersonId) -> Result<PersonRow> {
    sqlx::query_as("SELECT name, credentials, role, version FROM people_person WHERE id = ?")
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?
        .ok_or(Error::NotFound)
}

/// Changes somebody's name and credentials, if nobody saved them since `version`.
pub(crate) async fn rename(
    change: &mut Change,
    id: PersonId,
    version: i32,
    name: &str,
    credentials: &str,
) -> Result<bool> {
    let at = change.at();
    let done = sqlx::query(
        "UPDATE people_person SET name = ?, credentials = ?, updated_at = ?, version = version + 1
         WHERE id = ? AND version = ?",
    )
    .bind(name)
    .bind(credentials)
    .bind(at)
    .bind(id.to_string())
    .bind(version)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The names of everyone who ever worked here, by id.
pub(crate) async fn names(reader: &impl Reader) -> Result<HashMap<String, String>> {
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT id, name FROM people_person")
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    Ok(rows.into_iter().collect())
}
