//! What can go wrong, as facts. The words are chosen in the UI's catalogue from the variant.
//!
//! A variant exists when the shell maps it to a code of its own or the UI acts on it. Errors carry ids and
//! field names, never what somebody wrote.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use hegu_document::MissingGlyph;
use serde::Serialize;
use specta::Type;

use crate::backup::CopyTrouble;
use crate::bookings::Obstacle;
use crate::checks::FieldError;
use crate::clients::UnmergeHindrance;
use crate::ids::ClientId;
use crate::people::KeyringStanding;

/// The result of every use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The practice is closed.
    #[error("the practice is locked")]
    Locked,
    /// No record has this id.
    #[error("not found")]
    NotFound,
    /// Fields to correct, all of them at once.
    #[error("{} fields to correct", .0.len())]
    Invalid(Vec<FieldError>),
    /// People who may be the same person are registered already.
    #[error("{} likely twins", .0.len())]
    LikelyDuplicate(Vec<ClientId>),
    /// Something stands in the way of a visit. It can be booked all the same by whoever may overbook, with the reason.
    #[error("{} things in the way", .0.len())]
    InTheWay(Vec<Obstacle>),
    /// Somebody saved this record since it was read.
    #[error("stale: version {version} is stored")]
    Stale {
        /// The record.
        id: String,
        /// The version that is stored now.
        version: i32,
    },
    /// This record is kept for the law alone: nobody works with it until it is taken out again.
    #[error("only kept")]
    OnlyKept,
    /// Two records that became one stay so.
    #[error("stays merged: {0:?}")]
    StaysMerged(UnmergeHindrance),
    /// This person's role does not allow it. The refusal is in the audit.
    #[error("not permitted")]
    NotPermitted,
    /// The passphrase does not open this person's envelope.
    #[error("wrong passphrase; wait {wait_seconds} s")]
    WrongPassphrase {
        /// How long the next try has to wait, in seconds.
        wait_seconds: u32,
    },
    /// Too many wrong tries: this one was not made.
    #[error("too soon; wait {wait_seconds} s")]
    TooSoon {
        /// How long to wait, in seconds.
        wait_seconds: u32,
    },
    /// Signing asks for the passphrase once more: it was given too long ago.
    #[error("proof needed")]
    ProofNeeded,
    /// This person's time in the practice is over.
    #[error("access ended")]
    AccessEnded {
        /// Their last day.
        on: NaiveDate,
    },
    /// This person is kept out for now. Only their own passphrase is told so.
    #[error("suspended")]
    Suspended,
    /// The PIN is another.
    #[error("wrong PIN; {tries_left} tries left")]
    WrongPin {
        /// Before the PIN is forgotten.
        tries_left: u8,
    },
    /// There is no PIN, or it was forgotten after too many wrong ones: the passphrase is needed.
    #[error("no PIN")]
    PinGone,
    /// A colleague's passphrase opens the practice only together with this computer's device key.
    #[error("the device key is needed: {0:?}")]
    DeviceKeyNeeded(KeyringStanding),
    /// The keyring did not do what was asked.
    #[error("keyring: {0:?}")]
    Keyring(KeyringStanding),
    /// The way in by this computer's log-in is not there any more.
    #[error("no unlocking with this computer")]
    ComputerUnlockGone,
    /// Without this person nobody could run the practice.
    #[error("the last owner")]
    LastOwner,
    /// Somebody was removed, and the master key could not be replaced after it.
    #[error("removed, and the key was not replaced")]
    KeyNotReplaced,
    /// The recovery code is well formed and belongs to another practice or an older sheet.
    #[error("wrong recovery code")]
    WrongRecoveryCode,
    /// The recovery code's check group does not fit.
    #[error("mistyped recovery code")]
    MistypedRecoveryCode {
        /// The group (1 to 9) with the slip, when the check tells.
        group: Option<u8>,
    },
    /// The practice cannot be opened or kept as things stand.
    #[error("trouble: {0:?}")]
    Trouble(Trouble),
    /// Text that no bundled face can print.
    #[error("{} characters cannot be printed", .0.len())]
    NoGlyph(Vec<MissingGlyph>),
    /// The text names pictures that the practice does not keep; each name once, in the order of the text.
    #[error("{} pictures are not here", .0.len())]
    NoPicture(Vec<String>),
    /// A file that cannot be taken in.
    #[error("unreadable file: {0:?}")]
    UnreadableFile(UnreadableFile),
    /// A file that cannot be used as a picture.
    #[error("unusable picture: {0:?}")]
    UnusablePicture(UnusablePicture),
    /// The backup is not as it was written; nothing was changed.
    #[error("the backup is damaged")]
    BackupDamaged,
    /// There is no copy outside this computer, or none came about.
    #[error("no copy: {0:?}")]
    Copy(CopyTrouble),
    /// The records are not in their folder any more; nothing is written until they are.
    #[error("the practice's folder is gone from its place")]
    FolderGone,
    /// A page of the records cannot be read as it was written; nothing was changed.
    #[error("the records are damaged")]
    RecordsDamaged,
    /// A file beside the records, such as a sheet that was given, is missing or not as it was written.
    #[error("a file beside the records is damaged")]
    FileDamaged,
    /// The disk is full; nothing was half written.
    #[error("disk full")]
    DiskFull,
    /// Anything nobody planned for. Logged once by the shell under a reference number.
    #[error("unexpected: {doing}")]
    Unexpected {
        /// What was being done, in the programmer's words.
        doing: &'static str,
        /// What was behind it; never shown to anybody, never a value from a record.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// How often this process met a damaged page. An error of SQLite says neither in which database, nor to whom it is told.
static DAMAGE_MET: AtomicUsize = AtomicUsize::new(0);

/// How often this process met a damaged page, in the records or in a copy of them.
pub(crate) fn damage_met() -> usize {
    DAMAGE_MET.load(Ordering::Relaxed)
}

impl Error {
    /// Wraps a failure nobody planned for with what was being done.
    pub(crate) fn unexpected(
        doing: &'static str,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::Unexpected { doing, source: source.into() }
    }

    /// A page that cannot be what was written. Whether it is one of the records that are open is looked at by the next act.
    pub(crate) fn met_damage() -> Self {
        Self::suspect_damage();
        Self::RecordsDamaged
    }

    /// Has the next act look whether the records are damaged.
    pub(crate) fn suspect_damage() {
        DAMAGE_MET.fetch_add(1, Ordering::Relaxed);
    }

    /// Reads a disk failure: a full disk is said as such.
    pub(crate) fn disk(doing: &'static str, error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::unexpected(doing, error),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let code =
            error.as_database_error().and_then(|cause| cause.code()).and_then(|code| code.parse().ok());
        // SQLite's own result codes, of which the low byte is the kind: full, corrupt, not a database.
        match code.map(|code: i32| code & 0xff) {
            Some(13) => Self::DiskFull,
            Some(11 | 26) => Self::met_damage(),
            // What SQLCipher answers to everything else once a page did not decrypt: no memory for it.
            Some(7) if damage_met() > 0 => Self::RecordsDamaged,
            _ => Self::unexpected("database", error),
        }
    }
}

/// Why the practice cannot be opened, with what the person needs to know to act. Nothing is ever overwritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Trouble {
    /// A practice was kept here, and nothing of it is there any more.
    FolderMissing {
        /// The practice's folder.
        folder: PathBuf,
    },
    /// Records are there, but the key file is not.
    VaultMissing {
        /// The practice's folder.
        folder: PathBuf,
    },
    /// The key file cannot be read or was altered.
    VaultDamaged {
        /// The practice's folder.
        folder: PathBuf,
        /// How many earlier copies of the key file lie beside it.
        copies: u32,
    },
    /// The key file was written by a newer Hegu.
    VaultNewer {
        /// The version that can read it.
        needs: String,
    },
    /// The key file is older than the records.
    VaultOlderThanRecords {
        /// The practice's folder.
        folder: PathBuf,
    },
    /// The key file is there, but the records are not.
    DatabaseMissing {
        /// The practice's folder.
        folder: PathBuf,
    },
    /// The records cannot be read.
    DatabaseDamaged {
        /// The practice's folder.
        folder: PathBuf,
    },
    /// The records were written by a newer Hegu.
    DatabaseNewer {
        /// The version that can read them.
        needs: String,
    },
    /// Another window, process or account has the practice open.
    InUse,
    /// The folder cannot be written to.
    FolderNotWritable {
        /// The practice's folder.
        folder: PathBuf,
    },
    /// The folder is somewhere a live database is not safe.
    UnsafePlace {
        /// The practice's folder.
        folder: PathBuf,
        /// Where it is.
        place: UnsafePlace,
    },
    /// There is no room on the disk.
    DiskFull {
        /// The practice's folder.
        folder: PathBuf,
    },
}

/// Places where a live database gets damaged sooner or later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum UnsafePlace {
    /// A folder on another computer.
    Network,
    /// A folder that a program copies to a cloud.
    Synced,
    /// A stick or card that can be pulled out.
    Removable,
}

/// Why a file was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum UnreadableFile {
    /// It holds something other than text.
    NotText,
    /// It is larger than a sheet can be.
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// Neither plain text nor Markdown.
    UnknownKind,
}

/// Why a file was not taken in as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum UnusablePicture {
    /// Neither a png nor a jpeg.
    NotAPicture,
    /// More bytes than a picture for a sheet needs.
    TooLarge,
    /// More dots than paper can show.
    TooManyDots,
    /// It begins as a picture, and cannot be read to its end.
    Damaged,
}
