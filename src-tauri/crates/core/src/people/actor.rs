//! The person at the keyboard.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::ids::PersonId;
use crate::practice::Practice;
use crate::reader::Reader;

use super::role::Role;
use super::store;

/// Who acts, as every audit entry names them.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The person.
    pub id: PersonId,
    /// Their name when they unlocked.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Names this sitting at the keyboard, from unlock to lock.
    pub session: String,
}

/// The person at the keyboard, as the window draws them.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Me {
    /// The person's id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Letters behind the name; may be empty.
    pub credentials: String,
    /// Their number in the register of their profession; may be empty.
    pub registration: String,
    /// Their own tax number; may be empty.
    pub tax_number: String,
    /// Lines below their name on paper; may be empty.
    pub signature_block: String,
    /// Their role.
    pub role: Role,
    /// One of eight hues, 1 to 8.
    pub colour: i32,
    /// Whether they can take the keyboard with a PIN until the practice is locked.
    pub pin: bool,
}

/// The person at the keyboard, as the records have them now: their name may have changed since they unlocked.
pub async fn me(practice: &Practice, reader: &impl Reader) -> Result<Me> {
    let actor = practice.actor();
    let row = store::read(reader, actor.id).await?;
    let pin = reader.connection().await?.live()?.pins.contains_key(&actor.id);
    Ok(Me {
        id: actor.id.to_string(),
        name: row.name,
        credentials: row.credentials,
        registration: row.registration,
        tax_number: row.tax_number,
        signature_block: row.signature_block,
        role: actor.role,
        colour: row.colour,
        pin,
    })
}
