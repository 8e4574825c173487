//! The practice: everything Hegu knows and does, with no window in sight.
//!
//! Each folder is one thing the practitioner would name (clients, handouts, drafts …), and inside it one file
//! is one act, named by its verb. Every act takes a [`Practice`]: the opened, encrypted database together with
//! the clock, the source of ids, and the person at the keyboard. What changes the database goes through a
//! [`Change`], which writes the audit entry in the same transaction, or neither.
//!
//! Left out on purpose: windows, dialogs and printing (the shell), drawing PDF pages (`hegu-document`), and all
//! cryptography (`hegu-vault`). Nothing in this crate opens a network connection, ever.

pub mod alerts;
mod attached;
pub mod attachments;
pub mod audit;
pub mod backup;
mod blocking;
pub mod bookings;
mod change;
mod checks;
pub mod clients;
pub mod clock;
pub mod correspondence;
mod dated;
mod db;
pub mod drafts;
mod erasing;
pub mod erasure;
mod error;
pub mod files;
mod folding;
pub mod handouts;
pub mod health;
mod ids;
pub mod keys;
mod moment;
pub mod notes;
pub mod opening;
pub mod people;
pub mod points;
mod practice;
mod printable;
mod process_end;
mod reader;
pub mod retention;
mod seats;
pub mod settings;
mod slice;
#[cfg(feature = "testing")]
pub mod testing;
pub mod today;
pub mod trail;
mod watch;

pub use change::Change;
pub use checks::{FieldError, FieldProblem};
pub use error::{Error, Result, Trouble, UnreadableFile, UnsafePlace, UnusablePicture};
pub use ids::{
    AddendumId, AlertId, AttachmentId, AwayId, BookingId, ClientId, CorrespondenceId, CustomFieldId, DraftId,
    FileId, GivenId, HealthReviewId, HoldId, HoursId, IdSource, MergeId, NoteId, PersonId, PinId, RoomId,
    RuleId, SeriesId, ServiceId, SheetId,
};
pub use moment::Moment;
pub use practice::Practice;
pub use process_end::end_process;
pub use reader::Reader;
pub use slice::Slice;
pub use watch::Cancel;

/// What the records are encrypted with, for the About page.
pub const CIPHER: &str = "SQLCipher 4.10, AES-256-CBC with HMAC-SHA512; keys by Argon2id";
