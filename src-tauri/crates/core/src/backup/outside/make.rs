//! Makes a copy outside this computer, and counts it only after reading it back.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Local};
use hegu_vault::{BackupKey, CopyKey, VaultFile, VaultId};
use tokio::sync::Mutex;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::attachments;
use crate::audit::{Action, Outcome};
use crate::error::{Error, Result};
use crate::ids::AttachmentId;
use crate::opening;
use crate::people::{Actor, Permission};
use crate::practice::Practice;
use crate::slice::Slice;

use super::super::keep_rule::{Kept, to_remove};
use super::super::manifest::Manifest;
use super::super::model::BackupKind;
use super::super::{due, make as backups, store};
use super::file::{self, Contents};
use super::list::{ENDING, copies};
use super::model::{CopyStanding, CopyTrouble, FailedCopy};
use super::place::Place;

/// Between two copies that nobody asked for.
const EVERY: i64 = 24 * 60 * 60 * 1000;
/// After one that failed.
const AGAIN_AFTER: i64 = 60 * 60 * 1000;
/// How often progress is said on the way.
const TIMES_SAID: u64 = 100;

/// One after the other: two would write the same file.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// Stops a copy that is under way, from anywhere.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// The copy ends before its next piece, and leaves nothing behind.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_wanted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What vouches for the copies of a practice and opens them.
#[derive(Debug)]
pub(in crate::backup) struct Keys {
    pub(in crate::backup) backup: BackupKey,
    pub(in crate::backup) copy: CopyKey,
    pub(in crate::backup) epoch: u32,
    pub(in crate::backup) vault: VaultId,
}

/// Makes a copy at the chosen place because somebody asked for it. `progress` hears how many bytes are done, of how many:
/// the first half is written, the second read back. Refused with [`Error::Copy`], and [`Error::NotFound`] where no place
/// was chosen.
pub async fn copy_outside(
    practice: &Practice,
    cancel: &Cancel,
    progress: impl FnMut(i64, i64) + Send,
) -> Result<()> {
    practice.permit(Permission::MakeBackups).await?;
    let _one_at_a_time = ONE_AT_A_TIME.lock().await;
    attempt(practice, cancel, progress).await
}

/// Makes one when none was made for a day and the place is there. Whether one was made.
pub async fn copy_if_due(practice: &Practice, cancel: &Cancel) -> Result<bool> {
    // One that is under way is the one that is due.
    let Ok(_one_at_a_time) = ONE_AT_A_TIME.try_lock() else { return Ok(false) };
    let now = practice.now();
    let Some(place) = Place::read(practice.folder()) else { return Ok(false) };
    let due = place.last.is_none_or(|last| !(0..EVERY).contains(&(now - last)));
    let failed_lately = place.failed.is_some_and(|failed| (0..AGAIN_AFTER).contains(&(now - failed.at)));
    if !due || failed_lately || !is_there(place).await? {
        return Ok(false);
    }
    attempt(practice, cancel, |_, _| {}).await?;
    Ok(true)
}

/// Asked on a thread of its own: a drive that went to sleep answers late.
async fn is_there(place: Place) -> Result<bool> {
    let asked = tokio::task::spawn_blocking(move || place.is_there()).await;
    asked.map_err(|error| Error::unexpected("look for the place of copies", error))
}

/// One try, and a note of how it ended.
async fn attempt(practice: &Practice, cancel: &Cancel, progress: impl FnMut(i64, i64) + Send) -> Result<()> {
    let mut place = Place::read(practice.folder()).ok_or(Error::NotFound)?;
    // Nobody has to sit there: it is made while the practice rests, too.
    let door = practice.at_door(Actor::clone(practice.actor()));
    let made = put_there(&door, &place.folder, cancel, progress).await;
    let failed = |reason| Some(FailedCopy { at: door.now(), reason });
    match &made {
        Ok(made) => (place.last, place.failed) = (Some(*made), None),
        // Whoever stopped it knows.
        Err(Error::Copy(CopyTrouble::Stopped) | Error::Locked) => {}
        Err(Error::Copy(reason)) => place.failed = failed(*reason),
        Err(_) => place.failed = failed(CopyTrouble::Failed),
    }
    // Whoever chose another place meanwhile has chosen.
    if Place::read(practice.folder()).is_some_and(|now| now.folder == place.folder) {
        place.write(practice.folder())?;
    }
    practice.tell(vec![Slice::Backups]);
    made?;
    door.change(Action::CopiedOutside).await?.end(Outcome::Done).await
}

