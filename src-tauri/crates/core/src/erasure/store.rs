//! What says that something was erased, and what takes it out of the tables of everybody else.

use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::attached::Attached;
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::reader::Reader;

use super::letter::CheckedAsked;

/// Their record with those that are part of it.
const RECORD: &str = "(SELECT id FROM clients_client WHERE id = ?1 OR merged_into = ?1)";

/// How much of something is in a record.
pub(super) async fn how_many(reader: &impl Reader, client: ClientId, what: Attached) -> Result<i32> {
    let Attached { table, client: whose, which, .. } = what;
    let counting = format!("SELECT count(*) FROM {table} WHERE {whose} IN {RECORD} AND {which}");
    Ok(sqlx::query_scalar(AssertSqlSafe(counting))
        .bind(client.to_string())
        .fetch_one(reader.connection().await?.sqlite()?)
        .await?)
}

/// The version of the details.
pub(super) async fn version(reader: &impl Reader, client: ClientId) -> Result<i32> {
    sqlx::query_scalar("SELECT version FROM clients_client WHERE id = ?")
        .bind(client.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?
        .ok_or(Error::NotFound)
}

/// When a record was erased in part, the last time.
pub(super) async fn erased_at(reader: &impl Reader, client: ClientId) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar("SELECT max(erased_at) FROM erasure_erased WHERE client = ?")
        .bind(client.to_string())
        .fetch_one(reader.connection().await?.sqlite()?)
        .await?)
}

/// Writes down that a record is erased.
pub(super) async fn insert_erased(
    change: &mut Change,
    id: Uuid,
    client: ClientId,
    whole: bool,
    asked: &CheckedAsked,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO erasure_erased (id, client, number, whole, asked_by, asked_on, erased_at, erased_by)
         VALUES (?1, ?2, (SELECT number FROM clients_client WHERE id = ?2), ?3, ?4, ?5, ?6, ?7)",
    )
    .bind(id.hyphenated().to_string())
    .bind(client.to_string())
    .bind(whole)
    .bind(asked.by.name())
    .bind(asked.on.map(|day| day.to_string()))
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Takes something of a record out.
pub(super) async fn take_out(change: &mut Change, client: ClientId, statement: &str) -> Result<()> {
    let statement = statement.replace("{record}", RECORD);
    sqlx::query(AssertSqlSafe(statement))
        .bind(client.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}
