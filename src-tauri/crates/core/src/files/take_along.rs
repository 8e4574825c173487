//! Files on their way out of the practice.

use std::fs::File;

use crate::attachments;
use crate::audit::{Action, Subject};
use crate::error::Result;
use crate::practice::Practice;

use super::list::permitted;
use super::name::saved_as;

/// How a file leaves the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileWay {
    /// A copy was saved.
    Saved,
    /// Another program opened a private copy.
    OpenedOutside,
}

/// What a copy is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The name to offer where it is saved.
    pub file_name: String,
    /// The ending under which another program opens it; nothing where none does.
    pub opened_as: Option<&'static str>,
}

/// Says what a copy of a file is called.
pub async fn outgoing(practice: &Practice, id: &str) -> Result<Outgoing> {
    let stored = permitted(practice, id).await?;
    let opened_as = stored.form.opened_as(&stored.name);
    Ok(Outgoing { file_name: saved_as(&stored.name), opened_as })
}

/// Writes the exact bytes into a file, piece by piece. Where they are not what was kept, that is
/// [`Error::FileDamaged`](crate::Error::FileDamaged), and what was written is to be thrown away.
pub async fn copy_to(practice: &Practice, id: &str, to: File) -> Result<()> {
    let stored = permitted(practice, id).await?;
    attachments::copy_to(practice.folder(), practice, stored.file, to).await
}

/// Notes in the audit that a file left the practice; called once it did.
pub async fn went_out(practice: &Practice, id: &str, way: FileWay) -> Result<()> {
    let stored = permitted(practice, id).await?;
    let action = match way {
        FileWay::Saved => Action::FileSaved,
        FileWay::OpenedOutside => Action::FileOpenedOutside,
    };
    practice.change(action).await?.commit(Subject::from(stored.id).of_client(stored.client)).await
}
