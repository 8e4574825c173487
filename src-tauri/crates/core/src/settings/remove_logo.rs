//! Takes the logo off the letterhead, and puts it back.

use crate::attachments;
use crate::audit::{Action, Outcome};
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::people::Permission;
use crate::practice::Practice;

use super::logo::LogoView;
use super::store::{self, Logos};

/// Prints no logo from now on. It lies aside, so that [`put_back_logo`] is the way back until the next opening.
pub async fn remove_logo(practice: &Practice) -> Result<()> {
    practice.permit(Permission::ChangePractice).await?;
    let mut change = practice.change(Action::LogoRemoved).await?;
    let before = store::logos(&change).await?;
    if before.printed.is_none() {
        return Err(Error::NotFound);
    }
    store::write_logos(&mut change, &Logos { printed: None, aside: before.printed }).await?;
    let gone = before.aside.map(|logo| AttachmentId::parse(&logo.file)).transpose()?;
    let forgotten = attachments::forget(&mut change, practice.folder(), gone.as_slice()).await?;
    change.end(Outcome::Done).await?;
    forgotten.remove_files().await;
    Ok(())
}

/// Prints the logo again that was removed or replaced last; the one printed now, if any, lies aside instead.
/// [`Error::NotFound`] when it is no longer there.
pub async fn put_back_logo(practice: &Practice, id: &str) -> Result<LogoView> {
    practice.permit(Permission::ChangePractice).await?;
    let mut change = practice.change(Action::LogoPutBack).await?;
    let before = store::logos(&change).await?;
    let back = before.aside.filter(|logo| logo.file == id).ok_or(Error::NotFound)?;
    store::write_logos(&mut change, &Logos { printed: Some(back.clone()), aside: before.printed }).await?;
    change.end(Outcome::Done).await?;
    Ok(back.into())
}

/// Removes the logo that lies aside, whoever opens the practice: the way back ends with the window that offered it.
pub(crate) async fn forget_logo_aside(practice: &Practice) -> Result<()> {
    let Some(aside) = store::logos(practice).await?.aside else { return Ok(()) };
    let mut change = practice.change(Action::LogoForgotten).await?;
    let printed = store::logos(&change).await?.printed;
    store::write_logos(&mut change, &Logos { printed, aside: None }).await?;
    let gone = AttachmentId::parse(&aside.file)?;
    let forgotten = attachments::forget(&mut change, practice.folder(), &[gone]).await?;
    change.end(Outcome::Done).await?;
    forgotten.remove_files().await;
    Ok(())
}
