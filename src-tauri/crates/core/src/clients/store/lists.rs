//! Lists that somebody saved.

use sqlx::FromRow;

use crate::change::Change;
use crate::clients::lists::SavedList;
use crate::error::{Error, Result};
use crate::folding::fold;
use crate::ids::{PersonId, SavedListId};
use crate::reader::Reader;

#[derive(FromRow)]
struct Row {
    id: String,
    name: String,
    filter: String,
    sorting: String,
}

/// Somebody's lists, by name.
pub(in crate::clients) async fn saved_lists(reader: &impl Reader, of: PersonId) -> Result<Vec<SavedList>> {
    let rows: Vec<Row> =
        sqlx::query_as("SELECT id, name, filter, sorting FROM clients_list WHERE person = ? ORDER BY folded")
            .bind(of.to_string())
            .fetch_all(reader.connection().await?.sqlite()?)
            .await?;
    let unreadable = |error| Error::unexpected("read a saved list", error);
    rows.into_iter()
        .map(|row| {
            Ok(SavedList {
                id: row.id,
                name: row.name,
                filter: serde_json::from_str(&row.filter).map_err(unreadable)?,
                order: serde_json::from_str(&row.sorting).map_err(unreadable)?,
            })
        })
        .collect()
}

/// Whether another list of the same person is called so.
pub(in crate::clients) async fn list_is_called(
    reader: &impl Reader,
    of: PersonId,
    name: &str,
    but: Option<SavedListId>,
) -> Result<bool> {
    let found: Option<i64> =
        sqlx::query_scalar("SELECT 1 FROM clients_list WHERE person = ? AND folded = ? AND id IS NOT ?")
            .bind(of.to_string())
            .bind(fold(name))
            .bind(but.map(|id| id.to_string()))
            .fetch_optional(reader.connection().await?.sqlite()?)
            .await?;
    Ok(found.is_some())
}

/// Writes a list of whoever makes the change.
pub(in crate::clients) async fn keep_list(
    change: &mut Change,
    id: SavedListId,
    new: bool,
    list: &SavedList,
) -> Result<()> {
    let written = |error| Error::unexpected("write a saved list", error);
    let (at, me) = (change.at(), change.actor().id.to_string());
    let statement = if new {
        "INSERT INTO clients_list (name, folded, filter, sorting, saved_at, id, person) VALUES (?, ?, ?, ?, ?, ?, ?)"
    } else {
        "UPDATE clients_list SET name = ?, folded = ?, filter = ?, sorting = ?, saved_at = ? WHERE id = ? AND person = ?"
    };
    let done = sqlx::query(statement)
        .bind(&list.name)
        .bind(fold(&list.name))
        .bind(serde_json::to_string(&list.filter).map_err(written)?)
        .bind(serde_json::to_string(&list.order).map_err(written)?)
        .bind(at)
        .bind(id.to_string())
        .bind(me)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    if done.rows_affected() == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Takes out a list of whoever makes the change.
pub(in crate::clients) async fn remove_list(change: &mut Change, id: SavedListId) -> Result<()> {
    let me = change.actor().id.to_string();
    let done = sqlx::query("DELETE FROM clients_list WHERE id = ? AND person = ?")
        .bind(id.to_string())
        .bind(me)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    if done.rows_affected() == 0 { Err(Error::NotFound) } else { Ok(()) }
}
