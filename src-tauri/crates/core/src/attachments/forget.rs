//! Removes what nobody needs any more.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::change::Change;
use crate::error::Result;
use crate::ids::AttachmentId;

use super::keep::path;
use super::store;

/// Files whose rows are gone once the change is committed. They must be removed then, and not before: a row never
/// points at nothing, and a change that is not committed has removed nothing.
#[derive(Debug)]
#[must_use = "the files lie there until they are removed"]
pub(crate) struct Forgotten(Vec<PathBuf>);

/// Removes the rows with the keys, after which nobody can read the files. A file that something still refers to is
/// refused by the database.
pub(crate) async fn forget(change: &mut Change, folder: &Path, ids: &[AttachmentId]) -> Result<Forgotten> {
    store::remove(change, ids).await?;
    Ok(Forgotten(ids.iter().map(|id| path(folder, *id)).collect()))
}

impl Forgotten {
    /// Removes the files, after the commit. One that stays is unreadable and harmless, so that is no failure of what
    /// was done.
    pub(crate) async fn remove_files(self) {
        for file in self.0 {
            match tokio::fs::remove_file(&file).await {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    tracing::warn!(%error, "a file whose key is gone stays on the disk");
                }
                _ => {}
            }
        }
    }
}
