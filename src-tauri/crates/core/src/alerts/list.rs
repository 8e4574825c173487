//! The alerts that hold.

use std::collections::HashMap;

use serde::Serialize;
use specta::Type;

use crate::clients;
use crate::error::{Error, Result};
use crate::health::{self, Raised};
use crate::ids::{AlertId, ClientId};
use crate::moment::Moment;
use crate::people::{Actor, Permission};
use crate::practice::Practice;
use crate::reader::Reader;

use super::model::{AlertAudience, AlertSeverity};
use super::raised;
use super::store::{self, Stored};

/// An alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AlertView {
    /// The alert.
    pub id: String,
    /// How often it was saved; a change names it.
    pub version: i32,
    /// How much it matters.
    pub severity: AlertSeverity,
    /// For whose eyes it is.
    pub audience: AlertAudience,
    /// What it says, where a person wrote it; nothing where that is not for the person at the keyboard.
    pub text: Option<String>,
    /// What it says, where the health history raised it; likewise. Such an alert is changed there.
    pub raised: Option<Raised>,
    /// Since when it stands there (UTC milliseconds); 0 where that is not for the person at the keyboard.
    pub since: Moment,
    /// Who wrote it last; likewise empty.
    pub by: String,
}

/// A client's alerts, the gravest first.
pub async fn list(practice: &Practice, client: &str) -> Result<Vec<AlertView>> {
    practice.permit(Permission::ReadClients).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    Ok(of_clients(practice, practice, &[client]).await?.remove(&client).unwrap_or_default())
}

/// The alerts of several clients, each with the gravest first.
pub(crate) async fn of_clients(
    practice: &Practice,
    reader: &impl Reader,
    clients: &[ClientId],
) -> Result<HashMap<ClientId, Vec<AlertView>>> {
    let mut found: HashMap<ClientId, Vec<AlertView>> = HashMap::new();
    for stored in store::of_clients(reader, clients).await? {
        found.entry(stored.client).or_default().push(view(practice.actor(), stored));
    }
    for (client, raised) in health::raised_by(practice, reader, clients).await? {
        let alerts = found.entry(client).or_default();
        alerts.extend(raised::views(practice.actor(), raised));
    }
    for alerts in found.values_mut() {
        alerts.sort_by_key(|alert| alert.severity);
    }
    Ok(found)
}

/// An alert after something was done with it.
pub(super) async fn of(practice: &Practice, id: AlertId) -> Result<AlertView> {
    Ok(view(practice.actor(), store::read(practice, id).await?.ok_or(Error::NotFound)?))
}

pub(super) fn view(actor: &Actor, stored: Stored) -> AlertView {
    let theirs = stored.audience == AlertAudience::Desk || actor.role.may(Permission::ReadNotes);
    AlertView {
        id: stored.id.to_string(),
        version: stored.version,
        severity: stored.severity,
        audience: stored.audience,
        text: theirs.then_some(stored.text),
        raised: None,
        since: stored.created_at.into(),
        by: stored.by,
    }
}
