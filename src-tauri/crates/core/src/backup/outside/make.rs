//! Makes a copy outside this computer, and counts it only after reading it back.

use std::io;
use std::path::{Path, PathBuf};

use tokio::sync::Mutex;
use tokio::sync::mpsc::unbounded_channel;

use crate::audit::{Action, Outcome};
use crate::blocking::blocking;
use crate::error::{Error, Result};
use crate::people::{Actor, Permission};
use crate::practice::Practice;
use crate::slice::Slice;
use crate::watch::{Cancel, Watch, hear_all};

use super::super::keep_rule::{Kept, to_remove};
use super::super::keys::Keys;
use super::super::manifest::{Manifest, Word};
use super::super::model::BackupKind;
use super::super::{due, make as backups, store};
use super::file::{self, Contents};
use super::list::copies;
use super::model::{CopyStanding, CopyTrouble, FailedCopy};
use super::place::Place;
use super::write::{Seal, contents, size_of, sync_names, write_and_read_back};

/// Between two copies that nobody asked for.
const EVERY: i64 = 24 * 60 * 60 * 1000;
/// After one that failed.
const AGAIN_AFTER: i64 = 60 * 60 * 1000;

/// One after the other: two would write the same file.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// Makes a copy at the chosen place because somebody asked for it. `progress` hears how many bytes are done, of how many:
/// the first half is written, the second read back. Refused with [`Error::Copy`], and [`Error::NotFound`] where no place
/// was chosen.
pub async fn copy_outside(
    practice: &Practice,
    cancel: &Cancel,
    progress: impl FnMut(i64, i64) + Send,
) -> Result<()> {
    practice.permit(Permission::MakeBackups).await?;
    let _one_at_a_time = wait_for_turn(cancel).await?;
    let place = Place::read(practice.folder()).ok_or(Error::NotFound)?;
    attempt(practice, place, cancel, progress).await
}

