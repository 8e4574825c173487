//! Files as screens draw them.

use serde::Serialize;
use specta::Type;

use crate::clients;
use crate::error::Result;
use crate::ids::{ClientId, FileId};
use crate::moment::Moment;
use crate::people::Permission;
use crate::practice::Practice;

use super::form::FileForm;
use super::store::{self, Stored};

/// A file of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ClientFile {
    /// The file.
    pub id: String,
    /// How often what is said of it was changed; a change names it.
    pub version: i32,
    /// Whose it is.
    pub client: String,
    /// Its name, with its ending.
    pub name: String,
    /// The day it is of, ISO: of a photo when it was taken, else when it was added.
    pub day: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Only for those who treat.
    pub clinical: bool,
    /// What it is.
    pub form: FileForm,
    /// How large it is, in bytes.
    #[specta(type = i32)]
    pub bytes: i64,
    /// Whether there is a picture of it to look at.
    pub shows: bool,
    /// Whether another program opens it.
    pub opens: bool,
    /// Whether its name says that it is something else than it is.
    pub misnamed: bool,
    /// Whether it was taken out of use.
    pub removed: bool,
    /// When it was added (UTC milliseconds).
    pub added_at: Moment,
    /// By whom.
    pub added_by: String,
}

/// Somebody's files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ClientFiles {
    /// Those in use, the latest day first.
    pub files: Vec<ClientFile>,
    /// Those that were taken out of use.
    pub removed: Vec<ClientFile>,
    /// Every tag that files of the practice have.
    pub tags: Vec<String>,
    /// The file of which the photo at the head of the record was made, if there is one.
    pub portrait: Option<String>,
}

/// The files of a client that are for the person at the keyboard.
pub async fn list(practice: &Practice, client: &str) -> Result<ClientFiles> {
    practice.permit(Permission::ReadClients).await?;
    let client = clients::permit(practice, ClientId::parse(client)?).await?;
    let (removed, files) = for_me(practice, client).await?.into_iter().partition(|file| file.removed);
    let tags = store::tags(practice, reads_clinical(practice)).await?;
    let portrait = store::portrait(practice, client).await?.map(|(file, _)| file);
    Ok(ClientFiles { files, removed, tags, portrait })
}

async fn for_me(practice: &Practice, client: ClientId) -> Result<Vec<ClientFile>> {
    let clinical = reads_clinical(practice);
    let stored = store::of_client(practice, client).await?.into_iter();
    Ok(stored.filter(|stored| clinical || !stored.clinical).map(view).collect())
}

fn reads_clinical(practice: &Practice) -> bool {
    practice.actor().role.may(Permission::ReadNotes)
}

/// The files in use that are for the person at the keyboard, each with its place in time: when it was added, or at noon of the
/// earlier day that it is of.
pub(crate) async fn of_client(practice: &Practice, client: ClientId) -> Result<Vec<(Moment, ClientFile)>> {
    let files = for_me(practice, client).await?.into_iter().filter(|file| !file.removed);
    let placed = files.map(|file| Ok((practice.placed(&file.day, file.added_at.millis())?.into(), file)));
    placed.collect()
}

/// A file that the person at the keyboard may see.
pub(super) async fn permitted(practice: &Practice, id: &str) -> Result<Stored> {
    practice.permit(Permission::ReadClients).await?;
    let stored = store::read(practice, FileId::parse(id)?).await?;
    clients::permit(practice, stored.client).await?;
    if stored.clinical {
        practice.permit(Permission::ReadNotes).await?;
    }
    Ok(stored)
}

/// A file that the person at the keyboard may change.
pub(super) async fn changeable(practice: &Practice, id: &str) -> Result<Stored> {
    practice.permit(Permission::EditClients).await?;
    let stored = permitted(practice, id).await?;
    if stored.clinical {
        practice.permit(Permission::WriteNotes).await?;
    }
    Ok(stored)
}

/// As a screen draws it.
pub(super) fn view(stored: Stored) -> ClientFile {
    ClientFile {
        id: stored.id.to_string(),
        version: stored.version,
        client: stored.client.to_string(),
        day: stored.day,
        tags: stored.tags,
        clinical: stored.clinical,
        form: stored.form,
        bytes: stored.bytes,
        shows: stored.preview.is_some(),
        opens: stored.form.opened_as(&stored.name).is_some(),
        misnamed: stored.form.is_misnamed(&stored.name),
        removed: stored.removed,
        added_at: stored.created_at.into(),
        added_by: stored.by,
        name: stored.name,
    }
}
