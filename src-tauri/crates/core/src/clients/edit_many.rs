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
    /// They stand so with the practice. Who stands so already, since whenever, and who has died are left as they are.
    Stand {
        /// How they stand; that somebody has died is written one by one.
        status: ClientStatus,
        /// Since when, ISO, or nothing; of somebody who is active, nothing.
        since: String,
        /// Only of those who stand like this; nothing for whoever is named.
        instead_of: Option<Stands>,
    },
}

/// How somebody stands, and since when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
pub struct Stands {
    /// How they stand.
    pub status: ClientStatus,
    /// Since when, ISO, or nothing.
    pub since: String,
}

/// What became of it.
#[derive(Debug, Serialize, Type)]
pub struct EditedMany {
    /// How many clients are not as they were.
    pub changed: i32,
    /// How many were left because somebody changed them since.
    pub left: i32,
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
    let (mut undo, mut left) = (Vec::new(), 0);
    let mut last = None;
    for (id, what) in wanted {
        let id = store::record_of(&change, id).await?;
        let was = store::standing(&change, id).await?;
        if what.instead_of().is_some_and(|stood| *stood != was) {
            left += 1;
        } else if let Some(changed) = what.make_so(&mut change, id, &was).await? {
            if let Some(before) = last.replace(id) {
                change.also(before).await?;
            }
            store::touch(&mut change, id).await?;
            change.note("fields", changed.fields);
            undo.push((changed.as_before, id));
        }
    }
    match last {
        Some(id) => change.commit(id).await?,
        None => drop(change),
    }
    let changed = i32::try_from(undo.len()).unwrap_or(i32::MAX);
    Ok(EditedMany { changed, left, back: grouped(undo) })
}

/// What was changed of one client.
struct Changed {
    /// What makes them as they were.
    as_before: Same,
    /// The fields, as in the audit of one who is changed alone.
    fields: Vec<&'static str>,
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
            Self::Stand { status, since, instead_of } => {
                if *status == ClientStatus::Deceased {
                    checks.note("status", FieldProblem::UnknownValue);
                }
                let since = checks.past_day("since", since, practice.today());
                Self::Stand {
                    status: *status,
                    since: written(since.filter(|_| *status != ClientStatus::Active)),
                    instead_of: instead_of.clone(),
                }
            }
        };
        checks.finish()?;
        Ok(checked)
    }

    fn instead_of(&self) -> Option<&Stands> {
        match self {
            Self::Stand { instead_of, .. } => instead_of.as_ref(),
            Self::AddTag { .. } | Self::RemoveTag { .. } => None,
        }
    }

    /// Makes one client so, who stands as they do; nothing when they were so.
    async fn make_so(&self, change: &mut Change, id: ClientId, was: &Stands) -> Result<Option<Changed>> {
        let tags = |as_before: Self| Changed { as_before, fields: vec!["tags"] };
        Ok(match self {
            Self::AddTag { tag } => {
                let there = store::tags(change, id).await?;
                if there.iter().any(|other| fold(other) == fold(tag)) {
                    return Ok(None);
                }
                let mut checks = Checks::default();
                if there.len() >= MOST_TAGS as usize {
                    checks.too_much("tag", MOST_TAGS);
                }
                checks.finish()?;
                store::add_tag(change, id, tag).await?;
                Some(tags(Self::RemoveTag { tag: tag.clone() }))
            }
            Self::RemoveTag { tag } => {
                store::remove_tag(change, id, tag).await?.map(|tag| tags(Self::AddTag { tag }))
            }
            Self::Stand { status, since, .. } => {
                if was.status == *status || was.status == ClientStatus::Deceased {
                    return Ok(None);
                }
                store::stand(change, id, *status, since).await?;
                let mut fields = vec!["status"];
                if was.since != *since {
                    fields.push("status_since");
                }
                let instead_of = Some(Stands { status: *status, since: since.clone() });
                let as_before = Self::Stand { status: was.status, since: was.since.clone(), instead_of };
                Some(Changed { as_before, fields })
            }
        })
    }
}
