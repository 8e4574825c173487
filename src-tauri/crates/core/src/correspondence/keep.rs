//! Adds an entry, or changes one.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::{ClientId, CorrespondenceId, DraftId};
use crate::people::Permission;
use crate::practice::Practice;

use super::model::{self, CorrespondenceKind};
use super::read::{self, CorrespondenceView};
use super::store;

/// How much one entry may say, in characters.
const LONGEST: u32 = 10_000;

/// An entry as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CorrespondenceInput {
    /// How it passed.
    pub kind: CorrespondenceKind,
    /// On which day, ISO; today or before.
    pub day: String,
    /// What was said, asked or arranged.
    pub text: String,
    /// Only for those who treat.
    pub clinical: bool,
    /// The day from which on it has to be followed up, ISO, not before the entry's own; empty for never.
    pub follow_up: String,
}

/// An entry to keep.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct KeepCorrespondence {
    /// The entry that is changed, or nothing for a new one.
    pub id: Option<String>,
    /// The version this was typed over; nothing for a new one.
    pub version: Option<i32>,
    /// With whom, or about whom.
    pub client: String,
    /// The entry.
    pub entry: CorrespondenceInput,
    /// The draft that this finishes.
    pub draft: Option<String>,
}

/// Adds an entry or changes one, or answers [`Error::Stale`] when somebody changed it since. What it said before stays. A new
/// day to follow it up begins that anew.
pub async fn keep(practice: &Practice, input: KeepCorrespondence) -> Result<CorrespondenceView> {
    practice.permit(Permission::EditClients).await?;
    model::permit(practice, input.entry.clinical).await?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let entry = input.entry.validate(practice)?;
    let known = input.id.as_deref().map(CorrespondenceId::parse).transpose()?;
    if let Some(id) = known {
        // What was clinical is not made everybody's by somebody who may not read it.
        model::permit(practice, store::read(practice, id).await?.ok_or(Error::NotFound)?.entry.clinical)
            .await?;
    }
    let draft = input.draft.as_deref().map(DraftId::parse).transpose()?;
    let mut change = practice.change(Action::CorrespondenceKept).await?;
    let id = match known {
        Some(id) => {
            let stored = store::seen(&change, id, input.version).await?;
            if stored.client != client || stored.struck.is_some() {
                return Err(Error::NotFound);
            }
            store::keep_earlier(&mut change, &stored).await?;
            store::update(&mut change, &stored, &entry).await?;
            id
        }
        None => {
            let id = CorrespondenceId::new(practice.new_id()?);
            store::insert(&mut change, id, client, &entry).await?;
            id
        }
    };
    if let Some(draft) = draft {
        drafts::finish(&mut change, draft).await?;
    }
    change.note("kind", entry.kind.name());
    change.commit(Subject::from(id).of_client(client)).await?;
    read::of(practice, id).await
}

impl CorrespondenceInput {
    fn validate(&self, practice: &Practice) -> Result<Self> {
        let mut checks = Checks::default();
        let text = checks.required_lines("text", &self.text, LONGEST);
        let day = checks.past_day("day", &self.day, practice.today());
        if self.day.trim().is_empty() {
            checks.note("day", FieldProblem::Required);
        }
        let follow_up = match self.follow_up.trim() {
            "" => None,
            typed => checks.day("follow_up", typed),
        };
        if let (Some(day), Some(follow_up)) = (day, follow_up)
            && follow_up < day
        {
            checks.note("follow_up", FieldProblem::InThePast);
        }
        checks.finish()?;
        Ok(Self {
            kind: self.kind,
            day: day.map(|day| day.to_string()).unwrap_or_default(),
            text,
            clinical: self.clinical,
            follow_up: follow_up.map(|day| day.to_string()).unwrap_or_default(),
        })
    }
}
