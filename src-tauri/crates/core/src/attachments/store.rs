//! The table of kept files.

use std::collections::BTreeMap;

use hegu_vault::FileKey;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use zeroize::Zeroizing;

use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::reader::Reader;

/// Writes a kept file with its key.
pub(super) async fn insert(
    change: &mut Change,
    id: AttachmentId,
    key: &FileKey,
    media_type: &str,
    bytes: usize,
    digest: &[u8; 32],
) -> Result<()> {
    let (at, by) = (change.at(), change.actor().id.to_string());
    let bytes = i64::try_from(bytes).map_err(|error| Error::unexpected("size of a file", error))?;
    sqlx::query(
        "INSERT INTO attachments_file (id, key, media_type, bytes, sha256, created_at, created_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id.to_string())
    .bind(&key.expose_bytes_for_database_row()[..])
    .bind(media_type)
    .bind(bytes)
    .bind(&digest[..])
    .bind(at)
    .bind(by)
    .execute(change.connection().await?.sqlite()?)
    .await?;
    Ok(())
}

/// The keys and hashes of kept files.
pub(super) async fn keys(
    reader: &impl Reader,
    ids: &[AttachmentId],
) -> Result<BTreeMap<AttachmentId, (FileKey, Vec<u8>)>> {
    let mut query = QueryBuilder::<Sqlite>::new("SELECT id, key, sha256 FROM attachments_file WHERE id IN ");
    push_ids(&mut query, ids);
    by_id(query.build_query_as().fetch_all(reader.connection().await?.sqlite()?).await?)
}

/// Whether there is a table of kept files.
pub(super) async fn has_table(sqlite: &mut SqliteConnection) -> Result<bool> {
    let there = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'attachments_file'";
    Ok(sqlx::query_scalar::<_, i64>(there).fetch_one(sqlite).await? > 0)
}

/// Those of every kept file.
pub(super) async fn all_keys(
    sqlite: &mut SqliteConnection,
) -> Result<BTreeMap<AttachmentId, (FileKey, Vec<u8>)>> {
    by_id(sqlx::query_as("SELECT id, key, sha256 FROM attachments_file").fetch_all(sqlite).await?)
}

fn by_id(rows: Vec<(String, Vec<u8>, Vec<u8>)>) -> Result<BTreeMap<AttachmentId, (FileKey, Vec<u8>)>> {
    let mut keys = BTreeMap::new();
    for (id, key, digest) in rows {
        let key = Zeroizing::new(key);
        let key: &[u8; 32] =
            key.as_slice().try_into().map_err(|error| Error::unexpected("key of a file", error))?;
        keys.insert(AttachmentId::parse(&id)?, (FileKey::from_bytes(key), digest));
    }
    Ok(keys)
}

/// Removes kept files with their keys.
pub(super) async fn remove(change: &mut Change, ids: &[AttachmentId]) -> Result<()> {
    let mut query = QueryBuilder::<Sqlite>::new("DELETE FROM attachments_file WHERE id IN ");
    push_ids(&mut query, ids);
    query.build().execute(change.connection().await?.sqlite()?).await?;
    Ok(())
}

fn push_ids(query: &mut QueryBuilder<Sqlite>, ids: &[AttachmentId]) {
    query.push("(");
    let mut listed = query.separated(", ");
    for id in ids {
        listed.push_bind(id.to_string());
    }
    query.push(")");
}
