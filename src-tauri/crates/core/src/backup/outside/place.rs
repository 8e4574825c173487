//! The place where copies go, and how the last try ended. It is this computer's business, so it is no part of the records:
//! going back to a backup does not change it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::opening;

use super::super::store;
use super::model::FailedCopy;

/// What is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    pub(super) folder: PathBuf,
    /// When the records in the last good copy were copied (UTC milliseconds).
    pub(super) last: Option<i64>,
    pub(super) failed: Option<FailedCopy>,
    /// A copy that was made while nobody's keys were here: it counts once it was read back.
    #[serde(default)]
    pub(super) unverified: Option<String>,
    /// Whether it was on another disk than the records when it was chosen.
    #[serde(default)]
    pub(super) other_disk: bool,
}

impl Place {
    pub(super) fn new(folder: PathBuf, practice: &Path) -> Self {
        let place = Self { folder, last: None, failed: None, unverified: None, other_disk: false };
        Self { other_disk: place.is_there(practice) && !place.is_on_disk_of(practice), ..place }
    }

    /// A file that cannot be read is no place: an owner is asked again.
    pub(super) fn read(practice: &Path) -> Option<Self> {
        serde_json::from_slice(&std::fs::read(path(practice)).ok()?).ok()
    }

    pub(super) fn write(&self, practice: &Path) -> Result<()> {
        let disk = |error| Error::disk("remember where copies go", error);
        let bytes =
            serde_json::to_vec(self).map_err(|error| Error::unexpected("remember where copies go", error))?;
        opening::private_folder(&store::folder_of(practice)).map_err(disk)?;
        opening::replace(&path(practice), &bytes).map_err(disk)
    }

    pub(super) fn forget(practice: &Path) -> Result<()> {
        match std::fs::remove_file(path(practice)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::disk("forget where copies go", error))
            }
            _ => Ok(()),
        }
    }

    /// Whether it is there now. The folder on which a stick appears can stay while the stick is away: what is on the disk of
    /// the records then, and was not when it was chosen, is not the place.
    pub(super) fn is_there(&self, practice: &Path) -> bool {
        self.folder.is_dir() && !(self.other_disk && self.is_on_disk_of(practice))
    }

    /// Whether it is on the disk of the records.
    pub(super) fn is_on_disk_of(&self, practice: &Path) -> bool {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let disk = |path: &Path| std::fs::metadata(path).ok().map(|facts| facts.dev());
            disk(&self.folder).is_some_and(|there| Some(there) == disk(practice))
        }
        #[cfg(not(unix))]
        {
            let _ = practice;
            false
        }
    }
}

fn path(practice: &Path) -> PathBuf {
    store::folder_of(practice).join("outside.json")
}
