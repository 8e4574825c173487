//! What can be chosen, in three scopes: this machine, the practice, the person.
//!
//! The machine's choices are a small clear file, because they must be known while the practice is locked and say
//! nothing about anybody. The others are rows in the database, one a key, so that a new one needs no migration. The
//! practice's logo is a sealed file, with the one before it beside it until the next opening.

mod choose_logo;
mod letterhead;
mod locks;
mod logo;
mod machine;
mod person;
mod practice;
mod read;
mod remove_logo;
mod store;
mod texts;

pub use choose_logo::choose_logo;
pub use locks::{LockSettings, change_locks, locks};
pub use logo::{DescribeLogo, LogoView, describe_logo, logo};
pub use machine::{Density, MachineSettings, Theme};
pub use person::{PersonSettings, change_person};
pub use practice::{PersonWord, PracticeSettings, RecordField, change_practice, practice_name};
pub use read::{SettingsView, read};
pub use remove_logo::{put_back_logo, remove_logo};
pub use texts::{MessageTexts, change_texts};

pub(crate) use letterhead::{Letterhead, letterhead};
pub(crate) use practice::{first, practice};
pub(crate) use remove_logo::forget_logo_aside;
