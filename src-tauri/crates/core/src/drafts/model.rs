//! Drafts as screens see them.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::moment::Moment;

/// Which form is being typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DraftKind {
    /// Registering somebody.
    NewClient,
    /// Changing somebody's details; the subject is the client.
    EditClient,
    /// Writing a sheet; the subject is the sheet, or nothing for a new one.
    Sheet,
    /// Writing a treatment note; the subject is the client.
    Note,
    /// Adding to a signed note; the subject is the note.
    Addendum,
    /// Booking a visit.
    Booking,
    /// Writing down what passed without a visit; the subject is the client.
    Correspondence,
    /// Taking down somebody's health history; the subject is the client.
    HealthHistory,
}

impl DraftKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::NewClient => "new_client",
            Self::EditClient => "edit_client",
            Self::Sheet => "sheet",
            Self::Note => "note",
            Self::Addendum => "addendum",
            Self::Booking => "booking",
            Self::Correspondence => "correspondence",
            Self::HealthHistory => "health_history",
        }
    }

    /// What is typed into it goes into one client's record, whatever its version.
    pub(super) fn is_about_a_client(self) -> bool {
        matches!(self, Self::Note | Self::Correspondence)
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [
            Self::NewClient,
            Self::EditClient,
            Self::Sheet,
            Self::Note,
            Self::Addendum,
            Self::Booking,
            Self::Correspondence,
            Self::HealthHistory,
        ]
        .into_iter()
        .find(|kind| kind.name() == name)
    }
}

/// That a draft is safe.
#[derive(Debug, Clone, Serialize, Type)]
pub struct DraftSaved {
    /// The draft, to be named at the next save.
    pub id: String,
    /// When it was saved (UTC milliseconds).
    pub saved_at: Moment,
}

/// A draft in a list.
#[derive(Debug, Clone, Serialize, Type)]
pub struct DraftRow {
    /// The draft.
    pub id: String,
    /// Which form it belongs to.
    pub kind: DraftKind,
    /// The record that is being changed, if it exists already.
    pub subject: Option<String>,
    /// What the form called itself, for example the sheet's title so far.
    pub label: String,
    /// When it was last saved (UTC milliseconds).
    pub saved_at: Moment,
}

/// A draft with what was typed.
#[derive(Debug, Clone, Serialize, Type)]
pub struct DraftView {
    /// The draft.
    pub id: String,
    /// Which form it belongs to.
    pub kind: DraftKind,
    /// The record that is being changed, if it exists already.
    pub subject: Option<String>,
    /// What the form called itself.
    pub label: String,
    /// The form as JSON.
    pub body: String,
    /// When it was last saved (UTC milliseconds).
    pub saved_at: Moment,
}
