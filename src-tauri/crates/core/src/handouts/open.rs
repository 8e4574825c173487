//! Opens a sheet.

use crate::error::Result;
use crate::ids::SheetId;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::model::SheetView;
use super::store;

/// A sheet with its newest text.
pub async fn open(practice: &Practice, id: &str) -> Result<SheetView> {
    practice.permit(Permission::ReadSheets).await?;
    view(practice, SheetId::parse(id)?).await
}

pub(super) async fn view(reader: &impl Reader, id: SheetId) -> Result<SheetView> {
    let row = store::newest(reader, id).await?;
    Ok(SheetView {
        id: id.to_string(),
        version: row.version,
        text: row.text(),
        kept_at: row.kept_at.into(),
        kept_by: row.kept_by,
        built_in: row.built_in,
    })
}
