//! Says whether the audit is still as it was written.

use serde::Serialize;
use specta::Type;

use crate::audit::{self, Action, AnchorVerdict, Outcome};
use crate::error::Result;
use crate::moment::Moment;
use crate::people::{self, Permission};
use crate::practice::Practice;

/// What was found.
#[derive(Debug, Clone, Serialize, Type)]
pub struct AuditVerdict {
    /// How many entries are as they were written, from the first on.
    #[specta(type = i32)]
    pub entries: i64,
    /// The number of the first entry that is not: changed, moved, or missing.
    #[specta(type = Option<i32>)]
    pub first_bad: Option<i64>,
    /// How many signed heads fit.
    #[specta(type = i32)]
    pub checkpoints: i64,
    /// The first entry whose signed head does not fit.
    #[specta(type = Option<i32>)]
    pub bad_checkpoint: Option<i64>,
    /// The name of somebody with a signing key that no entry names.
    pub strange_key: Option<String>,
    /// What the note in this computer's keyring says.
    pub anchor: AnchorVerdict,
    /// When it was looked at (UTC milliseconds).
    pub checked_at: Moment,
}

/// Walks the whole audit in steps, between which other acts go on, and writes down that somebody did. `progress` hears
/// how many entries were looked at, of how many.
pub async fn verify(practice: &Practice, mut progress: impl FnMut(i64, i64) + Send) -> Result<AuditVerdict> {
    practice.permit(Permission::ReadAudit).await?;
    let anchor = audit::noted_outside(practice).await?;
    let found = audit::verify(practice, anchor.as_ref(), &mut progress).await?;
    let mut change = practice.change(Action::AuditVerified).await?;
    change.note("entries", found.entries);
    for (fact, seq) in [("first_bad", found.first_bad), ("bad_checkpoint", found.bad_checkpoint)] {
        if let Some(seq) = seq {
            change.note(fact, seq);
        }
    }
    if let Some(person) = &found.strange_key {
        change.note("strange_key_of", person.as_str());
    }
    let whole = found.first_bad.is_none()
        && found.strange_key.is_none()
        && found.bad_checkpoint.is_none()
        && matches!(found.anchor, AnchorVerdict::Fits | AnchorVerdict::None);
    change.note("whole", whole);
    change.end(Outcome::Done).await?;
    if whole {
        audit::note_outside(practice).await?;
    }
    let strange_key = match found.strange_key {
        Some(id) => Some(people::names(practice).await?.remove(&id).unwrap_or(id)),
        None => None,
    };
    Ok(AuditVerdict {
        entries: found.entries,
        first_bad: found.first_bad,
        checkpoints: found.checkpoints,
        bad_checkpoint: found.bad_checkpoint,
        strange_key,
        anchor: found.anchor,
        checked_at: practice.now().into(),
    })
}
