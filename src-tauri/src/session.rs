//! Locked, being made, or open: one state, and everything the commands reach through it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex as BriefMutex};
use std::time::{Duration, Instant};

use hegu_core::Cancel;
use hegu_core::clock::Clock;
use hegu_core::keys::PreparedSheet;
use hegu_core::opening::{self, BroughtIn, Effort, Premises, Prepared};
use hegu_core::people::Keyring;
use hegu_core::{Error, IdSource, Practice};
use tokio::sync::Mutex;

use crate::backups;
use crate::command_error::CommandError;
use crate::desktop::{Desktop, Page, Said};
use crate::idle::Idle;
use crate::places::Places;

/// What the practice is for the window right now. A later slice adds a client's own page.
#[derive(Debug)]
pub(crate) enum Session {
    /// Closed: no key is in memory.
    Locked,
    /// Being made: keys and recovery sheet are in memory, nothing is on the disk.
    Preparing(Box<Prepared>),
    /// Somebody is at the keyboard.
    Open(Practice),
    /// Nobody is at the keyboard, and the records are open behind the door.
    Resting(Practice),
}

impl Session {
    /// Whether nobody's records are open.
    pub(crate) fn is_closed(&self) -> bool {
        matches!(self, Self::Locked | Self::Preparing(_))
    }
}

/// How long a page has to leave by itself, and to lock when it was asked to, before the shell does it instead.
const GRACE: Duration = Duration::from_secs(3);

