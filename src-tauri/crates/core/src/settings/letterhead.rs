//! What is printed at the head of every paper: the practice's name and logo, or the name of an associate at the
//! keyboard who treats in their own.

use hegu_document::Logo;
use zeroize::Zeroizing;

use crate::attachments;
use crate::error::Result;
use crate::ids::AttachmentId;
use crate::people;
use crate::practice::Practice;
use crate::reader::Reader;

use super::practice::PracticeSettings;
use super::{practice, store};

/// The practice as it prints, owned so that papers can be drawn on another thread.
#[derive(Debug, Clone)]
pub(crate) struct Letterhead {
    pub(crate) settings: PracticeSettings,
    /// Name and line of somebody who works here in their own name, in place of the practice's.
    own: Option<(String, String)>,
    /// The picture, and what it shows.
    logo: Option<(Zeroizing<Vec<u8>>, String)>,
}

/// Reads it as it is printed now.
pub(crate) async fn letterhead(practice: &Practice, reader: &impl Reader) -> Result<Letterhead> {
    let settings = practice::practice(reader).await?;
    let me = people::read(reader, practice.actor().id).await?;
    if !me.letterhead_name.is_empty() {
        let own = Some((me.letterhead_name, me.letterhead_line));
        return Ok(Letterhead { settings, own, logo: None });
    }
    let logo = match store::logos(reader).await?.printed {
        Some(logo) => {
            let picture =
                attachments::read(practice.folder(), reader, AttachmentId::parse(&logo.file)?).await?;
            Some((picture, logo.shows))
        }
        None => None,
    };
    Ok(Letterhead { settings, own: None, logo })
}

impl Letterhead {
    /// The name at the head.
    pub(crate) fn name(&self) -> &str {
        self.own.as_ref().map_or(&self.settings.name, |(name, _)| name)
    }

    /// What stands opposite to it, in one line.
    pub(crate) fn line(&self) -> String {
        self.own.as_ref().map_or_else(|| self.settings.letterhead_line(), |(_, line)| line.clone())
    }

    /// The logo as the renderer takes it.
    pub(crate) fn logo(&self) -> Option<Logo<'_>> {
        self.logo.as_ref().map(|(picture, shows)| Logo { picture, shows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{AddPerson, Role};
    use crate::testing::{Clinic, called, passphrase_of};

    #[tokio::test]
    async fn an_associate_prints_their_own_letterhead_and_everybody_else_the_practices() {
        let clinic = Clinic::open().await.unwrap();
        let mut person = called("Ada Quist");
        person.letterhead_name = "Ada Quist Acupuncture".to_owned();
        person.letterhead_line = "At Willow Lane · 250-555-0199".to_owned();
        let passphrase = passphrase_of("Ada");
        let passphrase_again = passphrase.clone();
        let add = AddPerson { person, role: Role::Associate, passphrase, passphrase_again };
        let ada = people::add(&clinic.practice, add).await.unwrap().id;
        let theirs = letterhead(&clinic.practice, &clinic.practice).await.unwrap();
        assert_eq!(theirs.name(), "Willow Lane Acupuncture");
        let practice = clinic.seat(&ada, &passphrase_of("Ada")).await.unwrap();
        let own = letterhead(&practice, &practice).await.unwrap();
        assert_eq!(
            (own.name(), own.line().as_str()),
            ("Ada Quist Acupuncture", "At Willow Lane · 250-555-0199")
        );
    }
}
