//! Reads a database through: every page, every index, every reference.

use crate::error::Result;

use super::open::Connection;

/// What reading through found. Empty means whole.
pub(crate) async fn faults(connection: &mut Connection) -> Result<Vec<String>> {
    // The cipher's check reads the main file only, so what waits in the log is moved there first: with a hot log
    // it would report damage in a healthy database.
    sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut **connection).await?;
    let mut found: Vec<String> =
        sqlx::query_scalar("PRAGMA cipher_integrity_check").fetch_all(&mut **connection).await?;
    let integrity: Vec<String> =
        sqlx::query_scalar("PRAGMA integrity_check(20)").fetch_all(&mut **connection).await?;
    found.extend(integrity.into_iter().filter(|line| line != "ok"));
    let references: Vec<String> = sqlx::query_scalar(
        "SELECT \"table\" || ' row ' || coalesce(rowid, '?') FROM pragma_foreign_key_check",
    )
    .fetch_all(&mut **connection)
    .await?;
    found.extend(references);
    Ok(found)
}

/// The quick form, for an opening after a crash: structure without every index entry.
pub(crate) async fn is_sound(connection: &mut Connection) -> Result<bool> {
    let lines: Vec<String> = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_all(&mut **connection).await?;
    Ok(lines.iter().all(|line| line == "ok"))
}