/// What every command reaches: the session, where things are, and the desktop.
#[derive(Clone)]
pub struct Shell {
    pub(crate) session: Arc<Mutex<Session>>,
    /// How many times a practice was opened: two of them are told apart by it.
    openings: Arc<AtomicU64>,
    pub(crate) places: Places,
    pub(crate) premises: Premises,
    pub(crate) desktop: Arc<dyn Desktop>,
    /// The files that were dropped last, until a command takes them: the window is never told a path.
    pub(crate) dropped: Arc<BriefMutex<Vec<PathBuf>>>,
    /// A recovery sheet that was made and not typed back yet.
    pub(crate) sheet: Arc<Mutex<Option<PreparedSheet>>>,
    /// Where each person was in the window when they left the keyboard, by their id; never on the disk.
    pub(crate) left_at: Arc<BriefMutex<HashMap<String, String>>>,
    pub(crate) idle: Arc<Idle>,
    /// The file of a copy that was picked at the door: the window is never told a path.
    pub(crate) picked_copy: Arc<BriefMutex<Option<PathBuf>>>,
    /// A backup that was brought in beside the records, and is not in force.
    pub(crate) brought_in: Arc<Mutex<Option<(Instant, BroughtIn)>>>,
    /// Where copies of the practice that is being made will go.
    pub(crate) place_to_be: Arc<BriefMutex<Option<PathBuf>>>,
    /// Stops every copy that is under way.
    pub(crate) copying: Arc<BriefMutex<Cancel>>,
    /// Stops the adding of files that is under way.
    pub(crate) adding: Arc<BriefMutex<Cancel>>,
    /// Held while the calendar is written on paper.
    pub(crate) keeping_paper: Arc<Mutex<()>>,
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
            session: Arc::new(Mutex::new(Session::Locked)),
            openings: Arc::default(),
            places,
            premises,
            desktop,
            dropped: Arc::default(),
            sheet: Arc::default(),
            left_at: Arc::default(),
            idle: Arc::default(),
            picked_copy: Arc::default(),
            brought_in: Arc::default(),
            place_to_be: Arc::default(),
            copying: Arc::default(),
            adding: Arc::default(),
            keeping_paper: Arc::default(),
        }
    }

    /// The open practice, or `Locked`.
    pub(crate) async fn practice(&self) -> Result<Practice, CommandError> {
        match &*self.session.lock().await {
            Session::Open(practice) => Ok(practice.clone()),
            Session::Locked | Session::Preparing(_) | Session::Resting(_) => Err(Error::Locked.into()),
        }
    }

    /// Sits somebody down in a practice that was opened elsewhere.
    pub async fn enter(&self, practice: Practice) {
        self.seat(&mut *self.session.lock().await, practice);
    }

    /// Sits somebody down: the window hears of every change from now on. The page that asked shows the practice once
    /// it has heard the answer; a page that goes before would lose it.
    pub(crate) fn seat(&self, session: &mut Session, practice: Practice) {
        let mut changes = practice.changes();
        let desktop = Arc::clone(&self.desktop);
        if session.is_closed() {
            self.remember_practice();
            let opened = practice.clone();
            tokio::spawn(async move {
                match opening::walk_audit(&opened).await {
                    // Whoever locks while it goes on has it walked again at the next opening.
                    Ok(()) | Err(Error::Locked) => {}
                    Err(error) => tracing::error!(%error, "walk the audit"),
                }
            });
        }
        *session = Session::Open(practice);
        self.idle.touch();
        self.openings.fetch_add(1, Ordering::Relaxed);
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
        self.see_the_page_off();
    }

    /// Notes outside the practice's folder that there is one, so that its loss is told from a new computer.
    fn remember_practice(&self) {
        let mark = &self.places.was_here;
        if mark.exists() {
            return;
        }
        let folder = mark.parent().unwrap_or(mark);
        let noted = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(mark, ""));
        if let Err(error) = noted {
            tracing::warn!(%error, "that there is a practice is not noted");
        }
    }

    /// Closes the practice and wipes its keys. The page that asked has hidden the records already and leaves once it
    /// has heard the answer.
    pub async fn lock(&self) -> Result<(), CommandError> {
        let mut session = self.session.lock().await;
        let before = std::mem::replace(&mut *session, Session::Locked);
        self.forget_copies();
        self.forget_sitting().await;
        let (Session::Open(practice) | Session::Resting(practice)) = before else { return Ok(()) };
        let closed = backups::close(&practice).await;
        // Its time begins with its answer: the backup may take longer than that, and what the page had asked waits for it.
        self.see_the_page_off();
        Ok(closed?)
    }

    /// Empties the seat. The page that asked has hidden the records already and leaves once it has heard the answer.
    pub async fn rest(&self) -> Result<(), CommandError> {
        let mut session = self.session.lock().await;
        let Session::Open(practice) = &*session else { return Ok(()) };
        // Nobody sits there any more whatever the disk says: the records are hidden, and stay so.
        if let Err(error) = practice.rest().await {
            tracing::error!(%error, "rest");
        }
        *session = Session::Resting(practice.clone());
        self.forget_copies();
        self.see_the_page_off();
        Ok(())
    }

    /// What only lives from one opening of the practice to its lock.
    async fn forget_sitting(&self) {
        self.stop_copies();
        self.stop_adding();
        self.let_go_of_backup_at_once();
        *self.sheet.lock().await = None;
        self.left_at.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
    }

    /// Locks without the page, which has crashed or does not listen: it is replaced before the database is closed.
    pub(crate) async fn lock_without_the_page(&self) {
        let mut session = self.session.lock().await;
        let before = std::mem::replace(&mut *session, Session::Locked);
        self.desktop.show(Page::Closed);
        self.forget_copies();
        self.forget_sitting().await;
        if let Session::Open(practice) | Session::Resting(practice) = before
            && let Err(error) = backups::close(&practice).await
        {
            tracing::error!(%error, "lock without the page");
        }
    }

    /// Shows the door when the practice had to close in the middle of an act: the page still shows what it held.
    pub(crate) async fn show_out_if_closed(&self) {
        let closed = match &*self.session.lock().await {
            Session::Open(practice) => practice.is_closed().await,
            Session::Locked | Session::Preparing(_) | Session::Resting(_) => false,
        };
        if closed {
            self.lock_without_the_page().await;
        }
    }

    /// Rests without the page, which does not listen: it is replaced, and the seat is empty.
    async fn rest_without_the_page(&self) {
        let mut session = self.session.lock().await;
        let Session::Open(practice) = &*session else { return };
        if let Err(error) = practice.rest().await {
            tracing::error!(%error, "rest without the page");
        }
        *session = Session::Resting(practice.clone());
        self.desktop.show(Page::Closed);
        self.forget_copies();
    }

    /// Asks the page to lock, so that what is being typed is kept first, and locks without it when it does not.
    pub(crate) fn ask_to_lock(&self) {
        let shell = self.clone();
        tauri::async_runtime::spawn(async move { shell.lock_with_the_page().await });
    }

    /// The same, and returns when the practice is locked.
    pub(crate) async fn lock_with_the_page(&self) {
        if self.waits_for_the_page("lock").await {
            self.lock_without_the_page().await;
        }
    }

    /// The same where the records are open, also while nobody is at the keyboard: a backup is made whenever they are
    /// closed.
    pub(crate) async fn lock_if_open(&self) {
        if matches!(*self.session.lock().await, Session::Open(_) | Session::Resting(_)) {
            self.lock_with_the_page().await;
        }
    }

    /// Asks the page to let the practice rest, and empties the seat without it when it does not.
    pub(crate) fn ask_to_rest(&self) {
        let shell = self.clone();
        tauri::async_runtime::spawn(async move {
            if shell.waits_for_the_page("rest").await {
                shell.rest_without_the_page().await;
            }
        });
    }

    /// Has the page do one of its actions and gives it a moment; whether the same opening is still open after it.
    async fn waits_for_the_page(&self, action: &str) -> bool {
        let asked_at = self.openings.load(Ordering::Relaxed);
        if !matches!(*self.session.lock().await, Session::Open(_)) {
            // Nobody is there to be asked, and a practice that rests can be locked at once.
            return action == "lock";
        }
        self.desktop.say(Said::Menu { action: action.to_owned() });
        let until = tokio::time::Instant::now() + GRACE;
        while tokio::time::Instant::now() < until {
            tokio::time::sleep(GRACE / 30).await;
            let open = matches!(*self.session.lock().await, Session::Open(_));
            if !open || self.openings.load(Ordering::Relaxed) != asked_at {
                return false;
            }
        }
        true
    }

    /// A page that has not left after a while never will: it is replaced. Should the practice be opened or locked in
    /// this very moment, the wrong page sees that itself and leaves.
    fn see_the_page_off(&self) {
        let (session, desktop) = (Arc::clone(&self.session), Arc::clone(&self.desktop));
        tokio::spawn(async move {
            tokio::time::sleep(GRACE).await;
            let right = match *session.lock().await {
                Session::Open(_) => Page::Open,
                Session::Locked | Session::Preparing(_) | Session::Resting(_) => Page::Closed,
            };
            if !desktop.shows(right) {
                tracing::warn!("the page did not leave by itself");
                desktop.show(right);
            }
        });
    }
}
