//! Keeps what is being typed.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::Result;
use crate::ids::{ClientId, DraftId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::slice::Slice;

use super::model::{DraftKind, DraftSaved};
use super::store;

/// A draft cannot be larger than this many bytes; a sheet of a hundred pages is a third of it.
const LARGEST: usize = 1 << 20;

/// What is being typed right now.
#[derive(Debug, Deserialize, Type)]
pub struct SaveDraft {
    /// The draft, or nothing the first time.
    pub id: Option<String>,
    /// Which form.
    pub kind: DraftKind,
    /// The record being changed, if it exists already.
    pub subject: Option<String>,
    /// What to call it in lists.
    pub label: String,
    /// The form as JSON.
    pub body: String,
}

/// Saves a draft. The first save starts it, with an audit entry; the saves at each pause after it leave none.
/// A draft that was finished or thrown away meanwhile starts anew, because what is typed is never lost.
pub async fn save(practice: &Practice, input: SaveDraft) -> Result<DraftSaved> {
    practice.permit(Permission::KeepDrafts).await?;
    if matches!(input.kind, DraftKind::Note | DraftKind::Addendum | DraftKind::HealthHistory) {
        practice.permit(Permission::WriteNotes).await?;
    }
    let mut checks = Checks::default();
    if input.body.len() > LARGEST {
        checks.note("body", FieldProblem::TooLong);
    }
    checks.finish()?;
    let label: String = input.label.chars().filter(|c| !c.is_control()).take(200).collect();
    let at = practice.now();
    if let Some(id) = input.id.as_deref().map(DraftId::parse).transpose()?
        && store::update(practice, id, &label, &input.body, at).await?
    {
        practice.tell(vec![Slice::Drafts]);
        return Ok(DraftSaved { id: id.to_string(), saved_at: at.into() });
    }
    let id = DraftId::new(practice.new_id()?);
    let mut change = practice.change(Action::DraftStarted).await?;
    change.note("kind", input.kind.name());
    let subject = match input.subject.as_deref().filter(|_| input.kind.is_about_a_client()) {
        // The record in which it is looked for later.
        Some(client) => Some(clients::record_of(&change, ClientId::parse(client)?).await?.to_string()),
        None => input.subject,
    };
    store::insert(&mut change, id, input.kind, subject.as_deref(), &label, &input.body).await?;
    change.commit(id).await?;
    Ok(DraftSaved { id: id.to_string(), saved_at: at.into() })
}
