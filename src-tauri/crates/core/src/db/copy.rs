//! Copies an open database page by page into a new encrypted file, under the same key or another.

#![expect(unsafe_code, reason = "SQLite's backup interface exists only in C")]

use std::path::Path;

use hegu_vault::DatabaseKey;
use libsqlite3_sys as ffi;

use crate::error::{Error, Result};

use super::open::{Connection, Open, OpenFailure};

/// Pages a step copies before other commands get their turn (4 KiB each).
const PAGES_A_STEP: i32 = 200;

/// Copies the whole database. The target must not exist; it is complete and closed when this returns.
pub(crate) async fn copy(source: &mut Connection, target: &Path, key: &DatabaseKey) -> Result<()> {
    let mut copy = Connection::open(target, key, Open::Create).await.map_err(|failure| match failure {
        OpenFailure::Other(error) => error,
        other => Error::unexpected("open the copy", format!("{other:?}")),
    })?;
    let stepped = step_through(source, &mut copy).await;
    // Closed whether or not it is complete: a connection that is only dropped goes on closing behind our back.
    let closed = copy.close().await;
    stepped.and(closed)
}

async fn step_through(source: &mut Connection, target: &mut Connection) -> Result<()> {
    // A database in WAL mode that has no page yet cannot take a page size from its source otherwise.
    sqlx::raw_sql("PRAGMA journal_mode = DELETE").execute(&mut **target).await?;
    let mut from = source.lock_handle().await?;
    let mut to = target.lock_handle().await?;
    let (from, to) = (from.as_raw_handle().as_ptr(), to.as_raw_handle().as_ptr());
    // SAFETY: both handles stay locked until `finish` has returned, and no other thread can use them meanwhile.
    let backup = unsafe { ffi::sqlite3_backup_init(to, c"main".as_ptr(), from, c"main".as_ptr()) };
    if backup.is_null() {
        return Err(Error::unexpected("sqlite3_backup_init", "no backup handle"));
    }
    let mut code = ffi::SQLITE_OK;
    while code == ffi::SQLITE_OK {
        // SAFETY: `backup` came from init above and is finished only below.
        code = unsafe { ffi::sqlite3_backup_step(backup, PAGES_A_STEP) };
    }
    // SAFETY: called once, and `backup` is not used after it.
    let finished = unsafe { ffi::sqlite3_backup_finish(backup) };
    match (code, finished) {
        (ffi::SQLITE_DONE, ffi::SQLITE_OK) => Ok(()),
        (ffi::SQLITE_FULL, _) => Err(Error::DiskFull),
        (code, _) => Err(Error::unexpected("sqlite3_backup_step", format!("result {code}"))),
    }
}
