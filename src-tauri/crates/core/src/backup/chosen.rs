//! One backup, for going back to it: a folder on this computer, or the file of a copy from elsewhere.

use std::path::{Path, PathBuf};

use hegu_vault::{MasterKey, VaultFile};
use serde::Serialize;
use specta::Type;

use crate::attachments::KeptFile;
use crate::error::{Error, Result};
use crate::moment::Moment;

use super::manifest::{Manifest, Word};
use super::model::BackupView;
use super::outside::InFile;
use super::{files, store};

/// The backups of a practice that is closed, newest first, as they say of themselves: nobody has a key yet that could
/// vouch for them.
pub fn at_door(practice: &Path) -> Result<Vec<BackupView>> {
    let found = store::unvouched(&store::folder_of(practice));
    let found = found.map_err(|error| Error::disk("look for backups", error))?;
    Ok(found.into_iter().map(|(folder, manifest)| manifest.view(folder)).collect())
}

/// A copy that somebody picked, as it says of itself before anybody has the key.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct CopyAtHand {
    /// The name of the practice in it.
    pub practice_name: String,
    /// When its records were copied (UTC milliseconds).
    pub at: Moment,
    /// Its size in bytes.
    #[specta(type = i32)]
    pub bytes: i64,
}

/// Looks at the file of a copy. [`Error::BackupDamaged`] when it is none, or cut off.
pub fn look_at_copy(file: &Path) -> Result<CopyAtHand> {
    let copy = InFile::at(file.to_path_buf());
    let (made, size, vault) = copy.header()?;
    if !copy.has_length(size) {
        return Err(Error::BackupDamaged);
    }
    let bytes = i64::try_from(size).unwrap_or(i64::MAX);
    Ok(CopyAtHand { practice_name: vault.practice().to_owned(), at: made.into(), bytes })
}

/// A backup that somebody wants to go back to.
#[derive(Debug)]
pub(crate) struct Chosen(Place);

#[derive(Debug)]
enum Place {
    /// Its folder, and the folder of all backups.
    Here(PathBuf, PathBuf),
    Elsewhere(InFile),
}

/// The same after the practice's key has vouched for it.
#[derive(Debug)]
pub(crate) struct Vouched {
    place: Place,
    manifest: Manifest,
}

impl Chosen {
    /// Finds it by the name of its folder.
    pub(crate) fn find(practice: &Path, name: &str) -> Result<Self> {
        let backups = store::folder_of(practice);
        let found = store::unvouched(&backups).map_err(|error| Error::disk("look for backups", error))?;
        // Only a name that was listed: what the window sends never becomes a path.
        let (folder, _) = found.into_iter().find(|(folder, _)| folder == name).ok_or(Error::NotFound)?;
        Ok(Self(Place::Here(backups.join(folder), backups)))
    }

    /// The file of a copy that somebody picked.
    pub(crate) fn in_file(file: PathBuf) -> Self {
        Self(Place::Elsewhere(InFile::at(file)))
    }

    /// Its key file, which opens with the passphrases of its day.
    pub(crate) fn vault(&self) -> Result<VaultFile> {
        match &self.0 {
            Place::Here(folder, _) => {
                store::parse_key_file(&store::key_file(folder).map_err(|_| Error::BackupDamaged)?)
            }
            Place::Elsewhere(copy) => Ok(copy.header()?.2),
        }
    }

    /// Has the key that its own key file opened with vouch for what it says of itself.
    pub(crate) fn vouched(self, vault: &VaultFile, master: &MasterKey) -> Result<Vouched> {
        let text = match &self.0 {
            Place::Here(folder, _) => store::manifest_text(folder).map_err(|_| Error::BackupDamaged)?,
            Place::Elsewhere(copy) => copy.manifest_text(&master.copy_key(vault.vault_id()))?,
        };
        let key = master.backup_key(vault.vault_id());
        match Manifest::read(&text, &key, vault.database().epoch()) {
            Some((manifest, Word::Good)) => Ok(Vouched { place: self.0, manifest }),
            _ => Err(Error::BackupDamaged),
        }
    }
}

impl Vouched {
    /// What is in it.
    pub(crate) fn view(&self) -> BackupView {
        self.manifest.clone().view(String::new())
    }

    /// Whether this is the end of the audit in it: the number and the hash of the last entry.
    pub(crate) fn ends_with(&self, (seq, hash): &(i64, Vec<u8>)) -> bool {
        *seq == self.manifest.audit_seq && hex::encode(hash) == self.manifest.audit_head
    }

    /// Copies the database to `to`, if it is byte for byte what was written. Of a copy, the files beside it that are not the
    /// same in the practice go below `into`.
    pub(crate) fn bring_in(
        &self,
        (vault, master): (&VaultFile, &MasterKey),
        to: &Path,
        (into, practice): (&Path, &Path),
    ) -> Result<()> {
        let needed = self.manifest.bytes.saturating_mul(3) / 2;
        if store::free(into).is_some_and(|free| free < needed) {
            return Err(Error::DiskFull);
        }
        match &self.place {
            Place::Here(folder, _) => {
                let from = folder.join("db").join(&self.manifest.database);
                let copied = store::copy_durably(&from, to);
                // What was written was looked at, and not what lies there: that could change in between.
                if copied.map_err(|error| Error::disk("copy a backup", error))? != self.manifest.sha256 {
                    return Err(Error::BackupDamaged);
                }
                Ok(())
            }
            Place::Elsewhere(copy) => {
                copy.bring_in(&master.copy_key(vault.vault_id()), &self.manifest, to, (into, practice))
            }
        }
    }

    /// Puts those of the files that its records name, and that are not in the practice as they were kept, below `into`; how
    /// many are nowhere as they were kept. What lies there and is not good goes: it would take the place of a good one.
    pub(crate) fn bring_files_in(&self, all: &[KeptFile], into: &Path, practice: &Path) -> Result<usize> {
        let backups = match &self.place {
            Place::Here(_, backups) => Some(backups),
            Place::Elsewhere(_) => None,
        };
        files::bring_in(all, into, practice, backups.map(PathBuf::as_path))
            .map_err(|error| Error::disk("put files back", error))
    }
}
