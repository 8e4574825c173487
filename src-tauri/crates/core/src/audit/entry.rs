//! One entry of the trail.

use serde::Serialize;
use serde_json::Value;
use specta::Type;

use crate::ids::{
    AlertId, AwayId, BookingId, CalledOffId, ClientId, ContactId, CorrespondenceId, DraftId, FileId, GivenId,
    NoteId, PersonId, RoomId, SavedListId, SeriesId, ServiceId, SheetId, WaitId,
};
use crate::people::Role;

use super::action::Action;

/// How an act ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename = "AuditOutcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused.
    Refused,
    /// It was tried and did not work.
    Failed,
}

impl Outcome {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    /// Reads a stored name; the table refuses any other, so what is none of them was put there past it.
    pub(crate) fn from_name(name: &str) -> Self {
        match name {
            "done" => Self::Done,
            "refused" => Self::Refused,
            _ => Self::Failed,
        }
    }
}

/// What an act was about, and whose record it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) client: Option<ClientId>,
}

impl Subject {
    /// The same subject as part of a client's record.
    pub(crate) fn of_client(mut self, client: ClientId) -> Self {
        self.client = Some(client);
        self
    }
}

impl From<ClientId> for Subject {
    fn from(id: ClientId) -> Self {
        Self { kind: "client", id: id.to_string(), client: Some(id) }
    }
}

macro_rules! subject {
    ($($id:ident = $kind:literal),*) => {
        $(impl From<$id> for Subject {
            fn from(id: $id) -> Self {
                Self { kind: $kind, id: id.to_string(), client: None }
            }
        })*
    };
}

subject!(
    DraftId = "draft",
    NoteId = "note",
    SheetId = "sheet",
    GivenId = "given_sheet",
    PersonId = "person",
    BookingId = "booking",
    RoomId = "room",
    SeriesId = "series",
    WaitId = "wait",
    ContactId = "contact",
    CalledOffId = "called_off",
    ServiceId = "service",
    AwayId = "away",
    AlertId = "alert",
    SavedListId = "client_list",
    CorrespondenceId = "correspondence",
    FileId = "file"
);

/// An entry before it has its number and its place in the chain.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) at: i64,
    pub(crate) session: String,
    pub(crate) person: String,
    pub(crate) role: Role,
    pub(crate) action: Action,
    pub(crate) subject: Option<Subject>,
    pub(crate) outcome: Outcome,
    pub(crate) detail: Value,
}
