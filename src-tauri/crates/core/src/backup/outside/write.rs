//! Writes a copy at its place and reads it back; before that it has no name.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};
use hegu_vault::CopyKey;

use crate::attachments;
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::opening;
use crate::watch::{Watch, Watched};

use super::super::manifest::Manifest;
use super::super::store;
use super::file::{self, Contents};
use super::list::ENDING;
use super::model::CopyTrouble;
use super::trouble::trouble_of;

/// What a copy is sealed to, and what opens it again, if that is here.
#[derive(Debug)]
pub(super) struct Seal<'a> {
    pub(super) own: String,
    pub(super) key: Option<&'a CopyKey>,
}

/// What goes into the copy of a backup.
pub(super) fn contents(practice: &Path, backup: &Path, manifest: &Manifest) -> Result<Contents> {
    let disk = |error| Error::disk("read a backup", error);
    let vault_bytes = store::key_file(backup).map_err(disk)?;
    let vault = store::parse_key_file(&vault_bytes)?;
    let database = format!("db/{}", manifest.database);
    // It was read back when it was made; what lies there may have changed since.
    let (sha256, _) = store::digest(&backup.join(&database)).map_err(disk)?;
    if sha256 != manifest.sha256 {
        return Err(Error::BackupDamaged);
    }
    let mut files = vec![(database.clone(), backup.join(database))];
    let shared = store::folder_of(practice);
    for stem in manifest.files.iter().filter(|stem| !manifest.missing.contains(stem)) {
        let from = attachments::stored_at(&shared, AttachmentId::parse(stem)?);
        let name = from.strip_prefix(&shared).unwrap_or(&from).to_string_lossy().replace('\\', "/");
        files.push((name, from));
    }
    let text = store::manifest_text(backup).map_err(disk)?;
    Ok(Contents { made: manifest.at, vault, vault_bytes, manifest: text, files })
}

/// How many bytes that is, without what keys and the seal add.
pub(super) fn size_of(contents: &Contents) -> u64 {
    let length = |(_, from): &(String, PathBuf)| std::fs::metadata(from).map_or(0, |facts| facts.len());
    contents.files.iter().map(length).sum()
}

/// Writes it, reads it back and gives it its name, which it returns.
pub(super) fn write_and_read_back(
    contents: &Contents,
    place: &Path,
    seal: &Seal<'_>,
    watch: &mut Watch,
) -> Result<String, CopyTrouble> {
    let bytes = size_of(contents);
    if store::free(place).is_some_and(|room| room < bytes + bytes / 50 + (1 << 20)) {
        return Err(CopyTrouble::Full);
    }
    let made = DateTime::from_timestamp_millis(contents.made).unwrap_or_default().with_timezone(&Local);
    let name = format!("practice-{}.{ENDING}", made.format("%Y-%m-%d-%H%M%S"));
    let unfinished = place.join(format!("{name}.unfinished"));
    let done = put(contents, &unfinished, seal, watch)
        .and_then(|()| std::fs::rename(&unfinished, place.join(&name)))
        .and_then(|()| sync_names(place));
    match done {
        Ok(()) => Ok(name),
        Err(error) => {
            drop(std::fs::remove_file(&unfinished));
            Err(if watch.cancel.is_wanted() { CopyTrouble::Stopped } else { trouble_of(error) })
        }
    }
}

fn put(contents: &Contents, path: &Path, seal: &Seal<'_>, watch: &mut Watch) -> io::Result<()> {
    clear_unfinished(path.parent().unwrap_or(Path::new(".")))?;
    let mut file = opening::new_private_file(path)?;
    let written = file::write(contents, &seal.own, &mut file, watch)?;
    forget_in_memory(&file);
    drop(file);
    let mut copy = file::open(path)?;
    let same_key_file =
        file::header(&mut copy).is_ok_and(|header| header.vault_bytes == contents.vault_bytes);
    if !same_key_file {
        return Err(ErrorKind::InvalidData.into());
    }
    let rest = Watched { from: copy, watch };
    let same = match seal.key {
        Some(key) => file::read(rest, key, |_, _, _| Ok(())).map(|plain| plain == written.plain),
        None => file::sealed(rest).map(|sealed| sealed == written.sealed),
    };
    match same {
        Ok(true) => Ok(()),
        // A seal that does not open is a copy that is not what was written; that the place went away is something else.
        Err(error) if error.raw_os_error().is_some() => Err(error),
        Ok(false) | Err(_) => Err(ErrorKind::InvalidData.into()),
    }
}

/// What a copy that was cut off left.
fn clear_unfinished(place: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(place)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(&format!(".{ENDING}.unfinished")) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// What is read back should come from the disk and not from memory, where the system lets a program say so.
fn forget_in_memory(file: &File) {
    #[cfg(target_os = "linux")]
    let _advice = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    #[cfg(not(target_os = "linux"))]
    let _ = file;
}

/// Some file systems of sticks and servers have nothing to sync a folder with.
pub(super) fn sync_names(place: &Path) -> io::Result<()> {
    match opening::sync_folder(place) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}
