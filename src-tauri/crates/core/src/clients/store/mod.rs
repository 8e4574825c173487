//! The tables of clients: one record here and its parts in [`parts`], lists in [`list`], likely twins in [`likeness`], what was
//! said of others in [`known`], what they are found by in [`cards`], saved lists
//! in [`lists`],
//! what changes for many at once in [`many`], custom fields in [`custom`], which records became one in [`merges`].

mod cards;
mod custom;
mod known;
mod likeness;
mod list;
mod lists;
mod many;
mod merges;
mod parts;
mod put_away;

use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;
use sqlx::{FromRow, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{ClientId, PersonId};
use crate::reader::Reader;

use super::model::{Client, ClientInput};
use super::name;
use super::standing::{ClientStatus, Sex};

pub(super) use cards::cards;
pub(super) use custom::{ask_for_none, custom_fields, keep_field};
pub(super) use known::known;
pub(super) use likeness::{all_likenesses, likeness, tell_apart, told_apart, twin_candidates};
pub(super) use list::{ListRow, count, registered_from, rows, rows_ever, tagged};
pub(super) use lists::{keep_list, list_is_called, remove_list, saved_lists};
pub(super) use many::{add_tag, remove_tag, stand, standing, tags, touch};
pub(super) use merges::{
    Merge, PARTS, details_before, how_many, insert_merge, merge, merges_of, move_back, move_over, part_of,
    parts_of, undo_merge,
};
pub(super) use parts::named_by;
pub(super) use put_away::{back_in_use, lay, lying, place_of, put_away};

/// A stored client with who saved it when.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) client: Client,
    /// The name of whoever answers for them.
    pub(super) responsible_name: Option<String>,
    pub(super) number: i32,
    pub(super) version: i32,
    pub(super) created_at: i64,
    pub(super) created_by: String,
    pub(super) updated_at: i64,
    pub(super) updated_by: String,
}

#[derive(Debug, FromRow)]
struct Row {
    number: i32,
    given_name: String,
    family_name: String,
    preferred_name: String,
    pronouns: String,
    birth_date: Option<String>,
    sex: String,
    gender: String,
    language: String,
    occupation: String,
    gp_name: String,
    gp_phone: String,
    gp_address: String,
    referrer: String,
    status: String,
    status_since: Option<String>,
    notes: String,
    responsible: Option<String>,
    responsible_name: Option<String>,
    version: i32,
    created_at: i64,
    created_by: String,
    updated_at: i64,
    updated_by: String,
}

/// Writes a new client under the next free number.
pub(super) async fn insert(change: &mut Change, id: ClientId, client: &Client) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let statement = sqlx::query(
        "INSERT INTO clients_client
             (given_name, family_name, preferred_name, pronouns, birth_date, sex, gender, language, occupation,
              gp_name, gp_phone, gp_address, referrer, status, status_since, notes, responsible,
              sort_name, name_key, id, number, created_at, created_by, updated_at, updated_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                 ?, 1 + max((SELECT coalesce(max(number), 0) FROM clients_client),
                             (SELECT coalesce(max(number), 0) FROM erasure_erased)), ?, ?, ?, ?)",
    );
    bind_details(statement, client)
        .bind(id.to_string())
        .bind(at)
        .bind(&by)
        .bind(at)
        .bind(&by)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    parts::write(change, id, client).await
}

/// Writes changed details and counts the version up.
pub(super) async fn update(change: &mut Change, id: ClientId, client: &Client) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let statement = sqlx::query(
        "UPDATE clients_client
         SET given_name = ?, family_name = ?, preferred_name = ?, pronouns = ?, birth_date = ?, sex = ?, gender = ?,
             language = ?, occupation = ?, gp_name = ?, gp_phone = ?, gp_address = ?, referrer = ?, status = ?,
             status_since = ?, notes = ?, responsible = ?, sort_name = ?, name_key = ?,
             updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    );
    bind_details(statement, client)
        .bind(at)
        .bind(by)
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    // Whom a link was made to, where that record is part of another now: two again, it leads there again.
    let links = parts::links(change, id).await?;
    let mut details = client.to_input();
    for person in &mut details.relations {
        if let Some((made_to, _)) = links.iter().find(|(_, now)| *now == person.other) {
            person.other.clone_from(made_to);
        }
    }
    parts::clear(change, id).await?;
    parts::write(change, id, &Client::stored(details)).await
}

