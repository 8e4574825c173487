//! What was given, as it was given.

use zeroize::Zeroizing;

use crate::attachments;
use crate::clients;
use crate::error::Result;
use crate::ids::{AttachmentId, ClientId, GivenId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::preview::file_name;
use super::store::{self, GivenRow};

/// The exact bytes of a given sheet.
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
