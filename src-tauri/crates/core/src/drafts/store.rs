//! The table of drafts.

use std::collections::{HashMap, HashSet};

use sqlx::{FromRow, QueryBuilder, Sqlite};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{ClientId, DraftId, PersonId};
use crate::practice::Practice;
use crate::reader::Reader;

use super::model::DraftKind;

/// A stored draft.
#[derive(Debug, FromRow)]
pub(super) struct Row {
    pub(super) id: String,
    kind: String,
    pub(super) subject: Option<String>,
    pub(super) label: String,
    pub(super) body: String,
    pub(super) saved_at: i64,
}

impl Row {
    pub(super) fn kind(&self) -> Result<DraftKind> {
        DraftKind::from_name(&self.kind).ok_or_else(|| Error::unexpected("kind of a draft", "unknown kind"))
    }
}

/// Starts a draft of the person at the keyboard.
pub(super) async fn insert(
    change: &mut Change,
    id: DraftId,
    kind: DraftKind,
    subject: Option<&str>,
    label: &str,
    body: &str,
) -> Result<()> {
    let (at, person) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO drafts_draft (id, person, kind, subject, label, body, started_at, saved_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(person)
    .bind(kind.name())
    .bind(subject)
    .bind(label)
    .bind(body)
    .bind(at)
    .bind(at)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Saves a pause: the one write that leaves no audit entry. False when this person has no such draft.
pub(super) async fn update(
    practice: &Practice,
    id: DraftId,
    label: &str,
    body: &str,
    at: i64,
) -> Result<bool> {
    let mut guard = practice.live().await?;
    let live = guard.as_mut().ok_or(Error::Locked)?;
    practice.in_place(live)?;
    live.undamaged()?;
    let done =
        sqlx::query("UPDATE drafts_draft SET label = ?, body = ?, saved_at = ? WHERE id = ? AND person = ? AND closed_at IS NULL")
            .bind(label)
            .bind(body)
            .bind(at)
            .bind(id.to_string())
            .bind(practice.actor().id.to_string())
            .execute(&mut *live.connection)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// This person's drafts, newest first.
pub(super) async fn of_person(reader: &impl Reader, person: PersonId) -> Result<Vec<Row>> {
    Ok(sqlx::query_as(
        "SELECT id, kind, subject, label, body, saved_at FROM drafts_draft
         WHERE person = ? AND closed_at IS NULL ORDER BY saved_at DESC, id DESC",
    )
    .bind(person.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?)
}

/// One of this person's drafts.
pub(super) async fn read(reader: &impl Reader, id: DraftId, person: PersonId) -> Result<Row> {
    sqlx::query_as(
        "SELECT id, kind, subject, label, body, saved_at FROM drafts_draft
         WHERE id = ? AND person = ? AND closed_at IS NULL",
    )
    .bind(id.to_string())
    .bind(person.to_string())
    .fetch_optional(reader.connection().await?.sqlite()?)
    .await?
    .ok_or(Error::NotFound)
}

/// How many drafts each person has open.
pub(crate) async fn open_by_person(reader: &impl Reader) -> Result<HashMap<String, i32>> {
    let rows: Vec<(String, i32)> =
        sqlx::query_as("SELECT person, count(*) FROM drafts_draft WHERE closed_at IS NULL GROUP BY person")
            .fetch_all(reader.connection().await?.sqlite()?)
            .await?;
    Ok(rows.into_iter().collect())
}

/// Closes the drafts of somebody who leaves, as they stand; how many there were.
pub(crate) async fn close_of(change: &mut Change, person: PersonId) -> Result<i64> {
    let at = change.at();
    let done = sqlx::query(
        "UPDATE drafts_draft SET closed_at = ?, closed_because = 'author_left'
         WHERE person = ? AND closed_at IS NULL",
    )
    .bind(at)
    .bind(person.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(i64::try_from(done.rows_affected()).unwrap_or(i64::MAX))
}

/// A closed draft of a treatment note.
#[derive(Debug, FromRow)]
pub(crate) struct LeftNote {
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) subject: String,
    pub(crate) label: String,
    pub(crate) body: String,
    pub(crate) closed_at: i64,
}

/// Notes about a client that their author left unsigned, newest first.
pub(crate) async fn left_about(reader: &impl Reader, client: &str) -> Result<Vec<LeftNote>> {
    Ok(sqlx::query_as(
        "SELECT id, person, subject, label, body, closed_at FROM drafts_draft
         WHERE subject = ? AND kind = 'note' AND closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC",
    )
    .bind(client)
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?)
}

/// One of them.
pub(super) async fn left(reader: &impl Reader, id: DraftId) -> Result<LeftNote> {
    sqlx::query_as(
        "SELECT id, person, subject, label, body, closed_at FROM drafts_draft
         WHERE id = ? AND kind = 'note' AND closed_at IS NOT NULL AND subject IS NOT NULL",
    )
    .bind(id.to_string())
    .fetch_optional(reader.connection().await?.sqlite()?)
    .await?
    .ok_or(Error::NotFound)
}

/// The names of those who are changing the details or the health history of one of these clients, and have not finished.
pub(crate) async fn who_changes(reader: &impl Reader, clients: &[ClientId]) -> Result<Vec<String>> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT DISTINCT name FROM drafts_draft JOIN people_person AS person ON person.id = drafts_draft.person
         WHERE kind IN ('edit_client', 'health_history') AND closed_at IS NULL AND subject IN (",
    );
    let mut list = query.separated(", ");
    for client in clients {
        list.push_bind(client.to_string());
    }
    query.push(") ORDER BY name");
    Ok(query.build_query_scalar().fetch_all(reader.connection().await?.sqlite()?).await?)
}

/// Whether anybody is writing something about one of these clients.
pub(crate) async fn is_written_about(reader: &impl Reader, clients: &[ClientId]) -> Result<bool> {
    let mut query = QueryBuilder::<Sqlite>::new("WITH record (id) AS (VALUES ");
    let mut list = query.separated(", ");
    for client in clients {
        list.push("(").push_bind_unseparated(client.to_string()).push_unseparated(")");
    }
    query.push(
        ") SELECT count(*) > 0 FROM drafts_draft WHERE closed_at IS NULL AND kind <> 'sheet'
         AND (subject IN record OR subject IN (SELECT id FROM notes_note WHERE client IN record)
              OR kind = 'booking' AND EXISTS (SELECT 1 FROM record WHERE instr(body, record.id) > 0))",
    );
    Ok(query.build_query_scalar().fetch_one(reader.connection().await?.sqlite()?).await?)
}

/// What anybody has typed into a form and not finished.
pub(crate) async fn bodies(reader: &impl Reader, kind: DraftKind) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT body FROM drafts_draft WHERE kind = ?")
        .bind(kind.name())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?)
}

/// Ends a draft inside the change that uses or discards it. A draft that is gone already is no error: the text
/// has arrived in the change either way.
pub(crate) async fn finish(change: &mut Change, id: DraftId) -> Result<bool> {
    let person = change.actor().id.to_string();
    let done = sqlx::query("DELETE FROM drafts_draft WHERE id = ? AND person = ? AND closed_at IS NULL")
        .bind(id.to_string())
        .bind(person)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The clients about whom a note is being written that nobody has signed.
pub(crate) async fn notes_begun(reader: &impl Reader) -> Result<HashSet<String>> {
    let found: Vec<String> = sqlx::query_scalar(
        "SELECT subject FROM drafts_draft WHERE kind = 'note' AND subject IS NOT NULL AND closed_at IS NULL",
    )
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    Ok(found.into_iter().collect())
}