/// Waits until no other copy is being made, which a place that does not answer can take for ever: until somebody stops it.
async fn wait_for_turn(cancel: &Cancel) -> Result<tokio::sync::MutexGuard<'static, ()>> {
    loop {
        if let Ok(turn) = ONE_AT_A_TIME.try_lock() {
            return Ok(turn);
        }
        if cancel.is_wanted() {
            return Err(Error::Copy(CopyTrouble::Stopped));
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

/// Makes one in a folder, whatever place was chosen.
pub async fn copy_to(practice: &Practice, folder: PathBuf) -> Result<()> {
    practice.permit(Permission::MakeBackups).await?;
    super::check_place(practice.folder(), &folder)?;
    let _one_at_a_time = ONE_AT_A_TIME.lock().await;
    let chosen = Place::read(practice.folder()).filter(|place| place.folder == folder);
    let place = chosen.unwrap_or_else(|| Place::new(folder, practice.folder()));
    attempt(practice, place, &Cancel::default(), |_, _| {}).await
}

/// Makes one when none was made for a day and the place is there, and reads one back that was made while nobody's keys were
/// here. Whether one was made.
pub async fn copy_if_due(practice: &Practice, cancel: &Cancel) -> Result<bool> {
    // One that is under way is the one that is due.
    let Ok(_one_at_a_time) = ONE_AT_A_TIME.try_lock() else { return Ok(false) };
    let now = practice.now();
    let Some(place) = Place::read(practice.folder()) else { return Ok(false) };
    let place = read_unverified_back(practice, place).await?;
    let due = place.last.is_none_or(|last| !(0..EVERY).contains(&(now - last)));
    let failed_lately = place.failed.is_some_and(|failed| (0..AGAIN_AFTER).contains(&(now - failed.at)));
    if !due || failed_lately || !is_there(practice, &place).await? {
        return Ok(false);
    }
    attempt(practice, place, cancel, |_, _| {}).await?;
    Ok(true)
}

/// Asked on a thread of its own: a drive that went to sleep answers late.
async fn is_there(practice: &Practice, place: &Place) -> Result<bool> {
    let (place, records) = (place.clone(), practice.folder().to_path_buf());
    blocking("look for the place of copies", move || place.is_there(&records)).await
}

/// One try, and a note of how it ended.
async fn attempt(
    practice: &Practice,
    mut place: Place,
    cancel: &Cancel,
    progress: impl FnMut(i64, i64) + Send,
) -> Result<()> {
    // Nobody has to sit there: it is made while the practice rests, too.
    let door = practice.at_door(Actor::clone(practice.actor()));
    let made = put_there(&door, &place, cancel, progress).await;
    let failed = |reason| Some(FailedCopy { at: door.now(), reason });
    match &made {
        Ok(made) => (place.last, place.failed, place.unverified) = (Some(*made), None, None),
        // Whoever stopped it knows.
        Err(Error::Copy(CopyTrouble::Stopped) | Error::Locked) => {}
        Err(Error::Copy(reason)) => place.failed = failed(*reason),
        Err(_) => place.failed = failed(CopyTrouble::Failed),
    }
    note(practice, &place)?;
    made?;
    door.change(Action::CopiedOutside).await?.end(Outcome::Done).await
}

/// Remembers how a try ended, unless another place was chosen meanwhile.
fn note(practice: &Practice, place: &Place) -> Result<()> {
    if Place::read(practice.folder()).is_some_and(|now| now.folder == place.folder) {
        place.write(practice.folder())?;
    }
    practice.tell(vec![Slice::Backups]);
    Ok(())
}

/// Writes the newest backup, of now, as a file at the place and reads it back; when the records in it were copied.
async fn put_there(
    door: &Practice,
    place: &Place,
    cancel: &Cancel,
    mut progress: impl FnMut(i64, i64) + Send,
) -> Result<i64> {
    if !is_there(door, place).await? {
        return Err(Error::Copy(CopyTrouble::Gone));
    }
    let keys = Keys::of(door).await?;
    let backups_of = store::folder_of(door.folder());
    let fresh = fresh_backup(door, &backups_of, &keys).await?;
    let contents = match fresh {
        Some(contents) => contents,
        None => {
            // Its folder and not the newest one: a clock that was ahead has left some that look newer.
            let made = backups::attempt(door, BackupKind::Hourly, |_, _| {}).await?;
            let manifest = store::named(&backups_of, &made.folder, &keys);
            let manifest = manifest.ok_or_else(|| Error::unexpected("copy a backup", "it is gone"))?;
            contents(door.folder(), &backups_of.join(made.folder), &manifest)?
        }
    };
    let made = contents.made;
    let (place, cancel) = (place.folder.clone(), cancel.clone());
    let (tell, hear) = unbounded_channel();
    let work = tokio::task::spawn_blocking(move || {
        // They are written and read back.
        let mut watch = Watch::new(2 * size_of(&contents), cancel, Some(tell));
        let seal = Seal { own: keys.copy.public(), key: Some(&keys.copy) };
        let name = write_and_read_back(&contents, &place, &seal, &mut watch)?;
        if let Err(error) = prune(&place, &name, &keys) {
            tracing::warn!(%error, "remove copies that are not needed any more");
        }
        Ok(())
    });
    hear_all(hear, &mut progress).await;
    let done = work.await.map_err(|error| Error::unexpected("copy a backup", error))?;
    done.map(|()| made).map_err(Error::Copy)
}

/// The newest backup, if nothing was done since and it is as it was written.
async fn fresh_backup(door: &Practice, backups: &Path, keys: &Keys) -> Result<Option<Contents>> {
    let newest = store::newest_of(backups, keys).map_err(|error| Error::disk("look for backups", error))?;
    let Some((name, manifest)) = newest.filter(|(_, manifest)| manifest.at <= door.now()) else {
        return Ok(None);
    };
    if due::moved_on(door).await? {
        return Ok(None);
    }
    match contents(door.folder(), &backups.join(name), &manifest) {
        Err(Error::BackupDamaged) => Ok(None),
        other => other.map(Some),
    }
}

/// Reads back a copy that was made while nobody's keys were here: only now it counts, or is said to be none.
async fn read_unverified_back(practice: &Practice, mut place: Place) -> Result<Place> {
    let Some(name) = place.unverified.clone() else { return Ok(place) };
    let path = place.folder.join(name);
    let there = path.clone();
    if !blocking("look for a copy", move || there.exists()).await? {
        return Ok(place);
    }
    let keys = Keys::of(practice).await?;
    match blocking("read a copy back", move || read_back(&path, &keys)).await? {
        Some(made) => (place.last, place.failed) = (Some(made), None),
        None => place.failed = Some(FailedCopy { at: practice.now(), reason: CopyTrouble::Differs }),
    }
    place.unverified = None;
    note(practice, &place)?;
    Ok(place)
}

/// Reads a copy to its end; when the records in it were copied, if the practice's key vouches for them.
fn read_back(path: &Path, keys: &Keys) -> Option<i64> {
    let mut copy = file::open(path).ok()?;
    file::header(&mut copy).ok()?;
    let mut text = String::new();
    let mut digests = std::collections::BTreeMap::new();
    file::read(copy, &keys.copy, |name, _, entry| {
        if name == file::MANIFEST {
            entry.read_to_string(&mut text).map(drop)
        } else {
            digests.insert(name.to_owned(), hex::encode(file::sealed(entry)?));
            Ok::<_, io::Error>(())
        }
    })
    .ok()?;
    let (manifest, word) = Manifest::read(&text, &keys.backup, keys.epoch)?;
    let whole = digests.get(&format!("db/{}", manifest.database)) == Some(&manifest.sha256);
    (whole && word == Word::Good).then_some(manifest.at)
}

/// Removes the copies that the rule for backups lets go; never the one that was just made.
fn prune(place: &Path, made: &str, keys: &Keys) -> io::Result<()> {
    let mut found = copies(place, keys)?;
    found.retain(|copy| copy.view.standing != CopyStanding::Damaged);
    let kept: Vec<Kept> = found
        .iter()
        .map(|copy| Kept {
            at: copy.view.at.millis(),
            bytes: u64::try_from(copy.view.bytes).unwrap_or(0),
            before_change: false,
        })
        .collect();
    for index in to_remove(&kept, store::free(place)) {
        // It can look older than others that a clock ahead of its time has left.
        if found[index].view.file != made {
            std::fs::remove_file(&found[index].path)?;
        }
    }
    sync_names(place)
}
