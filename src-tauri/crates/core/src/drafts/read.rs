//! Goes on with what was typed.

use crate::error::Result;
use crate::ids::DraftId;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::DraftView;
use super::store;

/// One draft of the person at the keyboard, with its text.
pub async fn read(practice: &Practice, id: &str) -> Result<DraftView> {
    practice.permit(Permission::KeepDrafts).await?;
    let row = store::read(practice, DraftId::parse(id)?, practice.actor().id).await?;
    let kind = row.kind()?;
    Ok(DraftView {
        id: row.id,
        kind,
        subject: row.subject,
        label: row.label,
        body: row.body,
        saved_at: row.saved_at.into(),
    })
}
