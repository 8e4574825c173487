//! Opens sealed files again.

use std::path::Path;

use hegu_vault::{FileKey, sealed_file};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::{Error, Result, Trouble};
use crate::ids::AttachmentId;
use crate::reader::Reader;

use super::keep::path;
use super::store;

/// The exact bytes that were kept. A file that is missing, cut or altered is [`Trouble::DatabaseDamaged`], never
/// something shorter.
pub(crate) async fn read(
    folder: &Path,
    reader: &impl Reader,
    id: AttachmentId,
) -> Result<Zeroizing<Vec<u8>>> {
    read_each(folder, reader, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// The same of several, in their order.
pub(crate) async fn read_each(
    folder: &Path,
    reader: &impl Reader,
    ids: &[AttachmentId],
) -> Result<Vec<Zeroizing<Vec<u8>>>> {
    let keys = store::keys(reader, ids).await?;
    let mut files = Vec::with_capacity(ids.len());
    for id in ids {
        let (key, digest) = keys.get(id).ok_or(Error::NotFound)?;
        files.push(open(folder, *id, key, digest).await?);
    }
    Ok(files)
}

async fn open(folder: &Path, id: AttachmentId, key: &FileKey, digest: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let sealed = tokio::fs::read(path(folder, id)).await;
    let damaged = || Error::Trouble(Trouble::DatabaseDamaged { folder: folder.to_path_buf() });
    let sealed = sealed.map_err(|_| damaged())?;
    let bytes = sealed_file::open(key, id.bytes(), &sealed).map_err(|_| damaged())?;
    let found: [u8; 32] = Sha256::digest(&bytes).into();
    if found[..] == digest[..] { Ok(bytes) } else { Err(damaged()) }
}
