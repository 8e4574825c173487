//! Backups: made by themselves, read back before they count, kept by rule.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{copy_into, later, written};
use hegu_core::backup::{self, BackupKind};
use hegu_core::clients::{self, FindClients};
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::opening::{self, BackupSecret, BackupSource, Unlock, Warning};
use hegu_core::testing::{Clinic, PASSPHRASE, TestPractice, ask, fault, invented_premises, passphrase_of};
use hegu_core::{Error, Practice, keys, notes};
use tokio::sync::Notify;

fn backups(practice: &Practice) -> PathBuf {
    practice.folder().join("backups")
}

/// Gives a client the sheet that comes with the program; its id.
async fn give(practice: &Practice, client: &str) -> String {
    let sheet = handouts::list(practice).await.unwrap().into_iter().find(|sheet| sheet.built_in).unwrap();
    let give = GiveSheet {
        sheet: sheet.id,
        version: sheet.version,
        client: client.to_owned(),
        paper: PaperChoice::A4,
        text_size: 14,
    };
    handouts::give(practice, give).await.unwrap().id
}

#[tokio::test]
async fn a_backup_put_in_the_place_of_the_records_opens_with_the_passphrase_and_has_everything() {
    let test = TestPractice::make().await.unwrap();
    let client = written::register(&test, "Maggie").await;
    notes::sign(&test, written::sign(&client, written::note())).await.unwrap();
    let given = give(&test, &client).await;
    let pdf = handouts::given_pdf(&test, &given).await.unwrap();
    let made = backup::make(&test, |_, _| {}).await.unwrap();
    assert_eq!((made.clients, made.notes, made.kind), (1, 1, BackupKind::ByHand));
    assert!(made.last_note.is_some() && made.bytes > 100_000);
    written::register(&test, "Tomás").await;
    assert_eq!(backup::list(&test).await.unwrap().backups, std::slice::from_ref(&made));

    let elsewhere = tempfile::tempdir().unwrap();
    let there = invented_premises(elsewhere.path());
    copy_into(&backups(&test).join(&made.folder), &there.folder);
    copy_into(&backups(&test).join("att"), &there.folder.join("att"));
    let unlock = Unlock { person: test.actor().id.to_string(), passphrase: PASSPHRASE.to_owned() };
    let restored = opening::unlock(&there, unlock).await.unwrap();
    let found = clients::find(&restored, FindClients { limit: 10, ..FindClients::default() }).await.unwrap();
    assert_eq!(found.total, 1, "as it was then");
    assert_eq!(handouts::given_pdf(&restored, &given).await.unwrap(), pdf, "byte for byte");
    assert_eq!(fault(&restored).await.unwrap(), None);
    restored.lock().await.unwrap();
}

#[tokio::test]
async fn a_copy_that_is_damaged_on_its_way_to_the_disk_does_not_count() {
    let test = TestPractice::make().await.unwrap();
    let file = backups(&test).join(".backup.unfinished/db/practice.e1.1.db");
    let spoiled = backup::make(&test, |done, of| {
        assert_eq!(done, of, "few records, one step");
        let mut bytes = fs::read(&file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&file, bytes).unwrap();
    });
    assert!(spoiled.await.is_err());
    let list = backup::list(&test).await.unwrap();
    assert_eq!((list.backups.len(), list.damaged.len()), (0, 0), "nothing of it is left");
    assert!(list.failed.is_some_and(|failed| !failed.disk_full), "and it is remembered");
    backup::make(&test, |_, _| {}).await.unwrap();
    let list = backup::list(&test).await.unwrap();
    assert_eq!((list.backups.len(), list.failed), (1, None));
}

