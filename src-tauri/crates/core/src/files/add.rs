//! Adds files to a record.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;
use tokio::sync::mpsc::unbounded_channel;

use crate::attachments::{self, Sealed, Unsealed};
use crate::audit::{Action, Subject};
use crate::blocking::blocking;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, ClientId, FileId};
use crate::people::Permission;
use crate::practice::Practice;
use crate::watch::{Cancel, Watch, Watched, hear_all};

use super::form::FileForm;
use super::name::kept_as;
use super::store::{self, Stored};

/// A larger file is not taken in, in bytes.
pub const LARGEST_FILE: u64 = 100 * 1024 * 1024;

/// Before this year no photo was taken by what writes its day into it.
const FIRST_PHOTOS: i32 = 1990;

/// Reads a phone's photo (HEIC) with what the system has for it, and answers with a jpeg; nothing where it cannot. It may take its
/// time. What it answers is looked at like any other picture.
pub type ReadHeic = fn(&[u8]) -> Option<Vec<u8>>;

/// To whose record files are added, and for whom.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct AddFiles {
    /// The client.
    pub client: String,
    /// Only for those who treat.
    pub clinical: bool,
}

/// What became of a file that was to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Added {
    /// It is in the record.
    Added,
    /// The very same was there already.
    AlreadyHere,
    /// It has more than [`LARGEST_FILE`].
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// It could not be read, or is none.
    Unreadable,
    /// Somebody stopped it.
    Stopped,
}

/// A file that was to be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AddedFile {
    /// Its name.
    pub name: String,
    /// What became of it.
    pub outcome: Added,
    /// The file in the record, if it is there.
    pub id: Option<String>,
}

/// Adds files to a record, one after the other, and says of each what became of it. `progress` hears how many bytes of all of them
/// are read; what is stopped leaves nothing of the file under way, and what is added by then stays. Each is read piece by piece,
/// and only by who may write what it is for.
pub async fn add(
    practice: &Practice,
    input: AddFiles,
    from: Vec<PathBuf>,
    read_heic: ReadHeic,
    cancel: &Cancel,
    mut progress: impl FnMut(i64, i64) + Send,
) -> Result<Vec<AddedFile>> {
    practice.permit(Permission::EditClients).await?;
    if input.clinical {
        practice.permit(Permission::WriteNotes).await?;
    }
    let client = clients::permit(practice, ClientId::parse(&input.client)?).await?;
    let looked = blocking("look at files", move || from.into_iter().map(look).collect::<Vec<_>>()).await?;
    let all: u64 = looked.iter().filter_map(|(_, size)| size.ok()).sum();
    let mut watch = Watch::new(all, cancel.clone(), None);
    let mut added = Vec::with_capacity(looked.len());
    for (path, size) in looked {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = kept_as(&name);
        let (outcome, id) = match size {
            Err(why) => (why, None),
            Ok(_) if cancel.is_wanted() => (Added::Stopped, None),
            Ok(_) => {
                let (sealed, seen) = seal(practice, path, watch, &mut progress).await?;
                watch = seen;
                match sealed {
                    Err(why) => (why, None),
                    Ok(sealed) => keep(practice, client, &input, &name, (sealed, read_heic)).await?,
                }
            }
        };
        added.push(AddedFile { name, outcome, id: id.map(|id| id.to_string()) });
    }
    Ok(added)
}

/// A file of the disk with its size, or why it is not taken in. Only a file is read: a pipe might never end.
fn look(path: PathBuf) -> (PathBuf, Result<u64, Added>) {
    let size = match fs::metadata(&path) {
        Ok(facts) if !facts.is_file() => Err(Added::Unreadable),
        Ok(facts) if facts.len() == 0 => Err(Added::Empty),
        Ok(facts) if facts.len() > LARGEST_FILE => Err(Added::TooLarge),
        Ok(facts) => Ok(facts.len()),
        Err(_) => Err(Added::Unreadable),
    };
    (path, size)
}

