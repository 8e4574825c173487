//! Copies an open database page by page into a new encrypted file, under the same key or another.

#![expect(unsafe_code, reason = "SQLite's backup interface exists only in C")]

use std::fmt;
use std::path::Path;
use std::ptr::NonNull;

use hegu_vault::DatabaseKey;
use libsqlite3_sys as ffi;

use crate::blocking::blocking;
use crate::error::{Error, Result};

use super::open::{Connection, Open, OpenFailure};

/// Pages a step copies before other commands get their turn (4 KiB each).
const PAGES_A_STEP: i32 = 200;

/// Copies the whole database. The target must not exist; it is complete and closed when this returns.
pub(crate) async fn copy(source: &mut Connection, target: &Path, key: &DatabaseKey) -> Result<()> {
    source.begin_copy(target, key).await?;
    let stepped = loop {
        match source.step_copy().await {
            Ok(Step::Complete) => break Ok(()),
            Ok(Step::More { .. }) => {}
            Err(error) => break Err(error),
        }
    };
    // Closed whether or not it is complete: a connection that is only dropped goes on closing behind our back.
    let ended = source.end_copy().await;
    stepped.and(ended)?;
    sync(target).await
}

/// Has the disk keep a copy that is complete: none of its steps waited for that.
pub(crate) async fn sync(target: &Path) -> Result<()> {
    let target = target.to_path_buf();
    let work = move || std::fs::OpenOptions::new().write(true).open(target)?.sync_all();
    blocking("sync a copy", work).await?.map_err(|error| Error::disk("sync a copy", error))
}

/// How far a copy has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// So many pages are copied, of so many.
    More {
        /// Copied.
        done: i64,
        /// There are now; what is written meanwhile may add some.
        of: i64,
    },
    /// Every page is as it is in the source at this moment.
    Complete,
}

/// A copy under way. What the source's own connection writes meanwhile goes into the copy too. It lies in the source's
/// [`Connection`], so that it never outlives it.
pub(super) struct Copying {
    // Before the connection: dropped in this order, the handle never outlives either.
    backup: Handle,
    target: Connection,
}

/// SQLite's own half of it, finished once.
struct Handle(Option<NonNull<ffi::sqlite3_backup>>);

// SAFETY: a backup handle has no thread of its own. It is used only with both connections locked, by whoever holds the
// source's `Connection` exclusively.
unsafe impl Send for Handle {}

impl Handle {
    /// Copies some pages: the result, how many are left, and of how many.
    fn step(&mut self) -> (i32, i32, i32) {
        let Some(backup) = self.0.map(NonNull::as_ptr) else { return (ffi::SQLITE_MISUSE, 0, 0) };
        // SAFETY: the handle came from init and is not finished, and whoever calls this holds both connections locked.
        unsafe {
            let code = ffi::sqlite3_backup_step(backup, PAGES_A_STEP);
            (code, ffi::sqlite3_backup_remaining(backup), ffi::sqlite3_backup_pagecount(backup))
        }
    }

    fn finish(&mut self) -> i32 {
        // SAFETY: the handle came from init, and taking it out of its place makes this the only call for it.
        self.0.take().map_or(ffi::SQLITE_OK, |backup| unsafe { ffi::sqlite3_backup_finish(backup.as_ptr()) })
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.finish();
    }
}

impl fmt::Debug for Copying {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Copying")
    }
}

impl Copying {
    /// Makes the new file and begins.
    pub(super) async fn begin(source: &mut Connection, target: &Path, key: &DatabaseKey) -> Result<Self> {
        let mut target =
            Connection::open(target, key, Open::Create).await.map_err(|failure| match failure {
                OpenFailure::Other(error) => error,
                other => Error::unexpected("open the copy", format!("{other:?}")),
            })?;
        let begun = Self::handle(source, &mut target).await;
        match begun {
            Ok(backup) => Ok(Self { backup, target }),
            Err(error) => {
                drop(target.close().await);
                Err(error)
            }
        }
    }

    async fn handle(source: &mut Connection, target: &mut Connection) -> Result<Handle> {
        // A database in WAL mode that has no page yet cannot take a page size from its source otherwise.
        // Nothing of it counts before it was read back, so no step waits for the disk: [`sync`] does at the end.
        // What is copied is written as it comes: the last step would otherwise write all that the cache holds at once.
        // Its journal stays in memory: one whose removal the disk had not kept would be played back over the whole copy.
        let plain = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = 200";
        sqlx::raw_sql(plain).execute(&mut **target).await?;
        let mut from = source.lock_handle().await?;
        let mut to = target.lock_handle().await?;
        let (from, to) = (from.as_raw_handle().as_ptr(), to.as_raw_handle().as_ptr());
        // SAFETY: both handles are locked for as long as this call lasts.
        let backup = unsafe { ffi::sqlite3_backup_init(to, c"main".as_ptr(), from, c"main".as_ptr()) };
        let backup = NonNull::new(backup);
        backup
            .map(|backup| Handle(Some(backup)))
            .ok_or_else(|| Error::unexpected("sqlite3_backup_init", "no backup handle"))
    }