/// What is known of somebody, in the order in which both statements above begin.
fn bind_details<'q>(
    statement: Query<'q, Sqlite, SqliteArguments>,
    client: &'q Client,
) -> Query<'q, Sqlite, SqliteArguments> {
    statement
        .bind(&client.given_name)
        .bind(&client.family_name)
        .bind(&client.preferred_name)
        .bind(&client.pronouns)
        .bind(some(&client.birth_date))
        .bind(client.sex.name())
        .bind(&client.gender)
        .bind(&client.language)
        .bind(&client.occupation)
        .bind(&client.gp_name)
        .bind(&client.gp_phone)
        .bind(&client.gp_address)
        .bind(&client.referrer)
        .bind(client.status.name())
        .bind(some(&client.status_since))
        .bind(&client.notes)
        .bind(some(&client.responsible))
        .bind(name::sort_name(client))
        .bind(name::name_key(client))
}

/// A text that may be missing.
fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Reads a client whole.
pub(super) async fn read(reader: &impl Reader, id: ClientId) -> Result<Stored> {
    let mut reading = reader.connection().await?;
    let row: Row = sqlx::query_as(
        "SELECT number, given_name, family_name, preferred_name, pronouns, birth_date, sex, gender, language,
                occupation, gp_name, gp_phone, gp_address, referrer, client.status, status_since, notes,
                responsible, answers.name AS responsible_name, client.version,
                client.created_at, creator.name AS created_by, client.updated_at, editor.name AS updated_by
         FROM clients_client AS client
         JOIN people_person AS creator ON creator.id = client.created_by
         JOIN people_person AS editor ON editor.id = client.updated_by
         LEFT JOIN people_person AS answers ON answers.id = client.responsible
         WHERE client.id = ?",
    )
    .bind(id.to_string())
    .fetch_optional(reading.sqlite()?)
    .await?
    .ok_or(Error::NotFound)?;
    let client = ClientInput {
        given_name: row.given_name,
        family_name: row.family_name,
        preferred_name: row.preferred_name,
        pronouns: row.pronouns,
        birth_date: row.birth_date.unwrap_or_default(),
        sex: Sex::from_name(&row.sex),
        gender: row.gender,
        phones: parts::phones(reading.sqlite()?, id).await?,
        emails: parts::emails(reading.sqlite()?, id).await?,
        addresses: parts::addresses(reading.sqlite()?, id).await?,
        language: row.language,
        occupation: row.occupation,
        relations: parts::relations(reading.sqlite()?, id).await?,
        gp_name: row.gp_name,
        gp_phone: row.gp_phone,
        gp_address: row.gp_address,
        referrer: row.referrer,
        funds: parts::funds(reading.sqlite()?, id).await?,
        tags: parts::tags(reading.sqlite()?, id).await?,
        custom: custom::values(reading.sqlite()?, id).await?,
        status: ClientStatus::from_name(&row.status),
        status_since: row.status_since.unwrap_or_default(),
        notes: row.notes,
        responsible: row.responsible.unwrap_or_default(),
    };
    Ok(Stored {
        responsible_name: row.responsible_name,
        number: row.number,
        version: row.version,
        created_at: row.created_at,
        created_by: row.created_by,
        updated_at: row.updated_at,
        updated_by: row.updated_by,
        client: Client::stored(client),
    })
}

/// Who answers for a client; nothing for the whole practice.
pub(super) async fn responsible(reader: &impl Reader, id: ClientId) -> Result<Option<String>> {
    sqlx::query_scalar("SELECT responsible FROM clients_client WHERE id = ?")
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?
        .ok_or(Error::NotFound)
}

/// The record in which a client is found today: the one that theirs was merged into, or theirs.
pub(super) async fn record_of(reader: &impl Reader, id: ClientId) -> Result<ClientId> {
    let into: Option<Option<String>> =
        sqlx::query_scalar("SELECT merged_into FROM clients_client WHERE id = ?")
            .bind(id.to_string())
            .fetch_optional(reader.connection().await?.sqlite()?)
            .await?;
    into.flatten().map_or(Ok(id), |into| ClientId::parse(&into))
}

/// A record and those that were merged into it.
pub(super) async fn records_in(reader: &impl Reader, id: ClientId) -> Result<Vec<ClientId>> {
    let merged: Vec<String> =
        sqlx::query_scalar("SELECT id FROM clients_client WHERE merged_into = ? ORDER BY number")
            .bind(id.to_string())
            .fetch_all(reader.connection().await?.sqlite()?)
            .await?;
    std::iter::once(Ok(id)).chain(merged.iter().map(|id| ClientId::parse(id))).collect()
}

/// Makes somebody's clients the whole practice's; how many there were.
pub(super) async fn hand_over(change: &mut Change, from: PersonId) -> Result<i64> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let done = sqlx::query(
        "UPDATE clients_client SET responsible = NULL, updated_at = ?, updated_by = ?, version = version + 1
         WHERE responsible = ?",
    )
    .bind(at)
    .bind(by)
    .bind(from.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(i64::try_from(done.rows_affected()).unwrap_or(i64::MAX))
}
