//! What whoever sits down must know before they rely on the records or on the clock.

use std::path::PathBuf;

use serde::Serialize;
use specta::Type;

use crate::audit::{self, Action, AnchorVerdict};
use crate::backup;
use crate::error::{Error, Result};
use crate::moment::Moment;
use crate::people::Actor;
use crate::practice::Practice;
use crate::reader::Reader;
use crate::slice::Slice;

/// How far the clock may be behind the last entry before that is worth a word: clocks are set by the network all the
/// time, by seconds.
const A_MOMENT: i64 = 5 * 60 * 1000;

/// So long without a backup is worth a word.
const A_WEEK: i64 = 7 * 24 * 60 * 60 * 1000;

/// Something that is not as it should be, and keeps nobody out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "warning", rename_all = "snake_case")]
pub enum Warning {
    /// The records are not in their folder any more, while they are open: nothing is written until they are back.
    FolderGone {
        /// Where it was.
        folder: PathBuf,
    },
    /// These are not the records that were last closed on this computer: an older copy may have been put in their
    /// place.
    RecordsPutBack,
    /// An entry of the audit is not as it was written, or somebody has a signing key that no entry names.
    AuditBroken,
    /// This computer's clock is behind what was already written.
    ClockBehind {
        /// When the last entry was written (UTC milliseconds).
        last: Moment,
    },
    /// No backup came about for a week, though people work here.
    NoBackup {
        /// When the last good one was made; nothing when there is none.
        last: Option<Moment>,
        /// Whether the last try failed because the disk was full.
        disk_full: bool,
    },
}

/// What was found when the practice was opened.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    /// Whether the records fit what this computer's keyring knows of them; nothing when it did not answer.
    pub(crate) outside: Option<AnchorVerdict>,
    /// Whether something in the audit is not as it was written.
    pub(crate) broken: bool,
    /// When the last entry was written, where the clock was behind it.
    ahead: Option<i64>,
    /// Whether the records were away from their folder when it was last looked.
    pub(crate) away: bool,
}

impl Found {
    /// Of a practice that was just made.
    pub(super) fn in_new_practice() -> Self {
        Self { outside: Some(AnchorVerdict::None), ..Self::default() }
    }
}

/// The warnings that hold now.
pub async fn warnings(practice: &Practice) -> Result<Vec<Warning>> {
    let (found, created) = {
        let guard = practice.live().await?;
        let live = guard.as_ref().ok_or(Error::Locked)?;
        (live.found, live.vault.created_ms())
    };
    let put_back = matches!(found.outside, Some(AnchorVerdict::OlderThanAnchor | AnchorVerdict::Differs));
    let last = found.ahead.filter(|last| practice.now() < last - A_MOMENT);
    Ok([
        found.away.then(|| Warning::FolderGone { folder: practice.folder().to_path_buf() }),
        put_back.then_some(Warning::RecordsPutBack),
        found.broken.then_some(Warning::AuditBroken),
        last.map(|last| Warning::ClockBehind { last: last.into() }),
        // Where the folder is gone, its backups are too, and that is no news.
        if found.away { None } else { without_backup(practice, created).await? },
    ]
    .into_iter()
    .flatten()
    .collect())
}

/// That nothing was copied for a week.
async fn without_backup(practice: &Practice, created: i64) -> Result<Option<Warning>> {
    let (last, failed) = backup::last_good(practice).await?;
    let since = last.map_or(created, Moment::millis);
    let disk_full = failed.is_some_and(|failed| failed.disk_full);
    Ok((practice.now() - since > A_WEEK).then_some(Warning::NoBackup { last, disk_full }))
}

/// Looks for what can be seen at once while the practice is opened. The clock's being behind is in the audit as well: its
/// entries are in the order of their numbers whatever the clock says.
pub(super) async fn look_for(practice: &Practice) -> Result<()> {
    let last = audit::last_at(practice.connection().await?.sqlite()?).await?;
    let ahead = last.filter(|last| practice.now() < last - A_MOMENT);
    let outside = audit::remembered_outside(practice).await?;
    if ahead.is_some() {
        practice.change(Action::ClockChanged).await?.commit(practice.actor().id).await?;
    }
    let found = Found { outside, broken: false, ahead, away: false };
    practice.live().await?.as_mut().ok_or(Error::Locked)?.found = found;
    Ok(())
}

/// Looks whether the records are still in their folder; the screens hear of it when that changed.
pub async fn look_for_folder(practice: &Practice) -> Result<()> {
    let door = practice.at_door(Actor::clone(practice.actor()));
    let mut guard = door.live().await?;
    match door.in_place(guard.as_mut().ok_or(Error::Locked)?) {
        Err(Error::FolderGone) => Ok(()),
        other => other,
    }
}

/// Walks the whole audit of a practice that was just opened, in steps between which other acts go on: after years of work
/// that takes longer than anybody should wait at the door. The screens hear of it when something is found.
pub async fn walk_audit(practice: &Practice) -> Result<()> {
    if !audit::finds_fault(practice).await? {
        return Ok(());
    }
    tracing::error!("the audit is not as it was written");
    practice.live().await?.as_mut().ok_or(Error::Locked)?.found.broken = true;
    practice.tell(vec![Slice::Settings]);
    Ok(())
}
