//! Copies outside this computer that nobody watches: made without a key, by another passphrase, tried, and by a wrong clock.

use std::fs;

use crate::outside::{Clinic, by_passphrase, clinic, copy, elsewhere, files, how_many, place};
use crate::{later, written};
use hegu_core::Cancel;
use hegu_core::backup::{self, CopyStanding, CopyTrouble, TryRestore};
use hegu_core::opening::{self, BackupSource};
use hegu_core::people::Role;
use hegu_core::testing::{PASSPHRASE, TestPractice, ask};
use hegu_core::{Error, Practice, Trouble};
use tempfile::TempDir;

#[tokio::test]
async fn one_is_made_by_itself_once_a_day_and_only_while_its_place_is_there() {
    let Clinic { practice, stick, .. } = clinic().await;
    let due = |hours| {
        let practice = later(&practice, hours);
        async move { backup::copy_if_due(&practice, &Cancel::default()).await.unwrap() }
    };
    assert!(due(0).await);
    assert!(!due(23).await);
    assert!(due(25).await);
    assert_eq!(files(stick.path()).len(), 1, "nothing was done, so it is the same backup again");
}

#[tokio::test]
async fn a_copy_made_without_a_key_counts_once_it_was_read_back_and_only_if_it_is_whole() {
    for spoiled in [false, true] {
        let Clinic { practice, stick, .. } = clinic().await;
        let folder = practice.folder().to_path_buf();
        let in_use = backup::copy_unattended(&folder, stick.path());
        assert!(matches!(in_use, Err(Error::Trouble(Trouble::InUse))), "{in_use:?}");
        backup::before_closing(&practice).await;
        practice.lock().await.unwrap();
        let file = stick.path().join(backup::copy_unattended(&folder, stick.path()).unwrap());
        if spoiled {
            let mut bytes = fs::read(&file).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            fs::write(&file, bytes).unwrap();
        }
        let again = opening::unlock_as_owner(practice.premises(), PASSPHRASE.to_owned()).await.unwrap();
        assert_eq!(place(&again).await.last, None, "nobody has looked into it");
        assert!(!backup::copy_if_due(&again, &Cancel::default()).await.unwrap());
        let said = place(&again).await;
        assert_eq!(said.last.is_some(), !spoiled);
        assert_eq!(said.failed.map(|failed| failed.reason), spoiled.then_some(CopyTrouble::Differs));
        again.lock().await.unwrap();
    }
}

#[tokio::test]
async fn a_copy_goes_to_another_folder_without_being_the_place_for_copies() {
    let Clinic { practice, stick, .. } = clinic().await;
    let other = tempfile::tempdir().unwrap();
    backup::copy_to(&practice, other.path().to_path_buf()).await.unwrap();
    assert_eq!((files(other.path()).len(), files(stick.path()).len()), (1, 0));
    assert_eq!(place(&practice).await.last, None);
    backup::copy_to(&practice, stick.path().to_path_buf()).await.unwrap();
    assert!(place(&practice).await.last.is_some());
    practice.lock().await.unwrap();
    let around = tempfile::tempdir().unwrap();
    let source = BackupSource::Copy(files(other.path()).remove(0));
    opening::bring_in(&elsewhere(around.path()), source, by_passphrase(PASSPHRASE)).await.unwrap();
}

#[tokio::test]
async fn a_wrong_passphrase_of_a_practice_with_two_owners_is_one_wrong_try_and_a_right_one_is_none() {
    let clinic = hegu_core::testing::Clinic::open().await.unwrap();
    let jun = hegu_core::testing::add(&clinic.practice, "Jun Mori", Role::Owner).await.unwrap();
    clinic.practice.lock().await.unwrap();
    let as_owner = |words: String| opening::unlock_as_owner(&clinic.premises, words);
    let wrong = as_owner("not this one".to_owned()).await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase { wait_seconds: 0 })), "{wrong:?}");
    let tries = || fs::read_to_string(clinic.premises.folder.join("attempts.json")).unwrap();
    assert_eq!(tries().matches("count").count(), 1);
    let before = tries();
    let practice = as_owner(hegu_core::testing::passphrase_of("Jun")).await.unwrap();
    assert_eq!(practice.actor().id.to_string(), jun);
    practice.lock().await.unwrap();
    assert_eq!(tries(), before, "the second owner's right passphrase is nobody's wrong one");
}

