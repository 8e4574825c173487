//! Only one program has a practice open.

#[cfg(unix)]
use std::fs;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::Path;

use crate::error::{Error, Result, Trouble};

/// The hold on a practice's folder. The system lets go of it when the program ends, however it ends, so a stale
/// file from a crash never locks anybody out.
#[derive(Debug)]
pub struct FolderLock {
    file: File,
}

impl FolderLock {
    /// Takes the folder, or answers [`Trouble::InUse`] at once when any process of any account has it.
    pub(crate) fn take(folder: &Path) -> Result<Self> {
        let path = folder.join("vault.lock");
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let file = match opened {
            Ok(file) => file,
            // A lock file of another account cannot be opened for writing, and that account may be using it.
            Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                return Err(Error::Trouble(Trouble::FolderNotWritable { folder: folder.to_path_buf() }));
            }
            Err(error) => return Err(Error::disk("open the lock file", error)),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::Trouble(Trouble::InUse)),
            Err(TryLockError::Error(error)) => return Err(Error::disk("lock the folder", error)),
        }
        let mut lock = Self { file };
        lock.sign(&path);
        Ok(lock)
    }

    /// Writes who holds it, for a person who looks; nothing reads it, so a failure does not matter.
    fn sign(&mut self, path: &Path) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            drop(fs::set_permissions(path, fs::Permissions::from_mode(0o600)));
        }
        #[cfg(not(unix))]
        let _ = path;
        drop(self.file.set_len(0));
        drop(writeln!(self.file, "Hegu, process {}", std::process::id()));
    }
}
