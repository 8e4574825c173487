//! The tables of what passed without a visit.

use chrono::NaiveDate;
use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, FromRow, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{ClientId, CorrespondenceId};
use crate::reader::Reader;

use super::keep::CorrespondenceInput;
use super::model::CorrespondenceKind;
use super::read::EarlierWords;

/// An entry as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) id: CorrespondenceId,
    pub(super) client: ClientId,
    pub(super) entry: CorrespondenceInput,
    pub(super) followed_up: bool,
    pub(super) struck: Option<String>,
    pub(super) created_at: i64,
    pub(super) updated_at: i64,
    pub(super) updated_by: String,
    pub(super) by: String,
    pub(super) version: i32,
}

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    client: String,
    kind: String,
    day: String,
    text: String,
    clinical: bool,
    follow_up: String,
    followed_up: bool,
    struck: Option<String>,
    created_at: i64,
    updated_at: i64,
    updated_by: String,
    by: String,
    version: i32,
}

impl TryFrom<Row> for Stored {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: CorrespondenceId::parse(&row.id)?,
            client: ClientId::parse(&row.client)?,
            entry: CorrespondenceInput {
                kind: kind(&row.kind)?,
                day: row.day,
                text: row.text,
                clinical: row.clinical,
                follow_up: row.follow_up,
            },
            followed_up: row.followed_up,
            struck: row.struck,
            created_at: row.created_at,
            updated_at: row.updated_at,
            updated_by: row.updated_by,
            by: row.by,
            version: row.version,
        })
    }
}

const ROWS: &str =
    "SELECT entry.id, entry.client, kind, day, text, clinical, coalesce(follow_up, '') AS follow_up, followed_up,
        struck, entry.created_at, entry.updated_at, entry.updated_by, person.name AS by, entry.version
    FROM correspondence_entry AS entry JOIN people_person AS person ON person.id = entry.created_by ";

type Asked<'q> = sqlx::query::QueryAs<'q, Sqlite, Row, SqliteArguments>;

fn rows(which: &str) -> Asked<'static> {
    sqlx::query_as(AssertSqlSafe(format!("{ROWS}{which}")))
}

async fn all(reader: &impl Reader, asked: Asked<'_>) -> Result<Vec<Stored>> {
    let rows = asked.fetch_all(reader.connection().await?.sqlite()?).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

fn kind(name: &str) -> Result<CorrespondenceKind> {
    CorrespondenceKind::from_name(name)
        .ok_or_else(|| Error::unexpected("a stored entry", "unknown kind".to_owned()))
}

/// Everything that passed with somebody.
pub(super) async fn of_client(reader: &impl Reader, client: ClientId) -> Result<Vec<Stored>> {
    all(reader, rows("WHERE entry.client = ? ORDER BY day, entry.created_at").bind(client.to_string())).await
}

/// What is to be followed up on a day or was before, the longest due first.
pub(super) async fn due(reader: &impl Reader, today: NaiveDate) -> Result<Vec<Stored>> {
    let which =
        "WHERE follow_up <= ? AND NOT followed_up AND struck IS NULL ORDER BY follow_up, entry.created_at";
    all(reader, rows(which).bind(today.to_string())).await
}

/// An entry.
pub(super) async fn read(reader: &impl Reader, id: CorrespondenceId) -> Result<Option<Stored>> {
    Ok(all(reader, rows("WHERE entry.id = ?").bind(id.to_string())).await?.pop())
}

/// The entry, if nobody changed it since.
pub(super) async fn seen(reader: &impl Reader, id: CorrespondenceId, version: Option<i32>) -> Result<Stored> {
    let stored = read(reader, id).await?.ok_or(Error::NotFound)?;
    if Some(stored.version) != version {
        return Err(Error::Stale { id: id.to_string(), version: stored.version });
    }
    Ok(stored)
}

/// What an entry said before it was changed, the latest first.
pub(super) async fn earlier(reader: &impl Reader, id: CorrespondenceId) -> Result<Vec<EarlierWords>> {
    let rows: Vec<(String, String, String, i64, String)> = sqlx::query_as(
        "SELECT kind, day, text, said_at, person.name
         FROM correspondence_earlier AS earlier JOIN people_person AS person ON person.id = said_by
         WHERE entry = ? ORDER BY earlier.version DESC",
    )
    .bind(id.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    let words = |(of_kind, day, text, at, by): (String, String, String, i64, String)| {
        Ok(EarlierWords { kind: kind(&of_kind)?, day, text, at: at.into(), by })
    };
    rows.into_iter().map(words).collect()
}

/// Writes a new one.
pub(super) async fn insert(
    change: &mut Change,
    id: CorrespondenceId,
    client: ClientId,
    entry: &CorrespondenceInput,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO correspondence_entry
             (id, client, kind, day, text, clinical, follow_up, created_at, created_by, updated_at, updated_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, ''), ?8, ?9, ?8, ?9)",
    )
    .bind(id.to_string())
    .bind(client.to_string())
    .bind(entry.kind.name())
    .bind(&entry.day)
    .bind(&entry.text)
    .bind(entry.clinical)
    .bind(&entry.follow_up)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Keeps what it says, before that is changed.
pub(super) async fn keep_earlier(change: &mut Change, stored: &Stored) -> Result<()> {
    sqlx::query(
        "INSERT INTO correspondence_earlier (entry, version, kind, day, text, said_at, said_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(stored.id.to_string())
    .bind(stored.version)
    .bind(stored.entry.kind.name())
    .bind(&stored.entry.day)
    .bind(&stored.entry.text)
    .bind(stored.updated_at)
    .bind(&stored.updated_by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Changes what it says. Another day to follow it up is not done yet.
pub(super) async fn update(change: &mut Change, stored: &Stored, entry: &CorrespondenceInput) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let followed_up = stored.followed_up && stored.entry.follow_up == entry.follow_up;
    sqlx::query(
        "UPDATE correspondence_entry
         SET kind = ?, day = ?, text = ?, clinical = ?, follow_up = nullif(?, ''), followed_up = ?,
             updated_at = ?, updated_by = ?, version = version + 1
         WHERE id = ?",
    )
    .bind(entry.kind.name())
    .bind(&entry.day)
    .bind(&entry.text)
    .bind(entry.clinical)
    .bind(&entry.follow_up)
    .bind(followed_up)
    .bind(at)
    .bind(by)
    .bind(stored.id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Says whether it was followed up.
pub(super) async fn set_followed_up(change: &mut Change, id: CorrespondenceId, done: bool) -> Result<()> {
    let sql = "UPDATE correspondence_entry SET followed_up = ?, version = version + 1 WHERE id = ?";
    let query = sqlx::query(sql).bind(done).bind(id.to_string());
    query.execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

/// Says why it was an error, or that it was none.
pub(super) async fn set_struck(
    change: &mut Change,
    id: CorrespondenceId,
    reason: Option<&str>,
) -> Result<()> {
    let sql = "UPDATE correspondence_entry SET struck = ?, version = version + 1 WHERE id = ?";
    let query = sqlx::query(sql).bind(reason).bind(id.to_string());
    query.execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}
