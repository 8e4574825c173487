//! Visits that are booked with somebody who does not work here any more: who is to be called, and given another time or
//! another practitioner.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::call_to_make::{CallToMake, calls_of_late};
use super::store;
use super::waiting::ContactAbout;

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
        let calls = calls_of_late(practice, bookings, ContactAbout::CalledOff).await?;
        if !calls.is_empty() {
            found.push(LeftBehind { practitioner: person.id.to_string(), calls });
        }
    }
    Ok(found)
}
