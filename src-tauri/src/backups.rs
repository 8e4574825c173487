//! Makes the backups that nobody asks for: every two hours of work, and when the records are closed; and once a day a copy
//! outside this computer, while the place for it is there. Keeps the calendar on paper current where an owner wants that.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use hegu_core::backup::{self, CopyTrouble};
use hegu_core::{Cancel, Error, Practice, bookings, opening};

use crate::session::{Session, Shell};

/// How often it is looked whether one is due.
const EVERY: Duration = Duration::from_secs(60);

/// Looks for as long as the program runs.
pub(crate) async fn watch(shell: Shell) {
    loop {
        tokio::time::sleep(EVERY).await;
        shell.let_go_of_old_backup();
        look(&shell).await;
    }
}

/// Makes one if it is due. A failure is remembered by the core and shown in the window.
pub(crate) async fn look(shell: &Shell) {
    let practice = match &*shell.session.lock().await {
        Session::Open(practice) | Session::Resting(practice) => practice.clone(),
        Session::Locked | Session::Preparing(_) => return,
    };
    if let Err(error) = opening::look_for_folder(&practice).await {
        tracing::debug!(%error, "look for the practice's folder");
    }
    match backup::make_if_due(&practice).await {
        // Whoever locks in the middle of it gets the backup of the lock.
        Ok(_) | Err(Error::Locked | Error::FolderGone) => {}
        Err(error) => tracing::error!(%error, "backup"),
    }
    copy_if_due(shell, practice.clone());
    keep_paper(shell, practice);
}

/// The calendar on paper, in a folder that may be on a stick or a disk that does not answer: then the next look leaves it
/// alone.
fn keep_paper(shell: &Shell, practice: Practice) {
    let Ok(turn) = Arc::clone(&shell.keeping_paper).try_lock_owned() else { return };
    tokio::spawn(async move {
        match bookings::keep_week_paper(&practice).await {
            Ok(_) | Err(Error::Locked) => {}
            // When it was written last stands beside its folder in the settings.
            Err(error) => tracing::warn!(%error, "keep the calendar on paper"),
        }
        drop(turn);
    });
}

/// A stick takes its time, and the next backup does not wait for it.
fn copy_if_due(shell: &Shell, practice: Practice) {
    let stop = shell.stop_for_copies();
    tokio::spawn(async move {
        match backup::copy_if_due(&practice, &stop).await {
            Ok(_) | Err(Error::Locked | Error::Copy(CopyTrouble::Stopped)) => {}
            Err(error) => tracing::warn!(%error, "copy outside this computer"),
        }
    });
}

impl Shell {
    /// What stops a copy that begins now.
    pub(crate) fn stop_for_copies(&self) -> Cancel {
        self.copying.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stops every copy that is under way; the next one begins anew.
    pub(crate) fn stop_copies(&self) {
        std::mem::take(&mut *self.copying.lock().unwrap_or_else(PoisonError::into_inner)).stop();
    }

    /// A practice that was just made has its copies go where that was chosen before there was one. The first is due at once.
    pub(crate) fn take_first_place(&self, practice: Practice) {
        let place = self.place_to_be.lock().unwrap_or_else(PoisonError::into_inner).take();
        let (Some(place), shell) = (place, self.clone()) else { return };
        // A place that does not answer keeps nobody from beginning.
        tokio::spawn(async move {
            match backup::choose_place(&practice, place).await {
                Ok(()) => copy_if_due(&shell, practice),
                // Today asks for a place again.
                Err(error) => tracing::warn!(%error, "the place for copies that was chosen first"),
            }
        });
    }
}

/// Closes the records, after a backup of what was done.
pub(crate) async fn close(practice: &Practice) -> hegu_core::Result<()> {
    backup::before_closing(practice).await;
    practice.lock().await
}
