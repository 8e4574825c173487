//! When the practice rests and when it locks, if nobody does anything.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{Action, Outcome};
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;
use crate::reader::Reader;

use super::store;

/// Minutes without a key, a click or a touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LockSettings {
    /// Until the screen is covered and the keyboard has to be taken again, 1 to 15.
    pub rest_minutes: i32,
    /// Until the records are closed and the keys wiped, 15 to 240.
    pub lock_minutes: i32,
    /// How often these were saved; a change names it.
    pub version: i32,
}

impl Default for LockSettings {
    /// Five minutes are what a passer-by has; an hour is longer than any treatment leaves a screen alone.
    fn default() -> Self {
        Self { rest_minutes: 5, lock_minutes: 60, version: 1 }
    }
}

/// The settings in force.
pub async fn locks(reader: &impl Reader) -> Result<LockSettings> {
    let values = store::practice(reader).await?;
    let number =
        |key: &str, fallback: i32| values.get(key).and_then(|value| value.parse().ok()).unwrap_or(fallback);
    let first = LockSettings::default();
    Ok(LockSettings {
        rest_minutes: number("rest_minutes", first.rest_minutes).clamp(1, 15),
        lock_minutes: number("lock_minutes", first.lock_minutes).clamp(15, 240),
        version: number("locks_version", first.version),
    })
}

/// Changes them, or answers [`Error::Stale`] when somebody did since.
pub async fn change_locks(practice: &Practice, input: LockSettings) -> Result<LockSettings> {
    practice.permit(Permission::ChangePractice).await?;
    let mut checks = Checks::default();
    if !(1..=15).contains(&input.rest_minutes) {
        checks.note("rest_minutes", FieldProblem::UnknownValue);
    }
    if !(15..=240).contains(&input.lock_minutes) {
        checks.note("lock_minutes", FieldProblem::UnknownValue);
    }
    checks.finish()?;
    let mut change = practice.change(Action::LockSettingsChanged).await?;
    let stored = locks(&change).await?;
    if stored.version != input.version {
        return Err(Error::Stale { id: "locks".to_owned(), version: stored.version });
    }
    if stored == input {
        return Ok(stored);
    }
    let next = LockSettings { version: input.version + 1, ..input };
    let values = [
        ("rest_minutes", next.rest_minutes.to_string()),
        ("lock_minutes", next.lock_minutes.to_string()),
        ("locks_version", next.version.to_string()),
    ];
    store::write_practice(&mut change, &values).await?;
    change.note("rest_minutes", next.rest_minutes);
    change.note("lock_minutes", next.lock_minutes);
    change.end(Outcome::Done).await?;
    Ok(next)
}
