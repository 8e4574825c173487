//! Adds to a signed note, which itself stays as it is.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::Checks;
use crate::clients;
use crate::drafts;
use crate::error::Result;
use crate::ids::{AddendumId, DraftId, NoteId};
use crate::people::Permission;
use crate::practice::Practice;

use super::model::Addendum;
use super::signed::Signed;
use super::store;
use super::view::{self, NoteView};

/// Words to add to a signed note.
#[derive(Debug, Deserialize, Type)]
pub struct AddAddendum {
    /// The note.
    pub note: String,
    /// The words.
    pub text: String,
    /// The draft that this finishes.
    pub draft: Option<String>,
}

/// Adds signed and dated words to a note. They are tied to the hash of the note, so they can neither be moved to
/// another one nor change what this one says. The same draft added twice is one addendum.
pub async fn add_addendum(practice: &Practice, input: AddAddendum) -> Result<NoteView> {
    practice.permit(Permission::SignNotes).await?;
    let note = NoteId::parse(&input.note)?;
    let mut checks = Checks::default();
    let text = checks.required_lines("text", &input.text, 20_000);
    checks.finish()?;
    let draft = input.draft.as_deref().map(DraftId::parse).transpose()?;
    clients::permit(practice, store::read(practice, note).await?.content().client).await?;
    practice.proved().await?;
    let id = AddendumId::new(practice.new_id()?);
    let mut change = practice.change(Action::AddendumAdded).await?;
    if let Some(draft) = draft {
        if store::was_added(&change, note, draft, &text).await? {
            drop(change);
            return view::of(practice, note).await;
        }
        drafts::finish(&mut change, draft).await?;
    }
    let signed_note = store::read(&change, note).await?;
    let earlier = store::addenda(&change, &signed_note).await?;
    let addendum = Addendum {
        id,
        note,
        note_sha256: signed_note.signature().payload_sha256.clone(),
        number: earlier.last().map_or(1, |last| last.content().number + 1),
        text,
    };
    let addendum = Signed::sign(&change, addendum).await?;
    store::insert_addendum(&mut change, &addendum, draft).await?;
    change.note("addendum", id.to_string());
    change.commit(Subject::from(note).of_client(signed_note.content().client)).await?;
    view::of(practice, note).await
}
