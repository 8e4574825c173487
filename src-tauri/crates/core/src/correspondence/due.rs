//! What has to be followed up.

use std::collections::HashMap;

use serde::Serialize;
use specta::Type;

use crate::clients;
use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::CorrespondenceKind;
use super::store;

/// Something to follow up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FollowUpDue {
    /// The entry.
    pub id: String,
    /// Its version; ticking it off names it.
    pub version: i32,
    /// With whom, or about whom.
    pub client: String,
    /// Their full name.
    pub client_name: String,
    /// How it passed.
    pub kind: CorrespondenceKind,
    /// Its first line.
    pub text: String,
    /// Since when it is due, ISO.
    pub due: String,
}

/// What is due today or was before, the longest due first: of clients whom the person at the keyboard may see, and what is
/// clinical only for those who treat. It stays until somebody says that it is done.
pub(crate) async fn due(practice: &Practice) -> Result<Vec<FollowUpDue>> {
    let clinical = practice.actor().role.may(Permission::ReadNotes);
    let mut stored = store::due(practice, practice.today()).await?;
    stored.retain(|stored| clinical || !stored.entry.clinical);
    let ids: Vec<String> = stored.iter().map(|stored| stored.client.to_string()).collect();
    let names: HashMap<String, String> =
        clients::names_of(practice, practice, &ids).await?.into_iter().collect();
    let due = stored.into_iter().filter_map(|stored| {
        let client = stored.client.to_string();
        Some(FollowUpDue {
            client_name: names.get(&client)?.clone(),
            client,
            id: stored.id.to_string(),
            version: stored.version,
            kind: stored.entry.kind,
            text: stored.entry.text.lines().next().unwrap_or_default().to_owned(),
            due: stored.entry.follow_up,
        })
    });
    Ok(due.collect())
}
