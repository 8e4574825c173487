//! What this person has not finished.

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::DraftRow;
use super::store;

/// The drafts of the person at the keyboard, newest first.
pub async fn list(practice: &Practice) -> Result<Vec<DraftRow>> {
    practice.permit(Permission::KeepDrafts).await?;
    let rows = store::of_person(practice, practice.actor().id).await?;
    rows.into_iter()
        .map(|row| {
            let kind = row.kind()?;
            Ok(DraftRow {
                id: row.id,
                kind,
                subject: row.subject,
                label: row.label,
                saved_at: row.saved_at.into(),
            })
        })
        .collect()
}
