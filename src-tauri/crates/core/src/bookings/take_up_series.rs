//! Takes visits up again that were cancelled together: the undo of cancelling a series.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::error::{Error, Result};
use crate::ids::BookingId;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::BookingStatus;
use super::own;
use super::say_status::{SeenBooking, still_free};
use super::seen::seen;
use super::series::MOST_VISITS;
use super::store::{self, Stored};
use super::view::{self, BookingView};

/// Visits of a series that were cancelled.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct TakeUpSeries {
    /// Each as it was seen last.
    pub visits: Vec<SeenBooking>,
}

/// Takes visits of a series up again as they were before they were cancelled, all of them or none: [`Error::InTheWay`] says
/// everything that stands at their times now, and [`Error::Stale`] that something else became of one of them since.
pub async fn take_up_series(practice: &Practice, input: TakeUpSeries) -> Result<Vec<BookingView>> {
    practice.permit(Permission::EditBookings).await?;
    let ids: Vec<BookingId> =
        input.visits.iter().map(|visit| BookingId::parse(&visit.id)).collect::<Result<_>>()?;
    if ids.is_empty() || ids.len() > MOST_VISITS {
        return Err(Error::NotFound);
    }
    own::permit_columns(practice, &store::named(practice, &ids).await?).await?;
    let mut change = practice.change(Action::SeriesTakenUpAgain).await?;
    let mut visits: Vec<Stored> = Vec::new();
    for (id, visit) in ids.iter().zip(&input.visits) {
        let stored = seen(&change, *id, visit.version).await?;
        let one_series = stored.series.is_some() && visits.iter().all(|other| other.series == stored.series);
        match store::last_step(&change, *id).await? {
            Some((position, BookingStatus::Cancelled)) if one_series => {
                store::take_back_step(&mut change, *id, position).await?;
            }
            _ => return Err(Error::NotFound),
        }
        visits.push(stored);
    }
    // Asked once all stand again, so that two of them that are in each other's way do not come back unseen.
    let mut in_the_way = Vec::new();
    for visit in &visits {
        match still_free(&change, practice, visit).await {
            Err(Error::InTheWay(found)) => in_the_way.extend(found),
            other => other?,
        }
    }
    if !in_the_way.is_empty() {
        return Err(Error::InTheWay(in_the_way));
    }
    change.note("visits", visits.len());
    let first = visits.first().ok_or(Error::NotFound)?;
    let series = Subject::from(first.series.ok_or(Error::NotFound)?);
    change
        .commit(match first.client {
            Some(client) => series.of_client(client),
            None => series,
        })
        .await?;
    view::views(practice, store::named(practice, &ids).await?).await
}
