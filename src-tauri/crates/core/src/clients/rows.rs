//! Clients in lists.

use crate::error::Result;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::store;
use super::view::{self, ClientRow};

/// The named clients, in the order asked. Who does not exist is left out.
pub async fn rows(practice: &Practice, ids: Vec<String>) -> Result<Vec<ClientRow>> {
    practice.permit(Permission::ReadClients).await?;
    let ids: Vec<ClientId> = ids.iter().take(200).map(|id| ClientId::parse(id)).collect::<Result<_>>()?;
    Ok(view::rows(practice, store::rows(practice, &ids).await?))
}

/// Who was registered from an instant on (UTC milliseconds), newest first.
pub(crate) async fn registered_on(practice: &Practice, from: i64) -> Result<Vec<ClientRow>> {
    Ok(view::rows(practice, store::registered_from(practice, from).await?))
}

/// How many clients there are.
pub(crate) async fn count(practice: &Practice) -> Result<i32> {
    store::count(practice).await
}
