//! The person at the keyboard.

use serde::Serialize;
use specta::Type;

use crate::ids::PersonId;

use super::role::Role;

/// Who acts, as every audit entry names them.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The person.
    pub id: PersonId,
    /// Their name, as printed.
    pub name: String,
    /// Letters behind the name, for example "R.Ac."; may be empty.
    pub credentials: String,
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
    /// Their role.
    pub role: Role,
}

impl From<&Actor> for Me {
    fn from(actor: &Actor) -> Self {
        Self {
            id: actor.id.to_string(),
            name: actor.name.clone(),
            credentials: actor.credentials.clone(),
            role: actor.role,
        }
    }
}
