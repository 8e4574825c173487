//! What can be chosen, in three scopes: this machine, the practice, the person.
//!
//! The machine's choices are a small clear file, because they must be known while the practice is locked and say
//! nothing about anybody. The others are rows in the database, one a key, so that a new one needs no migration.

mod locks;
mod machine;
mod person;
mod practice;
mod read;
mod store;

pub use locks::{LockSettings, change_locks, locks};
pub use machine::{Density, MachineSettings, Theme};
pub use person::{PersonSettings, change_person};
pub use practice::{PersonWord, PracticeSettings, change_practice, practice_name};
pub use read::{SettingsView, read};

pub(crate) use practice::{first, practice};
