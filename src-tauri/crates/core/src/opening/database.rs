//! Opens the records that a vault points at, brings an older database up on a copy, and moves the pointer.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hegu_vault::{DatabaseKey, MasterKey, VaultFile};
use sqlx::migrate::Migrator;

use crate::backup;
use crate::db::migrate::{self, Standing};
use crate::db::open::OpenFailure;
use crate::db::{Connection, Open, copy};
use crate::error::{Error, Result, Trouble};

use super::{damage, vault_json};

/// The version of this program, for vaults that need it.
pub(crate) const THIS_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where the databases are.
pub(crate) fn folder_of(folder: &Path) -> PathBuf {
    folder.join("db")
}

/// Opens the database a vault points at and makes sure that it belongs to it. Returns the vault as it stands
/// afterwards: a migration moves its pointer.
pub(super) async fn open(
    folder: &Path,
    vault: VaultFile,
    master: &MasterKey,
    migrations: &Migrator,
    now: i64,
) -> Result<(Connection, VaultFile)> {
    let path = folder_of(folder).join(vault.database().file());
    if !path.exists() {
        return Err(Error::Trouble(Trouble::DatabaseMissing { folder: folder.to_path_buf() }));
    }
    let unclean = std::fs::metadata(path.with_extension("db-wal")).is_ok_and(|log| log.len() > 0);
    let key = master.database_key(vault.vault_id());
    let mut connection =
        Connection::open(&path, &key, Open::Existing).await.map_err(|failure| explained(folder, failure))?;
    match examine(folder, &vault, &mut connection, unclean, migrations).await {
        Ok(Standing::Older) => bring_up(folder, (vault, master), connection, migrations, now).await,
        Ok(_) => Ok((connection, vault)),
        Err(error) => {
            // Nothing stays open behind a refusal.
            drop(connection.close().await);
            Err(error)
        }
    }
}

/// Whether the database is sound, belongs to the vault, and can be read by this program.
async fn examine(
    folder: &Path,
    vault: &VaultFile,
    connection: &mut Connection,
    unclean: bool,
    migrations: &Migrator,
) -> Result<Standing> {
    // A damaged page shows as an error of the first statement that meets it.
    let damaged = || Error::Trouble(Trouble::DatabaseDamaged { folder: folder.to_path_buf() });
    let file = vault.database().file();
    if !damage::is_sound(folder, file, unclean, connection).await.map_err(|_| damaged())? {
        return Err(damaged());
    }
    let (vault_id, generation): (String, i64) =
        sqlx::query_as("SELECT vault_id, generation FROM practice_meta")
            .fetch_one(&mut **connection)
            .await
            .map_err(|_| damaged())?;
    if vault_id != vault.vault_id().as_str() {
        return Err(damaged());
    }
    if u64::try_from(generation).unwrap_or(0) > vault.generation() {
        return Err(Error::Trouble(Trouble::VaultOlderThanRecords { folder: folder.to_path_buf() }));
    }
    match migrate::standing(connection, migrations).await? {
        Standing::Current => {
            note_generation(connection, vault.generation()).await.map(|()| Standing::Current)
        }
        Standing::Older => Ok(Standing::Older),
        Standing::Newer => Err(newer()),
    }
}

/// That these records were written by a newer program. Which one is unknown, so the answer names the one after this.
pub(super) fn newer() -> Error {
    Error::Trouble(Trouble::DatabaseNewer { needs: format!("newer than {THIS_VERSION}") })
}

/// Makes a backup, migrates a copy, reads it through, and only then moves the pointer; the old file is kept. Whatever
/// fails on the way, no connection stays open behind it.
async fn bring_up(
    folder: &Path,
    (vault, master): (VaultFile, &MasterKey),
    mut old: Connection,
    migrations: &Migrator,
    now: i64,
) -> Result<(Connection, VaultFile)> {
    let key = master.database_key(vault.vault_id());
    let file = free_name(folder, vault.database().epoch())?;
    mark_as_replaced(folder, vault.database().file());
    let path = folder_of(folder).join(&file);
    let copied = async {
        backup::before_update(folder, &vault, master, &mut old, now).await;
        copy_aside(&mut old, &path, &key).await
    };
    let copied = copied.await;
    let closed = old.close().await;
    let before = copied.map_err(|error| match error {
        Error::DiskFull => Error::Trouble(Trouble::DiskFull { folder: folder.to_path_buf() }),
        other => other,
    })?;
    closed?;
    let mut copy =
        Connection::open(&path, &key, Open::Existing).await.map_err(|failure| explained(folder, failure))?;
    let moved = async {
        migrate_copy(&mut copy, &before, migrations).await?;
        let vault = vault.with_database(&file).map_err(|error| vault_json::trouble(folder, error))?;
        write_vault(folder, &vault, master, &mut copy).await?;
        Ok(vault)
    };
    match moved.await {
        Ok(vault) => Ok((copy, vault)),
        Err(error) => {
            drop(copy.close().await);
            Err(error)
        }
    }
}

