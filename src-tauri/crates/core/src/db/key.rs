//! Hands the key to SQLCipher through its C interface, and closes doors SQLite leaves open.
//!
//! `PRAGMA key` would put the key into sqlx's statement log, into `Debug` output and into a heap string that lives
//! as long as the connection. `sqlite3_key` takes it from a buffer that is wiped right after.

#![expect(unsafe_code, reason = "sqlite3_key and sqlite3_db_config exist only in SQLite's C interface")]

use std::os::raw::c_int;

use hegu_vault::DatabaseKey;
use libsqlite3_sys as ffi;
use sqlx::{Connection, SqliteConnection};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// Gives the connection its key. Must come before the first read; a wrong key shows only at that read.
pub(crate) async fn give(connection: &mut SqliteConnection, key: &DatabaseKey) -> Result<()> {
    let specification = raw_key_specification(key);
    let length =
        c_int::try_from(specification.len()).map_err(|error| Error::unexpected("key length", error))?;
    let mut handle = connection.lock_handle().await?;
    // SAFETY: the handle is locked for as long as this call lasts, and SQLCipher copies the `length` bytes it is
    // given before it returns.
    let code =
        unsafe { ffi::sqlite3_key(handle.as_raw_handle().as_ptr(), specification.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(Error::unexpected("sqlite3_key", format!("result {code}")))
    }
}

/// Refuses what a tampered database or statement could misuse: writing the schema by hand, loading code, and
/// reading a mistyped column name as a string. And plans a statement without looking at the values bound to it: SQLite
/// would prepare it again for every one, which takes longer than most statements do.
pub(crate) async fn harden(connection: &mut SqliteConnection) -> Result<()> {
    let mut handle = connection.lock_handle().await?;
    let database = handle.as_raw_handle().as_ptr();
    for (option, on) in [
        (ffi::SQLITE_DBCONFIG_DEFENSIVE, 1),
        (ffi::SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
        (ffi::SQLITE_DBCONFIG_DQS_DML, 0),
        (ffi::SQLITE_DBCONFIG_DQS_DDL, 0),
        (ffi::SQLITE_DBCONFIG_ENABLE_QPSG, 1),
    ] {
        let mut now: c_int = -1;
        // SAFETY: these options take an int and a pointer to an int, which lives until the call returns.
        let code = unsafe { ffi::sqlite3_db_config(database, option, on as c_int, &raw mut now) };
        if code != ffi::SQLITE_OK || now != on {
            return Err(Error::unexpected("sqlite3_db_config", format!("option {option}: result {code}")));
        }
    }
    Ok(())
}

/// How much SQLite may take at a time for what it computes with (bytes), and how often.
const SLOTS: (c_int, c_int) = (1200, 1000);

/// Takes the memory that a statement computes with in one piece, which is locked against being swapped once, and wiped when
/// the connection closes. Otherwise it is taken, locked, wiped and given back for every value of every row, which costs more
/// than everything else about reading; and what SQLite takes by itself when it opens a file is not locked, because SQLCipher
/// is told to lock only after that. Must come after that, and before the first statement that is kept.
pub(crate) async fn reserve_memory(connection: &mut SqliteConnection) -> Result<()> {
    // The last statement is kept until the next one, and holds memory that cannot be exchanged under it.
    connection.clear_cached_statements().await?;
    let mut handle = connection.lock_handle().await?;
    let database = handle.as_raw_handle().as_ptr();
    let own: *mut std::ffi::c_void = std::ptr::null_mut();
    // SAFETY: this option takes a pointer, which may be null for memory of SQLite's own, and two ints.
    let code =
        unsafe { ffi::sqlite3_db_config(database, ffi::SQLITE_DBCONFIG_LOOKASIDE, own, SLOTS.0, SLOTS.1) };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(Error::unexpected("sqlite3_db_config", format!("memory: result {code}")))
    }
}

/// `x'…64 hex…'`: SQLCipher takes these as the key itself instead of deriving one from them.
fn raw_key_specification(key: &DatabaseKey) -> Zeroizing<Vec<u8>> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    // The capacity is exact, so that the buffer never grows and leaves a copy behind.
    let mut specification = Zeroizing::new(Vec::with_capacity(67));
    specification.extend_from_slice(b"x'");
    for byte in key.expose_bytes_for_sqlcipher() {
        specification.push(DIGITS[usize::from(byte >> 4)]);
        specification.push(DIGITS[usize::from(byte & 15)]);
    }
    specification.push(b'\'');
    specification
}

#[cfg(test)]
mod tests {
    use sqlx::AssertSqlSafe;

    use super::*;
    use crate::db::in_one::{fetch, in_one};

    /// How often a statement had to take memory beside what is reserved.
    async fn taken_beside(connection: &mut SqliteConnection) -> c_int {
        let (mut now, mut most) = (0, 0);
        let mut handle = connection.lock_handle().await.unwrap();
        let database = handle.as_raw_handle().as_ptr();
        // SAFETY: the two ints live until the call returns; the last argument says that the count is left as it is.
        let code = unsafe {
            ffi::sqlite3_db_status(
                database,
                ffi::SQLITE_DBSTATUS_LOOKASIDE_MISS_FULL,
                &raw mut now,
                &raw mut most,
                0,
            )
        };
        assert_eq!(code, ffi::SQLITE_OK);
        most
    }

    async fn read_a_wide_table(connection: &mut SqliteConnection) {
        let columns: Vec<String> = (0..60).map(|nth| format!("c{nth}")).collect();
        let values =
            columns.iter().map(|column| format!("'{} of ' || value AS {column}", "a text ".repeat(30)));
        let values = values.collect::<Vec<_>>().join(", ");
        let of = format!("SELECT {values} FROM json_each('[1,2,3,4,5,6,7,8]') ORDER BY value");
        let sql = AssertSqlSafe(in_one(&columns.join(","), &of));
        let rows: Vec<Vec<String>> = fetch(sqlx::query_scalar(sql), connection).await.unwrap();
        assert_eq!((rows.len(), rows[0].len()), (8, 60));
    }

    #[tokio::test]
    async fn what_is_reserved_is_enough_for_the_widest_row() {
        let mut as_it_comes = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        read_a_wide_table(&mut as_it_comes).await;
        assert!(taken_beside(&mut as_it_comes).await > 0, "too little by itself");
        let mut reserved = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        reserve_memory(&mut reserved).await.unwrap();
        read_a_wide_table(&mut reserved).await;
        assert_eq!(taken_beside(&mut reserved).await, 0);
    }
}
