//! The files beside the records, such as sheets that were given: whether each is what was kept, and, where one is not, the
//! copy that the backups have of it. Nothing is put back that nobody asked for.

use std::path::{Path, PathBuf};

use serde::Serialize;
use specta::Type;

use crate::attachments::{self, KeptFile};
use crate::audit::{Action, Outcome};
use crate::blocking::blocking;
use crate::error::{Error, Result};
use crate::opening;
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::store;

/// What was found of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct FilesFound {
    /// How many the records name.
    #[specta(type = i32)]
    pub files: usize,
    /// How many are missing, cut or altered.
    #[specta(type = i32)]
    pub damaged: usize,
    /// Of those, how many a backup on this computer has as they were kept.
    #[specta(type = i32)]
    pub in_backups: usize,
}

/// Reads every one through.
pub async fn check_files(practice: &Practice) -> Result<FilesFound> {
    practice.permit(Permission::MakeBackups).await?;
    Ok(look(practice).await?.0)
}

/// Puts the copy of the backups in the place of each that is damaged, where they have a good one; how the files stand then.
pub async fn put_files_back(practice: &Practice) -> Result<FilesFound> {
    practice.permit(Permission::MakeBackups).await?;
    let (before, copies) = look(practice).await?;
    if copies.is_empty() {
        return Ok(before);
    }
    // Not while a change is open: the one connection would wait for every file.
    let write = move || {
        let mut failed = None;
        let mut put_back = 0;
        for copy in &copies {
            match copy.put_back() {
                Ok(()) => put_back += 1,
                Err(error) => failed = Some(error),
            }
        }
        (put_back, failed)
    };
    let (put_back, failed) = blocking("put files back", write).await?;
    if put_back > 0 {
        let mut change = practice.change(Action::FilesPutBack).await?;
        change.note("files", put_back);
        change.end(Outcome::Done).await?;
    }
    match failed {
        Some(error) => Err(Error::disk("put files back", error)),
        None => Ok(look(practice).await?.0),
    }
}

/// A good copy of a file, and where it belongs.
#[derive(Debug)]
struct Copy {
    from: PathBuf,
    kept: KeptFile,
    to: PathBuf,
}

impl Copy {
    fn put_back(&self) -> std::io::Result<()> {
        let bytes = std::fs::read(&self.from)?;
        if !self.kept.is(&bytes) {
            return Err(std::io::Error::other("the copy was altered since it was read"));
        }
        opening::private_folder(self.to.parent().unwrap_or(Path::new(".")))?;
        opening::replace(&self.to, &bytes)
    }
}

async fn look(practice: &Practice) -> Result<(FilesFound, Vec<Copy>)> {
    let all = attachments::all_kept(practice.connection().await?.sqlite()?).await?;
    let folder = practice.folder().to_path_buf();
    let work = move || {
        let backups = store::folder_of(&folder);
        let mut found = FilesFound { files: all.len(), damaged: 0, in_backups: 0 };
        let mut copies = Vec::new();
        for kept in all {
            let [to, from] = [&folder, &backups].map(|below| attachments::stored_at(below, kept.id));
            if is_good(&to, &kept) {
                continue;
            }
            found.damaged += 1;
            if is_good(&from, &kept) {
                found.in_backups += 1;
                copies.push(Copy { from, kept, to });
            }
        }
        (found, copies)
    };
    blocking("look at files", work).await
}

fn is_good(file: &Path, kept: &KeptFile) -> bool {
    std::fs::read(file).is_ok_and(|bytes| kept.is(&bytes))
}

/// Copies the files beside the database that no earlier backup has; the names of those that no backup has then. One that
/// is not what was kept is not copied: it would take the place of the last good copy.
pub(super) fn take_along(practice: &Path, backups: &Path, all: &[KeptFile]) -> std::io::Result<Vec<String>> {
    let mut missing = Vec::new();
    for kept in all {
        let [from, to] = [practice, backups].map(|below| attachments::stored_at(below, kept.id));
        let length = |file| std::fs::metadata(file).ok().map(|facts| facts.len());
        let (here, there) = (length(&from), length(&to));
        if there.is_some() && (here.is_none() || here == there) {
            continue;
        }
        // One that cannot be read is damaged, and no reason to have no backup of everything else.
        let good = |file: &Path| std::fs::read(file).ok().filter(|bytes| kept.is(bytes));
        match good(&from) {
            Some(bytes) => {
                opening::private_folder(to.parent().unwrap_or(backups))?;
                opening::replace(&to, &bytes)?;
            }
            None if good(&to).is_none() => missing.push(kept.id.file_stem()),
            None => {}
        }
    }
    Ok(missing)
}

/// Brings in, below `into`, every file that is not in the practice as it was kept: from what lies there already, or from the
/// backups; how many are nowhere. Nothing that is not good stays there.
pub(super) fn bring_in(
    all: &[KeptFile],
    into: &Path,
    practice: &Path,
    backups: Option<&Path>,
) -> std::io::Result<usize> {
    let mut nowhere = 0;
    for kept in all {
        let to = attachments::stored_at(into, kept.id);
        let is_here = is_good(&attachments::stored_at(practice, kept.id), kept);
        if !is_here && is_good(&to, kept) {
            continue;
        }
        if to.exists() {
            std::fs::remove_file(&to)?;
        }
        if is_here {
            continue;
        }
        let kept_copy = backups.and_then(|below| std::fs::read(attachments::stored_at(below, kept.id)).ok());
        match kept_copy.filter(|bytes| kept.is(bytes)) {
            Some(bytes) => {
                opening::private_folder(to.parent().unwrap_or(into))?;
                opening::replace(&to, &bytes)?;
            }
            None => nowhere += 1,
        }
    }
    Ok(nowhere)
}
