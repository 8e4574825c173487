//! The acupuncture points: the 361 of the channels and the 48 extra points, looked up while one types.
//!
//! The tables are part of the program and never of a practice; a note keeps the names it was signed with. [`find`]
//! answers to every code, script and spelling a practitioner may have learned, and what is kept is the code of the
//! World Health Organization alone. Left out on purpose: where a point lies and how deep to needle it, which are in
//! books with pictures; ear and scalp points, whose standards disagree.

mod code;
mod find;
mod of_channel;
mod read;
mod table;
mod view;

pub use find::{FindPoints, find};
pub use of_channel::of_channel;
pub use read::read;
pub use view::{Place, PointRow, PointView};

pub(crate) use table::point;
