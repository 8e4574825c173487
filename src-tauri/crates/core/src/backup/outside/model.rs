//! Copies outside this computer, as screens draw them.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::moment::Moment;

/// Why there is no copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CopyTrouble {
    /// The place is not there: a stick that was pulled out, a disk that is not connected.
    Gone,
    /// There is no room left at the place.
    Full,
    /// Nothing can be written at the place.
    ReadOnly,
    /// The place takes no file as large as this one, as sticks with an old file system do from 4 GB on.
    TooLarge,
    /// What was read back is not what was written.
    Differs,
    /// Somebody stopped it, or the records were closed.
    Stopped,
    /// The place is in the folder of the records themselves.
    AmongTheRecords,
    /// Anything else; the log has it.
    Failed,
}

/// A copy that did not come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FailedCopy {
    /// When it was tried (UTC milliseconds).
    #[specta(type = i32)]
    pub at: i64,
    /// Why.
    pub reason: CopyTrouble,
}

/// What is known of copies outside this computer.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct OutsideView {
    /// Where they go; nothing until an owner has chosen.
    pub place: Option<PlaceView>,
}

/// Where copies go.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct PlaceView {
    /// The folder.
    pub folder: String,
    /// Whether it is there now.
    pub there: bool,
    /// Whether it is on the disk of the records, so that only a program that carries it elsewhere makes it of use.
    pub same_disk: bool,
    /// When the last copy was made and read back.
    pub last: Option<Moment>,
    /// The last try, when it failed.
    pub failed: Option<FailedCopy>,
    /// What lies there, newest first.
    pub copies: Vec<CopyView>,
}

/// A copy that lies at the place.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct CopyView {
    /// Its file name.
    pub file: String,
    /// When the records in it were copied (UTC milliseconds).
    pub at: Moment,
    /// Its size in bytes.
    #[specta(type = i32)]
    pub bytes: i64,
    /// What is known of it.
    pub standing: CopyStanding,
}

/// What the practice's key says of a copy.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CopyStanding {
    /// It is one of ours.
    Good {
        /// How many clients are in it.
        #[specta(type = i32)]
        clients: i64,
        /// How many signed notes.
        #[specta(type = i32)]
        notes: i64,
    },
    /// It was made under an earlier key of this practice: it opens with the passphrase of its day.
    EarlierKey,
    /// It is not as it was written.
    Damaged,
}
