//! Which records became one, and what went along.

use sqlx::{AssertSqlSafe, FromRow};

use crate::attached::Attached;
use crate::change::Change;
use crate::clients::model::{Client, ClientInput};
use crate::error::{Error, Result};
use crate::ids::{ClientId, MergeId};
use crate::reader::Reader;

/// What is part of a record.
pub(in crate::clients) const PARTS: Attached =
    Attached { client: "merged_into", ..Attached::all("clients_client") };

/// That two records became one.
#[derive(Debug)]
pub(in crate::clients) struct Merge {
    pub(in crate::clients) id: MergeId,
    pub(in crate::clients) kept: ClientId,
    pub(in crate::clients) gone: ClientId,
    /// The version of the kept record right after.
    pub(in crate::clients) version: i32,
    /// The version of its health history before and after, where that was concerned.
    pub(in crate::clients) health: Option<(i32, i32)>,
    /// UTC milliseconds.
    pub(in crate::clients) at: i64,
    /// The name of who did it.
    pub(in crate::clients) by: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    kept: String,
    gone: String,
    version: i32,
    health_before: Option<i32>,
    health_after: Option<i32>,
    merged_at: i64,
    by: String,
}

impl TryFrom<Row> for Merge {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: MergeId::parse(&row.id)?,
            kept: ClientId::parse(&row.kept)?,
            gone: ClientId::parse(&row.gone)?,
            version: row.version,
            health: row.health_before.zip(row.health_after),
            at: row.merged_at,
            by: row.by,
        })
    }
}

const MERGES: &str =
    "SELECT merging.id, kept, gone, version, health_before, health_after, merged_at, person.name AS by
    FROM (SELECT * FROM clients_merge WHERE undone_at IS NULL) AS merging
    JOIN (SELECT id, name FROM people_person) AS person ON person.id = merged_by ";

/// What was merged into a record and is still part of it, the latest first.
pub(in crate::clients) async fn merges_of(reader: &impl Reader, kept: ClientId) -> Result<Vec<Merge>> {
    let query = format!("{MERGES} WHERE kept = ? ORDER BY version DESC");
    let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(query))
        .bind(kept.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    rows.into_iter().map(Merge::try_from).collect()
}

/// One of them; [`Error::NotFound`] where it was undone.
pub(in crate::clients) async fn merge(reader: &impl Reader, id: MergeId) -> Result<Merge> {
    let row: Option<Row> = sqlx::query_as(AssertSqlSafe(format!("{MERGES} WHERE merging.id = ?")))
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?;
    row.ok_or(Error::NotFound)?.try_into()
}

/// The details of the kept record before. What records of an earlier program did not know of yet is as in a new record.
pub(in crate::clients) async fn details_before(reader: &impl Reader, id: MergeId) -> Result<Client> {
    let written: Option<String> =
        sqlx::query_scalar("SELECT before FROM clients_merge WHERE id = ? AND before IS NOT NULL")
            .bind(id.to_string())
            .fetch_optional(reader.connection().await?.sqlite()?)
            .await?;
    let unreadable = |error| Error::unexpected("the details before two records became one", error);
    let mut details = serde_json::to_value(ClientInput::default()).map_err(unreadable)?;
    let written: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&written.ok_or(Error::NotFound)?).map_err(unreadable)?;
    for (field, value) in written {
        details[field] = value;
    }
    serde_json::from_value(details).map(Client::stored).map_err(unreadable)
}

