//! What backups there are.

use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;

use super::keys::Keys;
use super::model::BackupsView;
use super::store;
use super::try_restore::last_tried;

/// The backups on this computer.
pub async fn list(practice: &Practice) -> Result<BackupsView> {
    practice.permit(Permission::MakeBackups).await?;
    let folder = store::folder_of(practice.folder());
    let keys = Keys::of(practice).await?;
    let (found, damaged) =
        store::all(&folder, &keys).map_err(|error| Error::disk("look for backups", error))?;
    Ok(BackupsView {
        backups: found.into_iter().map(|backup| backup.manifest.view(backup.folder)).collect(),
        damaged,
        failed: store::last_failure(&folder),
        folder: folder.display().to_string(),
        tried: last_tried(practice.folder()),
    })
}
