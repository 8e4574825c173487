//! The photo at the head of a record.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::attachments;
use crate::audit::Action;
use crate::blocking::blocking;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::list::changeable;
use super::store;

/// What photo a record has at its head.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SetPortrait {
    /// The client.
    pub client: String,
    /// The file of which it is made, or nothing for no photo.
    pub file: Option<String>,
}

/// That a photo was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PortraitSet {
    /// Of which file the one before was made, to have it back; nothing where there was none.
    pub before: Option<String>,
}

/// Makes the photo of the middle of a picture, or takes it away.
pub async fn set_portrait(practice: &Practice, input: SetPortrait) -> Result<PortraitSet> {
    practice.permit(Permission::EditClients).await?;
    let client = clients::permit(practice, ClientId::parse(&input.client)?).await?;
    let photo = match &input.file {
        None => None,
        Some(file) => {
            let stored = changeable(practice, file).await?;
            if stored.client != client || stored.removed {
                return Err(Error::NotFound);
            }
            let preview = stored.preview.ok_or(Error::NotFound)?;
            let picture = attachments::read(practice.folder(), practice, preview).await?;
            let made = blocking("make a photo", move || attachments::portrait(&picture)).await?;
            Some((stored.id, made.ok_or(Error::FileDamaged)?))
        }
    };
    let mut change = practice.change(Action::PortraitSet).await?;
    let before = store::portrait(&change, client).await?.map(|(file, _)| file);
    store::set_portrait(&mut change, client, photo).await?;
    change.commit(client).await?;
    Ok(PortraitSet { before })
}

/// The photo at the head of a record, as a jpeg of 192 dots in the square; empty where there is none.
pub async fn portrait(practice: &Practice, client: &str) -> Result<Vec<u8>> {
    practice.permit(Permission::ReadClients).await?;
    let client = clients::permit(practice, ClientId::parse(client)?).await?;
    match store::portrait(practice, client).await? {
        Some((_, jpeg)) => Ok(jpeg),
        // Nobody has no photo, which is something else than that somebody has none.
        None => clients::salutation(practice, client).await.map(|_| Vec::new()),
    }
}
