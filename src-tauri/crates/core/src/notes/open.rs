//! Opens a signed note.

use crate::audit::{self, Action, Subject};
use crate::clients;
use crate::error::Result;
use crate::ids::{ClientId, NoteId};
use crate::people::Permission;
use crate::practice::Practice;

use super::view::{self, NoteView};

/// A signed note with its addenda, every signature checked. The look is written into the audit, once for as long as
/// the note stays open.
pub async fn open(practice: &Practice, id: &str) -> Result<NoteView> {
    practice.permit(Permission::ReadNotes).await?;
    looked_at(practice, NoteId::parse(id)?).await
}

/// Reads a note and leaves a trace of it.
pub(super) async fn looked_at(practice: &Practice, id: NoteId) -> Result<NoteView> {
    let note = view::of(practice, id).await?;
    let client = ClientId::parse(&note.client)?;
    let client = clients::permit(practice, client).await?;
    let subject = Subject::from(id).of_client(client);
    if !audit::was_just_done(practice, &subject, Action::NoteOpened).await? {
        practice.change(Action::NoteOpened).await?.commit(subject).await?;
    }
    Ok(note)
}
