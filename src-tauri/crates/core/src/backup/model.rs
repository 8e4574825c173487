//! A backup, as screens draw it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::moment::Moment;

use super::try_restore::TriedRestore;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// Two hours of work had passed since the one before.
    Hourly,
    /// The records were closed.
    Closing,
    /// Somebody asked for it.
    ByHand,
    /// The master key was about to be replaced.
    NewKey,
    /// A newer program was about to bring the records up to its form.
    Update,
}

impl BackupKind {
    /// The stored name, which is part of the folder's.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Hourly => "hourly",
            Self::Closing => "closing",
            Self::ByHand => "by-hand",
            Self::NewKey => "new-key",
            Self::Update => "update",
        }
    }

    /// Whether the records were about to be changed as a whole.
    pub(super) fn is_before_change(self) -> bool {
        matches!(self, Self::NewKey | Self::Update)
    }
}

/// A copy of the records that was read back.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct BackupView {
    /// The folder it is in, below `backups`.
    pub folder: String,
    /// When it was made (UTC milliseconds).
    pub at: Moment,
    /// Why.
    pub kind: BackupKind,
    /// How many clients are in it.
    #[specta(type = i32)]
    pub clients: i64,
    /// How many signed notes.
    #[specta(type = i32)]
    pub notes: i64,
    /// When the last of them was signed.
    pub last_note: Option<Moment>,
    /// Its size in bytes, without the files that all backups share.
    #[specta(type = i32)]
    pub bytes: i64,
}

/// A backup that did not come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FailedBackup {
    /// When it was tried (UTC milliseconds).
    #[specta(type = i32)]
    pub at: i64,
    /// Whether the disk was full.
    pub disk_full: bool,
}

/// What there is of the records besides the records.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct BackupsView {
    /// Newest first.
    pub backups: Vec<BackupView>,
    /// Folders that look like a backup and are not as they were written.
    pub damaged: Vec<String>,
    /// The last try, when it failed.
    pub failed: Option<FailedBackup>,
    /// Where they are.
    pub folder: String,
    /// The last time that going back was tried and brought everything back.
    pub tried: Option<TriedRestore>,
}
