//! Keeps a picture that sheets can show.

use serde::Serialize;
use sha2::{Digest, Sha256};
use specta::Type;

use crate::attachments::{self, Picture};
use crate::audit::{Action, Outcome};
use crate::checks::Checks;
use crate::error::Result;
use crate::ids::AttachmentId;
use crate::people::Permission;
use crate::practice::Practice;

use super::picture_name::picture_name;
use super::store;

/// A picture to keep.
#[derive(Debug)]
pub struct NewPicture {
    /// The file's name, without its folder.
    pub file_name: String,
    /// The name under which a text misses it, or nothing to have one made.
    pub missed_as: Option<String>,
    /// A png or jpeg.
    pub bytes: Vec<u8>,
}

/// A picture that is kept for sheets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SheetPicture {
    /// What texts call it.
    pub name: String,
}

/// Keeps a png or jpeg under a name of its own, or under the one that a text misses. The same picture once more is
/// the one that is here already.
pub async fn add_picture(practice: &Practice, input: NewPicture) -> Result<SheetPicture> {
    practice.permit(Permission::EditSheets).await?;
    let mut checks = Checks::default();
    let missed_as =
        input.missed_as.map(|name| checks.required("missed_as", &name, 500)).filter(|name| !name.is_empty());
    checks.finish()?;
    let picture = Picture::check(input.bytes).await?;
    let digest: [u8; 32] = Sha256::digest(&picture.bytes).into();
    let file = AttachmentId::new(practice.new_id()?);
    let mut change = practice.change(Action::PictureAdded).await?;
    let kept = store::pictures(&change).await?;
    let is_taken = |name: &str| kept.iter().any(|picture| picture.name == name);
    let name = match missed_as {
        // Somebody may have added it meanwhile.
        Some(missed) if is_taken(&missed) => return Ok(SheetPicture { name: missed }),
        Some(missed) => missed,
        None => match kept.iter().find(|picture| picture.sha256 == digest) {
            Some(same) => return Ok(SheetPicture { name: same.name.clone() }),
            None => picture_name(&input.file_name, picture.kind, is_taken),
        },
    };
    attachments::keep(&mut change, practice.folder(), file, picture.media_type(), &picture.bytes).await?;
    store::insert_picture(&mut change, &name, file).await?;
    change.end(Outcome::Done).await?;
    Ok(SheetPicture { name })
}
