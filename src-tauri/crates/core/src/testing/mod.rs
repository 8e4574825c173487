//! What tests and demonstrations stand on: a real encrypted practice in a temporary folder, on a fixed day.
//!
//! Nothing here is part of the shipped program; the `testing` feature is off in it.

mod clinic;
mod courses;
mod days;
mod demonstration;
mod diary;
mod forger;
mod histories;
mod names;
mod pretended_keyring;
mod soak;
mod test_practice;
mod treatments;

pub use crate::db::without_memory_locks;
pub use clinic::{Clinic, add, called, passphrase_of, set_pin};
pub use demonstration::{Demonstration, demonstrate};
pub use forger::{fault, rehash, verdict};
pub use pretended_keyring::{Mood, PretendedKeyring};
pub use soak::{Tally, rounds};
pub use test_practice::{
    PASSPHRASE, TestPractice, ask, create, invented_premises, premises, seated_as, tamper,
};
