//! Who did what, when: an entry for every act, written in the transaction of the act itself.
//!
//! Entries are numbered without gaps and chained by a keyed hash, so an entry that is changed, removed or moved
//! shows as the first bad number. They carry ids and names of fields, never what somebody wrote. Left out on
//! purpose: reading the trail on a screen and signing its head, which come with the slice that shows it.

mod action;
mod append;
mod earlier_key;
mod entry;
mod store;
mod trail;
mod verify;

pub use action::Action;
pub(crate) use append::append;
pub(crate) use earlier_key::keep_earlier_key;
pub(crate) use entry::Entry;
pub use entry::{Outcome, Subject};
pub(crate) use trail::{clients_lately, last_at_keyboard, next_number, of_client, times_done, was_just_done};
pub(crate) use verify::first_break;
