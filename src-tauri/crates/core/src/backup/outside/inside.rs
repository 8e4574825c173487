//! What is in the file of a copy, for going back to it.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use hegu_vault::{CopyKey, VaultFile};
use sha2::{Digest, Sha256};

use crate::attachments;
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::opening;

use super::super::manifest::Manifest;
use super::file;

/// A copy that somebody wants to go back to.
#[derive(Debug)]
pub(in crate::backup) struct InFile {
    path: PathBuf,
}

impl InFile {
    /// The file is looked at when it is asked something.
    pub(in crate::backup) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// When it was made and how large it is, as it says of itself, and its key file.
    pub(in crate::backup) fn header(&self) -> Result<(i64, u64, VaultFile)> {
        let mut file = file::open(&self.path).map_err(|_| Error::BackupDamaged)?;
        let header = file::header(&mut file)?;
        Ok((header.made, header.size, header.vault))
    }

    /// Whether the file is so long.
    pub(in crate::backup) fn has_length(&self, bytes: u64) -> bool {
        std::fs::metadata(&self.path).is_ok_and(|facts| facts.len() == bytes)
    }

    /// What the backup in it says of itself.
    pub(in crate::backup) fn manifest_text(&self, key: &CopyKey) -> Result<String> {
        let mut file = file::open(&self.path).map_err(|_| Error::BackupDamaged)?;
        file::header(&mut file)?;
        file::manifest(file, key).ok_or(Error::BackupDamaged)
    }

    /// Puts its database at `database` and, below `into`, the files beside it that are not byte for byte the same in the
    /// practice. Everything in it has been read when this returns, and the database is the one that is vouched for.
    pub(in crate::backup) fn bring_in(
        &self,
        key: &CopyKey,
        manifest: &Manifest,
        database: &Path,
        (into, practice): (&Path, &Path),
    ) -> Result<()> {
        let mut file = file::open(&self.path).map_err(|_| Error::BackupDamaged)?;
        file::header(&mut file)?;
        let mut sha256 = None;
        // Where this disk failed; the rest is the copy's fault.
        let mut own = None;
        let stems: BTreeSet<&str> = manifest.files.iter().map(String::as_str).collect();
        let name_of_database = format!("db/{}", manifest.database);
        let read = file::read(file, key, |name, _, entry| {
            let put = if name == name_of_database {
                put_database(entry, database).map(|digest| sha256 = Some(digest))
            } else if let Some(id) = file_beside(name, &stems) {
                put_file(entry, into, practice, id)
            } else {
                Ok(())
            };
            put.map_err(|failure| match failure {
                Failure::Copy(error) => error,
                Failure::Disk(error) => {
                    own = Some(error);
                    ErrorKind::Other.into()
                }
            })
        });
        if let Some(error) = own {
            return Err(Error::disk("bring a copy in", error));
        }
        read.map_err(|_| Error::BackupDamaged)?;
        if sha256.as_ref() == Some(&manifest.sha256) { Ok(()) } else { Err(Error::BackupDamaged) }
    }
}

enum Failure {
    Copy(io::Error),
    Disk(io::Error),
}

/// The id of a file beside the database that the backup names; what the archive calls it never becomes a path.
fn file_beside(name: &str, stems: &BTreeSet<&str>) -> Option<AttachmentId> {
    let stem = Path::new(name).file_stem()?.to_str()?;
    (name.starts_with("att/") && stems.contains(stem)).then(|| AttachmentId::parse(stem).ok()).flatten()
}

fn put_database(entry: &mut dyn Read, to: &Path) -> Result<String, Failure> {
    let mut copy = opening::private_file(to).map_err(Failure::Disk)?;
    let (mut digest, mut chunk) = (Sha256::new(), vec![0; 1 << 18]);
    loop {
        let read = entry.read(&mut chunk).map_err(Failure::Copy)?;
        if read == 0 {
            break;
        }
        digest.update(&chunk[..read]);
        copy.write_all(&chunk[..read]).map_err(Failure::Disk)?;
    }
    copy.sync_all().map_err(Failure::Disk)?;
    Ok(hex::encode(digest.finalize()))
}

fn put_file(entry: &mut dyn Read, into: &Path, practice: &Path, id: AttachmentId) -> Result<(), Failure> {
    let to = attachments::stored_at(into, id);
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes).map_err(Failure::Copy)?;
    if std::fs::read(attachments::stored_at(practice, id)).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    opening::private_folder(to.parent().unwrap_or(into)).map_err(Failure::Disk)?;
    opening::replace(&to, &bytes).map_err(Failure::Disk)
}
