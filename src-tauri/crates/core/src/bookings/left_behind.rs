//! Visits that are booked with somebody who does not work here any more: who is to be called, and given another time or
//! another practitioner.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::call_off::CallToMake;
use super::store;
use super::view;
use super::waiting::{self, ContactAbout};

/// What was said about a visit longer ago was about something else.
const SAID_WITHIN: i64 = 60 * 24 * 60 * 60 * 1000;

/// What somebody left behind.
#[derive(Debug, Clone, Serialize, Type)]
pub struct LeftBehind {
    /// With whom it is booked.
    pub practitioner: String,
    /// Who comes to them still, in order.
    pub calls: Vec<CallToMake>,
}

/// The visits to come with people who are not here any more, by person in the order they came.
pub async fn left_behind(practice: &Practice) -> Result<Vec<LeftBehind>> {
    practice.permit(Permission::ReadBookings).await?;
    let mut found = Vec::new();
    for person in store::people(practice).await?.into_iter().filter(|person| person.gone) {
        let bookings = store::to_come_with(practice, person.id, practice.now()).await?;
        let clients: Vec<_> = bookings.iter().filter_map(|booking| booking.client).collect();
        let contacts = waiting::made_since(practice, &clients, practice.now() - SAID_WITHIN).await?;
        let views = view::views(practice, bookings).await?.into_iter();
        let calls = views.filter(|booking| booking.client.is_some()).map(|booking| CallToMake {
            contacts: waiting::about(&contacts, ContactAbout::CalledOff, &booking.id),
            booking,
            instead: None,
        });
        let calls: Vec<CallToMake> = calls.collect();
        if !calls.is_empty() {
            found.push(LeftBehind { practitioner: person.id.to_string(), calls });
        }
    }
    Ok(found)
}
