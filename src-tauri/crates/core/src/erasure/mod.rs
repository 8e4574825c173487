//! Erases records, as far as nothing says that they have to be kept, and writes the letter that tells what is kept, why, and until
//! when.
//!
//! [`plan`] says what would become of a record: nothing while it is held, a part while its time runs, the whole after it. [`letter`]
//! draws that for whoever asked, and [`erase`] does it, for good. What is left is that it was done, in the audit and in a row of its
//! own, and the seals of the notes: nothing that the record said. Copies made before still hold it; they go with their own time.

mod erase;
mod letter;
mod page;
mod plan;
mod store;

use crate::erasing::Erasing;
use crate::{alerts, bookings, clients, correspondence, drafts, files, handouts, health, notes, retention};

pub use erase::{EraseRecord, erase};
pub use letter::{Asked, AskedBy, LetterOf, letter, letter_saved, letter_went_out};
pub use plan::{ErasurePlan, KeptParts, Reach, plan};

/// What every slice takes out, in an order in which nothing refers to what is gone.
fn erasing() -> [Erasing; 10] {
    [
        drafts::ERASING,
        bookings::ERASING,
        notes::ERASING,
        handouts::ERASING,
        health::ERASING,
        alerts::ERASING,
        correspondence::ERASING,
        files::ERASING,
        retention::ERASING,
        clients::ERASING,
    ]
}
