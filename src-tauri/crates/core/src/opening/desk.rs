//! Who can take the keyboard of an open practice.

use serde::Serialize;
use specta::Type;

use crate::error::Result;
use crate::people;
use crate::practice::Practice;
use crate::reader::Reader;

use super::take_seat::may_sit;

/// Somebody who can take the keyboard.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PersonAtDesk {
    /// The person.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Letters behind the name; may be empty.
    pub credentials: String,
    /// One of eight hues, 1 to 8.
    pub colour: i32,
    /// Whether their PIN is enough now.
    pub pin: bool,
}

/// Everyone who can take the keyboard, in the order they came. Also asked while nobody sits there; it tells no more
/// than the door of a locked practice does.
pub async fn desk(practice: &Practice) -> Result<Vec<PersonAtDesk>> {
    let door = practice.at_door(practice.actor().clone());
    let (vault, pins) = {
        let reading = door.connection().await?;
        let live = reading.live()?;
        (live.vault.clone(), live.pins.keys().map(ToString::to_string).collect::<Vec<_>>())
    };
    let rows = people::all(&door).await?;
    Ok(rows
        .into_iter()
        .filter(|row| may_sit(&vault, &row.id))
        .map(|row| PersonAtDesk {
            pin: pins.contains(&row.id),
            id: row.id,
            name: row.name,
            credentials: row.credentials,
            colour: row.colour,
        })
        .collect())
}

/// Whether more than one person works or worked here.
pub async fn several(practice: &Practice) -> Result<bool> {
    let door = practice.at_door(practice.actor().clone());
    Ok(people::vault(&door).await?.mode() == hegu_vault::Mode::Clinic)
}

/// The practice's name, for a door behind which the records are open.
pub async fn name_on_door(practice: &Practice) -> Result<String> {
    let door = practice.at_door(practice.actor().clone());
    Ok(people::vault(&door).await?.practice().to_owned())
}
