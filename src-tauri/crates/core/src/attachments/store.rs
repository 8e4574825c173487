//! The table of kept files.

use hegu_vault::FileKey;
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

/// The key and hash of a kept file.
pub(super) async fn read(reader: &impl Reader, id: AttachmentId) -> Result<(FileKey, Vec<u8>)> {
    let row: Option<(Vec<u8>, Vec<u8>)> =
        sqlx::query_as("SELECT key, sha256 FROM attachments_file WHERE id = ?")
            .bind(id.to_string())
            .fetch_optional(reader.connection().await?.sqlite()?)
            .await?;
    let (key, digest) = row.ok_or(Error::NotFound)?;
    let key = Zeroizing::new(key);
    let key: &[u8; 32] =
        key.as_slice().try_into().map_err(|error| Error::unexpected("key of a file", error))?;
    Ok((FileKey::from_bytes(key), digest))
}
