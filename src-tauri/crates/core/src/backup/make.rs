//! Makes a backup, and counts it only after reading it back.

use std::path::Path;

use crate::audit::{self, Action, Outcome};
use crate::db::copy::{Step, sync};
use crate::error::{Error, Result};
use crate::opening;
use crate::people::{Actor, Permission};
use crate::practice::Practice;
use crate::slice::Slice;

use super::finish::{Copied, finish};
use super::keys::Keys;
use super::model::{BackupKind, BackupView, FailedBackup};
use super::{due, store, superseded};

/// Makes a backup because somebody asked for it. `progress` hears how many pages are copied, of how many.
pub async fn make(practice: &Practice, progress: impl FnMut(i64, i64) + Send) -> Result<BackupView> {
    practice.permit(Permission::MakeBackups).await?;
    attempt(practice, BackupKind::ByHand, progress).await
}

/// Makes the backup that is due whenever the records are closed, if anything was done since the last one. Whatever
/// becomes of it, the records are closed after it; a failure is remembered and shown.
pub async fn before_closing(practice: &Practice) {
    let made = async {
        if due::moved_on(practice).await? {
            attempt(practice, BackupKind::Closing, |_, _| {}).await?;
        }
        Ok::<_, Error>(())
    };
    match made.await {
        // Closed already: there is nothing to be copied.
        Ok(()) | Err(Error::Locked) => {}
        Err(error) => tracing::error!(%error, "backup before closing"),
    }
}

/// One try, and a note of how it ended.
pub(super) async fn attempt(
    practice: &Practice,
    kind: BackupKind,
    mut progress: impl FnMut(i64, i64) + Send,
) -> Result<BackupView> {
    let _one_at_a_time = practice.backing_up().await;
    // Nobody has to sit there: it is made while the practice rests, too.
    let door = practice.at_door(Actor::clone(practice.actor()));
    let folder = store::folder_of(practice.folder());
    let made = put_together(&door, kind, &folder, &mut progress).await;
    let failed = match &made {
        Ok(_) | Err(Error::Locked) => None,
        Err(error) => Some(FailedBackup { at: door.now(), disk_full: matches!(error, Error::DiskFull) }),
    };
    if let Err(error) = store::note_end(&folder, failed) {
        tracing::warn!(%error, "note how a backup ended");
    }
    practice.tell(vec![Slice::Backups]);
    let view = made?;
    let mut change = door.change(Action::BackedUp).await?;
    change.note("reason", kind.name());
    change.end(Outcome::Done).await?;
    Ok(view)
}

async fn put_together(
    door: &Practice,
    kind: BackupKind,
    folder: &Path,
    progress: &mut (dyn FnMut(i64, i64) + Send),
) -> Result<BackupView> {
    let disk = |error| Error::disk("make a backup", error);
    // Its folder would be made anew where the practice's was.
    door.in_place(door.live().await?.as_mut().ok_or(Error::Locked)?)?;
    let unfinished = store::begin(folder).map_err(disk)?;
    let made = async {
        let copied = copy(door, &unfinished, progress).await?;
        let made = finish(&unfinished, door.folder(), copied, (kind, door.now())).await?;
        if let Err(error) = store::prune(folder, &Keys::of(door).await?, &made.view.folder) {
            tracing::warn!(%error, "remove backups that are not needed any more");
        }
        if let Err(error) = superseded::forget(door.folder(), &made.database, door.now()) {
            tracing::warn!(%error, "remove records that were replaced long ago");
        }
        Ok(made.view)
    };
    let made = made.await;
    if made.is_err() {
        store::give_up(&unfinished);
    }
    made
}

/// Steps through the database. Between two steps every other act goes on, and what it writes goes into the copy; the key
/// file and the end of the audit are those of the last step.
async fn copy(
    door: &Practice,
    unfinished: &Path,
    progress: &mut (dyn FnMut(i64, i64) + Send),
) -> Result<Copied> {
    let file = {
        let mut guard = door.live().await?;
        let live = guard.as_mut().ok_or(Error::Locked)?;
        let file = unfinished.join("db").join(live.vault.database().file());
        let live_file = opening::databases(door.folder()).join(live.vault.database().file());
        store::has_room_for(unfinished, &live_file)?;
        let key = live.master.database_key(live.vault.vault_id());
        live.connection.begin_copy(&file, &key).await?;
        file
    };
    let mut pages = 0;
    loop {
        let mut guard = door.live().await?;
        let live = guard.as_mut().ok_or(Error::Locked)?;
        match live.connection.step_copy().await {
            Ok(Step::More { done, of }) => {
                pages = of;
                progress(done, of);
            }
            Ok(Step::Complete) => {
                live.connection.end_copy().await?;
                progress(pages, pages);
                let end = audit::end_of_chain(&mut live.connection).await?;
                let copied = Copied::with_key_file(unfinished, &live.vault, &live.master, end)?;
                // Other acts go on while the disk takes it.
                drop(guard);
                sync(&file).await?;
                return Ok(copied);
            }
            Err(error) => {
                // That the copy failed is what counts; its remains are removed with its folder.
                drop(live.connection.end_copy().await);
                drop(guard);
                // Where a damaged page was the reason, that is what has to be said.
                door.live().await?.as_ref().ok_or(Error::Locked)?.undamaged()?;
                return Err(error);
            }
        }
    }
}
