//! The audit: nothing is changed without it, whoever may reads it, and whatever is done to it is found.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod added;
#[path = "audit/complete.rs"]
mod complete;
#[path = "audit/keys.rs"]
mod keys;
#[path = "audit/people.rs"]
mod people;
#[path = "audit/reading.rs"]
mod reading;
#[path = "audit/tampering.rs"]
mod tampering;
mod written;
