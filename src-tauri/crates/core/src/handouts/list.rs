//! The library.

use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

use super::model::SheetRow;
use super::store;

/// Every sheet in its newest version, by title.
pub async fn list(practice: &Practice) -> Result<Vec<SheetRow>> {
    practice.permit(Permission::ReadSheets).await?;
    let rows = store::library(practice).await?;
    Ok(rows
        .into_iter()
        .map(|row| SheetRow {
            id: row.id,
            title: row.title,
            language: row.language,
            version: row.version,
            author: row.author,
            written: row.written,
            kept_at: row.kept_at.into(),
            given: row.given,
            built_in: row.built_in,
        })
        .collect())
}
