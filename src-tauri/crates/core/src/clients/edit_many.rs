//! Changes the same of many clients at once.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::change::Change;
use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::folding::fold;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::{MOST_TAGS, TAG_LENGTH, written};
use super::standing::ClientStatus;
use super::{own, store};

/// What is to be the same of whom.
#[derive(Debug, Deserialize, Type)]
pub struct EditManyClients {
    /// One after the other; several where what was done is undone.
    pub changes: Vec<SameChange>,
}

/// One change of many clients.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SameChange {
    /// The clients.
    pub ids: Vec<String>,
    /// What becomes the same of them.
    pub what: Same,
}

/// What becomes the same of many clients.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Same {
    /// They have this tag.
    AddTag {
        /// The tag.
        tag: String,
    },
    /// They do not have this tag, in whatever capitals and accents.
    RemoveTag {
        /// The tag.
        tag: String,
    },
    /// They stand so with the practice.
    Stand {
        /// How they stand.
        status: ClientStatus,
        /// Since when, ISO, or nothing; of somebody who is active, nothing.
        since: String,
    },
}

/// What became of it.
#[derive(Debug, Serialize, Type)]
pub struct EditedMany {
    /// How many clients are not as they were.
    pub changed: i32,
    /// The changes that make them again as they were.
    pub back: Vec<SameChange>,
}

/// Changes all of the clients or none of them. Who is so already is left alone, keeps their version, and has no entry in
/// the audit; everybody else has one of their own, as if they had been changed one by one.
pub async fn edit_many(practice: &Practice, input: EditManyClients) -> Result<EditedMany> {
    practice.permit(Permission::EditClients).await?;
    let mut wanted = Vec::new();
    for change in &input.changes {
        let what = change.what.validate(practice)?;
        let ids = change.ids.iter().map(|id| ClientId::parse(id)).collect::<Result<BTreeSet<_>>>()?;
        wanted.extend(ids.into_iter().map(|id| (id, what.clone())));
    }
    for (id, _) in &wanted {
        own::permit(practice, *id).await?;
    }
    let mut change = practice.change(Action::ClientEdited).await?;
    let mut undo = Vec::new();
    let mut last = None;
    for (id, what) in wanted {
        if let Some(as_before) = what.make_so(&mut change, id).await? {
            if let Some(before) = last.replace(id) {
                change.also(before).await?;
            }
            store::touch(&mut change, id).await?;
            change.note("fields", vec![what.field()]);
            undo.push((as_before, id));
        }
    }
    match last {
        Some(id) => change.commit(id).await?,
        None => drop(change),
    }
    let changed = i32::try_from(undo.len()).unwrap_or(i32::MAX);
    Ok(EditedMany { changed, back: grouped(undo) })
}

/// The same of several becomes one change.
fn grouped(mut undo: Vec<(Same, ClientId)>) -> Vec<SameChange> {
    undo.sort();
    undo.chunk_by(|one, other| one.0 == other.0)
        .map(|group| SameChange {
            ids: group.iter().map(|(_, id)| id.to_string()).collect(),
            what: group[0].0.clone(),
        })
        .collect()
}

impl Same {
    fn validate(&self, practice: &Practice) -> Result<Self> {
        let mut checks = Checks::default();
        let mut tag = |typed: &str| {
            let tag = checks.line("tag", typed, TAG_LENGTH);
            if tag.is_empty() {
                checks.note("tag", FieldProblem::Required);
            }
            tag
        };
        let checked = match self {
            Self::AddTag { tag: typed } => Self::AddTag { tag: tag(typed) },
            Self::RemoveTag { tag: typed } => Self::RemoveTag { tag: tag(typed) },
            Self::Stand { status, since } => {
                let since = checks.past_day("since", since, practice.today());
                Self::Stand {
                    status: *status,
                    since: written(since.filter(|_| *status != ClientStatus::Active)),
                }
            }
        };
        checks.finish()?;
        Ok(checked)
    }

    /// The field of a client that this changes, as in the audit of one that is changed alone.
    fn field(&self) -> &'static str {
        match self {
            Self::AddTag { .. } | Self::RemoveTag { .. } => "tags",
            Self::Stand { .. } => "status",
        }
    }

    /// Makes one client so; what would make them as they were, or nothing when they were so.
    async fn make_so(&self, change: &mut Change, id: ClientId) -> Result<Option<Self>> {
        // Asked of everybody: who is not there is not found.
        let (was, was_since) = store::standing(change, id).await?;
        Ok(match self {
            Self::AddTag { tag } => {
                let tags = store::tags(change, id).await?;
                if tags.iter().any(|other| fold(other) == fold(tag)) {
                    return Ok(None);
                }
                let mut checks = Checks::default();
                if tags.len() >= MOST_TAGS as usize {
                    checks.too_much("tag", MOST_TAGS);
                }
                checks.finish()?;
                store::add_tag(change, id, tag).await?;
                Some(Self::RemoveTag { tag: tag.clone() })
            }
            Self::RemoveTag { tag } => {
                store::remove_tag(change, id, tag).await?.map(|tag| Self::AddTag { tag })
            }
            Self::Stand { status, since } => {
                if was == *status && was_since == *since {
                    return Ok(None);
                }
                store::stand(change, id, *status, since).await?;
                Some(Self::Stand { status: was, since: was_since })
            }
        })
    }
}
