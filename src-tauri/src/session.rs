//! Locked, being made, or open: one state, and everything the commands reach through it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex as BriefMutex};

use hegu_core::clock::Clock;
use hegu_core::opening::{Effort, Premises, Prepared};
use hegu_core::people::Keyring;
use hegu_core::{Error, IdSource, Practice};
use tokio::sync::Mutex;

use crate::command_error::CommandError;
use crate::desktop::{Desktop, Page, Said};
use crate::places::Places;

/// What the practice is for the window right now. Later slices add a soft lock and a client's own page.
#[derive(Debug)]
pub(crate) enum Session {
    /// Closed: no key is in memory.
    Locked,
    /// Being made: keys and recovery sheet are in memory, nothing is on the disk.
    Preparing(Box<Prepared>),
    /// Somebody is at the keyboard.
    Open(Practice),
}

/// What every command reaches: the session, where things are, and the desktop.
pub struct Shell {
    pub(crate) session: Mutex<Session>,
    pub(crate) places: Places,
    pub(crate) premises: Premises,
    pub(crate) desktop: Arc<dyn Desktop>,
    /// The file that was dropped last, until a command takes it: the window is never told a path.
    pub(crate) dropped: BriefMutex<Option<PathBuf>>,
}

impl Shell {
    /// A locked shell over the given places and desktop.
    pub fn new(places: Places, desktop: Arc<dyn Desktop>) -> Self {
        let premises = Premises {
            folder: places.practice.clone(),
            clock: Clock::System,
            ids: IdSource::Random,
            effort: Effort::shipped(),
            keyring: Keyring::System,
        };
        Self::over(places, premises, desktop)
    }

    /// The same with premises of its own, for tests.
    pub fn over(places: Places, premises: Premises, desktop: Arc<dyn Desktop>) -> Self {
        Self {
            session: Mutex::new(Session::Locked),
            places,
            premises,
            desktop,
            dropped: BriefMutex::new(None),
        }
    }

    /// The open practice, or `Locked`.
    pub(crate) async fn practice(&self) -> Result<Practice, CommandError> {
        match &*self.session.lock().await {
            Session::Open(practice) => Ok(practice.clone()),
            Session::Locked | Session::Preparing(_) => Err(Error::Locked.into()),
        }
    }

    /// Sits somebody down: the window shows the practice, and hears of every change from now on.
    pub async fn enter(&self, practice: Practice) {
        let mut changes = practice.changes();
        let desktop = Arc::clone(&self.desktop);
        *self.session.lock().await = Session::Open(practice);
        tokio::spawn(async move {
            use tokio::sync::broadcast::error::RecvError;
            loop {
                match changes.recv().await {
                    Ok(slices) => desktop.say(Said::Changed { slices }),
                    // Too many at once: say that everything may have changed.
                    Err(RecvError::Lagged(_)) => {
                        desktop.say(Said::Changed { slices: hegu_core::Slice::ALL.to_vec() })
                    }
                    Err(RecvError::Closed) => return,
                }
            }
        });
        self.desktop.show(Page::Open);
    }

    /// Closes the practice, wipes its keys and replaces the document that showed records. The page goes first, so
    /// that nothing is readable while the database is being closed.
    pub async fn lock(&self) -> Result<(), CommandError> {
        let mut session = self.session.lock().await;
        let before = std::mem::replace(&mut *session, Session::Locked);
        let Session::Open(practice) = before else { return Ok(()) };
        self.desktop.show(Page::Closed);
        Ok(practice.lock().await?)
    }
}
