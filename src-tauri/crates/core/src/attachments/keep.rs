//! Seals bytes into a file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use hegu_vault::{FileKey, sealed_file};
use sha2::{Digest, Sha256};

use crate::blocking::blocking;
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::AttachmentId;

use super::store;

/// Keeps bytes under a new id as part of a change. The sealed file is safely on the disk when this returns; it
/// counts only once the change is committed.
pub(crate) async fn keep(
    change: &mut Change,
    folder: &Path,
    id: AttachmentId,
    media_type: &'static str,
    bytes: &[u8],
) -> Result<()> {
    let key = FileKey::make();
    let sealed = sealed_file::seal(&key, id.bytes(), bytes);
    let path = path(folder, id);
    blocking("write a file", move || write_durably(&path, &sealed))
        .await?
        .map_err(|error| Error::disk("write a file", error))?;
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    store::insert(change, id, &key, media_type, bytes.len(), &digest).await
}

/// `att/ab/<32 hex>.bin`: 256 folders, so that none grows large.
pub(crate) fn path(folder: &Path, id: AttachmentId) -> PathBuf {
    let stem = id.file_stem();
    // The last two digits are random; the first ones of a UUIDv7 are the time and would fill one folder.
    let shelf = stem.get(30..).unwrap_or("00").to_owned();
    folder.join("att").join(shelf).join(format!("{stem}.bin"))
}

fn write_durably(path: &Path, sealed: &[u8]) -> std::io::Result<()> {
    let shelf = path.parent().unwrap_or(Path::new("."));
    crate::opening::private_folder(shelf)?;
    let unfinished = path.with_extension("tmp");
    let mut file = crate::opening::private_file(&unfinished)?;
    file.write_all(sealed)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&unfinished, path)?;
    crate::opening::sync_folder(shelf)
}
