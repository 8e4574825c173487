//! Whose bookings somebody may change: an associate, who works for themselves, only their own.

use crate::audit::{Action, Outcome};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::{self, Role};
use crate::practice::Practice;

use super::store::Stored;

/// Refuses another's column to an associate, and writes the refusal into the audit.
pub(super) async fn permit_column(practice: &Practice, practitioner: &str) -> Result<()> {
    let actor = practice.actor();
    let somebody = PersonId::parse(practitioner).ok().filter(|person| *person != actor.id);
    let Some(somebody) = somebody.filter(|_| actor.role == Role::Associate) else { return Ok(()) };
    // Nobody's column is refused at its field. That of a colleague who left is somebody else's still.
    match people::read(practice, somebody).await {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    let mut change = practice.change(Action::Refused).await?;
    change.note("permission", "others_bookings");
    change.end(Outcome::Refused).await?;
    Err(Error::NotPermitted)
}

/// The same for every column that bookings stand in.
pub(super) async fn permit_columns(practice: &Practice, bookings: &[Stored]) -> Result<()> {
    for booking in bookings {
        permit_column(practice, &booking.practitioner.to_string()).await?;
    }
    Ok(())
}
