//! A disk that is full or broken, for a program that a test starts.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::project::Project;

/// The library that stands between a program and the system's calls that write.
#[derive(Debug)]
pub struct FailingDisk {
    folder: TempDir,
}

impl FailingDisk {
    /// Compiles it.
    ///
    /// # Panics
    /// When there is no C compiler, which SQLCipher needs as well.
    #[must_use]
    pub fn make() -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let source = Project::root().join("tests/src/failing-disk.c");
        let library = folder.path().join("failing-disk.so");
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(library).arg(&source).arg("-ldl");
        let done = compiler.status().unwrap_or_else(|error| panic!("cc: {error}"));
        assert!(done.success(), "{} does not compile", source.display());
        Self { folder }
    }

    /// What a program's environment needs, so that this disk is below a folder.
    #[must_use]
    pub fn below(&self, folder: &Path) -> [(&'static str, PathBuf); 2] {
        [
            ("LD_PRELOAD", self.folder.path().join("failing-disk.so")),
            ("HEGU_DISK_BELOW", folder.to_path_buf()),
        ]
    }

    /// The file that holds every write back for as long as it is there.
    #[must_use]
    pub fn held_while(&self) -> PathBuf {
        self.folder.path().join("held")
    }

    /// The file that fills the disk for as long as it is there.
    #[must_use]
    pub fn full_while(&self) -> PathBuf {
        self.folder.path().join("full")
    }
}
