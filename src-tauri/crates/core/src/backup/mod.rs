//! Copies of the records that are made by themselves, read back, and kept by rule.
//!
//! A backup is a folder below `backups` that holds what a practice holds: the key file of that moment and the database.
//! The files kept beside the database are copied once for all backups, into `backups/att`. [`make`] steps through the
//! database between other acts, opens the copy, reads it through and compares the end of the audit before the folder
//! gets its name: what has a name is a backup. [`list`] says what there is and [`make_if_due`] when the next one is
//! wanted. [`Chosen`] is one to go back to, which [`opening::bring_in`](crate::opening::bring_in) does. [`outside`] is
//! about the copies on another disk.

mod before;
mod chosen;
mod due;
mod files;
mod finish;
mod keep_rule;
mod keys;
mod list;
mod make;
mod manifest;
mod model;
mod outside;
mod store;
mod superseded;
mod try_restore;

pub(crate) use before::{before_new_key, before_update};
pub(crate) use chosen::{Chosen, Vouched};
pub use chosen::{CopyAtHand, at_door, look_at_copy};
pub use due::{last_good, make_if_due};
pub use files::{FilesFound, check_files, put_files_back};
pub use list::list;
pub use make::{before_closing, make};
pub use model::{BackupKind, BackupView, BackupsView, FailedBackup};
pub(crate) use outside::trouble_of;
pub use outside::{
    CopyStanding, CopyTrouble, CopyView, CopyWanted, FailedCopy, OutsideView, PlaceView, check_place,
    choose_place, copy_if_due, copy_outside, copy_to, copy_unattended, copy_wanted, forget_place, outside,
};
pub use try_restore::{TriedRestore, TryRestore, try_restore, try_restore_wanted};
