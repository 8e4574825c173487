//! Removes pictures that nothing shows any more.

use serde::Deserialize;

use crate::attachments;
use crate::audit::{Action, Outcome};
use crate::drafts::{self, DraftKind};
use crate::error::Result;
use crate::ids::AttachmentId;
use crate::practice::Practice;

use super::{pictures, store};

/// What of a draft names pictures.
#[derive(Deserialize)]
struct Typed {
    markdown: String,
}

/// Removes the pictures that no version that was ever kept names, nor anybody's draft. It runs when the practice is
/// opened and at no other time: while somebody writes, a picture can be on its way back by undo. A draft that cannot
/// be read may name any of them, so then all stay.
pub(crate) async fn sweep_pictures(practice: &Practice) -> Result<()> {
    let unkept = store::pictures_of_no_version(practice).await?;
    if unkept.is_empty() {
        return Ok(());
    }
    let mut in_drafts = Vec::new();
    for body in drafts::bodies(practice, DraftKind::Sheet).await? {
        let Ok(Typed { markdown }) = serde_json::from_str(&body) else { return Ok(()) };
        in_drafts.extend(pictures::named(&markdown));
    }
    let unused: Vec<_> = unkept.into_iter().filter(|picture| !in_drafts.contains(&picture.name)).collect();
    if unused.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = unused.iter().map(|picture| picture.name.as_str()).collect();
    let files =
        unused.iter().map(|picture| AttachmentId::parse(&picture.file)).collect::<Result<Vec<_>>>()?;
    let mut change = practice.change(Action::PicturesSwept).await?;
    store::remove_pictures(&mut change, &names).await?;
    let forgotten = attachments::forget(&mut change, practice.folder(), &files).await?;
    change.note("pictures", names.len());
    change.end(Outcome::Done).await?;
    forgotten.remove_files().await;
    Ok(())
}
