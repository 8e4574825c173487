//! Whom to call because somebody runs late: those whose visits were moved and who are not there yet.

use serde::Deserialize;
use specta::Type;

use crate::error::Result;
use crate::ids::BookingId;
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;

use super::call_to_make::{CallToMake, calls};
use super::store::{self, Stored};
use super::waiting::ContactAbout;

/// What moved when somebody ran late.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct LateCalls {
    /// The bookings that moved.
    pub ids: Vec<String>,
    /// When they did (UTC milliseconds): who was called before it was told of another time.
    pub since: Moment,
}

/// The calls of those who do not know yet, in the order of their visits as they are now. Whoever is there is told there, and
/// whose visit was cancelled since waits for nobody. That a visit cannot be as it was booked is what the calls are about.
pub async fn late_calls(practice: &Practice, input: LateCalls) -> Result<Vec<CallToMake>> {
    practice.permit(Permission::ReadBookings).await?;
    let ids: Vec<BookingId> =
        input.ids.iter().take(300).map(|id| BookingId::parse(id)).collect::<Result<_>>()?;
    let mut bookings = store::named(practice, &ids).await?;
    bookings.retain(Stored::is_to_come);
    calls(practice, bookings, ContactAbout::CalledOff, input.since.millis()).await
}