#[tokio::test]
async fn one_is_made_after_two_hours_of_work_and_none_while_nobody_works() {
    let test = TestPractice::make().await.unwrap();
    written::register(&test, "Maggie").await;
    assert!(backup::make_if_due(&test).await.unwrap(), "there is none yet");
    assert!(!backup::make_if_due(&later(&test, 3)).await.unwrap(), "nothing was done");
    written::register(&test, "Tomás").await;
    written::register(&test, "Grace").await;
    assert!(!backup::make_if_due(&later(&test, 1)).await.unwrap(), "an hour is no two");
    assert!(backup::make_if_due(&later(&test, 2)).await.unwrap());
    let list = backup::list(&test).await.unwrap();
    let kinds: Vec<_> = list.backups.iter().map(|backup| (backup.kind, backup.clients)).collect();
    assert_eq!(kinds, [(BackupKind::Hourly, 3), (BackupKind::Hourly, 1)]);
    let entries = "SELECT detail FROM audit_entry WHERE action = 'backed_up'";
    assert_eq!(ask(&test, entries).await.unwrap(), [r#"{"reason":"hourly"}"#; 2]);
}

#[tokio::test]
async fn closing_makes_one_also_while_the_practice_rests_and_a_full_folder_keeps_nobody_from_closing() {
    let test = TestPractice::make().await.unwrap();
    written::register(&test, "Maggie").await;
    test.rest().await.unwrap();
    backup::before_closing(&test).await;
    let closing = |folder: &Path| {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().ends_with("-closing")).count()
    };
    assert_eq!(closing(&backups(&test)), 1);
    let person = test.actor().id.to_string();
    test.lock().await.unwrap();
    let unlock = Unlock { person, passphrase: PASSPHRASE.to_owned() };
    let again = opening::unlock(test.premises(), unlock).await.unwrap();
    backup::before_closing(&again).await;
    assert_eq!(closing(&backups(&test)), 1, "opening and closing alone is no work");

    written::register(&again, "Tomás").await;
    written::register(&again, "Grace").await;
    let folder = backups(&again);
    fs::rename(&folder, folder.with_extension("aside")).unwrap();
    fs::write(&folder, "a file stands where the folder was").unwrap();
    backup::before_closing(&again).await;
    fs::remove_file(&folder).unwrap();
    fs::rename(folder.with_extension("aside"), &folder).unwrap();
    again.lock().await.unwrap();
}

#[tokio::test]
async fn old_ones_go_by_the_rule_and_a_shared_file_stays_as_long_as_one_needs_it() {
    let test = TestPractice::make().await.unwrap();
    let client = written::register(&test, "Maggie").await;
    give(&test, &client).await;
    backup::make(&later(&test, 0), |_, _| {}).await.unwrap();
    let att = || files_of(&backups(&test).join("att"));
    let first = att();
    assert_eq!(first.len(), 1);
    for day in 1..=14 {
        backup::make(&later(&test, day * 24), |_, _| {}).await.unwrap();
    }
    let left = backup::list(&test).await.unwrap().backups;
    assert!((7..=13).contains(&left.len()), "{}", left.len());
    assert_eq!(att(), first, "copied once, and still needed");
}

fn files_of(folder: &Path) -> Vec<(PathBuf, std::time::SystemTime)> {
    let shelves = fs::read_dir(folder).unwrap().map(|shelf| shelf.unwrap().path());
    let files = shelves.flat_map(|shelf| fs::read_dir(shelf).unwrap().map(|file| file.unwrap().path()));
    let dated = |file: PathBuf| {
        let at = fs::metadata(&file).unwrap().modified().unwrap();
        (file, at)
    };
    files.map(dated).collect()
}

#[tokio::test]
async fn one_that_is_not_as_it_was_written_is_named_and_not_counted() {
    let test = TestPractice::make().await.unwrap();
    let made = backup::make(&test, |_, _| {}).await.unwrap();
    let folder = backups(&test).join(&made.folder);
    let manifest = fs::read_to_string(folder.join("manifest.txt")).unwrap();
    let database = fs::read(folder.join("db/practice.e1.1.db")).unwrap();
    type Spoil<'a> = &'a dyn Fn();
    let spoils: [Spoil<'_>; 4] = [
        &|| {
            fs::write(folder.join("manifest.txt"), manifest.replace(r#""clients":0"#, r#""clients":9"#))
                .unwrap()
        },
        &|| fs::write(folder.join("manifest.txt"), "").unwrap(),
        &|| fs::write(folder.join("db/practice.e1.1.db"), &database[4096..]).unwrap(),
        &|| fs::remove_file(folder.join("vault.json")).unwrap(),
    ];
    for spoil in spoils {
        spoil();
        let list = backup::list(&test).await.unwrap();
        assert_eq!((list.backups.len(), list.damaged.as_slice()), (0, &[made.folder.clone()][..]));
        fs::write(folder.join("manifest.txt"), &manifest).unwrap();
        fs::write(folder.join("db/practice.e1.1.db"), &database).unwrap();
        assert!(backup::last_good(&test).await.unwrap().0.is_some() || !folder.join("vault.json").exists());
    }
}

#[tokio::test]
async fn a_week_without_one_is_said_until_one_is_made() {
    let test = TestPractice::make().await.unwrap();
    let (day, week) = (later(&test, 24), later(&test, 8 * 24));
    assert_eq!(opening::warnings(&day).await.unwrap(), [], "a new practice is not scolded");
    let none = Warning::NoBackup { last: None, disk_full: false };
    assert_eq!(opening::warnings(&week).await.unwrap(), [none]);
    let made = backup::make(&test, |_, _| {}).await.unwrap();
    let old = Warning::NoBackup { last: Some(made.at), disk_full: false };
    assert_eq!(opening::warnings(&week).await.unwrap(), [old]);
    backup::make(&week, |_, _| {}).await.unwrap();
    assert_eq!(opening::warnings(&week).await.unwrap(), []);
}

#[tokio::test]
async fn the_desk_neither_makes_nor_sees_them_and_its_work_is_in_them_all_the_same() {
    let clinic = Clinic::open().await.unwrap();
    let grace = clinic.seat(&clinic.grace, &passphrase_of("Grace")).await.unwrap();
    assert!(matches!(backup::list(&grace).await, Err(Error::NotPermitted)));
    assert!(matches!(backup::make(&grace, |_, _| {}).await, Err(Error::NotPermitted)));
    written::register(&grace, "Maggie").await;
    assert!(backup::make_if_due(&grace).await.unwrap());
    let ines = clinic.seat_ines().await.unwrap();
    assert_eq!(backup::list(&ines).await.unwrap().backups[0].clients, 1);
}

#[tokio::test]
async fn a_backup_during_which_the_key_is_replaced_can_be_gone_back_to() {
    let clinic = Clinic::open().await.unwrap();
    let copied = Notify::new();
    let (made, rotated) = tokio::join!(
        // Copied and not yet read back: from here on the practice has another key.
        backup::make(&clinic.practice, |_, _| copied.notify_one()),
        async {
            copied.notified().await;
            keys::rotate(&clinic.practice).await
        }
    );
    rotated.unwrap();
    let backup = made.unwrap().folder;
    clinic.practice.lock().await.unwrap();
    let secret = BackupSecret::Passphrase { passphrase: PASSPHRASE.to_owned() };
    let source = BackupSource::Here(backup);
    let brought = opening::bring_in(&clinic.premises, source, secret).await.unwrap();
    opening::switch_to(&clinic.premises, brought).await.unwrap().lock().await.unwrap();
}

#[tokio::test]
async fn a_single_act_after_a_backup_is_in_the_next_one_and_coming_and_going_makes_none() {
    let test = TestPractice::make().await.unwrap();
    written::register(&test, "Maggie").await;
    backup::make(&test, |_, _| {}).await.unwrap();
    written::register(&test, "Tomás").await;
    backup::before_closing(&later(&test, 1)).await;
    let list = backup::list(&test).await.unwrap().backups;
    assert_eq!(list[0].clients, 2, "{list:?}");
    let person = test.actor().id.to_string();
    test.lock().await.unwrap();
    for day in 1..4 {
        let unlock = Unlock { person: person.clone(), passphrase: PASSPHRASE.to_owned() };
        let again = opening::unlock(test.premises(), unlock).await.unwrap();
        backup::before_closing(&later(&again, 24 * day)).await;
        assert_eq!(backup::list(&again).await.unwrap().backups.len(), 2, "day {day}");
        again.lock().await.unwrap();
    }
}

#[tokio::test]
async fn a_clock_that_was_ahead_makes_no_backup_every_minute_and_a_clock_put_back_costs_none() {
    let test = TestPractice::make().await.unwrap();
    written::register(&test, "Maggie").await;
    for days in [40, 41, 42] {
        backup::make(&later(&test, 24 * days), |_, _| {}).await.unwrap();
    }
    written::register(&test, "Tomás").await;
    assert!(backup::make_if_due(&test).await.unwrap(), "those of the time to come are none of today");
    written::register(&test, "Grace").await;
    assert!(!backup::make_if_due(&test).await.unwrap(), "the last one is of a moment ago");
    let list = backup::list(&test).await.unwrap().backups;
    assert_eq!(list.iter().map(|backup| backup.clients).collect::<Vec<_>>(), [1, 1, 1, 2]);
    let (last, _) = backup::last_good(&test).await.unwrap();
    assert_eq!(last, Some(list[3].at));

    // Everything of this day and before it goes by the rule, but never what was just made.
    let made = backup::make(&later(&test, -24 * 400), |_, _| {}).await.unwrap();
    assert!(backup::list(&test).await.unwrap().backups.contains(&made));
    let made = backup::make(&later(&test, -24 * 401), |_, _| {}).await.unwrap();
    assert!(backup::list(&test).await.unwrap().backups.contains(&made));
}

#[tokio::test]
async fn many_backups_of_one_moment_are_all_backups_and_the_last_one_stays() {
    let test = TestPractice::make().await.unwrap();
    for nth in 0..6 {
        written::register(&test, &format!("Client {nth}")).await;
        let made = backup::make(&test, |_, _| {}).await.unwrap();
        assert!(backup::list(&test).await.unwrap().backups.contains(&made), "{nth}");
    }
}