/// Copies the database beside itself; the rows of every table, to compare with afterwards.
async fn copy_aside(old: &mut Connection, path: &Path, key: &DatabaseKey) -> Result<BTreeMap<String, i64>> {
    // A copy that an earlier attempt left behind was never pointed at.
    remove_with_log(path).map_err(|error| Error::disk("remove an unfinished copy", error))?;
    copy::copy(old, path, key).await?;
    migrate::row_counts(old).await
}

async fn migrate_copy(
    copy: &mut Connection,
    before: &BTreeMap<String, i64>,
    migrations: &Migrator,
) -> Result<()> {
    migrate::apply(copy, migrations).await?;
    if migrate::kept_everything(copy, before).await? {
        return Ok(());
    }
    Err(Error::unexpected("migration", "the migrated copy lost something; the records are untouched"))
}

/// Writes the key file first and notes its generation in the database second: after a kill between the two the
/// file is the newer, which is fine, and never the older.
pub(crate) async fn write_vault(
    folder: &Path,
    vault: &VaultFile,
    master: &MasterKey,
    connection: &mut Connection,
) -> Result<()> {
    vault_json::write(folder, vault, master)?;
    note_generation(connection, vault.generation()).await
}

/// Notes in the database which generation of the key file it has seen.
pub(crate) async fn note_generation(connection: &mut Connection, generation: u64) -> Result<()> {
    let generation = i64::try_from(generation).map_err(|error| Error::unexpected("generation", error))?;
    sqlx::query("UPDATE practice_meta SET generation = ? WHERE generation < ?")
        .bind(generation)
        .bind(generation)
        .execute(&mut **connection)
        .await?;
    Ok(())
}

/// A name that no records have, under a master key: `practice.e2.1.db` first, then `practice.e2.2.db`. Records that others
/// took the place of are kept, also those of the same epoch, and never written over.
pub(crate) fn free_name(practice: &Path, epoch: u32) -> Result<String> {
    let entries = std::fs::read_dir(folder_of(practice));
    let entries = entries.map_err(|error| Error::disk("look at the records", error))?;
    let beginning = format!("practice.e{epoch}.");
    let number = |name: String| name.strip_prefix(&beginning)?.split('.').next()?.parse::<u32>().ok();
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let last = names.filter_map(number).max().unwrap_or(0);
    Ok(format!("{beginning}{}.db", last.saturating_add(1)))
}

/// Notes beside records that others take the place of that this happened now: they are kept from here on, however long ago
/// something was written in them.
pub(crate) fn mark_as_replaced(practice: &Path, file: &str) {
    if let Err(error) = super::private_file(&replaced_mark(&folder_of(practice).join(file))) {
        tracing::warn!(%error, "when records were replaced is not noted");
    }
}

/// The file whose time is that of the replacement.
pub(crate) fn replaced_mark(records: &Path) -> PathBuf {
    records.with_extension("db.replaced")
}

