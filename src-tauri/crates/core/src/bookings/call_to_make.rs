//! Whom to call about their visits: to remind them, or because it cannot take place as it was booked.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::practice::Practice;

use super::store::Stored;
use super::view::{self, BookingView};
use super::waiting::{self, ContactAbout, ContactMade};

/// What was said about a visit longer ago (milliseconds) was about something else.
const SAID_WITHIN: i64 = 60 * 24 * 60 * 60 * 1000;

/// Somebody to call about their visit.
#[derive(Debug, Clone, Serialize, Type)]
pub struct CallToMake {
    /// The visit as it is now.
    pub booking: BookingView,
    /// When they come instead, on the wall; nothing where nothing is booked.
    pub instead: Option<String>,
    /// Who tried to reach them about it.
    pub contacts: Vec<ContactMade>,
}

/// Whom to call about visits, in their order, with who tried to since an instant (UTC milliseconds). Left out is what is held
/// for nobody, and who is somebody else's to see.
pub(super) async fn calls(
    practice: &Practice,
    bookings: Vec<Stored>,
    about: ContactAbout,
    since: i64,
) -> Result<Vec<CallToMake>> {
    let clients: Vec<_> = bookings.iter().filter_map(|booking| booking.client).collect();
    let contacts = waiting::made_since(practice, &clients, since).await?;
    let views = view::views(practice, bookings).await?;
    let calls = views.into_iter().filter(|booking| booking.client.is_some()).map(|booking| CallToMake {
        contacts: waiting::about(&contacts, about, &booking.id),
        booking,
        instead: None,
    });
    Ok(calls.collect())
}

/// The same, where there is no moment since which they are to be called.
pub(super) async fn calls_of_late(
    practice: &Practice,
    bookings: Vec<Stored>,
    about: ContactAbout,
) -> Result<Vec<CallToMake>> {
    calls(practice, bookings, about, practice.now() - SAID_WITHIN).await
}