/// Seals one, or says why that was not done.
async fn seal(
    practice: &Practice,
    path: PathBuf,
    mut watch: Watch,
    progress: &mut (impl FnMut(i64, i64) + Send),
) -> Result<(Result<Sealed, Added>, Watch)> {
    let (folder, id) = (practice.folder().to_path_buf(), AttachmentId::new(practice.new_id()?));
    let (tell, hear) = unbounded_channel();
    watch.tell(Some(tell));
    let work = move || {
        let sealed = open(&path).map_err(|_| Unsealed::Source).and_then(|file| {
            // One more than it may have, so that a file that grew is told from one that just fits.
            let from = Watched { from: file.take(LARGEST_FILE + 1), watch: &mut watch };
            attachments::seal_from(&folder, id, from)
        });
        watch.tell(None);
        (sealed, watch)
    };
    let work = tokio::task::spawn_blocking(work);
    hear_all(hear, progress).await;
    let (sealed, watch) = work.await.map_err(|error| Error::unexpected("seal a file", error))?;
    let sealed = match sealed {
        Ok(sealed) if sealed.bytes() > LARGEST_FILE => Err(Added::TooLarge),
        Ok(sealed) if sealed.bytes() == 0 => Err(Added::Empty),
        Ok(sealed) => Ok(sealed),
        Err(Unsealed::Source) if watch.cancel.is_wanted() => Err(Added::Stopped),
        Err(Unsealed::Source) => Err(Added::Unreadable),
        Err(Unsealed::Disk(error)) => return Err(Error::disk("keep a file", error)),
    };
    Ok((sealed, watch))
}

/// Opened and looked at once more: what lies there may have changed its place with a pipe.
fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Keeps what was sealed, with the picture that is shown of it, unless the very same is there.
async fn keep(
    practice: &Practice,
    client: ClientId,
    input: &AddFiles,
    name: &str,
    (sealed, read_heic): (Sealed, ReadHeic),
) -> Result<(Added, Option<FileId>)> {
    let form = FileForm::of(sealed.head());
    let (sealed, seen) = blocking("look at a file", move || {
        let seen = seen_in(&sealed, form, read_heic);
        (sealed, seen)
    })
    .await?;
    let (shown, taken) = seen.map_err(|error| Error::disk("look at a file", error))?;
    let (id, preview) = (FileId::new(practice.new_id()?), AttachmentId::new(practice.new_id()?));
    let mut change = practice.change(Action::FileAdded).await?;
    if let Some(same) = store::same(&change, client, sealed.digest()).await?
        && (!same.clinical || practice.actor().role.may(Permission::ReadNotes))
    {
        return Ok((Added::AlreadyHere, Some(same.id)));
    }
    let bytes = i64::try_from(sealed.bytes()).unwrap_or(i64::MAX);
    let file = sealed.keep(&mut change, form.media_type()).await?;
    if let Some(shown) = &shown {
        attachments::keep(&mut change, practice.folder(), preview, "image/jpeg", shown).await?;
    }
    let today = practice.today();
    let new = Stored {
        id,
        client,
        file,
        preview: shown.map(|_| preview),
        name: name.to_owned(),
        // A camera whose clock was never set says nothing.
        day: taken.filter(|day| *day <= today && day.year() >= FIRST_PHOTOS).unwrap_or(today).to_string(),
        tags: Vec::new(),
        clinical: input.clinical,
        form,
        bytes,
        removed: false,
        created_at: change.at(),
        by: String::new(),
        version: 1,
    };
    store::insert(&mut change, &new).await?;
    change.commit(Subject::from(id).of_client(client)).await?;
    Ok((Added::Added, Some(id)))
}

/// What is shown of it, and when it was taken. A file that a reader stumbles over is kept and not shown.
fn seen_in(
    sealed: &Sealed,
    form: FileForm,
    read_heic: ReadHeic,
) -> io::Result<(Option<Vec<u8>>, Option<NaiveDate>)> {
    if !form.is_picture() && form != FileForm::Heic {
        return Ok((None, None));
    }
    let bytes = sealed.read()?;
    let look = || {
        let shown = if form.is_picture() {
            attachments::shown(&bytes)
        } else {
            read_heic(&bytes).and_then(|jpeg| attachments::shown(&jpeg))
        };
        (shown, attachments::taken(&bytes))
    };
    Ok(std::panic::catch_unwind(std::panic::AssertUnwindSafe(look)).unwrap_or_else(|_| {
        tracing::warn!("a reader of pictures stumbled");
        (None, None)
    }))
}