#[tokio::test]
async fn going_back_is_tried_with_the_copy_or_else_a_backup_and_touches_nothing() {
    let Clinic { practice, stick, .. } = clinic().await;
    let attempt = |practice: Practice, passphrase: &str| {
        let input = TryRestore { passphrase: passphrase.to_owned() };
        async move { backup::try_restore(&practice, input).await }
    };
    let none = attempt(practice.clone(), PASSPHRASE).await;
    assert!(matches!(none, Err(Error::NotFound)), "{none:?}");
    backup::make(&practice, |_, _| {}).await.unwrap();
    let month = later(&practice, 31 * 24);
    assert!(!backup::try_restore_wanted(&practice).await.unwrap(), "not on the first day");
    assert!(backup::try_restore_wanted(&month).await.unwrap());
    let tried = attempt(month.clone(), PASSPHRASE).await.unwrap();
    assert_eq!((tried.clients, tried.notes, tried.from_outside), (1, 0, false));
    assert!(!backup::try_restore_wanted(&month).await.unwrap());
    copy(&later(&practice, 32 * 24)).await.unwrap();
    assert!(attempt(month.clone(), PASSPHRASE).await.unwrap().from_outside);
    assert!(backup::list(&practice).await.unwrap().tried.is_some_and(|tried| tried.from_outside));
    assert_eq!(
        ask(&practice, "SELECT count(*) FROM audit_entry WHERE action = 'restore_tried'").await.unwrap(),
        ["2"]
    );

    let wrong = attempt(practice.clone(), "not this one").await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })), "{wrong:?}");
    let file = files(stick.path()).remove(0);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let damaged = attempt(month, PASSPHRASE).await;
    assert!(matches!(damaged, Err(Error::BackupDamaged)), "{damaged:?}");
    assert_eq!(how_many(&practice).await, 1);
    assert!(!practice.folder().join("trying").exists());
    let desk = practice.seating(Role::Receptionist);
    assert!(matches!(attempt(desk.clone(), PASSPHRASE).await, Err(Error::NotPermitted)));
    assert!(!backup::try_restore_wanted(&later(&desk, 99 * 24)).await.unwrap());
}

#[tokio::test]
async fn a_backup_that_has_rotted_since_is_not_copied() {
    let Clinic { practice, stick, .. } = clinic().await;
    let made = backup::make(&practice, |_, _| {}).await.unwrap();
    let database = practice.folder().join("backups").join(made.folder).join("db/practice.e1.1.db");
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(database, bytes).unwrap();
    copy(&later(&practice, 1)).await.unwrap();
    practice.lock().await.unwrap();
    let around = tempfile::tempdir().unwrap();
    let source = BackupSource::Copy(files(stick.path()).remove(0));
    let brought = opening::bring_in(&elsewhere(around.path()), source, by_passphrase(PASSPHRASE)).await;
    assert_eq!(brought.unwrap().found().clients, 1, "another backup was made for it");
}

#[tokio::test]
async fn a_clock_that_was_ahead_does_not_keep_new_work_out_of_the_copies() {
    let Clinic { practice, stick, .. } = clinic().await;
    backup::make(&later(&practice, 5_000), |_, _| {}).await.unwrap();
    written::register(&practice, "Tomás").await;
    copy(&later(&practice, 1)).await.unwrap();
    let said = place(&practice).await;
    assert_eq!(said.copies[0].standing, CopyStanding::Good { clients: 2, notes: 0 });
    let day = later(&practice, 2);
    assert!(!backup::copy_if_due(&day, &Cancel::default()).await.unwrap(), "it was made an hour ago");
    assert_eq!(files(stick.path()).len(), 1);
}

/// Where a stick is always mounted at the same folder, the folder stays when the stick is away.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_without_its_stick_is_no_place_outside() {
    let test = TestPractice::make().await.unwrap();
    let mount = tempfile::tempdir().unwrap();
    let (stick, folder) = (TempDir::new_in("/dev/shm").unwrap(), mount.path().join("stick"));
    std::os::unix::fs::symlink(stick.path(), &folder).unwrap();
    backup::choose_place(&test, folder.clone()).await.unwrap();
    copy(&test).await.unwrap();
    assert!(!place(&test).await.same_disk);
    fs::remove_file(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    let gone = copy(&later(&test, 25)).await;
    assert!(matches!(gone, Err(Error::Copy(CopyTrouble::Gone))), "{gone:?}");
    assert!(!place(&test).await.there && files(&folder).is_empty());
    // Nobody who works without the stick hears of it every hour.
    let failed = place(&test).await.failed;
    assert!(!backup::copy_if_due(&later(&test, 50), &Cancel::default()).await.unwrap());
    assert_eq!(place(&test).await.failed, failed);
}
