//! What the window hears when the core says no: a code and facts. The words are in the UI's catalogue.

use hegu_core::backup::CopyTrouble;
use hegu_core::bookings::Obstacle;
use hegu_core::clients::UnmergeHindrance;
use hegu_core::people::KeyringStanding;
use hegu_core::{Error, FieldError, Trouble, UnreadableFile, UnusablePicture};
use serde::Serialize;
use specta::Type;

/// A refusal, as it crosses to the window.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum CommandError {
    /// The practice is closed.
    Locked,
    /// No record has this id.
    NotFound,
    /// Fields to correct, all of them at once.
    Invalid {
        /// The fields.
        fields: Vec<FieldError>,
    },
    /// People who may be the same person are registered already.
    LikelyDuplicate {
        /// Their ids.
        clients: Vec<String>,
    },
    /// Something stands in the way of a visit.
    InTheWay {
        /// Everything that does.
        obstacles: Vec<Obstacle>,
    },
    /// Somebody saved this record since it was read.
    Stale {
        /// The record.
        id: String,
        /// The version that is stored now.
        version: i32,
    },
    /// Two records that became one stay so.
    StaysMerged {
        /// Why.
        reason: UnmergeHindrance,
    },
    /// The record is kept for the law alone.
    OnlyKept,
    /// This person's role does not allow it.
    NotPermitted,
    /// Not this person's passphrase.
    WrongPassphrase {
        /// How long the next try has to wait, in seconds.
        wait_seconds: u32,
    },
    /// Too many wrong tries: this one was not made.
    TooSoon {
        /// How long to wait, in seconds.
        wait_seconds: u32,
    },
    /// Signing asks for the passphrase once more.
    ProofNeeded,
    /// This person's time in the practice is over.
    AccessEnded {
        /// Their last day, ISO date.
        on: String,
    },
    /// This person is kept out for now.
    Suspended,
    /// Not this person's PIN.
    WrongPin {
        /// Tries before the PIN is forgotten.
        tries_left: u8,
    },
    /// There is no PIN, or not any more: the passphrase is needed.
    PinGone,
    /// A colleague's passphrase opens the practice only with this computer's key, which is not there.
    DeviceKeyNeeded {
        /// How the keyring stands.
        situation: KeyringStanding,
    },
    /// The keyring did not do what was asked.
    Keyring {
        /// How it stands.
        situation: KeyringStanding,
    },
    /// The way in by this computer's log-in is not there any more.
    ComputerUnlockGone,
    /// Without this person nobody could run the practice.
    LastOwner,
    /// Somebody was removed, and the master key could not be replaced after it.
    KeyNotReplaced,
    /// A well-formed recovery code of another practice or an older sheet.
    WrongRecoveryCode,
    /// The backup is not as it was written.
    BackupDamaged,
    /// The recovery code's check group does not fit.
    MistypedRecoveryCode {
        /// The group (1 to 9) with the slip, when the check tells.
        group: Option<u8>,
    },
    /// The practice cannot be opened or kept as things stand.
    Trouble {
        /// What is the matter.
        trouble: Trouble,
    },
    /// Text that no bundled face can print.
    NoGlyph {
        /// Each character once.
        characters: Vec<MissingGlyph>,
    },
    /// The text names pictures that the practice does not keep.
    NoPicture {
        /// Each name once, in the order of the text.
        names: Vec<String>,
    },
    /// A file that cannot be used as a picture.
    UnusablePicture {
        /// Why.
        reason: UnusablePicture,
    },
    /// A file that cannot be taken in.
    UnreadableFile {
        /// Why.
        reason: UnreadableFile,
    },
    /// There is no copy outside this computer.
    Copy {
        /// Why.
        reason: CopyTrouble,
    },
    /// The records are not in their folder any more.
    FolderGone,
    /// A page of the records cannot be read as it was written.
    RecordsDamaged,
    /// A file beside the records is missing or not as it was written.
    FileDamaged,
    /// The disk is full; nothing was half written.
    DiskFull,
    /// Anything nobody planned for; the log has it under this number.
    Unexpected {
        /// The number to tell.
        reference: String,
    },
}

/// A character that cannot be printed.
#[derive(Debug, Clone, Serialize, Type)]
pub struct MissingGlyph {
    /// The character itself.
    pub character: String,
    /// What to call it, for example "Hebrew letter U+05D0".
    pub name: String,
}

impl CommandError {
    /// Logs what nobody planned for and gives it a number to tell.
    pub(crate) fn unexpected(doing: &str, error: &(dyn std::error::Error + 'static)) -> Self {
        let reference = crate::log_file::next_reference();
        let mut cause = Some(error);
        let mut chain = String::new();
        while let Some(error) = cause {
            if !chain.is_empty() {
                chain.push_str(": ");
            }
            chain.push_str(&error.to_string());
            cause = error.source();
        }
        tracing::error!(reference, doing, cause = chain, "unexpected");
        Self::Unexpected { reference }
    }
}

impl From<Error> for CommandError {
    fn from(error: Error) -> Self {
        match error {
            Error::Locked => Self::Locked,
            Error::NotFound => Self::NotFound,
            Error::Invalid(fields) => Self::Invalid { fields },
            Error::LikelyDuplicate(ids) => {
                Self::LikelyDuplicate { clients: ids.iter().map(ToString::to_string).collect() }
            }
            Error::InTheWay(obstacles) => Self::InTheWay { obstacles },
            Error::Stale { id, version } => Self::Stale { id, version },
            Error::StaysMerged(reason) => Self::StaysMerged { reason },
            Error::OnlyKept => Self::OnlyKept,
            Error::NotPermitted => Self::NotPermitted,
            Error::WrongPassphrase { wait_seconds } => Self::WrongPassphrase { wait_seconds },
            Error::TooSoon { wait_seconds } => Self::TooSoon { wait_seconds },
            Error::ProofNeeded => Self::ProofNeeded,
            Error::AccessEnded { on } => Self::AccessEnded { on: on.to_string() },
            Error::Suspended => Self::Suspended,
            Error::WrongPin { tries_left } => Self::WrongPin { tries_left },
            Error::PinGone => Self::PinGone,
            Error::DeviceKeyNeeded(situation) => Self::DeviceKeyNeeded { situation },
            Error::Keyring(situation) => Self::Keyring { situation },
            Error::ComputerUnlockGone => Self::ComputerUnlockGone,
            Error::LastOwner => Self::LastOwner,
            Error::KeyNotReplaced => Self::KeyNotReplaced,
            Error::WrongRecoveryCode => Self::WrongRecoveryCode,
            Error::BackupDamaged => Self::BackupDamaged,
            Error::MistypedRecoveryCode { group } => Self::MistypedRecoveryCode { group },
            Error::Trouble(trouble) => Self::Trouble { trouble },
            Error::NoGlyph(missing) => Self::NoGlyph {
                characters: missing
                    .into_iter()
                    .map(|glyph| MissingGlyph { character: glyph.character.to_string(), name: glyph.name })
                    .collect(),
            },
            Error::NoPicture(names) => Self::NoPicture { names },
            Error::UnusablePicture(reason) => Self::UnusablePicture { reason },
            Error::UnreadableFile(reason) => Self::UnreadableFile { reason },
            Error::Copy(reason) => Self::Copy { reason },
            Error::FolderGone => Self::FolderGone,
            Error::RecordsDamaged => Self::RecordsDamaged,
            Error::FileDamaged => Self::FileDamaged,
            Error::DiskFull => Self::DiskFull,
            Error::Unexpected { doing, source } => Self::unexpected(doing, source.as_ref()),
        }
    }
}
