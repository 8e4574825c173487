//! Copies of the records outside this computer's disk: on a stick, on another disk, in a folder that is carried elsewhere.
//!
//! A copy is one encrypted file, made from a backup that was read back, and read back itself before it counts. An owner
//! [chooses the place](choose_place) once; [`copy_outside`] makes a copy at a click, [`copy_if_due`] one a day while the
//! place is there, and [`outside`] says what lies there. [`InFile`] is what is in such a file, for going back to it.

mod choose;
mod file;
mod inside;
mod list;
mod make;
mod model;
mod place;
mod trouble;
mod unattended;
mod wanted;
mod write;

pub use choose::{check_place, choose_place, forget_place};
pub(super) use inside::InFile;
pub(super) use list::newest_good;
pub use list::outside;
pub use make::{copy_if_due, copy_outside, copy_to};
pub use model::{CopyStanding, CopyTrouble, CopyView, FailedCopy, OutsideView, PlaceView};
pub(crate) use trouble::trouble_of;
pub use unattended::copy_unattended;
pub use wanted::{CopyWanted, copy_wanted};
