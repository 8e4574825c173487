//! What becomes of records: two made one and two again, put away, kept as long as they have to be, and erased.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod filed;
mod hostile;
mod recorded;
mod taken_down;
mod twice;
mod written;

#[path = "record_life/erasure.rs"]
mod erasure;
#[path = "record_life/files.rs"]
mod files;
#[path = "record_life/health.rs"]
mod health;
#[path = "record_life/hostile_words.rs"]
mod hostile_words;
#[path = "record_life/left_behind.rs"]
mod left_behind;
#[path = "record_life/letter.rs"]
mod letter;
#[path = "record_life/merging.rs"]
mod merging;
#[path = "record_life/put_away.rs"]
mod put_away;
#[path = "record_life/report.rs"]
mod report;
#[path = "record_life/retention.rs"]
mod retention;
#[path = "record_life/stands.rs"]
mod stands;
