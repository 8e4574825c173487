//! Reads the audit, newest first, a page at a time.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit;
use crate::error::Result;
use crate::people::{self, Permission, Role};
use crate::practice::Practice;

use super::filter::AuditFilter;
use super::view::{self, AuditEntryView, NamedPerson};

/// Entries on a page.
const PAGE: usize = 100;

/// Which entries, and where to go on.
#[derive(Debug, Clone, Default, Deserialize, Type)]
pub struct ReadAudit {
    /// What they are narrowed to.
    #[serde(flatten)]
    pub filter: AuditFilter,
    /// The last number that was read; nothing for the newest.
    pub before: Option<i32>,
}

/// A page of the audit.
#[derive(Debug, Serialize, Type)]
pub struct AuditPage {
    /// Newest first.
    pub entries: Vec<AuditEntryView>,
    /// Whether older ones follow.
    pub more: bool,
    /// Whose entries can be asked for: everybody who ever worked here, by name.
    pub people: Vec<NamedPerson>,
}

/// Reads a page. Whoever is not the owner finds only what they did themselves.
pub async fn read(practice: &Practice, input: ReadAudit) -> Result<AuditPage> {
    practice.permit(Permission::ReadAudit).await?;
    let wanted = input.filter.wanted(practice).await?;
    let mut rows = audit::newest(practice, &wanted, input.before.map(i64::from), PAGE as i64 + 1).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let names = people::names(practice).await?;
    let entries = view::named(practice, &rows, &names).await?;
    let me = practice.actor();
    let mut people: Vec<NamedPerson> = names
        .into_iter()
        .map(|(id, name)| NamedPerson { id, name })
        .filter(|person| me.role == Role::Owner || person.id == me.id.to_string())
        .collect();
    people.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
    Ok(AuditPage { entries, more, people })
}
