//! One backup, for going back to it.

use std::path::{Path, PathBuf};

use hegu_vault::{BackupKey, VaultError, VaultFile};

use crate::error::{Error, Result, Trouble};
use crate::ids::AttachmentId;

use super::manifest::{Manifest, Word};
use super::model::BackupView;
use super::store;

/// The backups of a practice that is closed, newest first, as they say of themselves: nobody has a key yet that could
/// vouch for them.
pub fn at_door(practice: &Path) -> Result<Vec<BackupView>> {
    let found = store::unvouched(&store::folder_of(practice));
    let found = found.map_err(|error| Error::disk("look for backups", error))?;
    Ok(found.into_iter().map(|(folder, manifest)| manifest.view(folder)).collect())
}

/// A backup that somebody wants to go back to.
#[derive(Debug)]
pub(crate) struct Chosen {
    folder: PathBuf,
}

/// The same after the practice's key has vouched for it.
#[derive(Debug)]
pub(crate) struct Vouched {
    folder: PathBuf,
    manifest: Manifest,
}

impl Chosen {
    /// Finds it by the name of its folder.
    pub(crate) fn find(practice: &Path, name: &str) -> Result<Self> {
        let backups = store::folder_of(practice);
        let found = store::unvouched(&backups).map_err(|error| Error::disk("look for backups", error))?;
        // Only a name that was listed: what the window sends never becomes a path.
        let (folder, _) = found.into_iter().find(|(folder, _)| folder == name).ok_or(Error::NotFound)?;
        Ok(Self { folder: backups.join(folder) })
    }

    /// Its key file, which opens with the passphrases of its day.
    pub(crate) fn vault(&self) -> Result<VaultFile> {
        let bytes = store::key_file(&self.folder).map_err(|_| Error::BackupDamaged)?;
        VaultFile::parse(&bytes).map_err(|error| match error {
            VaultError::Newer { needs } => Error::Trouble(Trouble::VaultNewer { needs }),
            _ => Error::BackupDamaged,
        })
    }

    /// Has its own key vouch for what it says of itself.
    pub(crate) fn vouched(self, key: &BackupKey, epoch: u32) -> Result<Vouched> {
        let text = store::manifest_text(&self.folder).map_err(|_| Error::BackupDamaged)?;
        match Manifest::read(&text, key, epoch) {
            Some((manifest, Word::Good)) => Ok(Vouched { folder: self.folder, manifest }),
            _ => Err(Error::BackupDamaged),
        }
    }
}

impl Vouched {
    /// When it was made (UTC milliseconds).
    pub(crate) fn made_at(&self) -> i64 {
        self.manifest.at
    }

    /// Whether this is the end of the audit in it: the number and the hash of the last entry.
    pub(crate) fn ends_with(&self, (seq, hash): &(i64, Vec<u8>)) -> bool {
        *seq == self.manifest.audit_seq && hex::encode(hash) == self.manifest.audit_head
    }

    /// Copies the database, if it is byte for byte what was written.
    pub(crate) fn copy_database(&self, to: &Path) -> Result<()> {
        let needed = self.manifest.bytes.saturating_mul(3) / 2;
        if to.parent().and_then(store::free).is_some_and(|free| free < needed) {
            return Err(Error::DiskFull);
        }
        let from = self.folder.join("db").join(&self.manifest.database);
        let copied = store::copy_durably(&from, to).map_err(|error| Error::disk("copy a backup", error))?;
        // What was written was looked at, and not what lies there: that could change in between.
        if copied == self.manifest.sha256 { Ok(()) } else { Err(Error::BackupDamaged) }
    }

    /// Puts back the files beside the database that are not there any more; how many are nowhere.
    pub(crate) fn put_files_back(&self, practice: &Path) -> Result<usize> {
        let ids: Vec<AttachmentId> =
            self.manifest.files.iter().map(|stem| AttachmentId::parse(stem)).collect::<Result<_>>()?;
        let gone: Vec<AttachmentId> = ids.into_iter().filter(|id| !store::has_file(practice, *id)).collect();
        let missing = store::copy_files(&store::folder_of(practice), practice, &gone);
        Ok(missing.map_err(|error| Error::disk("put files back", error))?.len())
    }
}
