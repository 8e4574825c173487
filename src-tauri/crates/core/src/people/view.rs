//! Somebody who works here, as screens draw them.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::practice::Practice;

use super::list;
use super::model::Status;
use super::role::Role;

/// Somebody who works or worked here.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PersonView {
    /// The person.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Letters behind the name; may be empty.
    pub credentials: String,
    /// Their number in the register of their profession; may be empty.
    pub registration: String,
    /// What they are here.
    pub role: Role,
    /// One of eight hues, 1 to 8.
    pub colour: i32,
    /// Whether they can take the keyboard.
    pub status: Status,
    /// Their last day, ISO date, where one is set.
    pub access_until: Option<String>,
    /// Lines below their name on paper; may be empty.
    pub signature_block: String,
    /// The name on their own letterhead; empty for the practice's.
    pub letterhead_name: String,
    /// Address and telephone on it.
    pub letterhead_line: String,
    /// Their own tax number; may be empty.
    pub tax_number: String,
    /// How often this was saved; an edit names it.
    pub version: i32,
    /// How many drafts they have open.
    pub unfinished: i32,
    /// When they last took the keyboard (UTC milliseconds).
    pub last_here: Option<Moment>,
    /// Whether their passphrase opens the practice on this computer: a colleague's needs its device key.
    pub opens_here: bool,
}

/// Somebody, as the list has them.
pub(super) async fn of(practice: &Practice, id: PersonId) -> Result<PersonView> {
    let id = id.to_string();
    let people = list::everyone(practice).await?;
    people.into_iter().find(|person| person.id == id).ok_or(crate::error::Error::NotFound)
}
