//! Opens sealed files again.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use hegu_vault::{FileKey, sealed_file};
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;
use zeroize::Zeroizing;

use crate::blocking::blocking;
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::reader::Reader;

use super::keep::path;
use super::store;

/// The exact bytes that were kept. A file that is missing, cut or altered is [`Error::FileDamaged`], never
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
    let sealed = tokio::fs::read(path(folder, id)).await.map_err(|_| Error::FileDamaged)?;
    unseal(&sealed, id, key, digest).ok_or(Error::FileDamaged)
}

/// What is in a sealed file, if it is byte for byte what was kept under this id.
fn unseal(sealed: &[u8], id: AttachmentId, key: &FileKey, digest: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let bytes = sealed_file::open(key, id.bytes(), sealed).ok()?;
    let found: [u8; 32] = Sha256::digest(&bytes).into();
    (found[..] == digest[..]).then_some(bytes)
}

/// What tells whether a sealed file is what was kept.
#[derive(Debug)]
pub(crate) struct KeptFile {
    pub(crate) id: AttachmentId,
    key: FileKey,
    digest: Vec<u8>,
}

impl KeptFile {
    /// Whether these bytes are its sealed file.
    pub(crate) fn is(&self, sealed: &[u8]) -> bool {
        unseal(sealed, self.id, &self.key, &self.digest).is_some()
    }
}

/// Every file that the records name; those of the first programs name none.
pub(crate) async fn all_kept(sqlite: &mut SqliteConnection) -> Result<Vec<KeptFile>> {
    if !store::has_table(sqlite).await? {
        return Ok(Vec::new());
    }
    let keys = store::all_keys(sqlite).await?;
    Ok(keys.into_iter().map(|(id, (key, digest))| KeptFile { id, key, digest }).collect())
}

/// Writes the exact bytes that were kept into a file. Should this be refused, what it holds is to be thrown away.
pub(crate) async fn copy_to(
    folder: &Path,
    reader: &impl Reader,
    id: AttachmentId,
    mut to: File,
) -> Result<()> {
    let key = store::keys(reader, &[id]).await?.remove(&id).ok_or(Error::NotFound)?;
    let file = path(folder, id);
    blocking("copy a file", move || open_into(&file, id, &key, &mut to)).await?
}

/// Writes a kept file as it was before it was sealed. Waits for disks; where it is not what was kept, what was written is to be
/// thrown away.
fn open_into(file: &Path, id: AttachmentId, (key, digest): &(FileKey, Vec<u8>), to: &mut File) -> Result<()> {
    let mut sealed = File::open(file).map_err(|_| Error::FileDamaged)?;
    let mut written = Hashed { to, hash: Sha256::new() };
    match sealed_file::open_into(key, id.bytes(), &mut sealed, &mut written) {
        Ok(()) if written.hash.finalize()[..] == digest[..] => {
            to.sync_all().map_err(|error| Error::disk("copy a file", error))
        }
        Ok(()) => Err(Error::FileDamaged),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(Error::FileDamaged),
        Err(error) => Err(Error::disk("copy a file", error)),
    }
}

/// Takes down what is written.
struct Hashed<'a> {
    to: &'a mut File,
    hash: Sha256,
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
