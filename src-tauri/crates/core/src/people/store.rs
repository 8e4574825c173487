//! The table of people.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::FromRow;

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::reader::Reader;

use super::model::{Person, Status};
use super::role::Role;

/// A stored person.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PersonRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) credentials: String,
    pub(crate) registration: String,
    pub(crate) role: String,
    pub(crate) colour: i32,
    pub(crate) status: String,
    pub(crate) access_until: Option<NaiveDate>,
    pub(crate) signature_block: String,
    pub(crate) letterhead_name: String,
    pub(crate) letterhead_line: String,
    pub(crate) tax_number: String,
    pub(crate) version: i32,
}

impl PersonRow {
    pub(crate) fn role(&self) -> Result<Role> {
        Role::from_name(&self.role).ok_or_else(|| Error::unexpected("role of a person", "unknown role"))
    }

    pub(crate) fn status(&self) -> Result<Status> {
        Status::from_name(&self.status)
            .ok_or_else(|| Error::unexpected("status of a person", "unknown status"))
    }
}

const ROWS: &str =
    "SELECT id, name, credentials, registration, role, colour, status, access_until, signature_block,
        letterhead_name, letterhead_line, tax_number, version
    FROM people_person ";

/// Writes somebody new.
pub(crate) async fn insert(change: &mut Change, id: PersonId, person: &Person, role: Role) -> Result<()> {
    let at = change.at();
    sqlx::query(
        "INSERT INTO people_person
             (id, name, credentials, registration, role, colour, access_until, signature_block, letterhead_name,
              letterhead_line, tax_number, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(&person.name)
    .bind(&person.credentials)
    .bind(&person.registration)
    .bind(role.name())
    .bind(person.colour)
    .bind(person.access_until)
    .bind(&person.signature_block)
    .bind(&person.letterhead_name)
    .bind(&person.letterhead_line)
    .bind(&person.tax_number)
    .bind(at)
    .bind(at)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes what is known of somebody anew, if nobody saved it since `version`.
pub(crate) async fn update(change: &mut Change, id: PersonId, version: i32, person: &Person) -> Result<bool> {
    let at = change.at();
    let done = sqlx::query(
        "UPDATE people_person
         SET name = ?, credentials = ?, registration = ?, colour = ?, access_until = ?, signature_block = ?,
             letterhead_name = ?, letterhead_line = ?, tax_number = ?, updated_at = ?, version = version + 1
         WHERE id = ? AND version = ?",
    )
    .bind(&person.name)
    .bind(&person.credentials)
    .bind(&person.registration)
    .bind(person.colour)
    .bind(person.access_until)
    .bind(&person.signature_block)
    .bind(&person.letterhead_name)
    .bind(&person.letterhead_line)
    .bind(&person.tax_number)
    .bind(at)
    .bind(id.to_string())
    .bind(version)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes what somebody may do, and whether they can take the keyboard.
pub(crate) async fn set_standing(
    change: &mut Change,
    id: PersonId,
    role: Role,
    status: Status,
) -> Result<()> {
    let at = change.at();
    sqlx::query(
        "UPDATE people_person SET role = ?1, status = ?2, updated_at = ?3, version = version + 1,
             access_until = CASE WHEN ?1 = 'owner' THEN NULL ELSE access_until END WHERE id = ?4",
    )
    .bind(role.name())
    .bind(status.name())
    .bind(at)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Adds the public half of somebody's signing key. Earlier ones stay, for what was signed with them. The entry of the
/// change, which is about this person, vouches for it: a key that no entry names was put in by something else.
pub(crate) async fn add_signing_key(change: &mut Change, id: PersonId, public_key: &[u8; 32]) -> Result<()> {
    change.vouch_for_key(public_key);
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
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{ROWS} WHERE id = ?")))
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?
        .ok_or(Error::NotFound)
}

/// Everyone who ever worked here, in the order they came.
pub(crate) async fn all(reader: &impl Reader) -> Result<Vec<PersonRow>> {
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(format!("{ROWS} ORDER BY created_at, id")))
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?)
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