/// Writes the newest backup, of now, as a file at the place and reads it back; when the records in it were copied.
async fn put_there(
    door: &Practice,
    place: &Path,
    cancel: &Cancel,
    mut progress: impl FnMut(i64, i64) + Send,
) -> Result<i64> {
    if !is_there(Place { folder: place.to_path_buf(), last: None, failed: None }).await? {
        return Err(Error::Copy(CopyTrouble::Gone));
    }
    let keys = due::keys(door).await?;
    let backups_of = store::folder_of(door.folder());
    let newest = || {
        let newest = store::newest_of(&backups_of, &keys.backup, keys.epoch);
        newest.map_err(|error| Error::disk("look for backups", error))
    };
    let (name, manifest) = match newest()? {
        Some(found) if !due::moved_on(door).await? => found,
        _ => {
            backups::attempt(door, BackupKind::Hourly, |_, _| {}).await?;
            newest()?.ok_or_else(|| Error::unexpected("copy a backup", "it is gone"))?
        }
    };
    let made = manifest.at;
    let contents = contents(door.folder(), &backups_of.join(name), &manifest)?;
    let (place, cancel) = (place.to_path_buf(), cancel.clone());
    let (tell, hear) = unbounded_channel();
    let work =
        tokio::task::spawn_blocking(move || write_and_read_back(&contents, &place, &keys, cancel, tell));
    hear_all(hear, &mut progress).await;
    let done = work.await.map_err(|error| Error::unexpected("copy a backup", error))?;
    done.map(|()| made).map_err(Error::Copy)
}

async fn hear_all(mut hear: UnboundedReceiver<(i64, i64)>, progress: &mut (impl FnMut(i64, i64) + Send)) {
    while let Some((done, of)) = hear.recv().await {
        progress(done, of);
    }
}

