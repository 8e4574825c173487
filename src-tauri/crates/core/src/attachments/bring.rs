//! Seals a file while it is read, however large it is.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use hegu_vault::{FileKey, sealed_file};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::blocking::blocking;
use crate::change::Change;
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::opening;

use super::keep::path;
use super::store;

/// So much of the beginning tells what a file is.
const HEAD: usize = 1024;

/// A file that lies sealed beside the database and counts once it is kept. Where it never is, it goes with this.
pub(crate) struct Sealed {
    id: AttachmentId,
    key: FileKey,
    digest: [u8; 32],
    bytes: u64,
    head: Vec<u8>,
    unfinished: PathBuf,
    to: PathBuf,
}

/// Why a file was not sealed.
#[derive(Debug)]
pub(crate) enum Unsealed {
    /// It could not be read, or reading was stopped.
    Source,
    /// What was read could not be written.
    Disk(io::Error),
}

/// Seals what is read under a new id. Waits for disks.
pub(crate) fn seal_from(folder: &Path, id: AttachmentId, source: impl Read) -> Result<Sealed, Unsealed> {
    let (key, to) = (FileKey::make(), path(folder, id));
    let unfinished = to.with_extension("tmp");
    let shelf = to.parent().unwrap_or(folder);
    let file = opening::private_folder(shelf).and_then(|()| opening::private_file(&unfinished));
    let mut file = file.map_err(Unsealed::Disk)?;
    // Made before anything is written, so that nothing unfinished stays.
    let mut sealed = Sealed { id, key, digest: [0; 32], bytes: 0, head: Vec::new(), unfinished, to };
    let mut read = Digested { from: source, hash: Sha256::new(), head: Vec::new(), failed: false };
    let written = sealed_file::seal_from(&sealed.key, id.bytes(), &mut read, &mut file);
    let written = written.and_then(|bytes| file.sync_all().map(|()| bytes));
    sealed.bytes = written.map_err(|error| {
        if read.failed {
            tracing::debug!(%error, "read a file to seal");
            Unsealed::Source
        } else {
            Unsealed::Disk(error)
        }
    })?;
    (sealed.digest, sealed.head) = (read.hash.finalize().into(), read.head);
    Ok(sealed)
}

impl Sealed {
    /// How many bytes it has.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How it begins.
    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    /// What tells the same file again.
    pub(crate) fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    /// All of it. Waits for the disk.
    pub(crate) fn read(&self) -> io::Result<Zeroizing<Vec<u8>>> {
        let sealed = fs::read(&self.unfinished)?;
        sealed_file::open(&self.key, self.id.bytes(), &sealed).map_err(io::Error::other)
    }

    /// Keeps it as part of a change. The file is in its place when this returns; it counts only once the change is committed.
    pub(crate) async fn keep(self, change: &mut Change, media_type: &'static str) -> Result<AttachmentId> {
        let (from, to) = (self.unfinished.clone(), self.to.clone());
        let place = move || {
            fs::rename(from, &to)?;
            opening::sync_folder(to.parent().unwrap_or(Path::new(".")))
        };
        blocking("keep a file", place).await?.map_err(|error| Error::disk("keep a file", error))?;
        let bytes =
            usize::try_from(self.bytes).map_err(|error| Error::unexpected("size of a file", error))?;
        store::insert(change, self.id, &self.key, media_type, bytes, &self.digest).await?;
        Ok(self.id)
    }
}

impl Drop for Sealed {
    fn drop(&mut self) {
        // Once it is kept it has another name.
        if let Err(error) = fs::remove_file(&self.unfinished)
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "an unfinished file stays on the disk");
        }
    }
}

/// Takes down what is read on its way.
struct Digested<R> {
    from: R,
    hash: Sha256,
    head: Vec<u8>,
    failed: bool,
}

impl<R: Read> Read for Digested<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(bytes);
        let interrupted = |error: &io::Error| error.kind() == io::ErrorKind::Interrupted;
        self.failed |= read.as_ref().is_err_and(|error| !interrupted(error));
        let came = bytes.get(..read?).unwrap_or_default();
        self.hash.update(came);
        let missing = HEAD.saturating_sub(self.head.len()).min(came.len());
        self.head.extend_from_slice(came.get(..missing).unwrap_or_default());
        Ok(came.len())
    }
}
