//! The tables of clients: one record here, lists in [`list`], likely twins in [`likeness`].

mod likeness;
mod list;

use chrono::NaiveDate;
use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;
use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::folding::phone_digits;
use crate::ids::{ClientId, PersonId};
use crate::reader::Reader;

use super::model::{Client, PhoneInput, PhoneKind};
use super::name;

pub(super) use likeness::{likeness, twin_candidates};
pub(super) use list::{Card, ListRow, Wanted, count, find, registered_from, rows};

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
    birth_date: Option<NaiveDate>,
    email: String,
    address: String,
    emergency_name: String,
    emergency_phone: String,
    emergency_relation: String,
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
             (given_name, family_name, preferred_name, pronouns, birth_date, email, address,
              emergency_name, emergency_phone, emergency_relation, notes, responsible, sort_name, name_key, search,
              id, number, created_at, created_by, updated_at, updated_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                 ?, (SELECT coalesce(max(number), 0) + 1 FROM clients_client), ?, ?, ?, ?)",
    );
    bind_details(statement, client)
        .bind(id.to_string())
        .bind(at)
        .bind(&by)
        .bind(at)
        .bind(&by)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    write_phones(change, id, &client.phones).await
}

/// Writes changed details and counts the version up.
pub(super) async fn update(change: &mut Change, id: ClientId, client: &Client) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let statement = sqlx::query(
        "UPDATE clients_client
         SET given_name = ?, family_name = ?, preferred_name = ?, pronouns = ?, birth_date = ?, email = ?,
             address = ?, emergency_name = ?, emergency_phone = ?, emergency_relation = ?, notes = ?,
             responsible = ?, sort_name = ?, name_key = ?, search = ?, updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    );
    bind_details(statement, client)
        .bind(at)
        .bind(by)
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    sqlx::query("DELETE FROM clients_phone WHERE client = ?")
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    write_phones(change, id, &client.phones).await
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
        .bind(client.birth_date)
        .bind(&client.email)
        .bind(&client.address)
        .bind(&client.emergency_name)
        .bind(&client.emergency_phone)
        .bind(&client.emergency_relation)
        .bind(&client.notes)
        .bind(client.responsible.map(|person| person.to_string()))
        .bind(name::sort_name(client))
        .bind(name::name_key(client))
        .bind(name::search_text(client))
}

async fn write_phones(change: &mut Change, id: ClientId, phones: &[PhoneInput]) -> Result<()> {
    if phones.is_empty() {
        return Ok(());
    }
    let mut insert =
        QueryBuilder::<Sqlite>::new("INSERT INTO clients_phone (client, position, kind, number, digits) ");
    insert.push_values(phones.iter().zip(0_i64..), |mut row, (phone, position)| {
        row.push_bind(id.to_string())
            .push_bind(position)
            .push_bind(phone.kind.name())
            .push_bind(phone.number.clone())
            .push_bind(phone_digits(&phone.number));
    });
    insert.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// Reads a client whole.
pub(super) async fn read(reader: &impl Reader, id: ClientId) -> Result<Stored> {
    let mut reading = reader.connection().await?;
    let row: Row = sqlx::query_as(
        "SELECT number, given_name, family_name, preferred_name, pronouns, birth_date, email, address,
                emergency_name, emergency_phone, emergency_relation, notes,
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
    let phones: Vec<(String, String)> =
        sqlx::query_as("SELECT kind, number FROM clients_phone WHERE client = ? ORDER BY position")
            .bind(id.to_string())
            .fetch_all(reading.sqlite()?)
            .await?;
    let phones = phones
        .into_iter()
        .map(|(kind, number)| PhoneInput { kind: PhoneKind::from_name(&kind), number })
        .collect();
    let responsible = row.responsible.as_deref().map(PersonId::parse).transpose()?;
    Ok(Stored {
        responsible_name: row.responsible_name,
        number: row.number,
        version: row.version,
        created_at: row.created_at,
        created_by: row.created_by,
        updated_at: row.updated_at,
        updated_by: row.updated_by,
        client: Client {
            given_name: row.given_name,
            family_name: row.family_name,
            preferred_name: row.preferred_name,
            pronouns: row.pronouns,
            birth_date: row.birth_date,
            phones,
            email: row.email,
            address: row.address,
            emergency_name: row.emergency_name,
            emergency_phone: row.emergency_phone,
            emergency_relation: row.emergency_relation,
            notes: row.notes,
            responsible,
        },
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
