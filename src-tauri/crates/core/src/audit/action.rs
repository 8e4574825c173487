//! The acts that leave an entry.

use serde::Serialize;
use specta::Type;

use crate::slice::Slice;

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal touches [$($slice:ident),*];)*) => {
        /// What was done. The name is stored, so a landed name is never changed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
        #[serde(rename = "AuditAction", rename_all = "snake_case")]
        pub enum Action {
            $($(#[$doc])* $variant,)*
        }

        impl Action {
            /// Every act, in the order of the list below.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stored name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The parts of the practice that screens read again after it.
            pub(crate) fn touches(self) -> Vec<Slice> {
                match self { $(Self::$variant => vec![$(Slice::$slice),*],)* }
            }

            /// Reads a stored name; nothing for one of another version.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.name() == name)
            }
        }
    };
}

actions! {
    /// The practice was made.
    PracticeCreated = "practice_created" touches [];
    /// Somebody unlocked the practice.
    Unlocked = "unlocked" touches [];
    /// The recovery code opened the practice and a new passphrase was set.
    RecoveryUsed = "recovery_used" touches [People];
    /// The practice was locked.
    Locked = "locked" touches [];
    /// A role did not allow what was asked.
    Refused = "refused" touches [];
    /// A client's record was opened.
    ClientViewed = "client_viewed" touches [];
    /// Clients were searched for; how many were found, never for what.
    ClientsSearched = "clients_searched" touches [];
    /// A client was registered.
    ClientRegistered = "client_registered" touches [Clients, Drafts];
    /// A client's details were changed.
    ClientEdited = "client_edited" touches [Clients, Drafts];
    /// Two records became one.
    ClientsMerged = "clients_merged" touches [Clients, Notes, Bookings, Handouts, Drafts];
    /// They became two again.
    ClientsUnmerged = "clients_unmerged" touches [Clients, Notes, Bookings, Handouts, Drafts];
    /// A record was put away, into the archive or the trash.
    ClientPutAway = "client_put_away" touches [Clients, Bookings];
    /// It was taken out again, or somebody worked with it again.
    ClientTakenOut = "client_taken_out" touches [Clients, Bookings];
    /// A record was held, so that it is kept whatever the rule says.
    RecordHeld = "record_held" touches [Clients];
    /// It is not any more.
    RecordHoldLifted = "record_hold_lifted" touches [Clients];
    /// A record was erased, in part or whole.
    RecordErased = "record_erased" touches [Clients, Notes, Bookings, Handouts, Drafts];
    /// The letter about what was erased and what is kept was saved as a file.
    ErasureLetterSaved = "erasure_letter_saved" touches [];
    /// A rule of how long records are kept was added, changed or looked up.
    RetentionRuleKept = "retention_rule_kept" touches [Settings, Clients];
    /// Such a rule was taken out.
    RetentionRuleRemoved = "retention_rule_removed" touches [Settings, Clients];
    /// Somebody said by which rule records are kept.
    RetentionRuleChosen = "retention_rule_chosen" touches [Settings, Clients];
    /// Somebody said that two records are two people.
    TwinsToldApart = "twins_told_apart" touches [Clients];
    /// It is open again whether they are.
    TwinsToldApartTakenBack = "twins_told_apart_taken_back" touches [Clients];
    /// Somebody saved a list of clients: which to show, and in which order.
    ClientListSaved = "client_list_saved" touches [Clients];
    /// A saved list was thrown away.
    ClientListRemoved = "client_list_removed" touches [Clients];
    /// Somebody said which custom fields the records of clients are asked for.
    ClientFieldsDefined = "client_fields_defined" touches [Clients];
    /// An alert about a client was added or changed.
    AlertKept = "alert_kept" touches [Clients, Bookings];
    /// An alert about a client was said not to hold any more.
    AlertEnded = "alert_ended" touches [Clients, Bookings];
    /// It was put back.
    AlertPutBack = "alert_put_back" touches [Clients, Bookings];
    /// What passed with a client without a visit was written down or changed.
    CorrespondenceKept = "correspondence_kept" touches [Clients, Drafts];
    /// Such an entry was said to be an error.
    CorrespondenceStruck = "correspondence_struck" touches [Clients];
    /// It was put back.
    CorrespondencePutBack = "correspondence_put_back" touches [Clients];
    /// A file was added to a record.
    FileAdded = "file_added" touches [Clients];
    /// What is said of a file was changed.
    FileChanged = "file_changed" touches [Clients];
    /// A file was taken out of use.
    FileRemoved = "file_removed" touches [Clients];
    /// It was put back.
    FileRestored = "file_restored" touches [Clients];
    /// A file was looked at.
    FileOpened = "file_opened" touches [];
    /// A copy of a file was saved outside of the practice.
    FileSaved = "file_saved" touches [];
    /// Another program opened a private copy of a file.
    FileOpenedOutside = "file_opened_outside" touches [];
    /// A photo was put at the head of a record, or taken away.
    PortraitSet = "portrait_set" touches [Clients];
    /// Such an entry was followed up.
    FollowedUp = "followed_up" touches [Clients];
    /// It has to be followed up after all.
    FollowUpTakenBack = "follow_up_taken_back" touches [Clients];
    /// A client's health history was taken down, changed, or gone through with a change.
    HealthKept = "health_kept" touches [Clients, Bookings, Drafts];
    /// The last saving of a health history was taken back.
    HealthTakenBack = "health_taken_back" touches [Clients, Bookings];
    /// A health history was gone through and is unchanged.
    HealthReviewed = "health_reviewed" touches [Clients];
    /// It was not gone through after all.
    HealthReviewTakenBack = "health_review_taken_back" touches [Clients];
    /// A signed note was opened.
    NoteOpened = "note_opened" touches [];
    /// A note was signed.
    NoteSigned = "note_signed" touches [Clients, Notes, Drafts];
    /// Words were added to a signed note.
    AddendumAdded = "addendum_added" touches [Clients, Notes, Drafts];
    /// A note left the practice as a file.
    NoteSaved = "note_saved" touches [];
    /// Words of a signed note were pinned to the head of the record.
    NotePinned = "note_pinned" touches [Notes];
    /// They were taken down.
    NoteUnpinned = "note_unpinned" touches [Notes];
    /// Somebody was booked.
    Booked = "booked" touches [Bookings, Drafts];
    /// Somebody was booked for a series of visits.
    SeriesBooked = "series_booked" touches [Bookings, Drafts];
    /// The rest of a series, or all of it, was cancelled or taken back.
    SeriesCancelled = "series_cancelled" touches [Bookings];
    /// Visits of a series that were cancelled take place after all.
    SeriesTakenUpAgain = "series_taken_up_again" touches [Bookings];
    /// A booking was given another time, length, room or practitioner.
    BookingMoved = "booking_moved" touches [Bookings];
    /// Several bookings were moved at once.
    BookingsMoved = "bookings_moved" touches [Bookings];
    /// The rest of somebody's day was moved because they run late.
    RanLate = "ran_late" touches [Bookings];
    /// What somebody had left of a day was cancelled.
    DayCalledOff = "day_called_off" touches [Bookings];
    /// A day that was called off takes place after all.
    DayTakenUpAgain = "day_taken_up_again" touches [Bookings];
    /// Somebody was put on the waiting list, or what they wait for was changed.
    WaitKept = "wait_kept" touches [Bookings];
    /// Somebody was taken off the waiting list.
    WaitRemoved = "wait_removed" touches [Bookings];
    /// Somebody was put back on the waiting list.
    WaitPutBack = "wait_put_back" touches [Bookings];
    /// It was said when somebody should be asked to come again.
    RecallKept = "recall_kept" touches [Bookings];
    /// Somebody was reached, or was tried to be.
    ContactMade = "contact_made" touches [Bookings];
    /// That somebody was reached was taken back.
    ContactTakenBack = "contact_taken_back" touches [Bookings];
    /// What a booking is for was changed.
    BookingAmended = "booking_amended" touches [Bookings];
    /// What several bookings are for was changed at once.
    BookingsAmended = "bookings_amended" touches [Bookings];
    /// What became of a booking was said: confirmed, arrived, cancelled …
    BookingStatusSet = "booking_status_set" touches [Bookings];
    /// What was said last of a booking was taken back.
    BookingStatusTakenBack = "booking_status_taken_back" touches [Bookings];
    /// A booking was taken back at once, as if it had not been made.
    BookingTakenBack = "booking_taken_back" touches [Bookings];
    /// A booking that was taken back stands again.
    BookingPutBack = "booking_put_back" touches [Bookings];
    /// A room was added, changed, closed or opened again.
    RoomKept = "room_kept" touches [Bookings];
    /// A room that was just added was taken back.
    RoomTakenBack = "room_taken_back" touches [Bookings];
    /// Something that can be booked was added or changed.
    ServiceKept = "service_kept" touches [Bookings];
    /// Something that can be booked, and was just added, was taken back.
    ServiceTakenBack = "service_taken_back" touches [Bookings];
    /// The week somebody works was changed.
    HoursKept = "hours_kept" touches [Bookings];
    /// A week somebody works was removed.
    HoursRemoved = "hours_removed" touches [Bookings];
    /// Time off, a closure or a holiday was entered.
    AwayAdded = "away_added" touches [Bookings];
    /// Time off, a closure or a holiday was removed.
    AwayRemoved = "away_removed" touches [Bookings];
    /// Somebody's appointments left the practice as a file.
    AppointmentsSaved = "appointments_saved" touches [];
    /// The diary left the practice as a file.
    DaySheetSaved = "day_sheet_saved" touches [];
    /// A message to a client was handed to the mail program.
    MailWritten = "mail_written" touches [];
    /// A folder was chosen in which the calendar is kept on paper, with first letters only.
    WeekPaperChosen = "week_paper_chosen" touches [Bookings];
    /// The calendar is not kept there any more.
    WeekPaperForgotten = "week_paper_forgotten" touches [Bookings];
    /// The clinic's wall clock was taken to another time zone, with every visit to come.
    ClinicZoneMoved = "clinic_zone_moved" touches [Bookings, Settings];
    /// The rules of the clocks changed, and visits to come were kept at their time of day.
    ClocksFollowed = "clocks_followed" touches [Bookings];
    /// The practice's own texts were changed.
    MessageTextsChanged = "message_texts_changed" touches [Settings];
    /// The person at the keyboard gave their passphrase once more.
    IdentityProved = "identity_proved" touches [];
    /// Somebody started typing something.
    DraftStarted = "draft_started" touches [Drafts];
    /// Somebody threw away what they had typed.
    DraftDiscarded = "draft_discarded" touches [Drafts];
    /// A sheet, or its next version, was kept.
    SheetKept = "sheet_kept" touches [Handouts, Drafts];
    /// A sheet of the program, or its new wording, was put into the practice.
    BuiltInSheetPutIn = "built_in_sheet_put_in" touches [Handouts];
    /// A picture was kept for sheets.
    PictureAdded = "picture_added" touches [Handouts];
    /// Pictures that no sheet and no draft names were removed.
    PicturesSwept = "pictures_swept" touches [];
    /// A sheet was given to a client.
    SheetGiven = "sheet_given" touches [Handouts, Clients];
    /// A sheet that was given was opened.
    GivenSheetOpened = "given_sheet_opened" touches [];
    /// A sheet left the practice as a file.
    SheetSaved = "sheet_saved" touches [];
    /// A sheet went to the printer.
    Printed = "printed" touches [];
    /// A sheet was opened in a program outside of the practice, from a private copy.
    OpenedOutside = "opened_outside" touches [];
    /// The practice's settings were changed.
    PracticeSettingsChanged = "practice_settings_changed" touches [Settings];
    /// A picture became the practice's logo.
    LogoChosen = "logo_chosen" touches [Settings];
    /// It was said what the logo shows.
    LogoDescribed = "logo_described" touches [Settings];
    /// The logo was taken off the letterhead.
    LogoRemoved = "logo_removed" touches [Settings];
    /// The logo before came back onto the letterhead.
    LogoPutBack = "logo_put_back" touches [Settings];
    /// A logo that was taken off earlier was removed for good.
    LogoForgotten = "logo_forgotten" touches [];
    /// A person's own settings were changed.
    PersonSettingsChanged = "person_settings_changed" touches [Settings, People];
    /// The audit was walked from its first entry to its last.
    AuditVerified = "audit_verified" touches [];
    /// The audit left the practice as a file.
    AuditExported = "audit_exported" touches [];
    /// When the practice rests and locks by itself was changed.
    LockSettingsChanged = "lock_settings_changed" touches [Settings];
    /// The person at the keyboard left it, and the records stayed open behind the door.
    Rested = "rested" touches [];
    /// Somebody took the keyboard of an open practice.
    SeatTaken = "seat_taken" touches [];
    /// A PIN was set.
    PinSet = "pin_set" touches [People];
    /// A PIN was forgotten: by its owner's wish, or after too many wrong ones.
    PinForgotten = "pin_forgotten" touches [People];
    /// A PIN was tried and was wrong.
    WrongPin = "wrong_pin" touches [];
    /// Somebody was turned away at the door though their passphrase was right: suspended, or past their last day.
    EntryFailed = "entry_failed" touches [];
    /// The computer's clock was behind the last entry by more than a moment when the practice was opened.
    ClockChanged = "clock_changed" touches [];
    /// A colleague was added.
    PersonAdded = "person_added" touches [People];
    /// What is known of a colleague was changed.
    PersonEdited = "person_edited" touches [People];
    /// A signing key of a practice from before entries named them was named.
    SigningKeyNoted = "signing_key_noted" touches [];
    /// A backup took the place of the records that were there.
    Restored = "restored" touches [];
    /// A backup was made and read back.
    BackedUp = "backed_up" touches [Backups];
    /// A copy outside this computer was made and read back.
    CopiedOutside = "copied_outside" touches [Backups];
    /// Where copies outside this computer go was chosen.
    CopyPlaceChosen = "copy_place_chosen" touches [Backups];
    /// No copies outside this computer are made any more.
    CopyPlaceForgotten = "copy_place_forgotten" touches [Backups];
    /// It was tried whether a backup brings the records back.
    RestoreTried = "restore_tried" touches [Backups];
    /// Files beside the records that were damaged were put back from the backups.
    FilesPutBack = "files_put_back" touches [Handouts, Settings];
    /// What somebody may do was changed.
    RoleChanged = "role_changed" touches [People];
    /// A colleague was kept out for a while.
    PersonSuspended = "person_suspended" touches [People];
    /// A suspended colleague was let in again.
    PersonResumed = "person_resumed" touches [People];
    /// A colleague left for good.
    PersonRemoved = "person_removed" touches [People, Drafts, Clients];
    /// The records were brought up to a key file whose change had been interrupted.
    PeopleCaughtUp = "people_caught_up" touches [People];
    /// A colleague was given a new passphrase.
    PassphraseReset = "passphrase_reset" touches [People];
    /// Somebody changed their own passphrase.
    PassphraseChanged = "passphrase_changed" touches [People];
    /// The practice's master key was replaced.
    KeyRotated = "key_rotated" touches [People];
    /// Somebody proved that they still have the recovery sheet.
    RecoverySheetChecked = "recovery_sheet_checked" touches [People];
    /// A new recovery sheet was made; the one before opens nothing any more.
    RecoverySheetRenewed = "recovery_sheet_renewed" touches [People];
    /// The device key was put into this computer's keyring.
    DeviceKeyKept = "device_key_kept" touches [People];
    /// Unlocking with the computer's log-in was allowed, or not any more.
    ComputerUnlockChanged = "computer_unlock_changed" touches [People];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_crosses_under_its_stored_name() {
        for action in Action::ALL {
            let written = serde_json::to_value(action).unwrap();
            assert_eq!(written, action.name());
            assert_eq!(Action::from_name(action.name()), Some(*action), "no two share a name");
        }
    }
}
