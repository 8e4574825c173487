//! Takes a file out of use, and puts it back.

use serde::Deserialize;
use specta::Type;

use crate::audit::{Action, Subject};
use crate::error::{Error, Result};
use crate::practice::Practice;

use super::list::{ClientFile, changeable, view};
use super::store;

/// Names a file as it was last seen.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct SeenFile {
    /// The file.
    pub id: String,
    /// Its version.
    pub version: i32,
}

/// Takes it out of use: it stays among what was removed, and nothing of it is destroyed.
pub async fn remove(practice: &Practice, input: SeenFile) -> Result<ClientFile> {
    set_removed(practice, &input, true).await
}

/// Puts it back into use.
pub async fn restore(practice: &Practice, input: SeenFile) -> Result<ClientFile> {
    set_removed(practice, &input, false).await
}

async fn set_removed(practice: &Practice, input: &SeenFile, removed: bool) -> Result<ClientFile> {
    let stored = changeable(practice, &input.id).await?;
    let action = if removed { Action::FileRemoved } else { Action::FileRestored };
    let mut change = practice.change(action).await?;
    let stored = store::seen(&change, stored.id, input.version).await?;
    if stored.removed == removed {
        return Err(Error::NotFound);
    }
    store::set_removed(&mut change, stored.id, removed).await?;
    change.commit(Subject::from(stored.id).of_client(stored.client)).await?;
    Ok(view(store::read(practice, stored.id).await?))
}
