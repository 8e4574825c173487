//! Changes a client's details.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::{ClientId, DraftId};
use crate::people::Permission;
use crate::practice::Practice;

use super::model::ClientInput;
use super::own::Whose;
use super::view::{self, ClientView};
use super::{own, relation, store};

/// Changed details of a client.
#[derive(Debug, Deserialize, Type)]
pub struct EditClient {
    /// The client.
    pub id: String,
    /// The version these details were typed over.
    pub version: i32,
    /// All details, changed or not.
    pub client: ClientInput,
    /// The draft that this finishes.
    pub draft: Option<String>,
}

/// Changes a client's details, or answers [`Error::Stale`] when somebody saved them since. Undo is the same act
/// with the details as they were. Saving what is there already changes nothing and leaves no entry.
pub async fn edit(practice: &Practice, input: EditClient) -> Result<ClientView> {
    practice.permit(Permission::EditClients).await?;
    let id = ClientId::parse(&input.id)?;
    let fields = store::custom_fields(practice, Whose::Everybodys).await?;
    let mut client = input.client.validate(practice.today(), &fields)?;
    own::permit(practice, id).await?;
    let draft = input.draft.as_deref().map(DraftId::parse).transpose()?;
    let mut change = practice.change(Action::ClientEdited).await?;
    let now = store::record_of(&change, id).await?;
    let stored = store::read(&change, now).await?;
    // The versions of a record that is part of another now are not those of that one.
    if now != id || stored.version != input.version {
        return Err(Error::Stale { id: now.to_string(), version: stored.version });
    }
    if client.responsible != stored.client.responsible {
        let person = own::decided(practice, &change, client.answered_for_by()?).await?;
        client = client.with_responsible(person);
    }
    let before = &stored.client.relations;
    let people = relation::linked(practice, &change, Some(id), &client.relations, before).await?;
    client = client.with_relations(people);
    let fields = stored.client.differences(&client);
    if !fields.is_empty() {
        change.note("fields", fields);
        store::update(&mut change, id, &client).await?;
    }
    let ended = match draft {
        Some(draft) => drafts::finish(&mut change, draft).await?,
        None => false,
    };
    if stored.client != client || ended {
        change.commit(id).await?;
    } else {
        drop(change);
    }
    view::of(practice, id).await
}
