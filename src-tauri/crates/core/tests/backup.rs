//! Backups: made by themselves, read back before they count, kept by rule, and gone back to.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

#[path = "backup/making.rs"]
mod making;
#[path = "backup/restoring.rs"]
mod restoring;
mod written;
