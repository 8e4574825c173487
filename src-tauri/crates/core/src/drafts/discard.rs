//! Throws away what was typed.

use crate::audit::Action;
use crate::error::{Error, Result};
use crate::ids::DraftId;
use crate::people::Permission;
use crate::practice::Practice;

use super::store;

/// Removes a draft of the person at the keyboard. The UI offers undo by saving the same text again.
pub async fn discard(practice: &Practice, id: &str) -> Result<()> {
    practice.permit(Permission::KeepDrafts).await?;
    let id = DraftId::parse(id)?;
    let mut change = practice.change(Action::DraftDiscarded).await?;
    if !store::finish(&mut change, id).await? {
        return Err(Error::NotFound);
    }
    change.commit(id).await
}