/// Removes a database that was never pointed at, with what SQLite keeps beside it.
pub(crate) fn remove_with_log(path: &Path) -> std::io::Result<()> {
    for file in [path.to_path_buf(), path.with_extension("db-wal"), path.with_extension("db-journal")] {
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// What a failure to open means to the person in front of it.
pub(super) fn explained(folder: &Path, failure: OpenFailure) -> Error {
    let folder = folder.to_path_buf();
    match failure {
        OpenFailure::Missing => Error::Trouble(Trouble::DatabaseMissing { folder }),
        OpenFailure::NotReadable => Error::Trouble(Trouble::DatabaseDamaged { folder }),
        OpenFailure::InUse => Error::Trouble(Trouble::InUse),
        OpenFailure::NotWritable => Error::Trouble(Trouble::FolderNotWritable { folder }),
        OpenFailure::Other(Error::DiskFull) => Error::Trouble(Trouble::DiskFull { folder }),
        OpenFailure::Other(error) => error,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::borrow::Cow;

    use hegu_vault::{KdfBounds, Passphrase};
    use sqlx::migrate::{Migration, MigrationType};

    use super::*;
    use crate::opening::{Standing, look};
    use crate::testing::{PASSPHRASE, create, premises};

    /// Some moment in 2026.
    const NOW: i64 = 1_790_000_000_000;

    #[test]
    fn no_name_is_taken_twice_under_any_key() {
        let practice = tempfile::tempdir().unwrap();
        let databases = folder_of(practice.path());
        std::fs::create_dir(&databases).unwrap();
        for taken in ["practice.e1.9.db", "practice.e2.1.db", "other.e1.99.db"] {
            std::fs::write(databases.join(taken), "").unwrap();
        }
        let free = |epoch| free_name(practice.path(), epoch).unwrap();
        assert_eq!(
            [free(1), free(2), free(3)],
            ["practice.e1.10.db", "practice.e2.2.db", "practice.e3.1.db"]
        );
    }

    /// The shipped migrations and one more.
    pub(in crate::opening) fn with(sql: &'static str) -> Migrator {
        let mut all: Vec<Migration> = migrate::MIGRATIONS.iter().cloned().collect();
        let sql = sqlx::SqlSafeStr::into_sql_str(sql);
        all.push(Migration::new(9_999, Cow::Borrowed("next"), MigrationType::Simple, sql, false));
        Migrator { migrations: Cow::Owned(all), ..Migrator::DEFAULT }
    }

    /// A locked practice, its vault and its key.
    async fn locked(parent: &Path) -> (PathBuf, VaultFile, MasterKey) {
        let premises = premises(parent);
        create(&premises).await.unwrap().lock().await.unwrap();
        let vault = vault_json::read(&premises.folder).unwrap();
        let person = vault.people()[0].id().to_owned();
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let opened = hegu_vault::unlock(&vault, &person, &passphrase, None, &KdfBounds::quick()).unwrap();
        (premises.folder, vault, opened.master)
    }

    #[tokio::test]
    async fn an_older_database_is_brought_up_on_a_copy_and_the_old_one_is_kept() {
        let around = tempfile::tempdir().unwrap();
        let (folder, vault, master) = locked(around.path()).await;
        let old = std::fs::read(folder.join("db/practice.e1.1.db")).unwrap();
        let next = with("CREATE TABLE planted (id TEXT PRIMARY KEY) STRICT");
        let (connection, moved) = open(&folder, vault, &master, &next, NOW).await.unwrap();
        connection.close().await.unwrap();
        assert_eq!(moved.database().file(), "practice.e1.2.db");
        assert_eq!(std::fs::read(folder.join("db/practice.e1.1.db")).unwrap(), old, "untouched");
        let written = vault_json::read(&folder).unwrap();
        assert_eq!(written.database().file(), "practice.e1.2.db", "the pointer is on the disk");
        let (connection, _) = open(&folder, written, &master, &next, NOW).await.unwrap();
        connection.close().await.unwrap();
    }

    #[tokio::test]
    async fn a_migration_that_fails_or_loses_rows_leaves_the_old_database_in_force() {
        for bad in [
            "CREATE TABLE planted (id TEXT PRIMARY KEY) STRICT; SELECT nothing FROM nowhere",
            "DROP TABLE people_signing_key",
        ] {
            let around = tempfile::tempdir().unwrap();
            let (folder, vault, master) = locked(around.path()).await;
            let pointer = std::fs::read(folder.join("vault.json")).unwrap();
            assert!(open(&folder, vault.clone(), &master, &with(bad), NOW).await.is_err(), "{bad}");
            assert!(open(&folder, vault.clone(), &master, &with(bad), NOW + 1).await.is_err(), "{bad}");
            let backups =
                std::fs::read_dir(folder.join("backups")).unwrap().map(|entry| entry.unwrap().file_name());
            let made = backups.filter(|name| name.to_string_lossy().ends_with("-update")).count();
            assert_eq!(made, 1, "{bad}: one backup, however often it is tried");
            assert_eq!(
                std::fs::read(folder.join("vault.json")).unwrap(),
                pointer,
                "{bad}: the pointer stays"
            );
            let (connection, _) = open(&folder, vault, &master, &migrate::MIGRATIONS, NOW).await.unwrap();
            connection.close().await.unwrap();
        }
    }

    #[tokio::test]
    async fn a_newer_database_is_refused_unchanged() {
        let around = tempfile::tempdir().unwrap();
        let (folder, vault, master) = locked(around.path()).await;
        let next = with("CREATE TABLE planted (id TEXT PRIMARY KEY) STRICT");
        let (connection, moved) = open(&folder, vault, &master, &next, NOW).await.unwrap();
        connection.close().await.unwrap();
        let file = folder.join("db").join(moved.database().file());
        let before = std::fs::read(&file).unwrap();
        let refused = open(&folder, moved, &master, &migrate::MIGRATIONS, NOW).await;
        assert!(matches!(refused, Err(Error::Trouble(Trouble::DatabaseNewer { .. }))));
        drop(refused);
        assert_eq!(std::fs::read(&file).unwrap(), before, "byte for byte");
        assert!(matches!(look(&folder).unwrap(), Standing::Closed { .. }));
    }
}
