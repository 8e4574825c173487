//! Papers on their way out of the practice: to the printer, or into the system's viewer from a private copy.
//!
//! Printing goes by a file descriptor of memory, so nothing readable touches the disk. A viewer needs a file: one with
//! a neutral name, for this account only, in the run-time folder, gone at the next lock, at the end and at the next
//! start.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::Serialize;
use specta::Type;

use crate::command_error::CommandError;
use crate::desktop::Printing;
use crate::session::{Session, Shell};

/// What became of printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PrintOutcome {
    /// It is on its way to the printer.
    Sent,
    /// The dialog was closed.
    Closed,
    /// There is no dialog for printing here, so it was opened in the system's viewer instead.
    Viewer,
}

/// That a paper was to be printed.
#[derive(Debug, Serialize, Type)]
pub struct Printed {
    /// What became of it.
    pub outcome: PrintOutcome,
}

/// Counts the copies of one start, so that two open at once have names of their own.
static COPIES: AtomicU32 = AtomicU32::new(0);

impl Shell {
    /// Has the system print a PDF; where it cannot, its viewer opens it.
    pub(crate) async fn print(&self, title: String, pdf: Arc<Vec<u8>>) -> Result<Printed, CommandError> {
        let (desktop, printed) = (Arc::clone(&self.desktop), Arc::clone(&pdf));
        let printing = blocking(move || desktop.print(&title, &printed)).await?;
        let outcome = match printing {
            Printing::Sent => PrintOutcome::Sent,
            Printing::Closed => PrintOutcome::Closed,
            Printing::Unavailable => {
                self.open_outside(&pdf).await?;
                PrintOutcome::Viewer
            }
        };
        Ok(Printed { outcome })
    }

    /// Asks where to save a file of this name; nothing when the dialog was closed.
    pub(crate) async fn place_to_save(&self, file_name: String) -> Result<Option<PathBuf>, CommandError> {
        let desktop = Arc::clone(&self.desktop);
        blocking(move || desktop.ask_where_to_save(&file_name)).await
    }

    /// Has the system's viewer open a private copy of a PDF.
    pub(crate) async fn open_outside(&self, pdf: &[u8]) -> Result<(), CommandError> {
        let (path, mut copy) = self.private_copy("pdf").await?;
        copy.write_all(pdf).map_err(|error| unwritten(&error))?;
        self.open_copy(path).await
    }

    /// Has the program that this system has for it open a private copy.
    pub(crate) async fn open_copy(&self, path: PathBuf) -> Result<(), CommandError> {
        let desktop = Arc::clone(&self.desktop);
        blocking(move || desktop.open(&path))
            .await?
            .map_err(|error| CommandError::unexpected("open the system's viewer", &error))
    }

    /// Has the system's mail program open a message.
    pub(crate) async fn write_mail(&self, address: String) -> Result<(), CommandError> {
        let desktop = Arc::clone(&self.desktop);
        blocking(move || desktop.write_mail(&address))
            .await?
            .map_err(|error| CommandError::unexpected("open the mail program", &error))
    }

    /// Makes the empty file of a copy while the practice cannot be locked, so that the lock finds every copy there is.
    pub(crate) async fn private_copy(&self, ending: &str) -> Result<(PathBuf, File), CommandError> {
        let session = self.session.lock().await;
        if !matches!(*session, Session::Open(_)) {
            return Err(CommandError::Locked);
        }
        let number = COPIES.fetch_add(1, Ordering::Relaxed) + 1;
        let path = self.places.papers.join(format!("copy-{number}.{ending}"));
        let copy = new_private(&path).map_err(|error| unwritten(&error))?;
        Ok((path, copy))
    }

    /// Removes every private copy.
    pub(crate) fn forget_copies(&self) {
        match fs::remove_dir_all(&self.places.papers) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                tracing::error!(%error, "remove the private copies");
            }
            _ => {}
        }
    }
}

fn unwritten(error: &std::io::Error) -> CommandError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => CommandError::DiskFull,
        _ => CommandError::unexpected("write a private copy", error),
    }
}

/// Makes a file that only this account can read.
fn new_private(path: &std::path::Path) -> std::io::Result<File> {
    let mut folder = fs::DirBuilder::new();
    let mut file = fs::OpenOptions::new();
    folder.recursive(true);
    file.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        folder.mode(0o700);
        file.mode(0o600);
    }
    if let Some(parent) = path.parent() {
        folder.create(parent)?;
    }
    file.open(path)
}

/// A dialog waits for a person, so it waits on a thread of its own.
pub(crate) async fn blocking<T: Send + 'static>(
    ask: impl FnOnce() -> T + Send + 'static,
) -> Result<T, CommandError> {
    tokio::task::spawn_blocking(ask)
        .await
        .map_err(|error| CommandError::unexpected("ask in a dialog", &error))
}
