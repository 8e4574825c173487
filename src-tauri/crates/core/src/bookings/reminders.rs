//! Whom to remind of a visit that comes up. Nothing is sent by the program: whoever calls or texts says so.

use chrono::Days;
use serde::Deserialize;
use specta::Type;

use crate::checks::Checks;
use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;

use super::call_off::CallToMake;
use super::store;
use super::view;
use super::waiting::{self, ContactAbout};

/// What was said about a visit longer ago was about something else.
const SAID_WITHIN: i64 = 60 * 24 * 60 * 60 * 1000;

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
    let clients: Vec<_> = bookings.iter().filter_map(|booking| booking.client).collect();
    let contacts = waiting::made_since(practice, &clients, practice.now() - SAID_WITHIN).await?;
    let views = view::views(practice, bookings).await?;
    let call = |booking: view::BookingView| CallToMake {
        contacts: waiting::about(&contacts, ContactAbout::Reminder, &booking.id),
        booking,
        instead: None,
    };
    Ok(views.into_iter().filter(|booking| booking.client.is_some()).map(call).collect())
}
