//! The parts of a client that change for many at once: the tags, and how they stand.

use crate::change::Change;
use crate::clients::edit_many::Stands;
use crate::clients::standing::ClientStatus;
use crate::error::{Error, Result};
use crate::folding::fold;
use crate::ids::ClientId;
use crate::reader::Reader;

use super::{parts, some};

/// The tags of a client.
pub(in crate::clients) async fn tags(reader: &impl Reader, id: ClientId) -> Result<Vec<String>> {
    parts::tags(reader.connection().await?.sqlite()?, id).await
}

/// Gives a client a tag they do not have.
pub(in crate::clients) async fn add_tag(change: &mut Change, id: ClientId, tag: &str) -> Result<()> {
    sqlx::query("INSERT INTO clients_tag (client, folded, tag) VALUES (?, ?, ?)")
        .bind(id.to_string())
        .bind(fold(tag))
        .bind(tag)
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// Takes a tag from a client; as it was written, or nothing where they did not have it.
pub(in crate::clients) async fn remove_tag(
    change: &mut Change,
    id: ClientId,
    tag: &str,
) -> Result<Option<String>> {
    let removed = sqlx::query_scalar("DELETE FROM clients_tag WHERE client = ? AND folded = ? RETURNING tag");
    let mut reading = change.connection().await?;
    Ok(removed.bind(id.to_string()).bind(fold(tag)).fetch_optional(reading.sqlite()?).await?)
}

/// How a client stands with the practice.
pub(in crate::clients) async fn standing(reader: &impl Reader, id: ClientId) -> Result<Stands> {
    let row: Option<(String, Option<String>)> =
        sqlx::query_as("SELECT status, status_since FROM clients_client WHERE id = ?")
            .bind(id.to_string())
            .fetch_optional(reader.connection().await?.sqlite()?)
            .await?;
    let (status, since) = row.ok_or(Error::NotFound)?;
    Ok(Stands { status: ClientStatus::from_name(&status), since: since.unwrap_or_default() })
}

/// Writes how a client stands.
pub(in crate::clients) async fn stand(
    change: &mut Change,
    id: ClientId,
    status: ClientStatus,
    since: &str,
) -> Result<()> {
    sqlx::query("UPDATE clients_client SET status = ?, status_since = ? WHERE id = ?")
        .bind(status.name())
        .bind(some(since))
        .bind(id.to_string())
        .execute(change.connection().await?.sqlite()?)
        .await?;
    Ok(())
}

/// Counts the version of a client up, and writes who changed them when.
pub(in crate::clients) async fn touch(change: &mut Change, id: ClientId) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    sqlx::query(
        "UPDATE clients_client SET updated_at = ?, updated_by = ?, version = version + 1 WHERE id = ?",
    )
    .bind(at)
    .bind(by)
    .bind(id.to_string())
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}
