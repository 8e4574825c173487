//! Backups: made by themselves, read back before they count, kept by rule, and gone back to.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use chrono::{DateTime, TimeDelta};
use hegu_core::Practice;
use hegu_core::clock::Clock;

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
