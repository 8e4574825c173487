//! The alerts that do not hold any more.

use serde::Serialize;
use specta::Type;

use crate::clients;
use crate::error::Result;
use crate::ids::ClientId;
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;

use super::list::{self, AlertView};
use super::store;

/// An alert that held once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EndedAlert {
    /// It, as it was.
    pub alert: AlertView,
    /// When it ended (UTC milliseconds).
    pub ended_at: Moment,
    /// Who ended it.
    pub ended_by: String,
}

/// A client's alerts that do not hold any more, those that ended last first. What was clinical is left out for whoever may not
/// read it: that there was one says nothing that the desk has to know.
pub async fn ended(practice: &Practice, client: &str) -> Result<Vec<EndedAlert>> {
    practice.permit(Permission::ReadClients).await?;
    let client = clients::permit(practice, ClientId::parse(client)?).await?;
    let stored = store::ended_of(practice, client).await?;
    let ended = stored.into_iter().filter_map(|stored| {
        // Nobody changes an alert that does not hold: whoever saved it last ended it.
        let (ended_at, ended_by) = (stored.ended_at?.into(), stored.by.clone());
        Some(EndedAlert { alert: list::view(practice.actor(), stored), ended_at, ended_by })
    });
    Ok(ended.filter(|ended| ended.alert.text.is_some()).collect())
}
