//! Files kept beside the database, each sealed under a key of its own that lies in the database.
//!
//! A file is written and on the disk before the row that points at it is committed, so a row never points at
//! nothing; a file without a row is unreadable and harmless. What is no longer needed goes in the other order: first
//! the row, then the file. Left out on purpose: previews and the client's own files, which come with the slice that
//! shows them.

mod forget;
mod keep;
mod picture;
mod read;
mod store;

pub use picture::LARGEST_PICTURE;

pub(crate) use forget::forget;
pub(crate) use keep::{keep, path as stored_at};
pub(crate) use picture::Picture;
pub(crate) use read::{KeptFile, all_kept, read, read_each};
