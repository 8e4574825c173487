//! Changes visits of a series in one act: who comes, for what, and what the desk should know.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Subject};
use crate::checks::Checks;
use crate::error::{Error, Result};
use crate::ids::BookingId;
use crate::people::Permission;
use crate::practice::Practice;

use super::amend::{self, AmendBooking, Amended};
use super::book_series::SeriesPart;
use super::series::MOST_VISITS;
use super::store::{self, Stored};
use super::view::{self, BookingView};

/// Visits of a series to change.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct AmendSeries {
    /// One of them as it should be. It is changed whatever became of it.
    pub visit: AmendBooking,
    /// Which of the others.
    pub part: SeriesPart,
}

/// Bookings before and after they were changed, each list in order.
#[derive(Debug, Clone, Serialize, Type)]
pub struct AmendedBookings {
    /// As they were.
    pub before: Vec<BookingView>,
    /// As they are.
    pub after: Vec<BookingView>,
}

/// Changes a visit of a series and those of the others that are still to come. Of each only what was changed of the named one
/// is changed, and only where it had the same: a visit that was given another client, service or note before keeps it, as an
/// exception of the series. Nothing else of them changes. [`Error::InTheWay`] says everywhere that the client is booked
/// at the same time, and then none is changed.
pub async fn amend_series(practice: &Practice, input: AmendSeries) -> Result<AmendedBookings> {
    practice.permit(Permission::EditBookings).await?;
    let AmendSeries { visit, part } = input;
    let named = store::read(practice, BookingId::parse(&visit.id)?).await?;
    let series = named.series.ok_or(Error::NotFound)?;
    let mut checks = Checks::default();
    let note = checks.lines("note", &visit.note, 1_000);
    checks.finish()?;
    let from = match part {
        SeriesPart::Following => named.whole.from,
        SeriesPart::All => practice.now(),
    };
    let was = wire(&named);
    let mut amends = vec![visit.clone()];
    let mut ids = vec![named.id];
    for booking in store::of_series(practice, series, from).await? {
        let own = wire(&booking);
        let same = |of: &Option<String>, then: &Option<String>, now: &Option<String>| {
            if of == then { now.clone() } else { of.clone() }
        };
        let wanted = AmendBooking {
            client: same(&own.client, &was.client, &visit.client),
            service: same(&own.service, &was.service, &visit.service),
            note: if own.note == was.note { note.clone() } else { own.note.clone() },
            ..own.clone()
        };
        let untouched =
            (&wanted.client, &wanted.service, &wanted.note) == (&own.client, &own.service, &own.note);
        if booking.id != named.id && booking.is_to_come() && !untouched {
            ids.push(booking.id);
            amends.push(wanted);
        }
    }
    let before = view::views(practice, store::named(practice, &ids).await?).await?;
    let after = amend_several(practice, amends).await?;
    Ok(AmendedBookings { before, after })
}

/// Changes every booking of the list, or none: the undo of changing visits of a series.
pub async fn amend_several(practice: &Practice, amends: Vec<AmendBooking>) -> Result<Vec<BookingView>> {
    practice.permit(Permission::EditBookings).await?;
    if amends.is_empty() || amends.len() > MOST_VISITS {
        return Err(Error::NotFound);
    }
    let mut permitted = Vec::new();
    for one in amends {
        permitted.push(amend::permitted(practice, one).await?);
    }
    let mut change = practice.change(Action::BookingsAmended).await?;
    let mut amended = Vec::new();
    for one in &permitted {
        amended.push(amend::write(&mut change, one).await?);
    }
    let mut in_the_way = Vec::new();
    for Amended { was, is } in &amended {
        in_the_way.extend(amend::elsewhere(&change, practice, was, is).await?);
    }
    if !in_the_way.is_empty() {
        return Err(Error::InTheWay(in_the_way));
    }
    let ids: Vec<BookingId> = amended.iter().map(|one| one.is.id).collect();
    change.note("bookings", ids.iter().map(ToString::to_string).collect::<Vec<_>>());
    let first = amended.first().ok_or(Error::NotFound)?;
    let client = first.is.client.or(first.was.client);
    let one_clients = amended.iter().all(|one| one.is.client.or(one.was.client) == client);
    let subject = Subject::from(first.is.id);
    change
        .commit(match client.filter(|_| one_clients) {
            Some(client) => subject.of_client(client),
            None => subject,
        })
        .await?;
    view::views(practice, store::named(practice, &ids).await?).await
}

/// A booking as it is, in the words of a change.
fn wire(booking: &Stored) -> AmendBooking {
    AmendBooking {
        id: booking.id.to_string(),
        version: booking.version,
        client: booking.client.map(|client| client.to_string()),
        service: booking.service.map(|service| service.to_string()),
        note: booking.note.clone(),
    }
}
