//! The note of the visit before, beside the one being written.

use crate::clients;
use crate::error::Result;
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::open::looked_at;
use super::store;
use super::view::NoteView;

/// The signed note of a client's newest visit. It counts as opened.
pub async fn last(practice: &Practice, client: &str) -> Result<Option<NoteView>> {
    practice.permit(Permission::ReadNotes).await?;
    let client = ClientId::parse(client)?;
    let client = clients::permit(practice, client).await?;
    match store::newest(practice, client).await? {
        Some(id) => looked_at(practice, id).await.map(Some),
        None => Ok(None),
    }
}
