//! Watches how long nobody has done anything, and rests or locks the practice when it is time.
//!
//! The rule is the core's; here are the clocks it asks for and the task that asks. What counts as doing something is a
//! key, a click or a touch in the window, which the page reports, and whoever comes in.

use std::sync::Mutex;
use std::time::Duration;

use hegu_core::clock::Clock;
use hegu_core::opening::{Due, Instants, due};
use hegu_core::settings::{self, LockSettings};

use crate::session::{Session, Shell};

/// How often it is looked at. Nobody minds five minutes and five seconds.
const EVERY: Duration = Duration::from_secs(5);

/// When somebody last did something, and how long may pass.
#[derive(Debug)]
pub(crate) struct Idle {
    inside: Mutex<(Instants, LockSettings)>,
}

impl Default for Idle {
    fn default() -> Self {
        Self { inside: Mutex::new((now(), LockSettings::default())) }
    }
}

impl Idle {
    /// Somebody does something.
    pub(crate) fn touch(&self) {
        self.inside().0 = now();
    }

    fn inside(&self) -> std::sync::MutexGuard<'_, (Instants, LockSettings)> {
        self.inside.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Looks for as long as the program runs.
pub(crate) async fn watch(shell: Shell) {
    loop {
        tokio::time::sleep(EVERY).await;
        look(&shell, now()).await;
    }
}

/// Does what is due.
pub(crate) async fn look(shell: &Shell, now: Instants) {
    let (open, practice) = match &*shell.session.lock().await {
        Session::Open(practice) => (true, practice.clone()),
        Session::Resting(practice) => (false, practice.clone()),
        Session::Locked | Session::Preparing(_) => return,
    };
    // While it rests nobody may read the settings; those of before hold.
    if open && let Ok(settings) = settings::locks(&practice).await {
        shell.idle.inside().1 = settings;
    }
    let (since, settings) = *shell.idle.inside();
    match due(since, now, &settings) {
        Due::Nothing => {}
        Due::Rest if open => shell.ask_to_rest(),
        Due::Rest => {}
        Due::Lock if open => shell.ask_to_lock(),
        Due::Lock => shell.lock_without_the_page().await,
    }
}

/// This moment on both clocks.
pub(crate) fn now() -> Instants {
    Instants { running: since_start(), wall: Clock::System.now() }
}

/// Milliseconds since the computer was started, sleep included.
#[cfg(target_os = "linux")]
fn since_start() -> i64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    time.tv_sec.saturating_mul(1000).saturating_add(time.tv_nsec / 1_000_000)
}

/// Milliseconds since this was first asked; the clock on the wall sees a sleep.
#[cfg(not(target_os = "linux"))]
fn since_start() -> i64 {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    let start = START.get_or_init(std::time::Instant::now);
    i64::try_from(start.elapsed().as_millis()).unwrap_or(i64::MAX)
}
