//! Reads a note that its author left unsigned when they left the practice.

use serde::Serialize;
use specta::Type;

use crate::audit::{self, Action, Subject};
use crate::clients;
use crate::error::Result;
use crate::ids::{ClientId, DraftId};
use crate::moment::Moment;
use crate::people::{self, Permission};
use crate::practice::Practice;

use super::store;

/// A note that nobody signed and nobody will.
#[derive(Debug, Serialize, Type)]
pub struct LeftDraftView {
    /// The draft.
    pub id: String,
    /// Whose note it is about.
    pub client: String,
    /// What the form called itself.
    pub label: String,
    /// The form as JSON, as it was last saved.
    pub body: String,
    /// Who wrote it.
    pub by: String,
    /// When it was closed (UTC milliseconds).
    pub closed_at: Moment,
}

/// Opens it, read-only. The look is written into the audit, once for as long as it stays open.
pub async fn read_left(practice: &Practice, id: &str) -> Result<LeftDraftView> {
    practice.permit(Permission::ReadNotes).await?;
    let id = DraftId::parse(id)?;
    let row = store::left(practice, id).await?;
    let client = ClientId::parse(&row.subject)?;
    let client = clients::permit(practice, client).await?;
    let subject = Subject::from(id).of_client(client);
    if !audit::was_just_done(practice, &subject, Action::NoteOpened).await? {
        practice.change(Action::NoteOpened).await?.commit(subject).await?;
    }
    let names = people::names(practice).await?;
    Ok(LeftDraftView {
        id: row.id,
        client: client.to_string(),
        label: row.label,
        body: row.body,
        by: names.get(&row.person).cloned().unwrap_or_default(),
        closed_at: row.closed_at.into(),
    })
}
