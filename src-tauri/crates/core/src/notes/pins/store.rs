//! The table of pinned facts.

use sqlx::FromRow;

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::{ClientId, NoteId, PinId};
use crate::reader::Reader;

use super::PinnedFrom;

/// A pin as it is stored.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) id: String,
    pub(super) note: String,
    pub(super) from: PinnedFrom,
    pub(super) text: String,
    /// UTC milliseconds.
    pub(super) pinned_at: i64,
    pub(super) pinned_by: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    note: String,
    addendum: Option<String>,
    section: Option<String>,
    text: String,
    pinned_at: i64,
    pinned_by: String,
}

impl From<Row> for Stored {
    fn from(row: Row) -> Self {
        Self {
            from: PinnedFrom::from_stored(row.section.as_deref(), row.addendum),
            id: row.id,
            note: row.note,
            text: row.text,
            pinned_at: row.pinned_at,
            pinned_by: row.pinned_by,
        }
    }
}

/// What is pinned from the notes of a client, the oldest pin first.
pub(super) async fn of_client(reader: &impl Reader, client: ClientId) -> Result<Vec<Stored>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT pin.* FROM notes_note AS note JOIN notes_pin AS pin ON pin.note = note.id
         WHERE note.client IN (SELECT id FROM clients_client WHERE id = ?1 OR merged_into = ?1)
               AND taken_down_at IS NULL ORDER BY pin.pinned_at, pin.id",
    )
    .bind(client.to_string())
    .fetch_all(reader.connection().await?.sqlite()?)
    .await?;
    Ok(rows.into_iter().map(Stored::from).collect())
}

/// What is pinned of one note.
pub(super) async fn of_note(reader: &impl Reader, note: NoteId) -> Result<Vec<Stored>> {
    let rows: Vec<Row> = sqlx::query_as("SELECT * FROM notes_pin WHERE note = ? AND taken_down_at IS NULL")
        .bind(note.to_string())
        .fetch_all(reader.connection().await?.sqlite()?)
        .await?;
    Ok(rows.into_iter().map(Stored::from).collect())
}

/// One pin.
pub(super) async fn read(reader: &impl Reader, id: PinId) -> Result<Stored> {
    let row: Option<Row> = sqlx::query_as("SELECT * FROM notes_pin WHERE id = ?")
        .bind(id.to_string())
        .fetch_optional(reader.connection().await?.sqlite()?)
        .await?;
    row.map(Stored::from).ok_or(Error::NotFound)
}

/// Writes a pin.
pub(super) async fn insert(
    change: &mut Change,
    id: PinId,
    note: NoteId,
    from: &PinnedFrom,
    text: &str,
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "INSERT INTO notes_pin (id, note, addendum, section, text, pinned_at, pinned_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(note.to_string())
    .bind(from.addendum()?.map(|id| id.to_string()))
    .bind(from.section())
    .bind(text)
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// Takes a pin down, or puts it back up; nothing of that where it is so already.
pub(super) async fn hang(change: &mut Change, id: PinId, up: bool) -> Result<()> {
    let at = change.at();
    let hung = sqlx::query(
        "UPDATE notes_pin SET taken_down_at = CASE WHEN ? THEN NULL ELSE ? END
         WHERE id = ? AND (taken_down_at IS NOT NULL) = ?",
    )
    .bind(up)
    .bind(at)
    .bind(id.to_string())
    .bind(up)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    if hung.rows_affected() == 0 { Err(Error::NotFound) } else { Ok(()) }
}
