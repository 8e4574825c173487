//! The tables of health histories.

use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{ClientId, HealthReviewId};
use crate::reader::Reader;

use super::model::HealthHistory;

/// A history as it was saved once.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) client: ClientId,
    pub(super) version: i32,
    pub(super) history: HealthHistory,
    pub(super) saved_at: i64,
    pub(super) by: String,
}

#[derive(Debug, FromRow)]
struct Row {
    client: String,
    version: i32,
    body: String,
    saved_at: i64,
    by: String,
}

impl TryFrom<Row> for Stored {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            client: ClientId::parse(&row.client)?,
            version: row.version,
            history: serde_json::from_str(&row.body)
                .map_err(|error| Error::unexpected("a stored health history", error))?,
            saved_at: row.saved_at,
            by: row.by,
        })
    }
}

const ROWS: &str = "SELECT client, health.version, body, saved_at, person.name AS by
    FROM health_version AS health JOIN people_person AS person ON person.id = saved_by ";

/// What the histories of some clients say now; whoever has none is left out.
pub(super) async fn latest_of(reader: &impl Reader, clients: &[ClientId]) -> Result<Vec<Stored>> {
    let mut query = QueryBuilder::<Sqlite>::new(ROWS);
    query.push("WHERE client IN (");
    let mut list = query.separated(", ");
    for client in clients {
        list.push_bind(client.to_string());
    }
    query.push(
        ") AND health.version = (SELECT max(version) FROM health_version AS later WHERE later.client = health.client)",
    );
    let rows: Vec<Row> = query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// The history as it stood before an instant (UTC milliseconds), if there was one.
pub(super) async fn before(reader: &impl Reader, client: ClientId, instant: i64) -> Result<Option<Stored>> {
    one(reader, "WHERE client = ? AND saved_at < ? ORDER BY health.version DESC LIMIT 1", client, instant)
        .await
}

/// One saving of a history.
pub(super) async fn version(reader: &impl Reader, client: ClientId, version: i32) -> Result<Option<Stored>> {
    one(reader, "WHERE client = ? AND health.version = ?", client, i64::from(version)).await
}

async fn one(reader: &impl Reader, which: &str, client: ClientId, at: i64) -> Result<Option<Stored>> {
    let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{ROWS}{which}")))
        .bind(client.to_string())
        .bind(at)
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?;
    row.map(Stored::try_from).transpose()
}

/// When it was saved (UTC milliseconds), the latest first.
pub(super) async fn savings(reader: &impl Reader, client: ClientId) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar("SELECT saved_at FROM health_version WHERE client = ? ORDER BY version DESC")
        .bind(client.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?)
}

/// Saves it whole, as the next version; the first is 1.
pub(super) async fn insert(
    change: &mut Change,
    client: ClientId,
    version: i32,
    history: &HealthHistory,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let body =
        serde_json::to_string(history).map_err(|error| Error::unexpected("a health history", error))?;
    sqlx::query(
        "INSERT INTO health_version (client, version, body, saved_at, saved_by) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(client.to_string())
    .bind(version)
    .bind(body)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// That somebody went through it all.
#[derive(Debug, FromRow)]
pub(super) struct Review {
    pub(super) id: String,
    pub(super) version: i32,
    pub(super) reviewed_at: i64,
    pub(super) by: String,
}

/// When it was gone through before an instant (UTC milliseconds), the latest first; without what was taken back.
pub(super) async fn reviews_before(
    reader: &impl Reader,
    client: ClientId,
    instant: i64,
) -> Result<Vec<Review>> {
    Ok(sqlx::query_as(
        "SELECT review.id, review.version, reviewed_at, person.name AS by
         FROM health_review AS review JOIN people_person AS person ON person.id = reviewed_by
         WHERE client = ? AND reviewed_at < ? AND taken_back_at IS NULL ORDER BY reviewed_at DESC, review.id DESC",
    )
    .bind(client.to_string())
    .bind(instant)
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?)
}

/// Writes down that it was gone through as it stands.
pub(super) async fn insert_review(
    change: &mut Change,
    id: HealthReviewId,
    client: ClientId,
    version: i32,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO health_review (id, client, version, reviewed_at, reviewed_by) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(client.to_string())
    .bind(version)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Takes one review back; false when it is not there, or was taken back already.
pub(super) async fn take_review_back(
    change: &mut Change,
    client: ClientId,
    id: HealthReviewId,
) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE health_review SET taken_back_at = ? WHERE id = ? AND client = ? AND taken_back_at IS NULL",
    )
    .bind(change.at())
    .bind(id.to_string())
    .bind(client.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes the review back that was written down with a saving.
pub(super) async fn take_review_of(change: &mut Change, saved: &Stored) -> Result<()> {
    sqlx::query(
        "UPDATE health_review SET taken_back_at = ?
         WHERE client = ? AND version = ? AND reviewed_at = ? AND taken_back_at IS NULL",
    )
    .bind(change.at())
    .bind(saved.client.to_string())
    .bind(saved.version)
    .bind(saved.saved_at)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}
