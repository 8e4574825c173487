//! When the next backup is wanted.

use crate::audit::{self, Action};
use crate::error::{Error, Result};
use crate::moment::Moment;
use crate::people::Actor;
use crate::practice::Practice;

use super::keys::Keys;
use super::manifest::Manifest;
use super::model::{BackupKind, FailedBackup};
use super::{make, store};

/// Of work, between two backups that nobody asked for.
const EVERY: i64 = 2 * 60 * 60 * 1000;
/// What leaves an entry and nothing that a backup would miss: coming and going, and backups themselves.
const NO_WORK: [Action; 8] = [
    Action::Unlocked,
    Action::Locked,
    Action::Rested,
    Action::SeatTaken,
    Action::IdentityProved,
    Action::BackedUp,
    Action::CopiedOutside,
    Action::RestoreTried,
];

/// Makes one when two hours have passed since the last and something was done in them. Whether one was made.
pub async fn make_if_due(practice: &Practice) -> Result<bool> {
    let now = practice.now();
    let last = last_manifest(practice).await?;
    let due = last.as_ref().is_none_or(|last| now - last.at >= EVERY);
    let failed_lately = store::last_failure(&store::folder_of(practice.folder()))
        .is_some_and(|failed| (0..EVERY / 8).contains(&(now - failed.at)));
    if !due || failed_lately || !moved_on(practice).await? {
        return Ok(false);
    }
    make::attempt(practice, BackupKind::Hourly, |_, _| {}).await?;
    Ok(true)
}

/// Whether anything was done since the last backup, or these are other records: after going back, a backup can know a
/// later end than the one there is.
pub(super) async fn moved_on(practice: &Practice) -> Result<bool> {
    let Some(last) = last_manifest(practice).await? else { return Ok(true) };
    let door = practice.at_door(Actor::clone(practice.actor()));
    let mut guard = door.live().await?;
    let live = guard.as_mut().ok_or(Error::Locked)?;
    let there = audit::hash_of(&mut live.connection, last.audit_seq).await?;
    let same = there.is_some_and(|hash| hex::encode(&hash) == last.audit_head);
    Ok(!same || audit::anything_after(&mut live.connection, last.audit_seq, &NO_WORK).await?)
}

/// When the last good backup was made, and the failure of the last try, if it failed.
pub async fn last_good(practice: &Practice) -> Result<(Option<Moment>, Option<FailedBackup>)> {
    let last = last_manifest(practice).await?;
    Ok((last.map(|last| last.at.into()), store::last_failure(&store::folder_of(practice.folder()))))
}

async fn last_manifest(practice: &Practice) -> Result<Option<Manifest>> {
    let newest =
        store::newest(&store::folder_of(practice.folder()), &Keys::of(practice).await?, practice.now());
    newest.map_err(|error| Error::disk("look for backups", error))
}
