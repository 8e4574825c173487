//! Backups before the records are changed as a whole.

use std::fs;
use std::path::Path;

use super::restoring::{back_to, how_many, unlock, went_on};
use super::written;
use hegu_core::backup::{self, BackupKind};
use hegu_core::keys;
use hegu_core::opening::Premises;
use hegu_core::testing::{PASSPHRASE, fault, invented_premises};
use hegu_core::{Error, IdSource};

#[tokio::test]
async fn what_there_was_before_a_new_key_is_a_backup_that_is_gone_back_to() {
    let around = tempfile::tempdir().unwrap();
    let (premises, ..) = went_on(around.path()).await;
    let practice = unlock(&premises).await;
    keys::rotate(&practice).await.unwrap();
    let list = backup::list(&practice).await.unwrap();
    let before = &list.backups[0];
    assert_eq!((before.kind, before.clients, list.damaged.len()), (BackupKind::NewKey, 2, 0));
    written::register(&practice, "Grace").await;
    practice.lock().await.unwrap();
    let practice = back_to(&premises, &before.folder, PASSPHRASE).await.unwrap();
    assert_eq!(how_many(&practice).await, 2);
    assert_eq!(fault(&practice).await.unwrap(), None);
    practice.lock().await.unwrap();
}

/// Lies where the next backup is put together.
fn obstruct(practice: &Path) -> std::path::PathBuf {
    let file = practice.join("backups/.backup.unfinished");
    fs::create_dir_all(practice.join("backups")).unwrap();
    fs::write(&file, "no folder").unwrap();
    file
}

#[tokio::test]
async fn without_that_backup_the_key_stays() {
    let around = tempfile::tempdir().unwrap();
    let (premises, ..) = went_on(around.path()).await;
    let practice = unlock(&premises).await;
    let key_file = fs::read(premises.folder.join("vault.json")).unwrap();
    let obstacle = obstruct(&premises.folder);
    assert!(matches!(keys::rotate(&practice).await, Err(Error::Unexpected { .. })));
    assert_eq!(fs::read(premises.folder.join("vault.json")).unwrap(), key_file);
    assert!(backup::list(&practice).await.unwrap().failed.is_some(), "and it is said why");
    fs::remove_file(obstacle).unwrap();
    keys::rotate(&practice).await.unwrap();
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn older_records_open_also_when_that_backup_does_not_come_about_and_it_is_said() {
    let around = tempfile::tempdir().unwrap();
    let premises = Premises { ids: IdSource::Random, ..invented_premises(around.path()) };
    let earlier = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/0004/practice");
    crate::copy_into(&earlier, &premises.folder);
    obstruct(&premises.folder);
    let practice = unlock(&premises).await;
    assert_eq!(how_many(&practice).await, 3);
    let list = backup::list(&practice).await.unwrap();
    assert!(list.backups.is_empty() && list.failed.is_some_and(|failed| !failed.disk_full));
    practice.lock().await.unwrap();
}
