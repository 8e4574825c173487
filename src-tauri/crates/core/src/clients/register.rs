//! Registers a client.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::{ClientId, DraftId};
use crate::people::Permission;
use crate::practice::Practice;

use super::model::ClientInput;
use super::own::{self, Whose};
use super::view::{self, ClientView};
use super::{relation, store, twins};

/// A client to register.
#[derive(Debug, Deserialize, Type)]
pub struct RegisterClient {
    /// What was typed.
    pub client: ClientInput,
    /// Somebody has seen the likely twins and says this is another person.
    pub despite_twins: bool,
    /// The draft that this finishes.
    pub draft: Option<String>,
}

/// Registers a client. Likely twins come back as [`Error::LikelyDuplicate`], so that a person decides.
pub async fn register(practice: &Practice, input: RegisterClient) -> Result<ClientView> {
    practice.permit(Permission::EditClients).await?;
    let fields = store::custom_fields(practice, Whose::Everybodys).await?;
    let mut client = input.client.validate(practice.today(), &fields)?;
    let person = own::decided(practice, practice, client.answered_for_by()?).await?;
    client = client.with_responsible(person);
    let people = relation::linked(practice, practice, None, &client.relations, &[]).await?;
    client = client.with_relations(people);
    let draft = input.draft.as_deref().map(DraftId::parse).transpose()?;
    let id = ClientId::new(practice.new_id()?);
    let mut change = practice.change(Action::ClientRegistered).await?;
    if !input.despite_twins {
        let likeness = store::likeness(&client);
        let candidates = store::twin_candidates(&change, &likeness).await?;
        let likely: Vec<ClientId> = candidates
            .into_iter()
            .filter(|(_, other)| twins::likely(&likeness, other))
            .map(|(id, _)| id)
            .collect();
        // Somebody else's client is no twin to whoever may not see that they are here.
        let likely = store::rows(&change, Whose::may_be_seen_by(practice.actor()), &likely).await?;
        let likely: Vec<ClientId> =
            likely.iter().map(|row| ClientId::parse(&row.id)).collect::<Result<_>>()?;
        if !likely.is_empty() {
            return Err(Error::LikelyDuplicate(likely));
        }
    }
    store::insert(&mut change, id, &client).await?;
    if let Some(draft) = draft {
        drafts::finish(&mut change, draft).await?;
    }
    change.commit(id).await?;
    view::of(practice, id).await
}
