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
use crate::dated::Dated;
use crate::erasing::Erasing;

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
pub(crate) use timeline::{SignedEntry, of_client};

/// The signed notes of a record, to be counted: they stay where they were signed.
pub(crate) const SIGNED: Attached = Attached::all("notes_note");

/// The days on which somebody was treated, and those on which something was added.
pub(crate) const DATED: [Dated; 2] = [
    Dated { table: "notes_note", client: "client", day: "visit_date", which: "TRUE", visit: true },
    Dated {
        table: "notes_addendum AS added JOIN notes_note AS note ON note.id = added.note",
        client: "note.client",
        day: "date(added.signed_at / 1000, 'unixepoch')",
        which: "TRUE",
        visit: false,
    },
];

/// What is erased: pinned words are copies; of a note and of an addendum the seal stays.
pub(crate) const ERASING: Erasing = Erasing {
    at_once: &["DELETE FROM notes_pin WHERE note IN (SELECT id FROM notes_note WHERE client IN {record})"],
    in_time: &[
        "INSERT INTO notes_erased
             (id, note, client, signed_by, signed_at, audit_seq, public_key, payload_sha256, signature)
         SELECT id, id, client, signed_by, signed_at, audit_seq, public_key, payload_sha256, signature
         FROM notes_note WHERE client IN {record}",
        "INSERT INTO notes_erased
             (id, note, client, signed_by, signed_at, audit_seq, public_key, payload_sha256, signature)
         SELECT added.id, note, client, added.signed_by, added.signed_at, added.audit_seq, added.public_key,
             added.payload_sha256, added.signature
         FROM notes_addendum AS added JOIN notes_note ON notes_note.id = note WHERE client IN {record}",
        "DELETE FROM notes_addendum WHERE note IN (SELECT id FROM notes_note WHERE client IN {record})",
        "DELETE FROM notes_point WHERE note IN (SELECT id FROM notes_note WHERE client IN {record})",
        "DELETE FROM notes_note WHERE client IN {record}",
    ],
};
