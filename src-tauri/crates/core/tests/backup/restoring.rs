//! Going back to a backup: all of it or nothing, and what was replaced is kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::{later, written};
use hegu_core::backup::{self, BackupKind, BackupView};
use hegu_core::clients::{self, FindClients};
use hegu_core::clock::Clock;
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::opening::{self, BackupSecret, BackupSource, Premises, Unlock};
use hegu_core::people::Keyring;
use hegu_core::testing::{PASSPHRASE, Tally, ask, create, fault, invented_premises, rounds};
use hegu_core::{Error, IdSource, Practice, Trouble, keys};

/// A practice with one client, a sheet that she was given and a backup, to which another client was added; closed.
pub(super) async fn went_on(parent: &Path) -> (Premises, BackupView, String) {
    let keyring = Keyring::Pretended(Arc::default());
    let premises = Premises { keyring, ids: IdSource::Random, ..invented_premises(parent) };
    let practice = create(&premises).await.unwrap();
    let maggie = written::register(&practice, "Maggie").await;
    let sheet = handouts::list(&practice).await.unwrap().into_iter().find(|sheet| sheet.built_in).unwrap();
    let (paper, text_size) = (PaperChoice::A4, 14);
    let give = GiveSheet { sheet: sheet.id, version: sheet.version, client: maggie, paper, text_size };
    let given = handouts::give(&practice, give).await.unwrap().id;
    let made = backup::make(&practice, |_, _| {}).await.unwrap();
    written::register(&practice, "Tomás").await;
    practice.lock().await.unwrap();
    (premises, made, given)
}

/// Goes back to a backup in both steps.
pub(super) async fn back_to(
    premises: &Premises,
    backup: &str,
    passphrase: &str,
) -> hegu_core::Result<Practice> {
    let secret = BackupSecret::Passphrase { passphrase: passphrase.to_owned() };
    let brought = opening::bring_in(premises, BackupSource::Here(backup.to_owned()), secret).await?;
    opening::switch_to(premises, brought).await
}

pub(super) async fn how_many(practice: &Practice) -> i32 {
    let everybody = FindClients { limit: 10, ..FindClients::default() };
    clients::find(practice, everybody).await.unwrap().total
}

pub(super) async fn unlock(premises: &Premises) -> Practice {
    let opening::Standing::Closed { people, .. } = opening::look(&premises.folder).unwrap() else {
        panic!("no closed practice")
    };
    let unlock = Unlock { person: people[0].id.clone(), passphrase: PASSPHRASE.to_owned() };
    opening::unlock(premises, unlock).await.unwrap()
}

/// Every file below a folder but the count of tries and the lock.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !["attempts.json", "vault.lock"].iter().any(|name| path.ends_with(name)) {
            found.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    found
}

#[tokio::test]
async fn the_records_of_that_day_are_there_again_and_those_of_now_are_kept() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, given) = went_on(around.path()).await;
    let before = files(&premises.folder);
    assert_eq!(backup::at_door(&premises.folder).unwrap(), std::slice::from_ref(&made));
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    assert_eq!(how_many(&practice).await, 1);
    assert_eq!(fault(&practice).await.unwrap(), None);
    assert_eq!(opening::warnings(&practice).await.unwrap(), [], "nobody is told what they did themselves");
    let entry = "SELECT action FROM audit_entry ORDER BY seq DESC LIMIT 1";
    assert_eq!(ask(&practice, entry).await.unwrap(), ["restored"]);
    written::register(&practice, "Grace").await;
    practice.lock().await.unwrap();

    let again = unlock(&premises).await;
    assert_eq!(how_many(&again).await, 2, "and the work goes on from there");
    assert_eq!(opening::warnings(&again).await.unwrap(), []);
    assert!(handouts::given_pdf(&again, &given).await.is_ok());
    again.lock().await.unwrap();

    // The replaced records and the key file that opens them are what they were.
    let database = premises.folder.join("db/practice.e1.1.db");
    assert_eq!(fs::read(&database).unwrap(), before[&database]);
    let aside =
        files(&premises.folder).into_iter().find(|(path, _)| path.to_string_lossy().contains(".replaced-"));
    assert_eq!(aside.unwrap().1, before[&premises.folder.join("vault.json")]);
}

