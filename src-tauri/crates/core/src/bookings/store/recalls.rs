//! Who is due again.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sqlx::FromRow;

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::reader::Reader;

use super::STANDS;

/// What was said of when somebody is to come again.
#[derive(Debug, Clone)]
pub(in crate::bookings) struct SaidRecall {
    /// The day; nothing for "not to be asked".
    pub(in crate::bookings) due: Option<NaiveDate>,
    pub(in crate::bookings) note: String,
    /// When it was said (UTC milliseconds).
    pub(in crate::bookings) at: i64,
    pub(in crate::bookings) version: i32,
}

#[derive(Debug, FromRow)]
struct Row {
    client: String,
    due: Option<String>,
    note: String,
    updated_at: i64,
    version: i32,
}

impl TryFrom<Row> for (ClientId, SaidRecall) {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let due = row.due.as_deref().map(day).transpose()?;
        Ok((
            ClientId::parse(&row.client)?,
            SaidRecall { due, note: row.note, at: row.updated_at, version: row.version },
        ))
    }
}

fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|error| Error::unexpected("a stored day", error))
}

/// Everything that was said of when people are to come again. Whoever asked in another record of theirs never to be asked is not,
/// until something else is said of them since the two became one.
pub(in crate::bookings) async fn recalls(reader: &impl Reader) -> Result<HashMap<ClientId, SaidRecall>> {
    let mut reading = reader.connection().await?;
    let rows: Vec<Row> = sqlx::query_as("SELECT client, due, note, updated_at, version FROM bookings_recall")
        .fetch_all(reading.sqlite()?)
        .await?;
    let mut said: HashMap<ClientId, SaidRecall> =
        rows.into_iter().map(TryInto::try_into).collect::<Result<_>>()?;
    let never: Vec<(String, i64)> = sqlx::query_as(
        "SELECT merged_into, merged_at FROM bookings_recall
         JOIN clients_client AS part ON part.id = bookings_recall.client AND merged_into IS NOT NULL
         JOIN clients_merge ON gone = part.id AND undone_at IS NULL WHERE due IS NULL",
    )
    .fetch_all(reading.sqlite()?)
    .await?;
    for (client, since) in never {
        if let Some(said) = said.get_mut(&ClientId::parse(&client)?)
            && said.at <= since
        {
            said.due = None;
        }
    }
    Ok(said)
}

/// The last day since another on which each client's visit came about.
pub(in crate::bookings) async fn done_since(
    reader: &impl Reader,
    from: NaiveDate,
) -> Result<Vec<(ClientId, NaiveDate)>> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT client, substr(max(wall), 1, 10) FROM bookings_booking
         WHERE wall >= ? AND client IS NOT NULL AND status = 'done' AND NOT taken_back GROUP BY client",
    )
    .bind(from.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    rows.iter().map(|(client, last)| Ok((ClientId::parse(client)?, day(last)?))).collect()
}

/// For whom something is booked from a day on.
pub(in crate::bookings) async fn booked_from(
    reader: &impl Reader,
    from: NaiveDate,
) -> Result<HashSet<ClientId>> {
    let sql = format!(
        "SELECT DISTINCT client FROM bookings_booking WHERE wall >= ? AND client IS NOT NULL AND {STANDS}"
    );
    let rows: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
        .bind(from.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    rows.iter().map(|client| ClientId::parse(client)).collect()
}

/// Writes when somebody is to come again; no day for "not to be asked".
pub(in crate::bookings) async fn write_recall(
    change: &mut Change,
    client: ClientId,
    due: Option<NaiveDate>,
    note: &str,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO bookings_recall (client, due, note, updated_at, updated_by) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (client) DO UPDATE SET due = excluded.due, note = excluded.note,
             updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = version + 1",
    )
    .bind(client.to_string())
    .bind(due.map(|day| day.to_string()))
    .bind(note)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Forgets what was said of somebody, who then counts by their last visit.
pub(in crate::bookings) async fn remove_recall(change: &mut Change, client: ClientId) -> Result<()> {
    sqlx::query("DELETE FROM bookings_recall WHERE client = ?")
        .bind(client.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}
