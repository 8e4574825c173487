//! Whom somebody tried to reach, and what came of it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Subject};
use crate::bookings::store;
use crate::bookings::{model, setup, wall_of};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{BookingId, ClientId, ContactId};
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::{ContactAbout, ContactOutcome};

/// What came of trying to reach somebody.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SayContact {
    /// Who.
    pub client: String,
    /// Why.
    pub about: ContactAbout,
    /// The visit it was about, where it was about one.
    pub booking: Option<String>,
    /// What came of it.
    pub outcome: ContactOutcome,
}

/// A try to reach somebody.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ContactMade {
    /// The try.
    pub id: String,
    /// Who.
    pub client: String,
    /// Why.
    pub about: ContactAbout,
    /// The visit it was about.
    pub booking: Option<String>,
    /// What came of it.
    pub outcome: ContactOutcome,
    /// When (UTC milliseconds).
    pub at: Moment,
    /// When, on the clinic's wall.
    pub wall: String,
    /// Who tried.
    pub by: String,
}

/// Notes that somebody was reached, or was tried to be.
pub async fn say_contact(practice: &Practice, input: SayContact) -> Result<ContactMade> {
    practice.permit(Permission::EditBookings).await?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let booking = input.booking.as_deref().map(BookingId::parse).transpose()?;
    if let Some(booking) = booking
        && store::read(practice, booking).await?.client != Some(client)
    {
        return Err(Error::NotFound);
    }
    let mut change = practice.change(Action::ContactMade).await?;
    let id = ContactId::new(practice.new_id()?);
    store::insert_contact(&mut change, id, (client, booking), input.about, input.outcome).await?;
    change.note("about", input.about.name());
    change.note("outcome", input.outcome.name());
    let at = change.at();
    change.commit(Subject::from(id).of_client(client)).await?;
    let made = made_since(practice, &[client], at).await?;
    made.into_iter().find(|made| made.id == id.to_string()).ok_or(Error::NotFound)
}

/// Takes back that somebody was tried to be reached; [`Error::NotFound`] where that was done already.
pub async fn take_back_contact(practice: &Practice, id: &str) -> Result<()> {
    practice.permit(Permission::EditBookings).await?;
    let id = ContactId::parse(id)?;
    clients::permit(practice, store::contact_client(practice, id).await?).await?;
    let mut change = practice.change(Action::ContactTakenBack).await?;
    let client = store::take_back_contact(&mut change, id).await?;
    change.commit(Subject::from(id).of_client(client)).await
}

/// Those of them about a booking, for one reason.
pub(in crate::bookings) fn about(made: &[ContactMade], why: ContactAbout, booking: &str) -> Vec<ContactMade> {
    made.iter()
        .filter(|made| made.about == why && made.booking.as_deref() == Some(booking))
        .cloned()
        .collect()
}

/// The tries to reach some clients since an instant (UTC milliseconds), in order.
pub(in crate::bookings) async fn made_since(
    practice: &Practice,
    clients: &[ClientId],
    since: i64,
) -> Result<Vec<ContactMade>> {
    let zone = setup::zone_of(practice, practice.clock()).await?;
    let stored = store::contacts(practice, clients, since).await?;
    let made = stored.into_iter().map(|contact| ContactMade {
        id: contact.id.to_string(),
        client: contact.client.to_string(),
        about: contact.about,
        booking: contact.booking.map(|booking| booking.to_string()),
        outcome: contact.outcome,
        at: contact.at.into(),
        wall: model::written(wall_of(contact.at, zone)),
        by: contact.by,
    });
    Ok(made.collect())
}
