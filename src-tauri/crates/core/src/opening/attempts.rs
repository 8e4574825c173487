//! Wrong tries at the door: each costs a longer wait, and restarting the program does not shorten it.
//!
//! They are counted in a small clear file, because the database is closed. It names nobody (only ids) and enters
//! the audit at the next unlock.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

use super::files::replace;

/// Seconds to wait after the first, second, third … wrong try in a row.
const WAITS: [u32; 9] = [0, 0, 0, 1, 2, 4, 8, 16, 32];
/// Nobody waits longer than a minute a try: the owner must be able to reach a client's record.
const LONGEST_WAIT: u32 = 60;

/// Held from looking whether a try is allowed until it is counted.
pub(super) static ONE_AT_A_TIME: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The count of one person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tries {
    /// Wrong tries since the last right one.
    pub(super) count: u32,
    /// When the last one was (UTC milliseconds).
    pub(super) last: i64,
}

impl Tries {
    /// Seconds still to wait at an instant. A clock that was put back does not lengthen the wait.
    pub(super) fn wait(self, now: i64) -> u32 {
        let Some(position) = self.count.checked_sub(1) else { return 0 };
        let wait =
            usize::try_from(position).ok().and_then(|at| WAITS.get(at)).copied().unwrap_or(LONGEST_WAIT);
        let passed = now.saturating_sub(self.last).max(0) / 1000;
        wait.saturating_sub(u32::try_from(passed).unwrap_or(u32::MAX))
    }

    fn again(self, now: i64) -> Self {
        Self { count: self.count.saturating_add(1), last: now }
    }
}

/// The tries of a person. An unreadable file counts as none: it must never lock anybody out. Where the clock was put
/// back since the last one, the wait runs from now: it must end, whatever the clock said then.
pub(super) fn of(folder: &Path, person: &str, now: i64) -> Result<Tries> {
    let mut all = read(folder);
    let Some(tries) = all.get_mut(person) else { return Ok(Tries::default()) };
    let ahead = tries.last > now;
    tries.last = tries.last.min(now);
    let tries = *tries;
    if ahead {
        write(folder, &all)?;
    }
    Ok(tries)
}

/// Counts a wrong try.
pub(super) fn count(folder: &Path, person: &str, now: i64) -> Result<Tries> {
    let mut all = read(folder);
    // Ids that nobody has are not collected without end.
    if all.len() > 100 {
        all.clear();
    }
    let tries = all.get(person).copied().unwrap_or_default().again(now);
    all.insert(person.to_owned(), tries);
    write(folder, &all)?;
    Ok(tries)
}

/// Forgets a person's wrong tries after a right one.
pub(super) fn forget(folder: &Path, person: &str) -> Result<()> {
    let mut all = read(folder);
    if all.remove(person).is_some() { write(folder, &all) } else { Ok(()) }
}

fn read(folder: &Path) -> BTreeMap<String, Tries> {
    fs::read(path(folder)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn write(folder: &Path, all: &BTreeMap<String, Tries>) -> Result<()> {
    let bytes = serde_json::to_vec(all).map_err(|error| Error::unexpected("count a wrong try", error))?;
    replace(&path(folder), &bytes).map_err(|error| Error::disk("count a wrong try", error))
}

fn path(folder: &Path) -> PathBuf {
    folder.join("attempts.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_to_a_minute_and_no_further() {
        let waits: Vec<u32> = (0..13).map(|count| Tries { count, last: 0 }.wait(0)).collect();
        assert_eq!(waits, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
    }

    #[test]
    fn time_that_passed_counts_and_a_clock_put_back_does_not_punish() {
        let tries = Tries { count: 9, last: 100_000 };
        assert_eq!(tries.wait(110_000), 22, "ten of thirty-two seconds have passed");
        assert_eq!(tries.wait(200_000), 0);
        assert_eq!(tries.wait(0), 32, "an hour put back is not an hour more to wait");
    }

    #[test]
    fn a_wait_from_before_the_clock_was_put_back_ends() {
        let folder = tempfile::tempdir().unwrap();
        for _ in 0..9 {
            count(folder.path(), "ines", 9_000_000).unwrap();
        }
        assert_eq!(of(folder.path(), "ines", 1_000).unwrap().wait(1_000), 32);
        assert_eq!(of(folder.path(), "ines", 11_000).unwrap().wait(11_000), 22, "it goes on from there");
        assert_eq!(of(folder.path(), "ines", 33_000).unwrap().wait(33_000), 0);
    }
}