    /// Copies some pages.
    pub(super) async fn step(&mut self, source: &mut Connection) -> Result<Step> {
        let from = source.lock_handle().await?;
        let to = self.target.lock_handle().await?;
        let (code, left, of) = self.backup.step();
        drop((from, to));
        match code {
            ffi::SQLITE_DONE => Ok(Step::Complete),
            ffi::SQLITE_OK => Ok(Step::More { done: i64::from(of) - i64::from(left), of: i64::from(of) }),
            code => Err(failed("sqlite3_backup_step", code)),
        }
    }

    /// Ends it and closes the new file; it is whole only if a step said so.
    pub(super) async fn end(mut self, source: &mut Connection) -> Result<()> {
        let from = source.lock_handle().await?;
        let to = self.target.lock_handle().await?;
        let code = self.backup.finish();
        drop((from, to));
        self.target.close_file().await?;
        match code {
            ffi::SQLITE_OK => Ok(()),
            code => Err(failed("sqlite3_backup_finish", code)),
        }
    }
}

/// What a result of SQLite means, of which the low byte is the kind.
fn failed(doing: &'static str, code: i32) -> Error {
    match code & 0xff {
        ffi::SQLITE_FULL => Error::DiskFull,
        ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => Error::met_damage(),
        kind => {
            // A page that does not decrypt ends a step with an error of no kind.
            if kind == ffi::SQLITE_ERROR {
                Error::suspect_damage();
            }
            Error::unexpected(doing, format!("result {code}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hegu_vault::{MasterKey, VaultId};

    /// A database of many steps, and the key of both.
    async fn large(folder: &Path) -> (Connection, DatabaseKey) {
        let key = MasterKey::make().database_key(&VaultId::from_bytes_for_tests([7; 16]));
        let mut source = Connection::open(&folder.join("source.db"), &key, Open::Create).await.unwrap();
        let fill = "CREATE TABLE t (n INTEGER PRIMARY KEY, b BLOB);
            WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 800)
            INSERT INTO t SELECT n, randomblob(4000) FROM c;";
        sqlx::raw_sql(fill).execute(&mut *source).await.unwrap();
        (source, key)
    }

    async fn numbers(connection: &mut Connection) -> (i64, i64) {
        let both = "SELECT count(*), sum(n) FROM t";
        sqlx::query_as(both).fetch_one(&mut **connection).await.unwrap()
    }

    #[tokio::test]
    async fn what_is_written_between_two_steps_is_in_the_copy() {
        let folder = tempfile::tempdir().unwrap();
        let (mut source, key) = large(folder.path()).await;
        let path = folder.path().join("copy.db");
        source.begin_copy(&path, &key).await.unwrap();
        let mut steps = 0;
        while let Step::More { done, of } = source.step_copy().await.unwrap() {
            steps += 1;
            assert!(done <= of && of > 800, "{done} of {of}");
            let change = "UPDATE t SET n = n + 100000 WHERE n % 97 = 0; DELETE FROM t WHERE n % 101 = 0;
                INSERT INTO t (b) VALUES (randomblob(9000));";
            sqlx::raw_sql(change).execute(&mut *source).await.unwrap();
        }
        source.end_copy().await.unwrap();
        assert!(steps >= 4, "{steps}");
        let mut copy = Connection::open(&path, &key, Open::Existing).await.unwrap();
        assert_eq!(numbers(&mut copy).await, numbers(&mut source).await);
        assert_eq!(super::super::check::faults(&mut copy).await.unwrap(), [""; 0]);
        copy.close().await.unwrap();
        source.close().await.unwrap();
    }

    #[tokio::test]
    async fn records_that_are_closed_or_let_go_in_the_middle_of_a_copy_are_whole() {
        let folder = tempfile::tempdir().unwrap();
        let (mut source, key) = large(folder.path()).await;
        let before = numbers(&mut source).await;
        source.begin_copy(&folder.path().join("one.db"), &key).await.unwrap();
        source.step_copy().await.unwrap();
        source.close().await.unwrap();
        let again =
            || async { Connection::open(&folder.path().join("source.db"), &key, Open::Existing).await };
        let mut source = again().await.unwrap();
        source.begin_copy(&folder.path().join("two.db"), &key).await.unwrap();
        source.step_copy().await.unwrap();
        source.begin_copy(&folder.path().join("three.db"), &key).await.unwrap();
        assert_eq!(numbers(&mut source).await, before);
        source.close().await.unwrap();
        assert!(!folder.path().join("source.db-wal").exists(), "everything is in the one file");
    }
}
