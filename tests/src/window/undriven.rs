//! The program as people have it, with nobody at the other end of its engine: only the keyboard reaches it.

use std::time::{Duration, Instant};

use super::bus::Running;
use super::driver::{children_of, pages_of};
use super::frame::press_keys;
use super::machine::Machine;
use super::program::{on, program};
use super::wait::until;

/// Between two tries of a person who waits for a page that may not listen yet.
const AGAIN: Duration = Duration::from_secs(5);

/// A running program that no driver has hold of. It is ended when this is dropped.
#[derive(Debug)]
pub struct Undriven<'m> {
    machine: &'m Machine,
    running: Running,
}

impl<'m> Undriven<'m> {
    /// Starts the program in English and waits until its window is there.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn open(machine: &'m Machine) -> Self {
        let started = on(machine, program()).spawn().unwrap_or_else(|error| panic!("{error}"));
        let opened = Self { machine, running: Running(started) };
        opened.press(&[]);
        opened
    }

    /// Types small letters and blanks.
    ///
    /// # Panics
    /// When there is no such key.
    pub fn type_text(&self, text: &str) {
        text.chars().for_each(|letter| self.press(&[u32::from(letter)]));
    }

    /// Presses keys, each after the other, and lets go of them.
    ///
    /// # Panics
    /// When there is no such key.
    pub fn press(&self, chord: &[u32]) {
        // A window that goes away while the windows are counted is no key that was pressed.
        until(|| press_keys(&self.machine.screen, chord).map_err(|error| error.to_string()))
            .unwrap_or_else(|error| panic!("{chord:?}: {error}"));
    }

    /// Does something, and again every few seconds, until it has happened: a page that is just being drawn does not listen
    /// yet.
    ///
    /// # Panics
    /// When it never happens.
    #[track_caller]
    pub fn keep_trying(&self, act: impl Fn(), happened: impl Fn() -> bool) {
        let mut last: Option<Instant> = None;
        let found = until(|| {
            if happened() {
                return Ok(());
            }
            if last.is_none_or(|last| last.elapsed() > AGAIN) {
                act();
                last = Some(Instant::now());
            }
            Err("it never happened".to_owned())
        });
        found.unwrap_or_else(|error| panic!("{error}"));
    }

    /// The processes that draw its pages.
    #[must_use]
    pub fn pages(&self) -> Vec<u32> {
        pages_of(&[self.running.0.id()])
    }

    /// Waits until something is true of the processes that draw its pages.
    ///
    /// # Panics
    /// When it never is.
    #[track_caller]
    pub fn expect_of_pages(&self, ask: impl Fn(&[u32]) -> Result<(), String>) {
        let found = until(|| ask(&self.pages()));
        found.unwrap_or_else(|error| panic!("{error}"));
    }
}

impl Drop for Undriven<'_> {
    fn drop(&mut self) {
        for process in children_of(self.running.0.id()) {
            drop(std::process::Command::new("kill").args(["-KILL", &process.to_string()]).status());
        }
    }
}
