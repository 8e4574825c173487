//! What was given, as it was given.

use zeroize::Zeroizing;

use crate::attachments;
use crate::audit::{self, Action, Subject};
use crate::clients;
use crate::error::Result;
use crate::ids::{AttachmentId, ClientId, GivenId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::preview::file_name;
use super::store::{self, GivenRow};

/// Opens a given sheet: its exact bytes. The look is written into the audit, once for as long as it stays open.
pub async fn open_given(practice: &Practice, id: &str) -> Result<Zeroizing<Vec<u8>>> {
    let pdf = given_pdf(practice, id).await?;
    let subject = subject_of(practice, id).await?;
    if !audit::was_just_done(practice, &subject, Action::GivenSheetOpened).await? {
        practice.change(Action::GivenSheetOpened).await?.commit(subject).await?;
    }
    Ok(pdf)
}

/// Notes in the audit that a given sheet left the practice as a file; called once the file is written.
pub async fn given_saved(practice: &Practice, id: &str) -> Result<()> {
    practice.permit(Permission::GiveSheets).await?;
    let subject = subject_of(practice, id).await?;
    practice.change(Action::SheetSaved).await?.commit(subject).await
}

/// The given sheet as part of the record of the client it was given to.
pub(super) async fn subject_of(practice: &Practice, id: &str) -> Result<Subject> {
    let id = GivenId::parse(id)?;
    let client = ClientId::parse(&store::given(practice, id).await?.client)?;
    let client = clients::permit(practice, client).await?;
    Ok(Subject::from(id).of_client(client))
}

/// The exact bytes of a given sheet, for its way out of the practice, which is written into the audit by itself.
pub async fn given_pdf(practice: &Practice, id: &str) -> Result<Zeroizing<Vec<u8>>> {
    practice.permit(Permission::ReadClients).await?;
    let given = store::given(practice, GivenId::parse(id)?).await?;
    clients::permit(practice, ClientId::parse(&given.client)?).await?;
    attachments::read(practice.folder(), practice, AttachmentId::parse(&given.file)?).await
}

/// A name for the file a given sheet is saved as: its title then.
pub async fn given_file_name(practice: &Practice, id: &str) -> Result<String> {
    practice.permit(Permission::ReadClients).await?;
    Ok(file_name(&store::given(practice, GivenId::parse(id)?).await?.title))
}

/// What a client was given, newest first.
pub(crate) async fn given_to(reader: &impl Reader, client: ClientId) -> Result<Vec<GivenRow>> {
    store::given_to(reader, client).await
}
