//! The practice's logo as it is printed now.

use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroizing;

use crate::attachments;
use crate::audit::{Action, Outcome};
use crate::checks::Checks;
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::people::Permission;
use crate::practice::Practice;

use super::store::{self, LogoRow, Logos};

/// The logo on the letterhead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LogoView {
    /// Names the picture; another picture has another.
    pub id: String,
    /// What it shows, for whoever cannot see it; empty when it only repeats the name beside it.
    pub shows: String,
}

impl From<LogoRow> for LogoView {
    fn from(row: LogoRow) -> Self {
        Self { id: row.file, shows: row.shows }
    }
}

/// What a logo shows.
#[derive(Debug, Deserialize, Type)]
pub struct DescribeLogo {
    /// The logo that was looked at.
    pub id: String,
    /// What it shows; may be empty.
    pub shows: String,
}

/// The picture itself.
pub async fn logo(practice: &Practice, id: &str) -> Result<Zeroizing<Vec<u8>>> {
    practice.permit(Permission::ReadSettings).await?;
    let printed = store::logos(practice).await?.printed.filter(|logo| logo.file == id);
    let file = AttachmentId::parse(&printed.ok_or(Error::NotFound)?.file)?;
    attachments::read(practice.folder(), practice, file).await
}

/// Says what the logo shows; [`Error::NotFound`] when another is printed by now.
pub async fn describe_logo(practice: &Practice, input: DescribeLogo) -> Result<LogoView> {
    practice.permit(Permission::ChangePractice).await?;
    let mut checks = Checks::default();
    let shows = checks.line("shows", &input.shows, 200);
    checks.finish()?;
    let mut change = practice.change(Action::LogoDescribed).await?;
    let Logos { printed, aside } = store::logos(&change).await?;
    let printed = printed.filter(|logo| logo.file == input.id).ok_or(Error::NotFound)?;
    let described = LogoRow { shows, ..printed.clone() };
    if described != printed {
        store::write_logos(&mut change, &Logos { printed: Some(described.clone()), aside }).await?;
        change.end(Outcome::Done).await?;
    }
    Ok(described.into())
}