#[tokio::test]
async fn a_backup_that_is_not_as_it_was_written_is_refused_and_nothing_is_touched() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    let backup = premises.folder.join("backups").join(&made.folder);
    let [manifest, vault, database] =
        ["manifest.txt", "vault.json", "db/practice.e1.1.db"].map(|name| backup.join(name));
    let mut random = fastrand::Rng::with_seed(5);
    let mut tally = Tally::of("A backup or copy with flipped, missing or added bytes");
    for nth in 0..rounds(500, 8_000) {
        tally.add(1);
        let spoiled = [&manifest, &vault, &database][nth % 3];
        let whole = fs::read(spoiled).unwrap();
        let mut bytes = whole.clone();
        match nth % 4 {
            0 => bytes.truncate(random.usize(0..whole.len())),
            1 => bytes.extend_from_slice(b"more"),
            _ => bytes[random.usize(0..whole.len())] ^= 1 << random.u8(0..8),
        }
        fs::write(spoiled, bytes).unwrap();
        let before = files(&premises.folder);
        let restored = back_to(&premises, &made.folder, PASSPHRASE).await;
        let error = restored.map(|_| ()).unwrap_err();
        let refused = matches!(error, Error::BackupDamaged | Error::NotFound)
            || matches!(error, Error::WrongPassphrase { .. } | Error::TooSoon { .. });
        assert!(refused, "{}: {error:?}", spoiled.display());
        assert!(files(&premises.folder) == before, "{}", spoiled.display());
        fs::write(spoiled, whole).unwrap();
        drop(fs::remove_file(premises.folder.join("attempts.json")));
    }
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    practice.lock().await.unwrap();
}

/// Bytes that say the same are not the bytes that were written either.
#[tokio::test]
async fn a_manifest_that_reads_the_same_and_is_not_as_it_was_written_is_refused() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    let manifest = premises.folder.join("backups").join(&made.folder).join("manifest.txt");
    let written = fs::read_to_string(&manifest).unwrap();
    let (line, word) = written.split_once('\n').unwrap();
    let louder = word.replace("hmac-sha256:", "").to_uppercase();
    assert_ne!(louder, word.replace("hmac-sha256:", ""), "a letter is among the digits");
    for spoiled in
        [written.trim_end().to_owned(), format!("{written}\n"), format!("{line}\nhmac-sha256:{louder}")]
    {
        fs::write(&manifest, spoiled).unwrap();
        let restored = back_to(&premises, &made.folder, PASSPHRASE).await;
        assert!(matches!(restored, Err(Error::BackupDamaged)), "{restored:?}");
    }
    fs::write(&manifest, written).unwrap();
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn a_wrong_passphrase_a_strange_name_and_an_open_practice_change_nothing() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    let before = files(&premises.folder);
    let wrong = back_to(&premises, &made.folder, "not this one").await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })), "{wrong:?}");
    for name in ["", ".", "..", "att", "../backups", "/etc", "nothing", &format!("{}/db", made.folder)] {
        let strange = back_to(&premises, name, PASSPHRASE).await;
        assert!(matches!(strange, Err(Error::NotFound)), "{name}: {strange:?}");
    }
    assert!(files(&premises.folder) == before);
    let open = unlock(&premises).await;
    let in_use = back_to(&premises, &made.folder, PASSPHRASE).await;
    assert!(matches!(in_use, Err(Error::Trouble(Trouble::InUse))), "{in_use:?}");
    open.lock().await.unwrap();
}

#[tokio::test]
async fn records_that_cannot_be_opened_any_more_come_back_whole_files_beside_them_included() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, given) = went_on(around.path()).await;
    fs::remove_dir_all(premises.folder.join("db")).unwrap();
    fs::remove_dir_all(premises.folder.join("att")).unwrap();
    fs::write(premises.folder.join("vault.json"), "spoiled").unwrap();
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    assert_eq!(how_many(&practice).await, 1);
    assert!(handouts::given_pdf(&practice, &given).await.is_ok(), "the sheet she was given is back");
    practice.lock().await.unwrap();
    let again = unlock(&premises).await;
    assert_eq!(how_many(&again).await, 1);
    again.lock().await.unwrap();
}

#[tokio::test]
async fn a_restore_that_cannot_be_finished_leaves_the_records_of_now_in_force() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    // Something stands where the key file is kept aside, so that the step before the last one fails.
    let in_the_way = premises.folder.join("vault.json.replaced-1778608620000");
    fs::create_dir(&in_the_way).unwrap();
    let before = files(&premises.folder);
    assert!(back_to(&premises, &made.folder, PASSPHRASE).await.is_err());
    let practice = unlock(&premises).await;
    assert_eq!(how_many(&practice).await, 2, "as before");
    practice.lock().await.unwrap();
    assert!(before.keys().all(|path| path.exists()), "nothing went");
    fs::remove_dir(in_the_way).unwrap();
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    assert_eq!(how_many(&practice).await, 1);
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn a_backup_from_before_the_key_was_replaced_opens_with_the_passphrase_of_its_day() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    let practice = unlock(&premises).await;
    keys::rotate(&practice).await.unwrap();
    let new = "granite walnut hover lantern tide".to_owned();
    let change = keys::ChangePassphrase { old: PASSPHRASE.to_owned(), new: new.clone(), new_again: new };
    keys::change_passphrase(&practice, change).await.unwrap();
    let list = backup::list(&practice).await.unwrap();
    assert_eq!((list.backups.len(), list.damaged.len()), (2, 0), "an earlier key's is no damaged one");
    backup::make(&later(&practice, 1), |_, _| {}).await.unwrap();
    practice.lock().await.unwrap();
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    assert_eq!(how_many(&practice).await, 1);
    assert_eq!(fault(&practice).await.unwrap(), None);
    let list = backup::list(&practice).await.unwrap();
    assert_eq!((list.backups.len(), list.damaged.len()), (3, 0), "nor is one of the key that was given up");
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn work_after_going_back_is_backed_up_though_a_later_end_of_the_audit_is_in_a_backup() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    let practice = unlock(&premises).await;
    for nth in 0..20 {
        written::register(&practice, &format!("Client {nth}")).await;
    }
    backup::make(&later(&practice, 1), |_, _| {}).await.unwrap();
    practice.lock().await.unwrap();
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    written::register(&practice, "Grace").await;
    backup::before_closing(&practice).await;
    let list = backup::list(&practice).await.unwrap();
    let clients: Vec<i64> = list.backups.iter().map(|backup| backup.clients).collect();
    assert!(list.backups.iter().any(|backup| backup.kind == BackupKind::Closing), "{clients:?}");
    practice.lock().await.unwrap();
}