/// What goes into the copy of a backup.
fn contents(practice: &Path, backup: &Path, manifest: &Manifest) -> Result<Contents> {
    let disk = |error| Error::disk("read a backup", error);
    let vault_bytes = store::key_file(backup).map_err(disk)?;
    let vault = VaultFile::parse(&vault_bytes).map_err(|_| Error::BackupDamaged)?;
    let database = format!("db/{}", manifest.database);
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

fn write_and_read_back(
    contents: &Contents,
    place: &Path,
    keys: &Keys,
    cancel: Cancel,
    tell: UnboundedSender<(i64, i64)>,
) -> Result<(), CopyTrouble> {
    let length = |(_, from): &(String, PathBuf)| std::fs::metadata(from).map_or(0, |facts| facts.len());
    let bytes: u64 = contents.files.iter().map(length).sum();
    let room = store::free(place);
    if room.is_some_and(|room| room < bytes + bytes / 50 + (1 << 20)) {
        return Err(CopyTrouble::Full);
    }
    let mut watch = Watch { cancel, done: 0, of: 2 * bytes, said: 0, tell };
    let made = DateTime::from_timestamp_millis(contents.made).unwrap_or_default().with_timezone(&Local);
    let name = format!("practice-{}.{ENDING}", made.format("%Y-%m-%d-%H%M%S"));
    let unfinished = place.join(format!("{name}.unfinished"));
    let done = put(contents, &unfinished, keys, &mut watch)
        .and_then(|()| std::fs::rename(&unfinished, place.join(&name)))
        .and_then(|()| sync_names(place));
    if let Err(error) = done {
        drop(std::fs::remove_file(&unfinished));
        let stopped = watch.cancel.is_wanted();
        return Err(if stopped { CopyTrouble::Stopped } else { trouble_of(error) });
    }
    if let Err(error) = prune(place, keys) {
        tracing::warn!(%error, "remove copies that are not needed any more");
    }
    Ok(())
}

fn put(contents: &Contents, path: &Path, keys: &Keys, watch: &mut Watch) -> io::Result<()> {
    clear_unfinished(path.parent().unwrap_or(Path::new(".")))?;
    let mut written = opening::private_file(path)?;
    let sealed = file::write(contents, &keys.copy, &mut written, watch)?;
    forget_in_memory(&written);
    drop(written);
    let mut copy = file::open(path)?;
    let header = file::header(&mut copy).filter(|header| header.vault_bytes == contents.vault_bytes);
    header.ok_or(ErrorKind::InvalidData)?;
    // A seal that does not open is a copy that is not what was written; that the place went away is something else.
    let read = file::read(ReadWatched { from: copy, watch }, &keys.copy, |_, _| Ok(()));
    match read {
        Ok(found) if found == sealed => Ok(()),
        Ok(_) => Err(ErrorKind::InvalidData.into()),
        Err(error) if error.raw_os_error().is_some() => Err(error),
        Err(_) => Err(ErrorKind::InvalidData.into()),
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
fn sync_names(place: &Path) -> io::Result<()> {
    match opening::sync_folder(place) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}

/// Removes the copies that the rule for backups lets go.
fn prune(place: &Path, keys: &Keys) -> io::Result<()> {
    let mut found = copies(place, keys)?;
    found.retain(|copy| copy.view.standing != CopyStanding::Damaged);
    let kept: Vec<Kept> = found
        .iter()
        .map(|copy| Kept { at: copy.view.at.millis(), bytes: u64::try_from(copy.view.bytes).unwrap_or(0) })
        .collect();
    for index in to_remove(&kept, store::free(place)) {
        std::fs::remove_file(&found[index].path)?;
    }
    sync_names(place)
}

/// Why a place did not take a copy.
pub(super) fn trouble_of(error: io::Error) -> CopyTrouble {
    // Input and output errors of the device, and no such device: 5, 6 and 19 on every Unix.
    let pulled_out = matches!(error.raw_os_error(), Some(5 | 6 | 19)) && cfg!(unix);
    match error.kind() {
        _ if pulled_out => CopyTrouble::Gone,
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::StaleNetworkFileHandle => {
            CopyTrouble::Gone
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => CopyTrouble::Full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => CopyTrouble::ReadOnly,
        ErrorKind::FileTooLarge => CopyTrouble::TooLarge,
        ErrorKind::InvalidData => CopyTrouble::Differs,
        _ => {
            tracing::error!(%error, "make a copy outside this computer");
            CopyTrouble::Failed
        }
    }
}

/// How far a copy is, and whether it goes on.
#[derive(Debug)]
pub(super) struct Watch {
    cancel: Cancel,
    done: u64,
    of: u64,
    said: u64,
    tell: UnboundedSender<(i64, i64)>,
}

impl Watch {
    /// So many bytes more are done.
    pub(super) fn step(&mut self, bytes: u64) -> io::Result<()> {
        if self.cancel.is_wanted() {
            return Err(io::Error::other("stopped"));
        }
        self.done += bytes;
        if self.done - self.said >= self.of / TIMES_SAID {
            self.said = self.done;
            // Keys and the seal add a little to what is in the files.
            let whole = |bytes: u64| i64::try_from(bytes.min(self.of)).unwrap_or(i64::MAX);
            // Nobody has to listen.
            let _heard = self.tell.send((whole(self.done), whole(self.of)));
        }
        Ok(())
    }
}

struct ReadWatched<'a, R> {
    from: R,
    watch: &'a mut Watch,
}

impl<R: io::Read> io::Read for ReadWatched<'_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(bytes)?;
        self.watch.step(read as u64)?;
        Ok(read)
    }
}
