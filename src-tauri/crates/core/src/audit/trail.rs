//! What the trail says about one client, for the timeline and so that a look is not written down twice.

use std::collections::HashMap;

use crate::error::Result;
use crate::ids::ClientId;
use crate::practice::Practice;
use crate::reader::Reader;

use super::action::Action;
use super::entry::Subject;
use super::store;
use super::store::Trail;

/// A chart that stays open is one look, not one for every redraw.
const ONE_LOOK: i64 = 5 * 60 * 1000;

/// The acts of one kind in a client's record, newest first.
pub(crate) async fn of_client(reader: &impl Reader, client: ClientId, action: Action) -> Result<Vec<Trail>> {
    store::of_client(reader.connection().await?.sqlite()?, &client.to_string(), action.name()).await
}

/// Whether the person at the keyboard did this to this subject within the last five minutes.
pub(crate) async fn was_just_done(practice: &Practice, subject: &Subject, action: Action) -> Result<bool> {
    let since = practice.now() - ONE_LOOK;
    let session = &practice.actor().session;
    let mut reading = practice.connection().await?;
    store::done_since(reading.sqlite()?, subject, action.name(), session, since).await
}

/// Whether the person at the keyboard did this, about nobody in particular, within the last five minutes.
pub(crate) async fn was_just_done_at_all(practice: &Practice, action: Action) -> Result<bool> {
    let since = practice.now() - ONE_LOOK;
    let session = &practice.actor().session;
    let mut reading = practice.connection().await?;
    store::done_at_all_since(reading.sqlite()?, action.name(), session, since).await
}

/// How often this was done to this subject.
pub(crate) async fn times_done(reader: &impl Reader, subject: &Subject, action: Action) -> Result<i64> {
    store::times_done(reader.connection().await?.sqlite()?, subject, action.name()).await
}

/// The number that the next entry will have.
pub(crate) async fn next_number(reader: &impl Reader) -> Result<i64> {
    let head = store::head(reader.connection().await?.sqlite()?).await?;
    Ok(head.map_or(1, |head| head.seq + 1))
}

/// The clients of the newest acts of one kind of the person at the keyboard, each once, newest first.
pub(crate) async fn clients_lately(practice: &Practice, action: Action, limit: i32) -> Result<Vec<String>> {
    let me = practice.actor().id.to_string();
    store::clients_lately(practice.connection().await?.sqlite()?, &me, action.name(), limit).await
}

/// When each person last took the keyboard (UTC milliseconds), by their id.
pub(crate) async fn last_at_keyboard(reader: &impl Reader) -> Result<HashMap<String, i64>> {
    let actions = [Action::Unlocked.name(), Action::SeatTaken.name()];
    let rows = store::last_times(reader.connection().await?.sqlite()?, actions).await?;
    Ok(rows.into_iter().collect())
}

/// The number of the newest entry of an act that was done; 0 when it never was.
pub(crate) async fn last_of(reader: &impl Reader, action: Action) -> Result<i64> {
    store::last_of(reader.connection().await?.sqlite()?, action.name()).await
}

/// When somebody last had every entry checked (UTC milliseconds), and whether all were as they were written.
pub(crate) async fn last_check(reader: &impl Reader) -> Result<Option<(i64, bool)>> {
    let newest = store::newest_of(reader.connection().await?.sqlite()?, Action::AuditVerified.name()).await?;
    Ok(newest.map(|(at, detail)| {
        let detail = serde_json::from_str::<serde_json::Value>(&detail).unwrap_or_default();
        (at, detail.get("whole").and_then(serde_json::Value::as_bool).unwrap_or(false))
    }))
}
