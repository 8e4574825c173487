//! Clients in lists.

use crate::error::Result;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::own::Whose;
use super::store;
use super::view::{self, ClientRow};

/// The named clients, in the order asked; of a record that is part of another, that one. Who does not exist is left out,
/// and who is kept for the law alone, unless it is asked by somebody who erases records: whose a note is has a name.
pub async fn rows(practice: &Practice, ids: Vec<String>) -> Result<Vec<ClientRow>> {
    practice.permit(Permission::ReadClients).await?;
    let mut wanted = Vec::new();
    for id in ids.iter().take(200) {
        wanted.push(store::record_of(practice, ClientId::parse(id)?).await?);
    }
    let ids = wanted;
    let whose = Whose::may_be_seen_by(practice.actor());
    let rows = match practice.actor().role.may(Permission::CloseRecords) {
        true => store::rows_ever(practice, whose, &ids).await?,
        false => store::rows(practice, whose, &ids).await?,
    };
    Ok(view::rows(practice, rows))
}

/// The named clients that are this person's to see, for lists of other things.
pub(crate) async fn rows_of(practice: &Practice, ids: &[ClientId]) -> Result<Vec<ClientRow>> {
    let whose = Whose::may_be_seen_by(practice.actor());
    Ok(view::rows(practice, store::rows(practice, whose, ids).await?))
}

/// The same, those among them that are kept for the law alone.
pub(crate) async fn rows_ever_of(practice: &Practice, ids: &[ClientId]) -> Result<Vec<ClientRow>> {
    let whose = Whose::may_be_seen_by(practice.actor());
    Ok(view::rows(practice, store::rows_ever(practice, whose, ids).await?))
}

/// Who was registered from an instant on (UTC milliseconds), newest first.
pub(crate) async fn registered_on(practice: &Practice, from: i64) -> Result<Vec<ClientRow>> {
    let whose = Whose::may_be_seen_by(practice.actor());
    Ok(view::rows(practice, store::registered_from(practice, whose, from).await?))
}

/// How many clients there are for the person at the keyboard.
pub(crate) async fn count(practice: &Practice) -> Result<i32> {
    store::count(practice, Whose::may_be_seen_by(practice.actor())).await
}
