//! A temporary practice that checks itself when a test is done with it.

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use chrono::DateTime;
use sqlx::Row;
use tempfile::TempDir;

use crate::clock::Clock;
use crate::db::{check, without_memory_locks};
use crate::error::{Error, Result};
use crate::ids::IdSource;
use crate::opening::{self, Effort, NewPractice, Premises, TypedBack};
use crate::people::{Actor, Keyring, Role};
use crate::practice::Practice;

/// The owner's passphrase in every test.
pub const PASSPHRASE: &str = "violet ankle orbit puddle cedar";

/// A practice of one owner, Ines Marlow, R.Ac., at Willow Lane Acupuncture, on 12 May 2026 at 10:57 in Victoria.
#[derive(Debug)]
pub struct TestPractice {
    practice: Practice,
    premises: Premises,
    // Removed with everything in it when the test is over.
    folder: TempDir,
}

/// Where a test's practice is: a folder inside `parent`, the fixed day, counted ids, and cheap passphrases.
pub fn premises(parent: &Path) -> Premises {
    let morning = DateTime::parse_from_rfc3339("2026-05-12T10:57:00-07:00").unwrap_or_default();
    Premises {
        folder: parent.join("practice"),
        clock: Clock::Fixed(morning),
        ids: IdSource::Counted(Arc::new(AtomicU64::new(1))),
        effort: Effort::quick(),
        keyring: Keyring::Absent,
    }
}

/// The same for a practice that holds nobody's records: its memory is not locked against being swapped, which is most of what
/// such a test waits for. What measures, or looks at memory, takes [`premises`].
pub fn invented_premises(parent: &Path) -> Premises {
    without_memory_locks();
    premises(parent)
}

impl TestPractice {
    /// Makes one.
    pub async fn make() -> Result<Self> {
        without_memory_locks();
        let folder = tempfile::tempdir().map_err(|error| Error::unexpected("temporary folder", error))?;
        let premises = premises(folder.path());
        let practice = create(&premises).await?;
        Ok(Self { practice, premises, folder })
    }

    /// Where it is, to lock and unlock it again.
    pub fn premises(&self) -> &Premises {
        &self.premises
    }

    /// The same practice with somebody of another role at the keyboard, under the owner's name and key.
    pub fn seating(&self, role: Role) -> Practice {
        seated_as(&self.practice, role)
    }

    /// The temporary folder around it.
    pub fn around(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for TestPractice {
    /// Every test ends with a walk along the audit chain and a reading of the whole database, unless it failed
    /// already or locked the practice.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let practice = self.practice.clone();
        // A runtime of its own on a thread of its own, because the test's cannot be waited for from inside.
        let verdict = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
            runtime.block_on(faults(&practice)).map_err(|error| error.to_string())
        })
        .join();
        let found = verdict.unwrap_or_else(|_| Err("the check itself failed".to_owned()));
        assert_eq!(found, Ok(Vec::new()), "the practice is not sound at the end of the test");
    }
}

async fn faults(practice: &Practice) -> Result<Vec<String>> {
    let broken = match super::forger::fault(practice).await {
        Err(Error::Locked) => return Ok(Vec::new()),
        other => other?,
    };
    let mut live = practice.live().await?;
    let connection = &mut live.as_mut().ok_or(Error::Locked)?.connection;
    let mut found = check::faults(connection).await?;
    found.extend(broken.map(|verdict| format!("the audit is not whole: {verdict:?}")));
    Ok(found)
}

/// A practice with somebody of another role at the keyboard, under the name and the key of whoever sits there.
pub fn seated_as(practice: &Practice, role: Role) -> Practice {
    practice.with_actor(Actor { role, ..practice.actor().clone() })
}

/// Runs statements on the open database, past every use case. Answers with the first column of every row.
pub async fn ask(practice: &Practice, statements: &str) -> Result<Vec<String>> {
    let mut live = practice.live().await?;
    let connection = &mut live.as_mut().ok_or(Error::Locked)?.connection;
    let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(statements)).fetch_all(&mut **connection).await?;
    rows.iter().map(|row| row.try_get_unchecked(0).map_err(Error::from)).collect()
}

/// The same as somebody would who has the key of the database and nothing of the program: no trigger, reference or
/// CHECK is in the way.
pub async fn tamper(practice: &Practice, statements: &str) -> Result<Vec<String>> {
    let triggers = ask(practice, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'");
    for drop in triggers.await? {
        ask(practice, &drop).await?;
    }
    ask(practice, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").await?;
    ask(practice, statements).await
}

/// Makes the practice of every test at the premises.
pub async fn create(premises: &Premises) -> Result<Practice> {
    let input = NewPractice {
        practice_name: "Willow Lane Acupuncture".to_owned(),
        owner_name: "Ines Marlow".to_owned(),
        credentials: "R.Ac.".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        passphrase_again: PASSPHRASE.to_owned(),
    };
    let prepared = opening::prepare(premises, input).await?;
    let sheet = prepared.sheet();
    let groups =
        sheet.ask.iter().filter_map(|asked| sheet.groups.get(usize::from(*asked) - 1).cloned()).collect();
    opening::create(premises, &prepared, TypedBack { groups }).await
}

impl Deref for TestPractice {
    type Target = Practice;

    fn deref(&self) -> &Practice {
        &self.practice
    }
}
