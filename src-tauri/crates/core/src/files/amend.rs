//! Changes what is said of a file.

use std::collections::BTreeSet;

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::folding;
use crate::people::Permission;
use crate::practice::Practice;

use super::list::{ClientFile, changeable, view};
use super::name::LONGEST;
use super::store;

/// More tags than this tell nothing any more.
const MOST_TAGS: u32 = 12;

/// How long a tag may be, in characters.
const LONGEST_TAG: u32 = 40;

/// What is said of a file from now on.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct AmendFile {
    /// The file.
    pub id: String,
    /// Its version as it was last seen.
    pub version: i32,
    /// Its name.
    pub name: String,
    /// The day it is of, ISO; today or before.
    pub day: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Only for those who treat.
    pub clinical: bool,
}

/// Changes what is said of a file, or answers [`Error::Stale`] when somebody changed it since. Its bytes stay what they are.
pub async fn amend(practice: &Practice, input: AmendFile) -> Result<ClientFile> {
    let stored = changeable(practice, &input.id).await?;
    if input.clinical {
        practice.permit(Permission::WriteNotes).await?;
    }
    let mut checks = Checks::default();
    let name = checks.required("name", &input.name, LONGEST);
    let day = checks.past_day("day", &input.day, practice.today());
    if input.day.trim().is_empty() {
        checks.note("day", FieldProblem::Required);
    }
    let tags = tags(&mut checks, &input.tags);
    checks.finish()?;
    let mut change = practice.change(Action::FileChanged).await?;
    let stored = store::seen(&change, stored.id, input.version).await?;
    if stored.removed {
        return Err(Error::NotFound);
    }
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let now = store::Stored { name, day, tags, clinical: input.clinical, ..stored };
    store::update(&mut change, &now).await?;
    change.commit(Subject::from(now.id).of_client(now.client)).await?;
    Ok(view(store::read(practice, now.id).await?))
}

/// Each once, whatever its capitals and accents.
fn tags(checks: &mut Checks, typed: &[String]) -> Vec<String> {
    let mut known = BTreeSet::new();
    let mut tags = Vec::new();
    for (place, tag) in typed.iter().enumerate() {
        let tag = checks.line(format!("tags.{place}"), tag, LONGEST_TAG);
        if !tag.is_empty() && known.insert(folding::fold(&tag)) {
            tags.push(tag);
        }
    }
    if tags.len() > MOST_TAGS as usize {
        checks.too_much("tags", MOST_TAGS);
    }
    tags
}
