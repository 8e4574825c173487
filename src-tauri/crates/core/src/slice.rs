//! Which part of the practice a change touched, so that screens know what to read again.

use serde::Serialize;
use specta::Type;

/// A part of the practice, as the shell's `changed` event names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Slice {
    /// Client records.
    Clients,
    /// Treatment notes.
    Notes,
    /// The diary: who comes when, and what can be booked.
    Bookings,
    /// Sheets and what was given.
    Handouts,
    /// What is being typed.
    Drafts,
    /// Settings of the practice or a person.
    Settings,
    /// Who works here, and who signed in.
    People,
    /// Copies of the records.
    Backups,
}

impl Slice {
    /// Every part, for a listener that missed some changes.
    pub const ALL: [Self; 8] = [
        Self::Clients,
        Self::Notes,
        Self::Bookings,
        Self::Handouts,
        Self::Drafts,
        Self::Settings,
        Self::People,
        Self::Backups,
    ];
}
