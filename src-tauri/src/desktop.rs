//! What a command may ask of the desktop: a page, a dialog, a word to the window.
//!
//! The trait keeps commands free of the window's type, so that they run against the mock runtime too, where dialogs
//! are answered by the test. It grows only when a command demands it. Left out on purpose: reading any path the
//! window names, because the window never names one.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::incoming::Held;

/// The pages of the window. Each is a document of its own, so that leaving one drops everything it showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// First run, unlock, recovery, trouble.
    Closed,
    /// The open practice.
    Open,
}

impl Page {
    /// The page's file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Closed => "closed.html",
            Self::Open => "index.html",
        }
    }
}

/// Something the shell says without being asked.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Said {
    /// Parts of the practice changed.
    Changed {
        /// Which.
        slices: Vec<hegu_core::Slice>,
    },
    /// A menu entry was chosen.
    Menu {
        /// The UI's name of the action.
        action: String,
    },
    /// A file is held over the window, or no longer.
    Hover(Option<Held>),
    /// A file was dropped.
    Dropped(Held),
    /// How far something that takes its time has come.
    Progress {
        /// How much is done.
        done: i64,
        /// Of how much.
        of: i64,
    },
}

impl Said {
    /// The event's name.
    pub fn event(&self) -> &'static str {
        match self {
            Self::Changed { .. } => "changed",
            Self::Menu { .. } => "menu",
            Self::Hover(_) => "file-hover",
            Self::Dropped(_) => "file-dropped",
            Self::Progress { .. } => "progress",
        }
    }
}

/// What became of printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printing {
    /// It is on its way to the printer.
    Sent,
    /// The dialog was closed.
    Closed,
    /// This system has no dialog for printing that the program can ask for.
    Unavailable,
}

/// The desktop around the program.
pub trait Desktop: Send + Sync + 'static {
    /// Replaces the document in the window.
    fn show(&self, page: Page);
    /// Whether this page stands in the window.
    fn shows(&self, page: Page) -> bool;
    /// Says something to the window.
    fn say(&self, said: Said);
    /// Asks for a text file to bring in; nothing when the person closed the dialog. May block for minutes.
    fn ask_for_text_file(&self) -> Option<PathBuf>;
    /// Asks for a png or jpeg; nothing when the person closed the dialog. May block for minutes.
    fn ask_for_picture(&self) -> Option<PathBuf>;
    /// Asks for files of any kind; none when the person closed the dialog. May block for minutes.
    fn ask_for_files(&self) -> Vec<PathBuf>;
    /// Asks for the file of a copy; nothing when the person closed the dialog. May block for minutes.
    fn ask_for_copy(&self) -> Option<PathBuf>;
    /// Asks for a folder; nothing when the person closed the dialog. May block for minutes.
    fn ask_for_folder(&self) -> Option<PathBuf>;
    /// Asks where to save a file of this name; nothing when the person closed the dialog. May block for minutes.
    fn ask_where_to_save(&self, file_name: &str) -> Option<PathBuf>;
    /// Asks how to print a PDF, and prints it. May block for minutes.
    fn print(&self, title: &str, pdf: &[u8]) -> Printing;
    /// Opens a file in the program that this system has for it. May block for minutes.
    ///
    /// # Errors
    /// When nothing on this system opens it.
    fn open(&self, file: &Path) -> std::io::Result<()>;
    /// Opens a message in the system's mail program: an address that the core made, beginning with `mailto:`. May block for
    /// minutes.
    ///
    /// # Errors
    /// When nothing on this system opens it.
    fn write_mail(&self, address: &str) -> std::io::Result<()>;
}
