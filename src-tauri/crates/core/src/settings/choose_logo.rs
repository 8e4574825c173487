//! Makes a picture the practice's logo.

use crate::attachments::{self, Picture};
use crate::audit::{Action, Outcome};
use crate::error::Result;
use crate::ids::AttachmentId;
use crate::people::Permission;
use crate::practice::Practice;

use super::logo::LogoView;
use super::store::{self, LogoRow, Logos};

/// Prints this png or jpeg at the head of every paper from now on. The one before lies aside, so that it can be put
/// back; one that lay there is removed. What was given earlier has its own bytes and stays as it is.
pub async fn choose_logo(practice: &Practice, bytes: Vec<u8>) -> Result<LogoView> {
    practice.permit(Permission::ChangePractice).await?;
    let picture = Picture::check(bytes).await?;
    let file = AttachmentId::new(practice.new_id()?);
    let mut change = practice.change(Action::LogoChosen).await?;
    let before = store::logos(&change).await?;
    attachments::keep(&mut change, practice.folder(), file, picture.media_type(), &picture.bytes).await?;
    // What it shows is said of the practice's sign, which a better picture of it shows as well.
    let shows = before.printed.as_ref().map(|logo| logo.shows.clone()).unwrap_or_default();
    let chosen = LogoRow { file: file.to_string(), shows };
    store::write_logos(&mut change, &Logos { printed: Some(chosen.clone()), aside: before.printed }).await?;
    let gone = before.aside.map(|logo| AttachmentId::parse(&logo.file)).transpose()?;
    let forgotten = attachments::forget(&mut change, practice.folder(), gone.as_slice()).await?;
    change.end(Outcome::Done).await?;
    forgotten.remove_files().await;
    Ok(chosen.into())
}
