//! Files kept beside the database, each sealed under a key of its own that lies in the database.
//!
//! A file is written and on the disk before the row that points at it is committed, so a row never points at
//! nothing; a file without a row is unreadable and harmless. What is no longer needed goes in the other order: first
//! the row, then the file.

mod bring;
mod forget;
mod keep;
mod photo;
mod picture;
mod read;
mod store;

pub use picture::LARGEST_PICTURE;

pub(crate) use bring::{Sealed, Unsealed, seal_from};
pub(crate) use forget::forget;
pub(crate) use keep::{keep, path as stored_at};
pub(crate) use photo::{portrait, shown, taken};
pub(crate) use picture::Picture;
pub(crate) use read::{KeptFile, all_kept, copy_to, read, read_each};
