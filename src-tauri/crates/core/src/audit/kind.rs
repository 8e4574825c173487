//! The kinds of acts, as somebody looks for them.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::action::Action;

/// What somebody may be looking for in the audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AuditKind {
    /// Records were opened or searched.
    Looking,
    /// Something was written, changed or thrown away.
    Changing,
    /// Something was signed.
    Signing,
    /// Something left the practice.
    GoingOut,
    /// The practice was opened, left or locked.
    Doors,
    /// People, their keys and their rights.
    People,
    /// What was refused or failed, whatever it was.
    Refused,
}

impl AuditKind {
    /// The acts of this kind; nothing for what is no kind of act but a way to end.
    pub(crate) fn actions(self) -> Option<Vec<Action>> {
        let of_kind = || Action::ALL.iter().copied().filter(|action| action.kind() == self).collect();
        (self != Self::Refused).then(of_kind)
    }
}

impl Action {
    /// Where an act is found. [`AuditKind::Refused`] is how it ended, and no act by itself.
    pub(crate) fn kind(self) -> AuditKind {
        match self {
            Self::ClientViewed
            | Self::ClientsSearched
            | Self::NoteOpened
            | Self::GivenSheetOpened
            | Self::FileOpened
            | Self::AuditVerified
            | Self::RestoreTried => AuditKind::Looking,
            Self::PracticeCreated
            | Self::ClientRegistered
            | Self::ClientEdited
            | Self::ClientsMerged
            | Self::ClientsUnmerged
            | Self::ClientPutAway
            | Self::ClientTakenOut
            | Self::RecordHeld
            | Self::RecordHoldLifted
            | Self::RecordErased
            | Self::RetentionRuleKept
            | Self::RetentionRuleRemoved
            | Self::RetentionRuleChosen
            | Self::TwinsToldApart
            | Self::TwinsToldApartTakenBack
            | Self::ClientListSaved
            | Self::ClientListRemoved
            | Self::Booked
            | Self::SeriesBooked
            | Self::SeriesCancelled
            | Self::SeriesTakenUpAgain
            | Self::BookingMoved
            | Self::BookingsMoved
            | Self::RanLate
            | Self::DayCalledOff
            | Self::DayTakenUpAgain
            | Self::WaitKept
            | Self::WaitRemoved
            | Self::WaitPutBack
            | Self::RecallKept
            | Self::AlertKept
            | Self::AlertEnded
            | Self::AlertPutBack
            | Self::CorrespondenceKept
            | Self::CorrespondenceStruck
            | Self::CorrespondencePutBack
            | Self::FileAdded
            | Self::FileChanged
            | Self::FileRemoved
            | Self::FileRestored
            | Self::PortraitSet
            | Self::FollowedUp
            | Self::FollowUpTakenBack
            | Self::HealthKept
            | Self::HealthTakenBack
            | Self::HealthReviewed
            | Self::HealthReviewTakenBack
            | Self::NotePinned
            | Self::NoteUnpinned
            | Self::ContactMade
            | Self::ContactTakenBack
            | Self::BookingAmended
            | Self::BookingsAmended
            | Self::BookingStatusSet
            | Self::BookingStatusTakenBack
            | Self::BookingTakenBack
            | Self::BookingPutBack
            | Self::RoomKept
            | Self::RoomTakenBack
            | Self::ServiceKept
            | Self::ServiceTakenBack
            | Self::HoursKept
            | Self::HoursRemoved
            | Self::AwayAdded
            | Self::AwayRemoved
            | Self::DraftStarted
            | Self::DraftDiscarded
            | Self::SheetKept
            | Self::BuiltInSheetPutIn
            | Self::PictureAdded
            | Self::PicturesSwept
            | Self::ClientFieldsDefined
            | Self::PracticeSettingsChanged
            | Self::LogoChosen
            | Self::LogoDescribed
            | Self::LogoRemoved
            | Self::LogoPutBack
            | Self::LogoForgotten
            | Self::PersonSettingsChanged
            | Self::LockSettingsChanged
            | Self::ClinicZoneMoved
            | Self::ClocksFollowed
            | Self::MessageTextsChanged
            | Self::CopyPlaceChosen
            | Self::CopyPlaceForgotten => AuditKind::Changing,
            Self::NoteSigned | Self::AddendumAdded => AuditKind::Signing,
            Self::SheetGiven
            | Self::NoteSaved
            | Self::FileSaved
            | Self::FileOpenedOutside
            | Self::ErasureLetterSaved
            | Self::AppointmentsSaved
            | Self::DaySheetSaved
            | Self::MailWritten
            | Self::WeekPaperChosen
            | Self::WeekPaperForgotten
            | Self::SheetSaved
            | Self::Printed
            | Self::OpenedOutside
            | Self::AuditExported
            | Self::BackedUp
            | Self::CopiedOutside => AuditKind::GoingOut,
            Self::Unlocked
            | Self::RecoveryUsed
            | Self::FilesPutBack
            | Self::Restored
            | Self::Locked
            | Self::Rested
            | Self::SeatTaken
            | Self::IdentityProved
            | Self::WrongPin
            | Self::EntryFailed
            | Self::ClockChanged => AuditKind::Doors,
            Self::PersonAdded
            | Self::PeopleCaughtUp
            | Self::PersonEdited
            | Self::SigningKeyNoted
            | Self::RoleChanged
            | Self::PersonSuspended
            | Self::PersonResumed
            | Self::PersonRemoved
            | Self::PassphraseReset
            | Self::PassphraseChanged
            | Self::KeyRotated
            | Self::RecoverySheetChecked
            | Self::RecoverySheetRenewed
            | Self::PinSet
            | Self::PinForgotten
            | Self::DeviceKeyKept
            | Self::ComputerUnlockChanged => AuditKind::People,
            Self::Refused => AuditKind::Refused,
        }
    }

    /// Whether whoever does this works with the record it is about, so that it is in use again where it was put away. To keep what
    /// one types, and to say where a record lies or how long it is kept, is no work with it.
    pub(crate) fn works_with_the_record(self) -> bool {
        let about_keeping = matches!(
            self,
            Self::ClientPutAway
                | Self::ClientTakenOut
                | Self::RecordHeld
                | Self::RecordHoldLifted
                | Self::RecordErased
                | Self::TwinsToldApart
                | Self::TwinsToldApartTakenBack
                | Self::DraftStarted
                | Self::DraftDiscarded
        );
        !about_keeping && matches!(self.kind(), AuditKind::Changing | AuditKind::Signing)
            || matches!(self, Self::SheetGiven)
    }

    /// Whether the person at the keyboard leaves it with this act, so that what they did is signed.
    pub(crate) fn leaves_the_keyboard(self) -> bool {
        matches!(self, Self::Locked | Self::Rested)
    }
}
