//! The waiting list as screens draw it.

use std::collections::HashMap;

use chrono::Days;
use serde::Serialize;
use specta::Type;

use crate::bookings::setup;
use crate::bookings::store::{self, StoredWait};
use crate::bookings::view::{BookedClient, booked};
use crate::bookings::{model, wall_of};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, WaitId};
use crate::people::Permission;
use crate::practice::Practice;

use super::contact::{self, ContactMade};
use super::model::ContactAbout;

/// So long after it lapsed an entry can still be prolonged.
const SHOWN_AFTER: u64 = 14;

/// Somebody who waits for a time.
#[derive(Debug, Clone, Serialize, Type)]
pub struct WaitView {
    /// The entry.
    pub id: String,
    /// How often it was saved; a change names it.
    pub version: i32,
    /// Who waits.
    pub client: BookedClient,
    /// For what; nothing for whatever fits.
    pub service: Option<String>,
    /// With whom; nothing for whoever is free.
    pub practitioner: Option<String>,
    /// On which weekdays they can, 1 to 7; empty for every one.
    pub weekdays: Vec<i32>,
    /// Not before this time of day; empty for any.
    pub not_before: String,
    /// Over by this time of day; empty for any.
    pub over_by: String,
    /// Whether they come before those who are not.
    pub urgent: bool,
    /// The last day on which it is of use, ISO.
    pub until: String,
    /// Whether that day is over.
    pub lapsed: bool,
    /// The booking they would give up, with its start on the wall.
    pub instead_of: Option<GivenUp>,
    /// When they come next, on the wall; nothing where nothing is booked.
    pub coming: Option<String>,
    /// What the desk should know; may be empty.
    pub note: String,
    /// Since which day they wait, ISO.
    pub since: String,
    /// Who tried to reach them about it since.
    pub contacts: Vec<ContactMade>,
}

/// A booking that somebody would give up for an earlier one.
#[derive(Debug, Clone, Serialize, Type)]
pub struct GivenUp {
    /// The booking.
    pub id: String,
    /// Its version.
    pub version: i32,
    /// When it is, on the wall.
    pub start: String,
}

/// Who waits: the urgent first, then whoever waits longest; those whose time has just lapsed at the end. People who are
/// somebody else's to see are left out.
pub async fn waiting_list(practice: &Practice) -> Result<Vec<WaitView>> {
    practice.permit(Permission::ReadBookings).await?;
    let today = setup::today(practice).await?;
    let stored = store::waits(practice, today - Days::new(SHOWN_AFTER)).await?;
    let mut views = views(practice, stored).await?;
    views.sort_by_key(|wait| wait.lapsed);
    Ok(views)
}

/// One entry after something was done with it.
pub(super) async fn of(practice: &Practice, id: WaitId) -> Result<WaitView> {
    let stored = store::wait(practice, id).await?;
    views(practice, vec![stored]).await?.pop().ok_or(Error::NotFound)
}

/// Entries with everything a screen shows of them.
pub(super) async fn views(practice: &Practice, stored: Vec<StoredWait>) -> Result<Vec<WaitView>> {
    let zone = setup::zone_of(practice, practice.clock()).await?;
    let today = wall_of(practice.now(), zone).date();
    let mut ids: Vec<ClientId> = stored.iter().map(|wait| wait.wait.client).collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = clients::rows_of(practice, &ids).await?;
    let rows: HashMap<String, BookedClient> = rows.iter().map(|row| (row.id.clone(), booked(row))).collect();
    let since = stored.iter().map(|wait| wait.since).min().unwrap_or_default();
    let contacts = contact::made_since(practice, &ids, since).await?;
    let given_up: Vec<BookingId> = stored.iter().filter_map(|wait| wait.wait.instead_of).collect();
    let given_up = store::named(practice, &given_up).await?;
    let coming = store::next_of(practice, &ids, practice.now()).await?;
    let mut views = Vec::new();
    for StoredWait { id, wait, since, version, .. } in stored {
        let Some(client) = rows.get(&wait.client.to_string()) else { continue };
        let instead_of = given_up
            .iter()
            .find(|booking| Some(booking.id) == wait.instead_of)
            .filter(|booking| booking.is_to_come() && booking.whole.from > practice.now())
            .map(|booking| GivenUp {
                id: booking.id.to_string(),
                version: booking.version,
                start: model::written(booking.wall),
            });
        views.push(WaitView {
            id: id.to_string(),
            version,
            client: client.clone(),
            service: wait.service.map(|service| service.to_string()),
            practitioner: wait.practitioner.map(|person| person.to_string()),
            weekdays: wait.weekdays.iter().map(|day| i32::from(*day)).collect(),
            not_before: if wait.not_before == 0 { String::new() } else { time(wait.not_before) },
            over_by: if wait.over_by == 24 * 60 { String::new() } else { time(wait.over_by) },
            urgent: wait.urgent,
            until: wait.until.to_string(),
            lapsed: wait.until < today,
            instead_of,
            coming: coming.get(&wait.client).map(|next| model::written(*next)),
            note: wait.note,
            since: wall_of(since, zone).date().to_string(),
            contacts: contacts
                .iter()
                .filter(|made| made.about == ContactAbout::Waiting && made.client == client.id)
                .filter(|made| made.at.millis() >= since)
                .cloned()
                .collect(),
        });
    }
    Ok(views)
}

fn time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
