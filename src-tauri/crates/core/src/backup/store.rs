//! The folder of backups on the disk.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::iter;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use hegu_vault::{VaultError, VaultFile};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result, Trouble};
use crate::opening;

use super::keep_rule::{Kept, to_remove};
use super::keys::Keys;
use super::manifest::{Manifest, Word};
use super::model::FailedBackup;

const MANIFEST: &str = "manifest.txt";
const LAST_FAILURE: &str = "last-failure.json";

/// Where the backups of a practice are.
pub(super) fn folder_of(practice: &Path) -> PathBuf {
    practice.join("backups")
}

/// A backup that has its name.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) folder: String,
    pub(super) manifest: Manifest,
}

/// What lies in the folder: backups, newest first, and the names of what cannot be read as one.
pub(super) fn all(folder: &Path, keys: &Keys) -> io::Result<(Vec<Found>, Vec<String>)> {
    let (mut found, mut damaged) = (Vec::new(), Vec::new());
    for name in names(folder)? {
        match good(folder, &name, keys) {
            Some((manifest, _)) => found.push(Found { folder: name, manifest }),
            None if is_not_ours(folder, &name, keys) => {}
            None => damaged.push(name),
        }
    }
    found.sort_by_key(|backup| std::cmp::Reverse(backup.manifest.at));
    damaged.sort();
    Ok((found, damaged))
}

/// The newest good one that is not of the time to come, which a clock that was ahead has left. Their names begin with their
/// time, so the others are not read: this is asked for often.
pub(super) fn newest(folder: &Path, keys: &Keys, now: i64) -> io::Result<Option<Manifest>> {
    let mut names = names(folder)?;
    let time = time_in_name(now);
    names.retain(|name| name.get(..time.len()).is_some_and(|made| made <= time.as_str()));
    names.sort();
    Ok(names.iter().rev().find_map(|name| good(folder, name, keys)).map(|(manifest, _)| manifest))
}

/// The newest that the key in force vouches for, with the name of its folder.
pub(super) fn newest_of(folder: &Path, keys: &Keys) -> io::Result<Option<(String, Manifest)>> {
    let mut names = names(folder)?;
    names.sort();
    Ok(names.into_iter().rev().find_map(|name| match good(folder, &name, keys)? {
        (manifest, Word::Good) => Some((name, manifest)),
        _ => None,
    }))
}

/// One that the key in force vouches for, by the name of its folder.
pub(super) fn named(folder: &Path, name: &str, keys: &Keys) -> Option<Manifest> {
    good(folder, name, keys).filter(|(_, word)| *word == Word::Good).map(|(manifest, _)| manifest)
}

/// What a backup of this practice says of itself, if it is as it was written.
fn good(folder: &Path, name: &str, keys: &Keys) -> Option<(Manifest, Word)> {
    let backup = folder.join(name);
    let (manifest, word) = Manifest::read(&manifest_text(&backup).ok()?, &keys.backup, keys.epoch)?;
    let ours = manifest.vault_id == keys.vault.as_str();
    (ours && word != Word::Bad && is_whole(&backup, &manifest)).then_some((manifest, word))
}

/// Whether it belongs to a practice whose place this one took, or to a program newer than this one: it is no business of
/// ours, and stays.
fn is_not_ours(folder: &Path, name: &str, keys: &Keys) -> bool {
    let text = manifest_text(&folder.join(name)).unwrap_or_default();
    Manifest::is_newer(&text)
        || Manifest::read_unvouched(&text).is_some_and(|manifest| manifest.vault_id != keys.vault.as_str())
}

/// Without a key: what reads as a backup, whoever wrote it.
pub(super) fn unvouched(folder: &Path) -> io::Result<Vec<(String, Manifest)>> {
    let mut found = Vec::new();
    for name in names(folder)? {
        let text = manifest_text(&folder.join(&name)).ok();
        let manifest = text.and_then(|text| Manifest::read_unvouched(&text));
        found.extend(manifest.filter(|manifest| is_whole(&folder.join(&name), manifest)).map(|m| (name, m)));
    }
    found.sort_by_key(|(_, manifest)| std::cmp::Reverse(manifest.at));
    Ok(found)
}

/// The folders that have a backup's place.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        other => other?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && name != "att" && entry.file_type()?.is_dir() {
            names.push(name);
        }
    }
    Ok(names)
}

/// What a backup says of itself.
pub(super) fn manifest_text(backup: &Path) -> io::Result<String> {
    fs::read_to_string(backup.join(MANIFEST))
}

/// The key file of a backup.
pub(super) fn key_file(backup: &Path) -> io::Result<Vec<u8>> {
    fs::read(backup.join("vault.json"))
}

/// Reads the key file of a backup or copy. What is wrong with it is no trouble of the practice that is here.
pub(super) fn parse_key_file(bytes: &[u8]) -> Result<VaultFile> {
    VaultFile::parse(bytes).map_err(|error| match error {
        VaultError::Newer { needs } => Error::Trouble(Trouble::VaultNewer { needs }),
        _ => Error::BackupDamaged,
    })
}

/// Keeps to whom copies of a backup are sealed, so that one can be made while nobody's keys are here. It is no secret.
pub(super) fn write_copy_key(backup: &Path, public: &str) -> io::Result<()> {
    opening::replace(&backup.join("copy.pub"), public.as_bytes())
}

/// To whom copies of a backup are sealed.
pub(super) fn copy_key(backup: &Path) -> io::Result<String> {
    fs::read_to_string(backup.join("copy.pub"))
}

