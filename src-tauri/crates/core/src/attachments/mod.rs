//! Files kept beside the database, each sealed under a key of its own that lies in the database.
//!
//! A file is written and on the disk before the row that points at it is committed, so a row never points at
//! nothing; a file without a row is unreadable and harmless. Left out on purpose: previews and the client's own
//! files, which come with the slice that shows them.

mod keep;
mod read;
mod store;

pub(crate) use keep::keep;
pub(crate) use read::read;
