//! What was done, in English, for a file that is read without the program. Who and in whose record stand beside it.

use crate::audit::{Action, Outcome};

/// An act in words.
pub(super) fn sentence(action: Action, outcome: Outcome) -> &'static str {
    match (action, outcome) {
        (Action::IdentityProved | Action::Unlocked, Outcome::Failed) => {
            "Somebody gave a wrong passphrase for this person"
        }
        _ => done(action),
    }
}

fn done(action: Action) -> &'static str {
    match action {
        Action::PracticeCreated => "Made the practice",
        Action::Unlocked => "Unlocked the practice",
        Action::RecoveryUsed => "Opened the practice with the recovery code",
        Action::Locked => "Locked the practice",
        Action::Refused => "Was refused by their role",
        Action::ClientViewed => "Opened the record",
        Action::ClientsSearched => "Searched for clients",
        Action::ClientRegistered => "Registered the client",
        Action::ClientEdited => "Changed the details",
        Action::NoteOpened => "Read a signed note",
        Action::NoteSigned => "Signed a note",
        Action::AddendumAdded => "Added to a signed note",
        Action::NoteSaved => "Saved a signed note as a file",
        Action::IdentityProved => "Gave their passphrase once more",
        Action::DraftStarted => "Started a draft",
        Action::DraftDiscarded => "Threw a draft away",
        Action::PeopleCaughtUp => "Completed a change of people that was interrupted",
        Action::SheetKept => "Kept a sheet",
        Action::BuiltInSheetPutIn => "Hegu put a sheet of its own into the practice",
        Action::PictureAdded => "Kept a picture for sheets",
        Action::PicturesSwept => "Removed pictures that no sheet shows",
        Action::SheetGiven => "Gave a sheet",
        Action::GivenSheetOpened => "Opened a sheet that was given",
        Action::SheetSaved => "Saved a sheet as a file",
        Action::Printed => "Printed",
        Action::OpenedOutside => "Opened a copy in another program",
        Action::PracticeSettingsChanged => "Changed the settings of the practice",
        Action::LogoChosen => "Chose a logo",
        Action::LogoDescribed => "Described the logo",
        Action::LogoRemoved => "Took the logo off the letterhead",
        Action::LogoPutBack => "Put the logo before back",
        Action::LogoForgotten => "Removed an earlier logo for good",
        Action::PersonSettingsChanged => "Changed their own settings",
        Action::AuditVerified => "Checked every entry of the audit",
        Action::AuditExported => "Took the audit out as a file",
        Action::PersonAdded => "Added somebody who works here",
        Action::PersonEdited => "Changed what is known of somebody who works here",
        Action::RoleChanged => "Changed somebody's role",
        Action::PersonSuspended => "Suspended somebody",
        Action::PersonResumed => "Let somebody in again",
        Action::PersonRemoved => "Removed somebody",
        Action::Restored => "Went back to a backup",
        Action::FilesPutBack => "Put damaged files back from the backups",
        Action::BackedUp => "Made a backup",
        Action::RestoreTried => "Tried whether a backup brings the records back",
        Action::CopiedOutside => "Made a copy outside this computer",
        Action::CopyPlaceChosen => "Chose where copies outside this computer go",
        Action::CopyPlaceForgotten => "Stopped copies outside this computer",
        Action::SigningKeyNoted => "Signing key noted",
        Action::PassphraseReset => "Gave somebody a new passphrase",
        Action::PassphraseChanged => "Changed their own passphrase",
        Action::KeyRotated => "Replaced the key of the practice",
        Action::RecoverySheetChecked => "Checked the recovery sheet",
        Action::RecoverySheetRenewed => "Made a new recovery sheet",
        Action::Rested => "Left the keyboard",
        Action::SeatTaken => "Took the keyboard",
        Action::PinSet => "Set a PIN",
        Action::PinForgotten => "Forgot the PIN",
        Action::WrongPin => "Somebody gave a wrong PIN for this person",
        Action::DeviceKeyKept => "Put the key of the computer into its keyring",
        Action::ComputerUnlockChanged => "Changed whether the computer's log-in opens the practice",
        Action::LockSettingsChanged => "Changed when the practice locks",
        Action::ClockChanged => "The computer's clock was changed",
        Action::EntryFailed => "Could not get in",
    }
}
