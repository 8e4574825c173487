//! Whom to remind of a visit that comes up. Nothing is sent by the program: whoever calls or texts says so.

use chrono::Days;
use serde::Deserialize;
use specta::Type;

use crate::checks::Checks;
use crate::clients::ClientStatus;
use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;

use super::call_to_make::{CallToMake, calls_of_late};
use super::store;
use super::waiting::ContactAbout;

/// The day whose visits people are reminded of.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct RemindersFor {
    /// The day, ISO.
    pub day: String,
}

/// Who comes on a day, in order, with who tried to remind them. Those whose visit does not come about are left out, and
/// people who are somebody else's to see.
pub async fn reminders(practice: &Practice, input: RemindersFor) -> Result<Vec<CallToMake>> {
    practice.permit(Permission::ReadBookings).await?;
    let mut checks = Checks::default();
    let day = checks.day("day", &input.day);
    checks.finish()?;
    let day = day.ok_or_else(|| Error::unexpected("reminders", "a field without a problem"))?;
    let mut bookings = store::on_days(practice, day, day + Days::new(1)).await?;
    bookings.retain(|booking| booking.stands() && booking.client.is_some());
    let mut calls = calls_of_late(practice, bookings, ContactAbout::Reminder).await?;
    // Nobody writes to somebody who has died; the visit stays in the calendar, where it says so.
    calls.retain(|call| {
        call.booking.client.as_ref().is_none_or(|client| client.status != ClientStatus::Deceased)
    });
    Ok(calls)
}
