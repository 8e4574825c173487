//! Looks at a file.

use zeroize::Zeroizing;

use crate::attachments;
use crate::audit::{self, Action, Subject};
use crate::error::{Error, Result};
use crate::practice::Practice;

use super::form::FileForm;
use super::list::{ClientFile, permitted, view};

/// Opens a file. The look is written into the audit, once for as long as it stays open.
pub async fn open(practice: &Practice, id: &str) -> Result<ClientFile> {
    let stored = permitted(practice, id).await?;
    let subject = Subject::from(stored.id).of_client(stored.client);
    if !audit::was_just_done(practice, &subject, Action::FileOpened).await? {
        practice.change(Action::FileOpened).await?.commit(subject).await?;
    }
    Ok(view(stored))
}

/// What is shown of a picture: the bytes of a jpeg.
pub async fn picture(practice: &Practice, id: &str) -> Result<Zeroizing<Vec<u8>>> {
    let preview = permitted(practice, id).await?.preview.ok_or(Error::NotFound)?;
    attachments::read(practice.folder(), practice, preview).await
}

/// The bytes of a file that is a PDF.
pub async fn pdf(practice: &Practice, id: &str) -> Result<Zeroizing<Vec<u8>>> {
    let stored = permitted(practice, id).await?;
    if stored.form != FileForm::Pdf {
        return Err(Error::NotFound);
    }
    attachments::read(practice.folder(), practice, stored.file).await
}
