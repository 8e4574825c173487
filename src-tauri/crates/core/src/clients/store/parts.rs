//! The parts of a record of which there may be several.

use sqlx::sqlite::SqliteConnection;
use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::clients::contact::{
    AddressInput, AddressKind, Allowed, EmailInput, EmailKind, PhoneAllows, PhoneInput, PhoneKind,
};
use crate::clients::model::{Client, FundInput};
use crate::clients::relation::RelationInput;
use crate::error::Result;
use crate::folding::{fold, phone_digits};
use crate::ids::ClientId;
use crate::reader::Reader;

/// The tables of the parts.
const TABLES: [&str; 7] = [
    "clients_phone",
    "clients_email",
    "clients_address",
    "clients_relation",
    "clients_fund",
    "clients_tag",
    "clients_custom",
];

/// Takes out every part, before they are written anew.
pub(super) async fn clear(change: &mut Change, id: ClientId) -> Result<()> {
    for table in TABLES {
        QueryBuilder::<Sqlite>::new("DELETE FROM ")
            .push(table)
            .push(" WHERE client = ")
            .push_bind(id.to_string())
            .build()
            .execute(change.connection().await?.sqlite()?)
            .await?;
    }
    Ok(())
}

/// Writes every part of a record that has none.
pub(super) async fn write(change: &mut Change, id: ClientId, client: &Client) -> Result<()> {
    let id = id.to_string();
    let connection = &mut change.connection().await?;
    let sqlite = connection.sqlite()?;
    for (phone, position) in client.phones.iter().zip(0_i64..) {
        sqlx::query(
            "INSERT INTO clients_phone (client, position, kind, number, digits, voicemail, text, clinic_name)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&id)
        .bind(position)
        .bind(phone.kind.name())
        .bind(&phone.number)
        .bind(phone_digits(&phone.number))
        .bind(phone.allows.voicemail.stored())
        .bind(phone.allows.text.stored())
        .bind(phone.allows.clinic_name.stored())
        .execute(&mut *sqlite)
        .await?;
    }
    for (email, position) in client.emails.iter().zip(0_i64..) {
        sqlx::query(
            "INSERT INTO clients_email (client, position, kind, email, folded) VALUES (?, ?, ?, ?, ?)",
        )
        .bind(&id)
        .bind(position)
        .bind(email.kind.name())
        .bind(&email.email)
        .bind(fold(&email.email))
        .execute(&mut *sqlite)
        .await?;
    }
    for (address, position) in client.addresses.iter().zip(0_i64..) {
        sqlx::query("INSERT INTO clients_address (client, position, kind, address) VALUES (?, ?, ?, ?)")
            .bind(&id)
            .bind(position)
            .bind(address.kind.name())
            .bind(&address.address)
            .execute(&mut *sqlite)
            .await?;
    }
    for (person, position) in client.relations.iter().zip(0_i64..) {
        sqlx::query(
            "INSERT INTO clients_relation
                 (client, position, name, relation, phone, email, other, emergency, guardian, may_sign, gets_copies,
                  must_not, note)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&id)
        .bind(position)
        .bind(&person.name)
        .bind(&person.relation)
        .bind(&person.phone)
        .bind(&person.email)
        .bind(super::some(&person.other))
        .bind(person.emergency)
        .bind(person.guardian)
        .bind(person.may_sign)
        .bind(person.gets_copies)
        .bind(person.must_not)
        .bind(&person.note)
        .execute(&mut *sqlite)
        .await?;
    }
    for (line, position) in client.funds.iter().zip(0_i64..) {
        sqlx::query("INSERT INTO clients_fund (client, position, fund, number) VALUES (?, ?, ?, ?)")
            .bind(&id)
            .bind(position)
            .bind(&line.fund)
            .bind(&line.number)
            .execute(&mut *sqlite)
            .await?;
    }
    for tag in &client.tags {
        sqlx::query("INSERT INTO clients_tag (client, folded, tag) VALUES (?, ?, ?)")
            .bind(&id)
            .bind(fold(tag))
            .bind(tag)
            .execute(&mut *sqlite)
            .await?;
    }
    for line in &client.custom {
        sqlx::query("INSERT INTO clients_custom (client, field, value) VALUES (?, ?, ?)")
            .bind(&id)
            .bind(&line.field)
            .bind(&line.value)
            .execute(&mut *sqlite)
            .await?;
    }
    Ok(())
}

#[derive(Debug, FromRow)]
struct PhoneRow {
    kind: String,
    number: String,
    voicemail: Option<bool>,
    text: Option<bool>,
    clinic_name: Option<bool>,
}

pub(super) async fn phones(sqlite: &mut SqliteConnection, id: ClientId) -> Result<Vec<PhoneInput>> {
    let rows: Vec<PhoneRow> = sqlx::query_as(
        "SELECT kind, number, voicemail, text, clinic_name FROM clients_phone WHERE client = ? ORDER BY position",
    )
    .bind(id.to_string())
    .fetch_all(sqlite)
    .await?;
    let phone = |row: PhoneRow| PhoneInput {
        kind: PhoneKind::from_name(&row.kind),
        number: row.number,
        allows: PhoneAllows {
            voicemail: Allowed::from_stored(row.voicemail),
            text: Allowed::from_stored(row.text),
            clinic_name: Allowed::from_stored(row.clinic_name),
        },
    };
    Ok(rows.into_iter().map(phone).collect())
}

pub(super) async fn emails(sqlite: &mut SqliteConnection, id: ClientId) -> Result<Vec<EmailInput>> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT kind, email FROM clients_email WHERE client = ? ORDER BY position")
            .bind(id.to_string())
            .fetch_all(sqlite)
            .await?;
    let email = |(kind, email): (String, String)| EmailInput { kind: EmailKind::from_name(&kind), email };
    Ok(rows.into_iter().map(email).collect())
}

