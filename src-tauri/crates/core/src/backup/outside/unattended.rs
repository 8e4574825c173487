//! Makes a copy while nobody's keys are here, for a scheduler at night.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result, Trouble};
use crate::opening::FolderLock;
use crate::watch::{Cancel, Watch};

use super::super::store;
use super::place::Place;
use super::write::{Seal, contents, size_of, write_and_read_back};

/// Copies the newest backup of a closed practice, which was read back when it was made. The copy is compared byte for byte
/// with what was sealed; that it opens is seen at the next unlocking, and until then it does not count. Its file name.
///
/// [`Error::NotFound`] when there is no backup that can be copied without a key, and [`Trouble::InUse`] while the practice
/// is open.
pub fn copy_unattended(practice: &Path, to: &Path) -> Result<String> {
    super::check_place(practice, to)?;
    if !practice.join("vault.json").exists() {
        return Err(Error::Trouble(Trouble::VaultMissing { folder: practice.to_path_buf() }));
    }
    let _lock = FolderLock::take(practice)?;
    let backups = store::folder_of(practice);
    let found = store::unvouched(&backups).map_err(|error| Error::disk("look for backups", error))?;
    let (name, manifest) = found.into_iter().next().ok_or(Error::NotFound)?;
    let backup: PathBuf = backups.join(name);
    let own = store::copy_key(&backup).map_err(|_| Error::NotFound)?;
    let contents = contents(practice, &backup, &manifest)?;
    let mut watch = Watch::new(2 * size_of(&contents), Cancel::default(), None);
    let made = write_and_read_back(&contents, to, &Seal { own, key: None }, &mut watch);
    let file = made.map_err(Error::Copy)?;
    if let Some(mut place) = Place::read(practice).filter(|place| place.folder == to) {
        place.unverified = Some(file.clone());
        place.write(practice)?;
    }
    Ok(file)
}
