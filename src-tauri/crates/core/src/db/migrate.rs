//! Brings a database to this program's schema: a new one in place, an older one on a copy.

use std::collections::BTreeMap;

use sqlx::migrate::Migrator;

use crate::error::{Error, Result};

use super::check;
use super::open::{APPLICATION_ID, Connection};

/// The migrations this program was built with, in order; a landed one is never edited.
pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../../migrations");

/// How a database stands against a set of migrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It has exactly these migrations.
    Current,
    /// Some are missing.
    Older,
    /// It has one that this program does not know.
    Newer,
}

/// Compares without changing anything.
pub(crate) async fn standing(connection: &mut Connection, migrations: &Migrator) -> Result<Standing> {
    let known = migrations.iter().map(|migration| migration.version).max().unwrap_or(0);
    let applied: Option<i64> = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations WHERE success")
        .fetch_one(&mut **connection)
        .await?;
    Ok(match applied.unwrap_or(0).cmp(&known) {
        std::cmp::Ordering::Less => Standing::Older,
        std::cmp::Ordering::Equal => Standing::Current,
        std::cmp::Ordering::Greater => Standing::Newer,
    })
}

/// Applies what is missing. On an existing practice this must be called on a copy.
pub(crate) async fn apply(connection: &mut Connection, migrations: &Migrator) -> Result<()> {
    let done = migrations.run_direct(None, &mut **connection, false).await;
    done.map_err(|error| Error::unexpected("migration", error))?;
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}")))
        .execute(&mut **connection)
        .await?;
    Ok(())
}

/// Rows of every table, to compare before and after.
pub(crate) async fn row_counts(connection: &mut Connection) -> Result<BTreeMap<String, i64>> {
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx_%'",
    )
    .fetch_all(&mut **connection)
    .await?;
    if tables.is_empty() {
        return Ok(BTreeMap::new());
    }
    // One statement for all tables. Their names come from our own schema, and are quoted all the same.
    let parts: Vec<String> = tables
        .iter()
        .map(|table| {
            let quoted = table.replace('"', "\"\"");
            let text = table.replace('\'', "''");
            format!("SELECT '{text}' AS name, count(*) AS rows FROM \"{quoted}\"")
        })
        .collect();
    let rows: Vec<(String, i64)> =
        sqlx::query_as(sqlx::AssertSqlSafe(parts.join(" UNION ALL "))).fetch_all(&mut **connection).await?;
    Ok(rows.into_iter().collect())
}

/// What a migrated copy must still have: a sound file, and no row fewer in any table that was there.
pub(crate) async fn kept_everything(
    connection: &mut Connection,
    before: &BTreeMap<String, i64>,
) -> Result<bool> {
    let after = row_counts(connection).await?;
    let kept = before.iter().all(|(table, rows)| after.get(table).is_some_and(|now| now >= rows));
    Ok(kept && check::faults(connection).await?.is_empty())
}
