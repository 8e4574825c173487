//! Which entries somebody asks for, and which of them they may see.

use chrono::Days;
use serde::Deserialize;
use specta::Type;

use crate::audit::{AuditKind, Wanted};
use crate::checks::Checks;
use crate::clients;
use crate::error::Result;
use crate::ids::{ClientId, PersonId};
use crate::people::Role;
use crate::practice::Practice;

/// What the entries are narrowed to. What is left out does not narrow.
#[derive(Debug, Clone, Default, Deserialize, Type)]
pub struct AuditFilter {
    /// In the record of this client, and in those that are part of it.
    pub client: Option<String>,
    /// Done by this person.
    pub person: Option<String>,
    /// From this day on, ISO.
    pub from: Option<String>,
    /// Up to the end of this day, ISO.
    pub to: Option<String>,
    /// Of this kind.
    pub kind: Option<AuditKind>,
}

impl AuditFilter {
    /// What to look for, for the person at the keyboard.
    pub(super) async fn wanted(&self, practice: &Practice) -> Result<Wanted> {
        let mut checks = Checks::default();
        let from = checks.date("from", self.from.as_deref().unwrap_or_default());
        let to = checks.date("to", self.to.as_deref().unwrap_or_default());
        checks.finish()?;
        let actor = practice.actor();
        let clients = match self.client.as_deref() {
            Some(client) => clients::records_in(practice, ClientId::parse(client)?).await?,
            None => Vec::new(),
        };
        Ok(Wanted {
            clients,
            person: self.person.as_deref().map(PersonId::parse).transpose()?,
            only: (actor.role != Role::Owner).then_some(actor.id),
            from: from.map(|day| practice.start_of(day)),
            until: to.and_then(|day| day.checked_add_days(Days::new(1))).map(|day| practice.start_of(day)),
            kind: self.kind,
        })
    }
}
