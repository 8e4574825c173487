//! Chooses where copies go.

use std::io;
use std::path::{Path, PathBuf};

use crate::audit::Action;
use crate::blocking::blocking;
use crate::error::{Error, Result};
use crate::ids::IdSource;
use crate::opening;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::CopyTrouble;
use super::place::Place;
use super::trouble::trouble_of;

/// From now on copies go into this folder. Refused with [`Error::Copy`] where nothing can be written or no copy would be
/// outside.
pub async fn choose_place(practice: &Practice, folder: PathBuf) -> Result<()> {
    practice.permit(Permission::MakeBackups).await?;
    let (records, chosen) = (practice.folder().to_path_buf(), folder.clone());
    blocking("look at a place for copies", move || check_place(&records, &chosen)).await??;
    let before = Place::read(practice.folder()).filter(|before| before.folder == folder);
    let place = before.unwrap_or_else(|| Place::new(folder, practice.folder()));
    // Refused first where nothing can be written: a folder that is gone would be made anew for this one file.
    let change = practice.change(Action::CopyPlaceChosen).await?;
    place.write(practice.folder())?;
    change.commit(practice.actor().id).await
}

/// No copies go anywhere any more; those that were made stay where they are.
pub async fn forget_place(practice: &Practice) -> Result<()> {
    practice.permit(Permission::MakeBackups).await?;
    let change = practice.change(Action::CopyPlaceForgotten).await?;
    Place::forget(practice.folder())?;
    change.commit(practice.actor().id).await
}

/// Whether copies of the practice in a folder, which need not be there yet, can go into another: refused as
/// [`choose_place`] does.
pub fn check_place(practice: &Path, folder: &Path) -> Result<()> {
    let refuse = |error| Error::Copy(trouble_of(error));
    let place = folder.canonicalize().map_err(refuse)?;
    if practice.canonicalize().is_ok_and(|practice| place.starts_with(practice)) {
        return Err(Error::Copy(CopyTrouble::AmongTheRecords));
    }
    try_writing(folder).map_err(refuse)
}

fn try_writing(folder: &Path) -> io::Result<()> {
    let name = IdSource::Random.next(0).map_err(io::Error::other)?;
    let probe = folder.join(format!(".hegu-{name}"));
    drop(opening::new_private_file(&probe)?);
    std::fs::remove_file(probe)
}