pub(super) async fn addresses(sqlite: &mut SqliteConnection, id: ClientId) -> Result<Vec<AddressInput>> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT kind, address FROM clients_address WHERE client = ? ORDER BY position")
            .bind(id.to_string())
            .fetch_all(sqlite)
            .await?;
    let line =
        |(kind, address): (String, String)| AddressInput { kind: AddressKind::from_name(&kind), address };
    Ok(rows.into_iter().map(line).collect())
}

#[derive(Debug, FromRow)]
struct RelationRow {
    name: String,
    relation: String,
    phone: String,
    email: String,
    other: Option<String>,
    emergency: bool,
    guardian: bool,
    may_sign: bool,
    gets_copies: bool,
    must_not: bool,
    note: String,
}

/// The people around somebody; who is a client too is called as they were when they were named, and linked to the record in
/// which they are found today.
pub(super) async fn relations(sqlite: &mut SqliteConnection, id: ClientId) -> Result<Vec<RelationInput>> {
    let rows: Vec<RelationRow> = sqlx::query_as(
        "SELECT name, relation, phone, email, coalesce(linked.merged_into, other) AS other, emergency, guardian,
                may_sign, gets_copies, must_not, note
         FROM clients_relation LEFT JOIN (SELECT id, merged_into FROM clients_client) AS linked ON linked.id = other
         WHERE client = ? ORDER BY position",
    )
    .bind(id.to_string())
    .fetch_all(sqlite)
    .await?;
    let person = |row: RelationRow| RelationInput {
        name: row.name,
        relation: row.relation,
        phone: row.phone,
        email: row.email,
        other: row.other.unwrap_or_default(),
        emergency: row.emergency,
        guardian: row.guardian,
        may_sign: row.may_sign,
        gets_copies: row.gets_copies,
        must_not: row.must_not,
        note: row.note,
    };
    Ok(rows.into_iter().map(person).collect())
}

/// Whom the people around somebody were linked to, and the record in which those are found today.
pub(super) async fn links(reader: &impl Reader, id: ClientId) -> Result<Vec<(String, String)>> {
    Ok(sqlx::query_as(
        "SELECT other, coalesce(linked.merged_into, other) FROM clients_relation
         JOIN (SELECT id, merged_into FROM clients_client) AS linked ON linked.id = other WHERE client = ?",
    )
    .bind(id.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?)
}

pub(super) async fn funds(sqlite: &mut SqliteConnection, id: ClientId) -> Result<Vec<FundInput>> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT fund, number FROM clients_fund WHERE client = ? ORDER BY position")
            .bind(id.to_string())
            .fetch_all(sqlite)
            .await?;
    Ok(rows.into_iter().map(|(fund, number)| FundInput { fund, number }).collect())
}

pub(super) async fn tags(sqlite: &mut SqliteConnection, id: ClientId) -> Result<Vec<String>> {
    let tags = sqlx::query_scalar("SELECT tag FROM clients_tag WHERE client = ? ORDER BY folded");
    Ok(tags.bind(id.to_string()).fetch_all(sqlite).await?)
}

/// The clients in whose records somebody is named, and as what.
pub(in crate::clients) async fn named_by(
    reader: &impl Reader,
    other: ClientId,
) -> Result<Vec<(ClientId, String)>> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT client, relation FROM clients_relation
         WHERE other IN (SELECT id FROM clients_client WHERE id = ? OR merged_into = ?) ORDER BY client, position",
    )
    .bind(other.to_string())
    .bind(other.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    rows.into_iter().map(|(client, relation)| Ok((ClientId::parse(&client)?, relation))).collect()
}