/// The records that are part of one, with the number of their card and since when (UTC milliseconds) they are part of it, or of
/// what is.
pub(in crate::clients) async fn parts_of(
    reader: &impl Reader,
    client: ClientId,
) -> Result<Vec<(ClientId, i32, i64)>> {
    let parts: Vec<(String, i32, i64)> = sqlx::query_as(
        "SELECT part.id, part.number, merged_at FROM clients_client AS part
         JOIN clients_merge ON gone = part.id AND undone_at IS NULL WHERE part.merged_into = ? ORDER BY part.number",
    )
    .bind(client.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    parts.into_iter().map(|(id, number, at)| Ok((ClientId::parse(&id)?, number, at))).collect()
}

/// Writes down that two records become one.
pub(in crate::clients) async fn insert_merge(
    change: &mut Change,
    id: MergeId,
    (kept, gone): (ClientId, ClientId),
    before: &Client,
    version: i32,
    health: Option<(i32, i32)>,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let before = serde_json::to_string(&before.to_input())
        .map_err(|error| Error::unexpected("the details before two records become one", error))?;
    sqlx::query(
        "INSERT INTO clients_merge
             (id, kept, gone, before, version, health_before, health_after, merged_at, merged_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(kept.to_string())
    .bind(gone.to_string())
    .bind(before)
    .bind(version)
    .bind(health.map(|(before, _)| before))
    .bind(health.map(|(_, after)| after))
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Writes down that they are two again. A merging before it stands as it did: the kept record says again what it said after
/// that one, under newer versions.
pub(in crate::clients) async fn undo_merge(
    change: &mut Change,
    undone: &Merge,
    version: i32,
    health_version: i32,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let mut reading = change.connection().await?;
    sqlx::query("UPDATE clients_merge SET undone_at = ?, undone_by = ?, before = NULL WHERE id = ?")
        .bind(at)
        .bind(by)
        .bind(undone.id.to_string())
        .execute(reading.sqlite()?)
        .await?;
    sqlx::query("UPDATE clients_merge SET version = ? WHERE kept = ? AND undone_at IS NULL AND version = ?")
        .bind(version)
        .bind(undone.kept.to_string())
        .bind(undone.version - 1)
        .execute(reading.sqlite()?)
        .await?;
    if let Some((before, _)) = undone.health {
        sqlx::query(
            "UPDATE clients_merge SET health_after = ? WHERE kept = ? AND undone_at IS NULL AND health_after = ?",
        )
        .bind(health_version)
        .bind(undone.kept.to_string())
        .bind(before)
        .execute(reading.sqlite()?)
        .await?;
    }
    Ok(())
}

/// Makes a record part of another, or one of its own again.
pub(in crate::clients) async fn part_of(
    change: &mut Change,
    gone: ClientId,
    into: Option<ClientId>,
) -> Result<()> {
    sqlx::query("UPDATE clients_client SET merged_into = ? WHERE id = ?")
        .bind(into.map(|into| into.to_string()))
        .bind(gone.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// How much of something belongs to a record.
pub(in crate::clients) async fn how_many(
    reader: &impl Reader,
    of: ClientId,
    Attached { table, client, which, .. }: Attached,
) -> Result<i32> {
    let counting = format!("SELECT count(*) FROM {table} WHERE {client} = ? AND {which}");
    Ok(sqlx::query_scalar(AssertSqlSafe(counting))
        .bind(of.to_string())
        .fetch_one(reader.connection().await?.sqlite()?)
        .await?)
}

/// Gives what belongs to one record to another; how much that was.
pub(in crate::clients) async fn move_over(
    change: &mut Change,
    merge: MergeId,
    (from, to): (ClientId, ClientId),
    Attached { table, key, client, which, once }: Attached,
) -> Result<usize> {
    let (or, said_at) = if once { ("OR IGNORE", "updated_at") } else { ("", "NULL") };
    let moving = format!(
        "UPDATE {or} {table} SET {client} = ? WHERE {client} = ? AND {which} RETURNING CAST({key} AS TEXT), {said_at}"
    );
    let mut reading = change.connection().await?;
    let rows: Vec<(String, Option<i64>)> = sqlx::query_as(AssertSqlSafe(moving))
        .bind(to.to_string())
        .bind(from.to_string())
        .fetch_all(reading.sqlite()?)
        .await?;
    for (row, said_at) in &rows {
        sqlx::query("INSERT INTO clients_merge_moved (merge, place, row, said_at) VALUES (?, ?, ?, ?)")
            .bind(merge.to_string())
            .bind(table)
            .bind(row)
            .bind(said_at)
            .execute(reading.sqlite()?)
            .await?;
    }
    Ok(rows.len())
}

/// Gives what went along back to the record it came from, where it still is; how much that was.
pub(in crate::clients) async fn move_back(
    change: &mut Change,
    merge: MergeId,
    (from, to): (ClientId, ClientId),
    Attached { table, key, client, once, .. }: Attached,
) -> Result<u64> {
    let same = if once { "updated_at = moved.said_at" } else { "TRUE" };
    let moving = format!(
        "UPDATE {table} SET {client} = ? WHERE {client} = ? AND EXISTS
             (SELECT 1 FROM clients_merge_moved AS moved
              WHERE merge = ? AND place = ? AND row = CAST({table}.{key} AS TEXT) AND {same})"
    );
    let done = sqlx::query(AssertSqlSafe(moving))
        .bind(to.to_string())
        .bind(from.to_string())
        .bind(merge.to_string())
        .bind(table)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(done.rows_affected())
}