#[tokio::test]
async fn a_backup_of_a_newer_program_is_refused_before_anything_is_replaced() {
    let around = tempfile::tempdir().unwrap();
    let (premises, _, _) = went_on(around.path()).await;
    let practice = unlock(&premises).await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        VALUES (9999, 'of a program to come', TRUE, x'00', 0)";
    ask(&practice, newer).await.unwrap();
    let made = backup::make(&later(&practice, 1), |_, _| {}).await.unwrap();
    ask(&practice, "DELETE FROM _sqlx_migrations WHERE version = 9999").await.unwrap();
    practice.lock().await.unwrap();
    let before = files(&premises.folder);
    let refused = back_to(&premises, &made.folder, PASSPHRASE).await;
    assert!(matches!(refused, Err(Error::Trouble(Trouble::DatabaseNewer { .. }))), "{refused:?}");
    assert!(files(&premises.folder) == before);
    unlock(&premises).await.lock().await.unwrap();
}

#[tokio::test]
async fn records_that_were_replaced_are_kept_for_ninety_days_and_those_in_force_for_ever() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    let superseded = |folder: &Path| {
        let aside = |path: &PathBuf| path.to_string_lossy().contains(".replaced-");
        (folder.join("db/practice.e1.1.db").exists(), files(folder).keys().any(aside))
    };
    // The files have the time of the computer, on which the test runs long after the day it plays on.
    let today = practice.at(Clock::System).now() / 3_600_000;
    let days_from_now = |days: i64| later(&practice, today - practice.now() / 3_600_000 + days * 24);
    backup::make(&days_from_now(89), |_, _| {}).await.unwrap();
    assert_eq!(superseded(&premises.folder), (true, true));
    backup::make(&days_from_now(92), |_, _| {}).await.unwrap();
    assert_eq!(superseded(&premises.folder), (false, false));
    assert!(premises.folder.join("db/practice.e1.2.db").exists(), "it is what is open");
    assert_eq!(how_many(&practice).await, 1);
    practice.lock().await.unwrap();
    unlock(&premises).await.lock().await.unwrap();
}

#[tokio::test]
async fn records_that_going_back_replaced_are_not_written_over_by_a_later_key() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    let practice = unlock(&premises).await;
    keys::rotate(&practice).await.unwrap();
    written::register(&practice, "Grace").await;
    practice.lock().await.unwrap();
    let kept = premises.folder.join("db/practice.e2.1.db");
    let before = fs::read(&kept).unwrap();
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    keys::rotate(&practice).await.unwrap();
    assert!(fs::read(&kept).unwrap() == before, "three clients are in it, and one in what is open");
    practice.lock().await.unwrap();
    unlock(&premises).await.lock().await.unwrap();
}

#[tokio::test]
async fn backups_of_a_practice_whose_place_was_taken_are_no_business_of_this_one() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, _) = went_on(around.path()).await;
    let other = tempfile::tempdir().unwrap();
    let (strangers, strange, _) = went_on(other.path()).await;
    let (from, to) = (strangers.folder.join("backups"), premises.folder.join("backups"));
    let name = format!("2099{}", &strange.folder[4..]);
    fs::rename(from.join(strange.folder), to.join(&name)).unwrap();
    let practice = unlock(&premises).await;
    let list = backup::list(&practice).await.unwrap();
    assert_eq!((list.backups, list.damaged), (vec![made.clone()], vec![]));
    let last = backup::last_good(&practice).await.unwrap().0;
    assert_eq!(last, Some(made.at));
    backup::make(&later(&practice, 1), |_, _| {}).await.unwrap();
    assert!(to.join(name).exists(), "and stay");
    practice.lock().await.unwrap();
}
