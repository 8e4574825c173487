//! Records that others took the place of: by a migration, a new master key, or going back to a backup. They are kept for
//! a while, and then they go, or every such act would cost the room of the whole records for ever.

use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::opening;

/// How long they are kept.
const KEPT: i64 = 90 * 24 * 60 * 60 * 1000;

/// Removes databases and key files that were replaced more than 90 days ago. `in_force` is the database that the key file
/// names. Called when a backup was just read back.
pub(super) fn forget(practice: &Path, in_force: &str, now: i64) -> io::Result<()> {
    for entry in std::fs::read_dir(opening::databases(practice))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let superseded = name.starts_with("practice.e") && name.ends_with(".db") && name != in_force;
        let mark = opening::replaced_mark(&path);
        if superseded && is_old(if mark.exists() { &mark } else { &path }, now)? {
            opening::remove_database(&path)?;
            if mark.exists() {
                std::fs::remove_file(mark)?;
            }
        }
    }
    for entry in std::fs::read_dir(practice)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("vault.json.replaced-") && path.is_file() && is_old(&path, now)? {
            std::fs::remove_file(&path)?;
        }
    }
    opening::sync_folder(practice)
}

/// Whether it was written so long ago; the mark beside records, and the key file of before, are written when they are
/// replaced.
fn is_old(path: &Path, now: i64) -> io::Result<bool> {
    let written = std::fs::metadata(path)?.modified()?;
    let written = written.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    Ok(now - i64::try_from(written).unwrap_or(i64::MAX) > KEPT)
}
