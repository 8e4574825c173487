//! The files by which one set of records takes the place of another.

use std::path::Path;

use hegu_vault::VaultFile;

use crate::error::{Error, Result};

use super::{database, files, vault_json};

/// Moves the records among the others, under a name of their own, and before them the files beside them.
pub(super) fn move_in(folder: &Path, vault: &VaultFile, incoming: &Path, records: &Path) -> Result<String> {
    let databases = database::folder_of(folder);
    let disk = |error| Error::disk("move a backup in", error);
    move_files(&incoming.join("att"), &folder.join("att")).map_err(disk)?;
    files::private_folder(&databases).map_err(disk)?;
    let file = database::free_name(folder, vault.database().epoch())?;
    std::fs::rename(records, databases.join(&file)).map_err(disk)?;
    files::sync_folder(&databases).map_err(disk)?;
    Ok(file)
}

/// Files beside the records never change, so one that came meanwhile is the same.
fn move_files(from: &Path, to: &Path) -> std::io::Result<()> {
    let shelves = match std::fs::read_dir(from) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    for shelf in shelves {
        let shelf = shelf?;
        let there = to.join(shelf.file_name());
        files::private_folder(&there)?;
        for file in std::fs::read_dir(shelf.path())? {
            let file = file?;
            std::fs::rename(file.path(), there.join(file.file_name()))?;
        }
        files::sync_folder(&there)?;
    }
    files::sync_folder(to)
}

/// Keeps the key file of the records that are replaced under a name that nothing else takes; its bytes, where there is one.
pub(super) fn set_aside(folder: &Path, now: i64) -> Result<Option<Vec<u8>>> {
    let bytes = match std::fs::read(vault_json::path(folder)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        other => other.map_err(|error| Error::disk("keep the key file", error))?,
    };
    files::replace(&folder.join(format!("vault.json.replaced-{now}")), &bytes)
        .map_err(|error| Error::disk("keep the key file", error))?;
    if let Ok(vault) = vault_json::read(folder) {
        database::mark_as_replaced(folder, vault.database().file());
    }
    Ok(Some(bytes))
}

/// Puts the key file of before in force again, or none where there was none.
pub(super) fn put_back(folder: &Path, replaced: Option<&[u8]>) {
    let path = vault_json::path(folder);
    let done = match replaced {
        Some(bytes) => files::replace(&path, bytes),
        None => std::fs::remove_file(&path),
    };
    if let Err(error) = done {
        tracing::error!(%error, "put the key file of before back");
    }
}
