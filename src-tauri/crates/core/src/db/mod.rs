//! The one encrypted database file, and the only place that knows its key.
//!
//! [`open`] puts everything in the order SQLCipher needs it, [`key`] hands the key over without a copy in any
//! string or log, [`copy`] makes an encrypted copy page by page, [`migrate`] brings an older database up on such
//! a copy, and [`check`] reads a database through. Left out on purpose: a pool. There is exactly one connection,
//! in exclusive mode, so a second process is refused and no bug that needs two connections can happen.

pub(crate) mod check;
pub(crate) mod copy;
pub(crate) mod in_one;
mod in_place;
pub(crate) mod key;
pub(crate) mod migrate;
pub(crate) mod open;
mod touched;

#[cfg(feature = "testing")]
pub use open::without_memory_locks;
pub(crate) use open::{Connection, Open};
pub(crate) use touched::Touched;
