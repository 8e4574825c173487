//! Opens the database file: the order of the steps is what makes it safe, and is explained at each.

use std::ops::{Deref, DerefMut};
use std::path::Path;
#[cfg(feature = "testing")]
use std::sync::atomic::{AtomicBool, Ordering};

use hegu_vault::DatabaseKey;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection as _, SqliteConnection};

use crate::error::{Error, Result};

use super::copy::{Copying, Step};
use super::in_place::InPlace;
use super::key;
use super::touched::Touched;

/// Marks the file as Hegu's own ("Hegu" in ASCII), so that a wrong file is recognised.
pub(crate) const APPLICATION_ID: i32 = 0x4865_6775;

/// SQLite 3.50.4 is what SQLCipher 4.10.0 carries; anything older has known faults.
const OLDEST_SQLITE: i64 = 3_050_004;

/// One page: no database of ours is smaller.
const SMALLEST: u64 = 4096;

/// Locks what is read against being swapped, and wipes it.
#[cfg(not(feature = "testing"))]
fn memory_security() -> &'static str {
    "PRAGMA cipher_memory_security = ON;"
}

/// The same, unless a test said that it holds nobody's records: the locks take three quarters of its time.
#[cfg(feature = "testing")]
fn memory_security() -> &'static str {
    match MEMORY_LOCKS.load(Ordering::Relaxed) {
        true => "PRAGMA cipher_memory_security = ON;",
        false => "PRAGMA cipher_memory_security = OFF;",
    }
}

#[cfg(feature = "testing")]
static MEMORY_LOCKS: AtomicBool = AtomicBool::new(true);

/// From now on this process opens databases without locking what it reads in memory. The windows that tests drive, the
/// program that is shipped and the benches are other processes, and lock it.
#[cfg(feature = "testing")]
pub fn without_memory_locks() {
    MEMORY_LOCKS.store(false, Ordering::Relaxed);
}

/// What to expect at the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Open {
    /// A new database is made; nothing may be there.
    Create,
    /// The database must be there.
    Existing,
}

/// The one connection. Remembers whether a change was dropped half way, so that the next user rolls it back.
#[derive(Debug)]
pub(crate) struct Connection {
    // Before the connection itself: dropped in this order, a copy never outlives its source.
    copying: Option<Box<Copying>>,
    sqlite: SqliteConnection,
    place: InPlace,
    pub(crate) unfinished: bool,
}

