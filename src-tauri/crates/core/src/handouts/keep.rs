//! Keeps a sheet, or its next version.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::drafts;
use crate::error::{Error, Result};
use crate::ids::{DraftId, SheetId};
use crate::people::Permission;
use crate::practice::Practice;

use super::model::{SheetText, SheetView};
use super::{open, pictures, store};

/// A sheet to keep.
#[derive(Debug, Deserialize, Type)]
pub struct KeepSheet {
    /// The sheet whose next version this is, or nothing for a new sheet.
    pub id: Option<String>,
    /// The version this text was typed over; nothing for a new sheet.
    pub version: Option<i32>,
    /// The text.
    pub text: SheetText,
    /// The draft that this finishes.
    pub draft: Option<String>,
}

/// Keeps the text as a new version, or answers [`Error::Stale`] when somebody kept one since. Earlier versions stay
/// as they were given. A text that names a picture which is not here is refused by [`Error::NoPicture`]: a kept version
/// must print. A sheet that comes with the program is never changed: its changed text becomes a new sheet of
/// the practice's own.
pub async fn keep(practice: &Practice, input: KeepSheet) -> Result<SheetView> {
    practice.permit(Permission::EditSheets).await?;
    let text = input.text.validate()?;
    let draft = input.draft.as_deref().map(DraftId::parse).transpose()?;
    let named = input.id.as_deref().map(SheetId::parse).transpose()?;
    let mut change = practice.change(Action::SheetKept).await?;
    let missing = pictures::missing(&change, &text.markdown).await?;
    if !missing.is_empty() {
        return Err(Error::NoPicture(missing));
    }
    let newest = match named {
        Some(id) => Some((id, store::newest(&change, id).await?)),
        None => None,
    };
    let (id, version) = match newest {
        Some((id, newest)) if !newest.built_in => {
            if input.version != Some(newest.version) {
                return Err(Error::Stale { id: id.to_string(), version: newest.version });
            }
            (id, newest.version + 1)
        }
        _ => {
            let id = SheetId::new(practice.new_id()?);
            store::insert(&mut change, id, None).await?;
            (id, 1)
        }
    };
    store::insert_version(&mut change, id, version, &text).await?;
    store::insert_version_pictures(&mut change, id, version, pictures::named(&text.markdown)).await?;
    if let Some(draft) = draft {
        drafts::finish(&mut change, draft).await?;
    }
    change.note("version", version);
    change.commit(id).await?;
    open::view(practice, id).await
}
