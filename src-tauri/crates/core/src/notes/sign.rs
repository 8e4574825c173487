//! Signs a note.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::change::Change;
use crate::clients;
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::{ClientId, DraftId, NoteId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::model::{Body, Note, NoteText};
use super::signed::Signed;
use super::store;
use super::view::{self, NoteView};

/// The sections and the order of a note that this program writes.
const TEMPLATE: &str = "soap/1";

/// A note to sign.
#[derive(Debug, Deserialize, Type)]
pub struct SignNote {
    /// Whose it is.
    pub client: String,
    /// What was typed.
    pub note: NoteText,
    /// The draft that this finishes.
    pub draft: Option<String>,
}

/// Signs what was typed with the key of the person at the keyboard, who gave their passphrase within the last five
/// minutes ([`Error::ProofNeeded`]). From then on it is read-only. The same draft signed twice is one note.
pub async fn sign(practice: &Practice, input: SignNote) -> Result<NoteView> {
    practice.permit(Permission::SignNotes).await?;
    let client = ClientId::parse(&input.client)?;
    let body = input.note.validate(practice.today())?;
    let draft = input.draft.as_deref().map(DraftId::parse).transpose()?;
    practice.proved().await?;
    let id = NoteId::new(practice.new_id()?);
    let mut change = practice.change(Action::NoteSigned).await?;
    let client = clients::record_of(&change, client).await?;
    if let Some(signed) = signed_already(&change, draft, client, &body).await? {
        drop(change);
        return view::of(practice, signed).await;
    }
    if clients::names_of(practice, &change, &[client.to_string()]).await?.is_empty() {
        return Err(Error::NotFound);
    }
    put_down(&mut change, id, client, body, draft).await?;
    if let Some(draft) = draft {
        drafts::finish(&mut change, draft).await?;
    }
    change.commit(Subject::from(id).of_client(client)).await?;
    view::of(practice, id).await
}

/// Signs and writes a note as part of a change, whose audit entry is bound into the signature.
pub(crate) async fn put_down(
    change: &mut Change,
    id: NoteId,
    client: ClientId,
    body: Body,
    draft: Option<DraftId>,
) -> Result<()> {
    let note = Note { id, client, version: 1, template: TEMPLATE.to_owned(), body };
    let signed = Signed::sign(change, note).await?;
    store::insert(change, &signed, draft).await
}

/// The note that this very text in this draft became: the first of two clicks on Sign.
async fn signed_already(
    reader: &impl Reader,
    draft: Option<DraftId>,
    client: ClientId,
    body: &Body,
) -> Result<Option<NoteId>> {
    let Some(draft) = draft else { return Ok(None) };
    for id in store::typed_in(reader, draft).await? {
        let note = store::read(reader, id).await?;
        let whose = clients::record_of(reader, note.content().client).await?;
        if whose == client && note.content().body == *body {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