impl Connection {
    /// Opens the file with its key. A wrong key or a damaged file is [`OpenFailure::NotReadable`].
    pub(crate) async fn open(path: &Path, key: &DatabaseKey, what: Open) -> Result<Self, OpenFailure> {
        match what {
            // SQLite would make the file readable for everybody; its log takes over the file's permissions.
            Open::Create => {
                drop(crate::opening::private_file(path).map_err(|error| Error::disk("database", error))?)
            }
            // Into an empty file SQLite would write a new database, and the damage would be gone from sight.
            Open::Existing => {
                let length = std::fs::metadata(path).map_err(|_| OpenFailure::Missing)?.len();
                if length < SMALLEST {
                    return Err(OpenFailure::NotReadable);
                }
            }
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(what == Open::Create)
            // Zero, so that a second process is told at once that the practice is open elsewhere.
            .busy_timeout(std::time::Duration::ZERO)
            // Statements are never logged: they would carry nothing of a record, but their timing would.
            .disable_statement_logging();
        let sqlite = options.connect().await.map_err(OpenFailure::from_sqlx)?;
        let place = InPlace::of(path);
        let mut connection = Self { sqlite, place, unfinished: false, copying: None };
        match connection.prepare(key).await {
            Ok(()) => Ok(connection),
            Err(failure) => {
                // Closed and not only dropped: a connection that is dropped goes on closing behind our back.
                drop(connection.sqlite.close().await);
                Err(failure)
            }
        }
    }

    async fn prepare(&mut self, key: &DatabaseKey) -> Result<(), OpenFailure> {
        let sqlite = &mut self.sqlite;
        // SQLCipher writes its errors to stderr until told otherwise, and keeps pages in plain memory.
        batch(sqlite, "PRAGMA cipher_log_level = NONE;").await?;
        batch(sqlite, memory_security()).await?;
        key::reserve_memory(sqlite).await.map_err(OpenFailure::Other)?;
        key::give(sqlite, key).await.map_err(OpenFailure::Other)?;
        // EXCLUSIVE comes before the first read and before WAL, or a shared-memory file would be made.
        batch(sqlite, "PRAGMA locking_mode = EXCLUSIVE;").await?;
        // The first read is the real check of the key.
        let readable =
            sqlx::query_scalar::<_, i64>("SELECT count(*) FROM sqlite_schema").fetch_one(&mut *sqlite).await;
        readable.map_err(OpenFailure::from_sqlx)?;
        batch(
            sqlite,
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA fullfsync = ON;
             PRAGMA checkpoint_fullfsync = ON;
             PRAGMA temp_store = MEMORY;
             PRAGMA secure_delete = ON;
             PRAGMA mmap_size = 0;
             PRAGMA cache_size = -32768;
             PRAGMA foreign_keys = ON;
             PRAGMA trusted_schema = OFF;
             PRAGMA cell_size_check = ON;
             PRAGMA wal_autocheckpoint = 1000;",
        )
        .await?;
        key::harden(sqlite).await.map_err(OpenFailure::Other)?;
        self.assert_version().await.map_err(OpenFailure::Other)
    }

    /// Rolls back what a dropped change left behind. SQLite has done so itself where the disk was full or failed: then there
    /// is nothing to roll back, and the next change can begin.
    pub(crate) async fn settle(&mut self) -> Result<()> {
        if !self.unfinished {
            return Ok(());
        }
        match sqlx::raw_sql("ROLLBACK").execute(&mut self.sqlite).await {
            Err(error) if !error.to_string().contains("no transaction is active") => return Err(error.into()),
            _ => self.unfinished = false,
        }
        Ok(())
    }

    /// Notes from now on which rows of a table are written. One table is watched, and another takes its place.
    pub(crate) async fn watch(&mut self, table: &'static str) -> Result<Touched> {
        let touched = Touched::default();
        let noting = touched.clone();
        self.sqlite.lock_handle().await?.set_update_hook(move |written| {
            if written.table == table {
                noting.add(written.rowid);
            }
        });
        Ok(touched)
    }

    /// Whether the file is still where it was opened.
    pub(crate) fn is_in_place(&self) -> bool {
        self.place.holds()
    }

    /// Begins a copy into a new file; one that was under way is given up.
    pub(crate) async fn begin_copy(&mut self, target: &Path, key: &DatabaseKey) -> Result<()> {
        self.end_copy().await?;
        self.copying = Some(Box::new(Copying::begin(self, target, key).await?));
        Ok(())
    }

    /// Copies some pages more.
    pub(crate) async fn step_copy(&mut self) -> Result<Step> {
        let Some(mut copying) = self.copying.take() else {
            return Err(Error::unexpected("copy", "none is under way"));
        };
        let step = copying.step(self).await;
        self.copying = Some(copying);
        step
    }

    /// Ends the copy that is under way, if one is.
    pub(crate) async fn end_copy(&mut self) -> Result<()> {
        match self.copying.take() {
            Some(copying) => copying.end(self).await,
            None => Ok(()),
        }
    }

    /// Moves everything into the main file and closes; returns when the worker thread has let go of the file. It is closed
    /// whatever the disk says: what cannot be moved stays in the log beside the file, and the next opening reads it there.
    pub(crate) async fn close(mut self) -> Result<()> {
        let settled = self.settle().await;
        if let Err(error) = self.end_copy().await {
            tracing::warn!(%error, "a copy was given up");
        }
        let closed = self.close_file().await;
        settled.and(closed)
    }

    /// The last part of closing, for a connection from which nothing is being copied.
    pub(super) async fn close_file(mut self) -> Result<()> {
        let moved = sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut self.sqlite).await;
        let closed = self.sqlite.close().await;
        moved?;
        Ok(closed?)
    }

    async fn assert_version(&mut self) -> Result<()> {
        let version: String =
            sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&mut self.sqlite).await?;
        let number =
            version.split('.').fold(0_i64, |sum, part| sum * 1000 + part.parse::<i64>().unwrap_or(0));
        let cipher: Option<String> =
            sqlx::query_scalar("PRAGMA cipher_version").fetch_optional(&mut self.sqlite).await?;
        if number < OLDEST_SQLITE || cipher.is_none() {
            return Err(Error::unexpected(
                "database library",
                format!("SQLite {version}, cipher {cipher:?}"),
            ));
        }
        Ok(())
    }
}

impl Deref for Connection {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.sqlite
    }
}

impl DerefMut for Connection {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.sqlite
    }
}

/// Why a database file did not open.
#[derive(Debug)]
pub(crate) enum OpenFailure {
    /// There is no file.
    Missing,
    /// The key does not fit, or the file is damaged: SQLCipher cannot tell which.
    NotReadable,
    /// Another process holds it.
    InUse,
    /// The folder does not let us write.
    NotWritable,
    /// Anything else.
    Other(Error),
}

impl From<Error> for OpenFailure {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

impl OpenFailure {
    fn from_sqlx(error: sqlx::Error) -> Self {
        let code = error
            .as_database_error()
            .and_then(|cause| cause.code())
            .and_then(|code| code.parse::<i32>().ok());
        match code {
            // The low byte is the kind, the rest says where it came from.
            Some(code) if code & 0xff == 5 || code & 0xff == 6 => Self::InUse,
            Some(code) if matches!(code & 0xff, 11 | 26) => Self::NotReadable,
            Some(code) if matches!(code & 0xff, 3 | 8 | 23) || code == 3850 => Self::NotWritable,
            Some(code) if code & 0xff == 14 => Self::Missing,
            _ => Self::Other(error.into()),
        }
    }
}

async fn batch(connection: &mut SqliteConnection, statements: &'static str) -> Result<(), OpenFailure> {
    sqlx::raw_sql(statements).execute(connection).await.map(drop).map_err(OpenFailure::from_sqlx)
}
