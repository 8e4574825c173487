//! A computer of its own for one test.

use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::system_keyring::SystemKeyring;

use super::bus::{Running, bus, screen};
use super::portal::Portal;
use super::wait::until;

/// Folders of an account that nobody else uses, a bus with its portal, and a screen.
#[derive(Debug)]
pub struct Machine {
    /// Answers the dialogs.
    pub portal: Portal,
    pub(super) bus: String,
    pub(super) screen: String,
    _running: [Running; 2],
    folder: TempDir,
}

/// The folders below the machine's, and the variables that name them.
const FOLDERS: [(&str, &str); 6] = [
    ("HOME", "home"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_RUNTIME_DIR", "run"),
    ("TMPDIR", "tmp"),
];

impl Machine {
    /// Sets one up.
    ///
    /// # Panics
    /// When something that `make deps` installs is missing.
    #[must_use]
    pub fn new() -> Self {
        let folder = TempDir::with_prefix("hegu-window-").unwrap_or_else(|error| panic!("{error}"));
        for (_, name) in FOLDERS {
            private_folder(&folder.path().join(name));
        }
        let outside = folder.path().join("outside");
        private_folder(&outside);
        let (bus, address) = bus(&outside);
        let (screen, display) = screen();
        let portal = Portal::on(&address).unwrap_or_else(|error| panic!("the portal: {error}"));
        Self { portal, bus: address, screen: display, _running: [bus, screen], folder }
    }

    /// Where the practice is, or will be.
    #[must_use]
    pub fn practice(&self) -> PathBuf {
        self.folder.path().join("data/care.hegu.app/practice")
    }

    /// The log file.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("data/care.hegu.app/log/hegu.log")
    }

    /// A folder on the machine in which people keep papers of their own; the program writes there only when asked.
    #[must_use]
    pub fn papers(&self) -> PathBuf {
        self.folder.path().join("outside")
    }

    /// A stick that is connected.
    #[must_use]
    pub fn stick(&self) -> PathBuf {
        let stick = self.papers().join("stick");
        private_folder(&stick);
        stick
    }

    /// The copies of the practice that lie on the stick, oldest first.
    #[must_use]
    pub fn copies(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.stick()).unwrap_or_else(|error| panic!("{error}"));
        let paths = entries.flatten().map(|entry| entry.path());
        let mut copies: Vec<PathBuf> =
            paths.filter(|path| path.extension().is_some_and(|ending| ending == "hegubak")).collect();
        copies.sort();
        copies
    }

    /// Waits for the first copy on the stick.
    ///
    /// # Panics
    /// When none comes.
    #[track_caller]
    pub fn wait_for_copy(&self) {
        let there = || match self.copies().as_slice() {
            [] => Err("no copy on the stick".to_owned()),
            _ => Ok(()),
        };
        until(there).unwrap_or_else(|reason| panic!("{reason}"));
    }

    /// The keyring of this machine's session; nobody answers yet.
    #[must_use]
    pub fn keyring(&self) -> SystemKeyring {
        let folder = self.papers().join("keyring");
        private_folder(&folder);
        SystemKeyring::on(&self.bus, &folder)
    }

    /// Writes the settings of this machine before the window is opened.
    pub(super) fn write_settings(&self, json: &str) {
        let folder = self.folder.path().join("config/care.hegu.app");
        private_folder(&folder);
        std::fs::write(folder.join("window.json"), json).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Every folder into which the program may write without being asked, with the variable that names it.
    pub fn folders(&self) -> impl Iterator<Item = (&'static str, PathBuf)> + '_ {
        FOLDERS.iter().map(|(variable, name)| (*variable, self.folder.path().join(name)))
    }

    /// What the program and the driver wrote to their output, all starts after each other.
    pub(super) fn output(&self) -> PathBuf {
        self.papers().join("output.txt")
    }
}

impl Default for Machine {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        // The web engine's processes end a moment after the program and may still be writing.
        let remove = || match std::fs::remove_dir_all(self.folder.path()) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.to_string()),
            _ => Ok(()),
        };
        drop(until(remove));
    }
}

fn private_folder(folder: &Path) {
    let made = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::set_permissions(folder, PermissionsExt::from_mode(0o700)));
    made.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
}

/// Every file below a folder with its bytes. What goes away while being looked at is passed over.
#[must_use]
pub fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && !path.is_symlink() {
            files.extend(files_below(&path));
        } else if path.is_file() {
            files.extend(std::fs::read(&path).map(|bytes| (path, bytes)));
        }
    }
    files
}
