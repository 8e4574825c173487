//! What an entry is made of.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

/// How something passed between somebody and the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CorrespondenceKind {
    /// On the telephone.
    PhoneCall,
    /// By email.
    Email,
    /// As a text message or in a chat.
    Message,
    /// Something was arranged about them: an insurer, a letter, a bill.
    Administrative,
}

impl CorrespondenceKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::PhoneCall => "phone_call",
            Self::Email => "email",
            Self::Message => "message",
            Self::Administrative => "administrative",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::PhoneCall, Self::Email, Self::Message, Self::Administrative]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// Refuses what is clinical to whoever may not write notes.
pub(super) async fn permit(practice: &Practice, clinical: bool) -> Result<()> {
    if clinical { practice.permit(Permission::WriteNotes).await } else { Ok(()) }
}
