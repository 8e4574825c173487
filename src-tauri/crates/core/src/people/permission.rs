//! What can be permitted, and to whom: the one table that decides every command.

use super::role::Role::{self, Associate, Owner, Practitioner, Receptionist, Student};

/// Something a role may or may not do. Roles are enforced here, in the core; they are not cryptography.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Find clients and open their record.
    ReadClients,
    /// Register clients and change their details.
    EditClients,
    /// Hold records, list those that are due, and erase them.
    CloseRecords,
    /// Read treatment notes.
    ReadNotes,
    /// Write treatment notes, as drafts.
    WriteNotes,
    /// Sign treatment notes and addenda.
    SignNotes,
    /// See the diary.
    ReadBookings,
    /// Book, move and cancel, and say who is here.
    EditBookings,
    /// Book although something stands in the way, with the reason.
    Overbook,
    /// Say when somebody is away.
    ChangeTimeOff,
    /// Read and preview sheets.
    ReadSheets,
    /// Write, import and keep sheets.
    EditSheets,
    /// Give a sheet to a client, or save it as a file.
    GiveSheets,
    /// Keep what one is typing.
    KeepDrafts,
    /// Read the settings.
    ReadSettings,
    /// Change the practice's settings.
    ChangePractice,
    /// Change one's own settings.
    ChangeOneself,
    /// See who works here.
    ReadPeople,
    /// Add, change and remove people, and say what each may do.
    ChangePeople,
    /// Replace the master key and the recovery sheet, and see who can open the practice with what.
    ChangeKeys,
    /// Read the audit: the owner everything, everybody else what they did themselves.
    ReadAudit,
    /// Take the audit out of the practice as a file.
    ExportAudit,
    /// Make backups and see which there are.
    MakeBackups,
}

impl Permission {
    /// Every permission, in the order of the table.
    pub const ALL: [Self; 23] = [
        Self::ReadClients,
        Self::EditClients,
        Self::CloseRecords,
        Self::ReadNotes,
        Self::WriteNotes,
        Self::SignNotes,
        Self::ReadBookings,
        Self::EditBookings,
        Self::Overbook,
        Self::ChangeTimeOff,
        Self::ReadSheets,
        Self::EditSheets,
        Self::GiveSheets,
        Self::KeepDrafts,
        Self::ReadSettings,
        Self::ChangePractice,
        Self::ChangeOneself,
        Self::ReadPeople,
        Self::ChangePeople,
        Self::ChangeKeys,
        Self::ReadAudit,
        Self::ExportAudit,
        Self::MakeBackups,
    ];

    /// The name an audit entry uses for a refusal.
    pub fn name(self) -> &'static str {
        match self {
            Self::ReadClients => "read_clients",
            Self::EditClients => "edit_clients",
            Self::CloseRecords => "close_records",
            Self::ReadNotes => "read_notes",
            Self::WriteNotes => "write_notes",
            Self::SignNotes => "sign_notes",
            Self::ReadBookings => "read_bookings",
            Self::EditBookings => "edit_bookings",
            Self::Overbook => "overbook",
            Self::ChangeTimeOff => "change_time_off",
            Self::ReadSheets => "read_sheets",
            Self::EditSheets => "edit_sheets",
            Self::GiveSheets => "give_sheets",
            Self::KeepDrafts => "keep_drafts",
            Self::ReadSettings => "read_settings",
            Self::ChangePractice => "change_practice",
            Self::ChangeOneself => "change_oneself",
            Self::ReadPeople => "read_people",
            Self::ChangePeople => "change_people",
            Self::ChangeKeys => "change_keys",
            Self::ReadAudit => "read_audit",
            Self::ExportAudit => "export_audit",
            Self::MakeBackups => "make_backups",
        }
    }

    /// The roles that have it.
    pub fn granted_to(self) -> &'static [Role] {
        match self {
            Self::ReadClients
            | Self::ReadBookings
            | Self::ReadSheets
            | Self::GiveSheets
            | Self::KeepDrafts
            | Self::ReadSettings
            | Self::ReadPeople
            | Self::ChangeOneself => &[Owner, Practitioner, Associate, Receptionist, Student],
            Self::EditClients | Self::EditBookings | Self::ChangeTimeOff => {
                &[Owner, Practitioner, Associate, Receptionist]
            }
            // Whoever answers for two people at once treats them; the desk asks.
            Self::Overbook => &[Owner, Practitioner, Associate],
            // A student writes and does not finalise; the desk does not read what was said in treatment.
            Self::ReadNotes | Self::WriteNotes => &[Owner, Practitioner, Associate, Student],
            Self::EditSheets | Self::SignNotes => &[Owner, Practitioner, Associate],
            Self::CloseRecords | Self::ChangePractice | Self::ChangePeople | Self::ChangeKeys => &[Owner],
            Self::ReadAudit => &[Owner, Practitioner, Associate, Receptionist, Student],
            Self::ExportAudit | Self::MakeBackups => &[Owner],
        }
    }
}
