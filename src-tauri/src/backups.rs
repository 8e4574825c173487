//! Makes the backups that nobody asks for: every two hours of work, and when the records are closed.

use std::time::Duration;

use hegu_core::{Error, Practice, backup};

use crate::session::{Session, Shell};

/// How often it is looked whether one is due.
const EVERY: Duration = Duration::from_secs(60);

/// Looks for as long as the program runs.
pub(crate) async fn watch(shell: Shell) {
    loop {
        tokio::time::sleep(EVERY).await;
        look(&shell).await;
    }
}

/// Makes one if it is due. A failure is remembered by the core and shown in the window.
pub(crate) async fn look(shell: &Shell) {
    let practice = match &*shell.session.lock().await {
        Session::Open(practice) | Session::Resting(practice) => practice.clone(),
        Session::Locked | Session::Preparing(_) => return,
    };
    match backup::make_if_due(&practice).await {
        // Whoever locks in the middle of it gets the backup of the lock.
        Ok(_) | Err(Error::Locked) => {}
        Err(error) => tracing::error!(%error, "backup"),
    }
}

/// Closes the records, after a backup of what was done.
pub(crate) async fn close(practice: &Practice) -> hegu_core::Result<()> {
    backup::before_closing(practice).await;
    practice.lock().await
}
