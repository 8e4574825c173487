//! What the practice prints at the head of every paper.

use hegu_document::Logo;
use zeroize::Zeroizing;

use crate::attachments;
use crate::error::Result;
use crate::ids::AttachmentId;
use crate::practice::Practice;
use crate::reader::Reader;

use super::practice::PracticeSettings;
use super::{practice, store};

/// The practice as it prints, owned so that papers can be drawn on another thread.
#[derive(Debug, Clone)]
pub(crate) struct Letterhead {
    pub(crate) settings: PracticeSettings,
    /// The picture, and what it shows.
    logo: Option<(Zeroizing<Vec<u8>>, String)>,
}

/// Reads it as it is printed now.
pub(crate) async fn letterhead(practice: &Practice, reader: &impl Reader) -> Result<Letterhead> {
    let settings = practice::practice(reader).await?;
    let logo = match store::logos(reader).await?.printed {
        Some(logo) => {
            let picture =
                attachments::read(practice.folder(), reader, AttachmentId::parse(&logo.file)?).await?;
            Some((picture, logo.shows))
        }
        None => None,
    };
    Ok(Letterhead { settings, logo })
}

impl Letterhead {
    /// The logo as the renderer takes it.
    pub(crate) fn logo(&self) -> Option<Logo<'_>> {
        self.logo.as_ref().map(|(picture, shows)| Logo { picture, shows })
    }
}
