//! Who did what, when: an entry for every act, written in the transaction of the act itself.
//!
//! Entries are numbered without gaps and chained by a keyed hash, so an entry that is changed, removed or moved
//! shows as the first bad number. They carry ids and names of fields, never what somebody wrote. Against whoever holds
//! that key, people sign the head of the chain when they leave the keyboard and at the first act of a new day, and how
//! far it had come is noted outside of the database. Left out on purpose: names of clients and words for people, which
//! [`crate::trail`] puts together, because the audit knows no other part of the practice.

mod action;
mod anchor;
mod append;
mod checkpoint;
mod earlier_key;
mod entry;
mod kind;
mod read;
mod store;
mod trail;
mod verify;
mod vouched;

pub use action::Action;
pub use anchor::AnchorVerdict;
pub(crate) use anchor::{note_at_closing, note_outside, noted_outside, printed, remembered_outside};
pub(crate) use append::append;
#[cfg(feature = "testing")]
pub(crate) use append::mac_of;
pub(crate) use checkpoint::{Signer, anything_after, end_of_chain, hash_of, last_at, sign_head};
pub(crate) use earlier_key::keep_earlier_key;
pub(crate) use entry::Entry;
pub use entry::{Outcome, Subject};
pub use kind::AuditKind;
pub(crate) use read::{Wanted, head, newest, oldest};
pub(crate) use store::EntryRow;
pub(crate) use trail::{
    clients_lately, last_at_keyboard, last_check, last_of, next_number, of_client, times_done, was_just_done,
    was_just_done_at_all,
};
pub use verify::Verdict;
pub(crate) use verify::{finds_fault, verify};
pub(crate) use vouched::{SIGNING_KEY, names_any_key};
