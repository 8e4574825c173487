//! What the trail says about one client, for the timeline and so that a look is not written down twice.

use crate::error::Result;
use crate::ids::ClientId;
use crate::practice::Practice;
use crate::reader::Reader;

use super::action::Action;
use super::store;
use super::store::Trail;

/// A chart that stays open is one look, not one for every redraw.
const ONE_LOOK: i64 = 5 * 60 * 1000;

/// The acts of one kind in a client's record, newest first.
pub(crate) async fn of_client(reader: &impl Reader, client: ClientId, action: Action) -> Result<Vec<Trail>> {
    store::of_client(reader.connection().await?.sqlite()?, &client.to_string(), action.name()).await
}

/// Whether the person at the keyboard did this to this client within the last five minutes.
pub(crate) async fn was_just_done(practice: &Practice, client: ClientId, action: Action) -> Result<bool> {
    let since = practice.now() - ONE_LOOK;
    let session = &practice.actor().session;
    let mut reading = practice.connection().await?;
    store::done_since(reading.sqlite()?, &client.to_string(), action.name(), session, since).await
}

/// The clients of the newest acts of one kind, each once, newest first.
pub(crate) async fn clients_lately(reader: &impl Reader, action: Action, limit: i32) -> Result<Vec<String>> {
    store::clients_lately(reader.connection().await?.sqlite()?, action.name(), limit).await
}
