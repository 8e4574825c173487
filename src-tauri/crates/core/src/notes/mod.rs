//! Treatment notes: typed as drafts, signed once, read-only ever after, amended by signed addenda.
//!
//! [`sign`] turns what was typed into a note that no code can edit, because [`signed`] has the only type that is stored
//! and it lends nothing out to be changed. [`seal`] says byte for byte what a signature covers; every time a note is
//! shown it is worked out again and compared. [`open`] and [`last`] show a note, [`addendum`] adds to it, [`page`] puts
//! it on paper, [`pins`] puts words of it at the head of the record. Left out on purpose, until the slices that bring them: the full acupuncture chart, co-signing a
//! student's note, templates of one's own.

mod addendum;
mod last;
mod model;
mod open;
mod page;
mod pdf;
mod pins;
mod seal;
mod sections;
mod sign;
mod signed;
mod store;
mod timeline;
mod view;

use crate::attached::Attached;

pub use addendum::{AddAddendum, add_addendum};
pub use last::last;
pub use model::{NeedledPoint, NoteText, Side};
pub use open::open;
pub use pdf::{pdf, saved, went_out};
pub use pins::{PinView, PinWords, Pinned, PinnedFrom, pin, pin_again, pins, unpin};
pub use sections::{SECTIONS, SectionName, SectionNames};
pub use sign::{SignNote, sign};
pub use view::{AddendumView, NoteView, PrintedPoint, Seal};

#[cfg(feature = "testing")]
pub(crate) use sign::put_down;
pub(crate) use store::{last_days_since, signed_on, with_notes};
pub(crate) use timeline::of_client;

/// The signed notes of a record, to be counted: they stay where they were signed.
pub(crate) const SIGNED: Attached = Attached::all("notes_note");
