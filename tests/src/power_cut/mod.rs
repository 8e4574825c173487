//! What a power cut or a kill leaves on the disk, rebuilt from one traced run of a program.
//!
//! [`trace`] lets a program run under strace and gives the [`Step`]s it took on one folder. [`Replay`] takes them
//! again one after the other, and between any two makes the [folder](Replay::state) that somebody would find whose
//! program was killed there, or whose power failed there: everything that was written, only what the program had
//! asked the disk to keep, or something in between with torn sectors. [`run_on_failing_disk`] lets it run on while the
//! disk answers with errors.

mod disk;
mod replay;
mod strace;

pub use disk::Disk;
pub use replay::{Replay, Tear};
pub use strace::{run_on_failing_disk, trace};

use std::path::PathBuf;

/// What identifies a file's content while its names change.
pub type Inode = usize;

/// One thing that a program did to a folder, in the order in which it was done. Paths are below the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A new file under this name.
    Create(PathBuf, Inode),
    /// A new folder.
    MakeFolder(PathBuf),
    /// A file under another name, in place of what had that name.
    Rename(PathBuf, PathBuf),
    /// A name that is gone.
    Remove(PathBuf),
    /// Bytes at a place.
    Write(Inode, usize, Vec<u8>),
    /// Another length.
    Resize(Inode, usize),
    /// The disk was asked to keep this file's content, and has answered.
    SyncFile(Inode),
    /// The disk was asked to keep the names in this folder, and has answered.
    SyncFolder(PathBuf),
    /// A line on standard output: whoever reads it takes what it says for done.
    Say(String),
}

impl Step {
    /// Whether it changes what is on the disk, or what a person may rely on.
    #[must_use]
    pub fn matters(&self) -> bool {
        !matches!(self, Self::SyncFile(_) | Self::SyncFolder(_))
    }
}
