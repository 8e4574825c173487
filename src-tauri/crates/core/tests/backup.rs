//! Backups: made by themselves, read back before they count, kept by rule, and gone back to.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::Path;

use chrono::{DateTime, TimeDelta};
use hegu_core::Practice;
use hegu_core::clock::Clock;

#[path = "backup/before.rs"]
mod before;
#[path = "backup/files.rs"]
mod files;
#[path = "backup/making.rs"]
mod making;
#[path = "backup/outside.rs"]
mod outside;
#[path = "backup/random.rs"]
mod random;
#[path = "backup/restoring.rs"]
mod restoring;
#[path = "backup/unwatched.rs"]
mod unwatched;
mod written;

/// The same practice so many hours later.
fn later(practice: &Practice, hours: i64) -> Practice {
    let morning = DateTime::parse_from_rfc3339("2026-05-12T10:57:00-07:00").unwrap();
    practice.at(Clock::Fixed(morning + TimeDelta::hours(hours)))
}

/// Every file of a folder tree, below another.
fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_into(&entry.path(), &target)
        } else {
            assert!(fs::copy(entry.path(), target).unwrap() > 0);
        }
    }
}
