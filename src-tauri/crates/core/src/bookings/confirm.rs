//! Somebody who is reminded of a visit says that they will come: they were reached, and the visit is confirmed, in one act.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ContactId};
use crate::people::Permission;
use crate::practice::Practice;

use super::book::subject;
use super::model::BookingStatus;
use super::own;
use super::say_status::SeenBooking;
use super::seen::seen;
use super::store;
use super::view::{self, BookingView};
use super::waiting::{ContactAbout, ContactOutcome};

/// A visit that was confirmed when somebody was reminded of it.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ConfirmedVisit {
    /// The visit as it is.
    pub booking: BookingView,
    /// The call that was noted with it.
    pub contact: String,
}

/// A confirmation to take back.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct TakeBackConfirmed {
    /// The booking.
    pub id: String,
    /// Its version.
    pub version: i32,
    /// The call that was noted with it.
    pub contact: String,
}

/// Notes that somebody was reached about their visit and confirms it. [`Error::NotFound`] for one that is confirmed or begun
/// already, was cancelled, or is held for nobody.
pub async fn confirm_visit(practice: &Practice, input: SeenBooking) -> Result<ConfirmedVisit> {
    practice.permit(Permission::EditBookings).await?;
    let id = BookingId::parse(&input.id)?;
    let before = store::read(practice, id).await?;
    own::permit_column(practice, &before.practitioner.to_string()).await?;
    let client = clients::permit(practice, before.client.ok_or(Error::NotFound)?).await?;
    let mut change = practice.change(Action::BookingStatusSet).await?;
    let stored = seen(&change, id, input.version).await?;
    if stored.status != BookingStatus::Booked || stored.client != Some(client) {
        return Err(Error::NotFound);
    }
    let contact = ContactId::new(practice.new_id()?);
    let (about, outcome) = (ContactAbout::Reminder, ContactOutcome::Reached);
    store::insert_contact(&mut change, contact, (client, Some(id)), about, outcome).await?;
    store::insert_step(&mut change, id, BookingStatus::Confirmed, "", false).await?;
    change.note("status", BookingStatus::Confirmed.name());
    change.note("about", about.name());
    change.note("outcome", outcome.name());
    change.commit(subject(id, Some(client))).await?;
    Ok(ConfirmedVisit { booking: view::of(practice, id).await?, contact: contact.to_string() })
}

/// Takes both back: the visit is booked and nobody was reached. [`Error::NotFound`] where something else was said of it since.
pub async fn take_back_confirmed(practice: &Practice, input: TakeBackConfirmed) -> Result<BookingView> {
    practice.permit(Permission::EditBookings).await?;
    let id = BookingId::parse(&input.id)?;
    let contact = ContactId::parse(&input.contact)?;
    let before = store::read(practice, id).await?;
    own::permit_column(practice, &before.practitioner.to_string()).await?;
    let client = clients::permit(practice, before.client.ok_or(Error::NotFound)?).await?;
    let mut change = practice.change(Action::BookingStatusTakenBack).await?;
    let stored = seen(&change, id, input.version).await?;
    let Some((position, BookingStatus::Confirmed)) = store::last_step(&change, id).await? else {
        return Err(Error::NotFound);
    };
    let status = store::take_back_step(&mut change, id, position).await?;
    if Some(store::take_back_contact(&mut change, contact).await?) != stored.client {
        return Err(Error::NotFound);
    }
    change.note("status", status.name());
    change.commit(subject(id, Some(client))).await?;
    view::of(practice, id).await
}