/// Copies a file so that it is on the disk, whole, when this returns; the SHA-256 of what was written, in hexadecimal
/// digits.
pub(super) fn copy_durably(from: &Path, to: &Path) -> io::Result<String> {
    let mut copy = opening::private_file(to)?;
    let (sha256, _) = read_through(from, |chunk| copy.write_all(chunk))?;
    copy.sync_all()?;
    opening::sync_folder(to.parent().unwrap_or(Path::new(".")))?;
    Ok(sha256)
}

/// Whether what it names is there in its length; whether the bytes are right too is seen when it is opened.
fn is_whole(folder: &Path, manifest: &Manifest) -> bool {
    let database = fs::metadata(folder.join("db").join(&manifest.database));
    database.is_ok_and(|file| file.len() == manifest.bytes) && folder.join("vault.json").exists()
}

/// Makes the folder in which a backup is put together. One that was never finished goes first.
pub(super) fn begin(folder: &Path) -> io::Result<PathBuf> {
    opening::private_folder(folder)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().ends_with(".unfinished") {
            fs::remove_dir_all(entry.path())?;
        }
    }
    let unfinished = folder.join(".backup.unfinished");
    opening::private_folder(&unfinished.join("db"))?;
    Ok(unfinished)
}

/// Removes what was begun.
pub(super) fn give_up(unfinished: &Path) {
    if let Err(error) = fs::remove_dir_all(unfinished) {
        // The next backup removes it first.
        tracing::warn!(%error, "an unfinished backup stays on the disk");
    }
}

/// The SHA-256 of a file in hexadecimal digits, and its length.
pub(super) fn digest(file: &Path) -> io::Result<(String, u64)> {
    read_through(file, |_| Ok(()))
}

/// The same, while something else is done with each piece.
fn read_through(file: &Path, mut with: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<(String, u64)> {
    let mut reader = fs::File::open(file)?;
    let (mut digest, mut length, mut chunk) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = reader.read(&mut chunk)?;
        if read == 0 {
            return Ok((hex::encode(digest.finalize()), length));
        }
        digest.update(&chunk[..read]);
        with(&chunk[..read])?;
        length += read as u64;
    }
}

/// Gives a backup that was read back its name, and says it: with a number behind it where another one has it, by a clock
/// that was put back. From here on it counts.
pub(super) fn finish(unfinished: &Path, name: &str, text: &str) -> io::Result<String> {
    let folder = unfinished.parent().unwrap_or(Path::new("."));
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut names = iter::once(name.to_owned()).chain(numbered);
    let name = names.find(|name| !folder.join(name).exists()).unwrap_or_default();
    opening::replace(&unfinished.join(MANIFEST), text.as_bytes())?;
    opening::sync_folder(&unfinished.join("db"))?;
    opening::sync_folder(unfinished)?;
    fs::rename(unfinished, folder.join(&name))?;
    opening::sync_folder(folder)?;
    Ok(name)
}

/// How a moment (UTC milliseconds) stands at the beginning of a backup's name.
pub(super) fn time_in_name(at: i64) -> String {
    DateTime::from_timestamp_millis(at).unwrap_or_default().format("%Y%m%dT%H%M%S%3fZ").to_string()
}

/// Removes the backups that the rule lets go, and files that none of those left names; never the one that was just made,
/// which can look older than others that a clock ahead of its time has left.
pub(super) fn prune(folder: &Path, keys: &Keys, made: &str) -> io::Result<()> {
    let (found, damaged) = all(folder, keys)?;
    let others = names(folder)?.iter().any(|name| is_not_ours(folder, name, keys));
    let kept = |backup: &Found| {
        let Manifest { at, bytes, kind, .. } = backup.manifest;
        Kept { at, bytes, before_change: kind.is_before_change() }
    };
    let mut gone = to_remove(&found.iter().map(kept).collect::<Vec<_>>(), free(folder));
    gone.retain(|index| found[*index].folder != made);
    for index in &gone {
        fs::remove_dir_all(folder.join(&found[*index].folder))?;
    }
    // What a damaged one needs is not known, and what one that is not ours needs is not looked for.
    if gone.is_empty() || !damaged.is_empty() || others {
        return Ok(());
    }
    let left = found.iter().enumerate().filter(|(index, _)| !gone.contains(index));
    let needed: BTreeSet<&String> = left.flat_map(|(_, backup)| &backup.manifest.files).collect();
    for shelf in fs::read_dir(folder.join("att")).into_iter().flatten() {
        for file in fs::read_dir(shelf?.path())? {
            let path = file?.path();
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            if !needed.contains(&stem) {
                fs::remove_file(path)?;
            }
        }
    }
    Ok(())
}

/// Whether a copy of a database fits, with what reading it back may need: two and a half times its size.
pub(super) fn has_room_for(folder: &Path, database: &Path) -> Result<()> {
    let needed = fs::metadata(database).map(|file| file.len()).unwrap_or(0).saturating_mul(5) / 2;
    match free(folder) {
        Some(free) if free < needed => Err(Error::DiskFull),
        _ => Ok(()),
    }
}

/// The room on the disk in bytes, where the system says it.
pub(super) fn free(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let said = rustix::fs::statvfs(folder).ok()?;
        Some(said.f_bavail.saturating_mul(said.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}

/// The failure of the last try; nothing when it went well.
pub(super) fn last_failure(folder: &Path) -> Option<FailedBackup> {
    serde_json::from_str(&fs::read_to_string(folder.join(LAST_FAILURE)).ok()?).ok()
}

/// Remembers how the last try ended, also across a restart.
pub(super) fn note_end(folder: &Path, failed: Option<FailedBackup>) -> io::Result<()> {
    let path = folder.join(LAST_FAILURE);
    match failed {
        Some(failed) => opening::replace(&path, serde_json::json!(failed).to_string().as_bytes()),
        None => match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        },
    }
}
