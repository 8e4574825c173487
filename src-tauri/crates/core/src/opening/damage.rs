//! Whether records that are open turned out to be damaged, and what follows: nothing more is written into them, the
//! window says so, and the next opening reads them through before anybody relies on them.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::db::{Connection, check};
use crate::error::{Error, Result, damage_met};
use crate::practice::{Live, Practice};
use crate::slice::Slice;

use super::files;

/// What is known about damage in the records that are open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Damage {
    /// Whether they were found to be damaged since they were opened.
    pub(crate) found: bool,
    /// How often damage had been met, in these records or in a copy, when they were last read through because of it.
    met: usize,
}

impl Default for Damage {
    /// Of records that were just opened: whatever was met before that has been judged by the opening.
    fn default() -> Self {
        Self { found: false, met: damage_met() }
    }
}

impl Practice {
    /// Reads the records through once when a damaged page was met since the last look. It may have been a page of a copy
    /// that was being read: only what is wrong with these records counts here, and it counts until they are closed.
    pub(crate) async fn look_for_damage(&self, live: &mut Live) {
        if live.damage.found || live.damage.met == damage_met() {
            return;
        }
        // Once a page did not decrypt, SQLCipher answers every question on this connection with an error. Of records that
        // are not in their place nothing is known.
        let sound = check::is_sound(&mut live.connection).await;
        let found = !matches!(sound, Ok(true)) && live.connection.is_in_place();
        // What the look itself met is known now.
        live.damage = Damage { found, ..Damage::default() };
        if !found {
            return;
        }
        tracing::error!("the records are damaged: nothing more is written into them");
        if let Err(error) = remember(self.folder(), live.vault.database().file()) {
            tracing::error!(%error, "remember that the records are damaged");
        }
        self.tell(vec![Slice::Settings]);
    }
}

impl Live {
    /// Refuses to write into records that are damaged: what SQLite makes of a page it misreads would make it worse.
    pub(crate) fn undamaged(&self) -> Result<()> {
        if self.damage.found { Err(Error::RecordsDamaged) } else { Ok(()) }
    }
}

/// Names the damaged records, for as long as they are the ones in force.
fn mark(folder: &Path) -> PathBuf {
    folder.join("records-damaged")
}

fn remember(folder: &Path, database: &str) -> std::io::Result<()> {
    files::replace(&mark(folder), database.as_bytes())
}

/// Whether damage was met in these records when they were open last. Nothing but the file's name is in the mark, so one
/// that cannot be read says no less than one that can.
pub(super) fn is_remembered(folder: &Path, database: &str) -> bool {
    match std::fs::read(mark(folder)) {
        Ok(named) => named == database.as_bytes(),
        Err(error) => error.kind() != ErrorKind::NotFound,
    }
}

/// Reads records through that have to be suspected, and forgets the suspicion when they are whole, as they are when the
/// file was put back from a copy of the folder.
pub(super) async fn is_sound(
    folder: &Path,
    database: &str,
    suspected: bool,
    connection: &mut Connection,
) -> Result<bool> {
    let remembered = is_remembered(folder, database);
    if !suspected && !remembered {
        return Ok(true);
    }
    let sound = check::is_sound(connection).await?;
    if sound && remembered {
        std::fs::remove_file(mark(folder)).map_err(|error| Error::disk("forget a suspicion", error))?;
    }
    Ok(sound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{create, premises};

    #[tokio::test]
    async fn a_damaged_page_of_a_copy_says_nothing_against_the_records() {
        let around = tempfile::tempdir().unwrap();
        let premises = premises(around.path());
        let practice = create(&premises).await.unwrap();
        // As it is when a backup is read that a stick has spoiled.
        assert!(matches!(Error::met_damage(), Error::RecordsDamaged));
        practice.rest().await.unwrap();
        assert!(!mark(&premises.folder).exists());
    }
}
