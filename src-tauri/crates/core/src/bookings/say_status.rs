//! Says what became of a booking, and takes it back.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::change::Change;
use crate::checks::Checks;
use crate::error::{Error, Result};
use crate::ids::BookingId;
use crate::people::Permission;
use crate::practice::Practice;

use super::book::subject;
use super::model::BookingStatus;
use super::seen::{also_taken_back, seen};
use super::store::{self, Stored};
use super::view::{self, BookingView};
use super::{obstacle, own, setup};

/// What became of a booking.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SayStatus {
    /// The booking.
    pub id: String,
    /// The version it was said of.
    pub version: i32,
    /// What became of it.
    pub status: BookingStatus,
    /// Why; may be empty.
    pub reason: String,
    /// Whether the visit that did not come about is charged.
    pub fee: bool,
}

/// Names a booking as it was last seen.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeenBooking {
    /// The booking.
    pub id: String,
    /// Its version.
    pub version: i32,
}

/// Says what became of a booking, or answers [`Error::Stale`] when somebody changed it since. One that was cancelled and is
/// taken up again needs its time to be free still: [`Error::InTheWay`] says what stands there now.
pub async fn say_status(practice: &Practice, input: SayStatus) -> Result<BookingView> {
    practice.permit(Permission::EditBookings).await?;
    let id = BookingId::parse(&input.id)?;
    own::permit_column(practice, &store::read(practice, id).await?.practitioner.to_string()).await?;
    let mut checks = Checks::default();
    let reason = checks.line("reason", &input.reason, 200);
    checks.finish()?;
    let mut change = practice.change(Action::BookingStatusSet).await?;
    let stored = seen(&change, id, input.version).await?;
    if !stored.status.takes_time() && input.status.takes_time() {
        still_free(&change, practice, &stored).await?;
    }
    let fee = input.fee && !input.status.takes_time();
    store::insert_step(&mut change, id, input.status, &reason, fee).await?;
    change.note("status", input.status.name());
    change.commit(subject(id, stored.client)).await?;
    view::of(practice, id).await
}

/// Takes back what was said last; [`Error::NotFound`] where nothing was.
pub async fn take_back_status(practice: &Practice, input: SeenBooking) -> Result<BookingView> {
    practice.permit(Permission::EditBookings).await?;
    let id = BookingId::parse(&input.id)?;
    own::permit_column(practice, &store::read(practice, id).await?.practitioner.to_string()).await?;
    let mut change = practice.change(Action::BookingStatusTakenBack).await?;
    let stored = seen(&change, id, input.version).await?;
    let (position, _) = store::last_step(&change, id).await?.ok_or(Error::NotFound)?;
    let status = store::take_back_step(&mut change, id, position).await?;
    if !stored.status.takes_time() && status.takes_time() {
        still_free(&change, practice, &stored).await?;
    }
    change.note("status", status.name());
    change.commit(subject(id, stored.client)).await?;
    view::of(practice, id).await
}

/// Takes a booking back as if it had not been made: the undo of booking.
pub async fn take_back(practice: &Practice, input: SeenBooking) -> Result<BookingView> {
    set_taken_back(practice, input, true).await
}

/// Puts a booking back that was taken back, if its time is free still: the undo of that.
pub async fn put_back(practice: &Practice, input: SeenBooking) -> Result<BookingView> {
    set_taken_back(practice, input, false).await
}

async fn set_taken_back(practice: &Practice, input: SeenBooking, taken_back: bool) -> Result<BookingView> {
    practice.permit(Permission::EditBookings).await?;
    let id = BookingId::parse(&input.id)?;
    own::permit_column(practice, &store::read(practice, id).await?.practitioner.to_string()).await?;
    let action = if taken_back { Action::BookingTakenBack } else { Action::BookingPutBack };
    let mut change = practice.change(action).await?;
    let stored = also_taken_back(&change, id, input.version).await?;
    if stored.taken_back == taken_back {
        return Err(Error::NotFound);
    }
    if !taken_back && stored.status.takes_time() {
        still_free(&change, practice, &stored).await?;
    }
    store::set_taken_back(&mut change, id, taken_back).await?;
    change.commit(subject(id, stored.client)).await?;
    view::of(practice, id).await
}

/// What was booked with a reason although something stood there comes back as it was, for whoever may overbook; anything
/// else needs its time.
pub(super) async fn still_free(change: &Change, practice: &Practice, stored: &Stored) -> Result<()> {
    if stored.despite.is_some() && change.actor().role.may(Permission::Overbook) {
        return Ok(());
    }
    let zone = setup::zone_of(change, practice.clock()).await?;
    let found =
        obstacle::obstacles(change, &stored.visit(), &[stored.id], (zone, obstacle::WHOEVER_STAYS)).await?;
    if found.is_empty() { Ok(()) } else { Err(Error::InTheWay(found)) }
}
