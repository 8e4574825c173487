//! Whether an open file is still the one under its name.

use std::path::{Path, PathBuf};

/// The name that a file was opened under, and what tells it from another file of that name.
#[derive(Debug)]
pub(super) struct InPlace {
    path: PathBuf,
    identity: Option<Identity>,
}

/// Of a file, for as long as it exists: its disk and its number there.
type Identity = (u64, u64);

impl InPlace {
    /// Of a file that was just opened.
    pub(super) fn of(path: &Path) -> Self {
        Self { path: path.to_path_buf(), identity: identity(path) }
    }

    /// Whether it is still there. A system that lets an open file be moved or removed goes on writing into it, and what is
    /// written then is in no file that anybody finds again.
    pub(super) fn holds(&self) -> bool {
        let now = identity(&self.path);
        now.is_some() && now == self.identity
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

/// Windows keeps an open file where it is; only that it is there can be asked.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    path.exists().then_some((0, 0))
}
