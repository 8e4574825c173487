//! Copies outside this computer: one encrypted file, read back, kept by rule, and enough to begin again with.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::{later, written};
use hegu_core::Cancel;
use hegu_core::backup::{self, CopyStanding, CopyTrouble, PlaceView};
use hegu_core::clients::{self, FindClients};
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::opening::{self, BackupSecret, BackupSource, Premises, Standing, UnlockWithRecoveryCode};
use hegu_core::people::{Keyring, Role};
use hegu_core::testing::{PASSPHRASE, Tally, TestPractice, ask, create, fault, invented_premises, rounds};
use hegu_core::{Error, IdSource, Practice, keys};
use tempfile::TempDir;

/// A practice with a client who was given a sheet, and a stick that was chosen for copies.
pub(crate) struct Clinic {
    pub(crate) practice: TestPractice,
    pub(crate) stick: TempDir,
    given: String,
}

pub(crate) async fn clinic() -> Clinic {
    let practice = TestPractice::make().await.unwrap();
    let maggie = written::register(&practice, "Maggie").await;
    let sheet = handouts::list(&practice).await.unwrap().into_iter().find(|sheet| sheet.built_in).unwrap();
    let (paper, text_size) = (PaperChoice::A4, 14);
    let give = GiveSheet { sheet: sheet.id, version: sheet.version, client: maggie, paper, text_size };
    let given = handouts::give(&practice, give).await.unwrap().id;
    let stick = tempfile::tempdir().unwrap();
    backup::choose_place(&practice, stick.path().to_path_buf()).await.unwrap();
    Clinic { practice, stick, given }
}

pub(crate) async fn copy(practice: &Practice) -> Result<(), Error> {
    backup::copy_outside(practice, &Cancel::default(), |_, _| {}).await
}

pub(crate) async fn place(practice: &Practice) -> PlaceView {
    backup::outside(practice).await.unwrap().place.unwrap()
}

/// What lies on the stick.
pub(crate) fn files(stick: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

pub(crate) fn elsewhere(parent: &Path) -> Premises {
    let keyring = Keyring::Pretended(Arc::default());
    Premises { keyring, ids: IdSource::Random, ..invented_premises(parent) }
}

pub(crate) fn by_passphrase(passphrase: &str) -> BackupSecret {
    BackupSecret::Passphrase { passphrase: passphrase.to_owned() }
}

pub(crate) async fn how_many(practice: &Practice) -> i32 {
    let everybody = FindClients { limit: 10, ..FindClients::default() };
    clients::find(practice, everybody).await.unwrap().total
}

#[tokio::test]
async fn a_copy_is_one_file_that_says_nothing_about_anybody_and_is_read_back() {
    let Clinic { practice, stick, .. } = clinic().await;
    let mut said = Vec::new();
    backup::copy_outside(&practice, &Cancel::default(), |done, of| said.push((done, of))).await.unwrap();
    let (half, whole) = (said.iter().any(|(done, of)| 2 * done <= *of), said.last().unwrap());
    assert!(half && said.is_sorted() && whole.0 * 10 > whole.1 * 9, "written, then read back: {said:?}");

    let [file] = files(stick.path()).try_into().unwrap();
    let bytes = fs::read(&file).unwrap();
    for secret in ["Maggie", "SQLite format", PASSPHRASE] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret}");
    }
    let place = place(&practice).await;
    let [only] = place.copies.as_slice() else { panic!("{place:?}") };
    assert_eq!(only.standing, CopyStanding::Good { clients: 1, notes: 0 });
    assert_eq!(only.bytes, bytes.len() as i64);
    assert!(place.there && place.failed.is_none());
    assert_eq!(place.last, Some(only.at));
    let entry = "SELECT action FROM audit_entry ORDER BY seq DESC LIMIT 1";
    assert_eq!(ask(&practice, entry).await.unwrap(), ["copied_outside"]);
}

#[tokio::test]
async fn a_copy_alone_brings_the_practice_to_a_new_computer() {
    let Clinic { practice, stick, given } = clinic().await;
    copy(&practice).await.unwrap();
    written::register(&practice, "Tomás").await;
    practice.lock().await.unwrap();
    let [file] = files(stick.path()).try_into().unwrap();
    let at_hand = backup::look_at_copy(&file).unwrap();
    assert_eq!(at_hand.practice_name, "Willow Lane Acupuncture");

    let around = tempfile::tempdir().unwrap();
    let there = elsewhere(around.path());
    let wrong =
        opening::bring_in(&there, BackupSource::Copy(file.clone()), by_passphrase("not this one")).await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })), "{wrong:?}");
    assert_eq!(opening::look(&there.folder).unwrap(), Standing::Nothing, "a practice can still be made");

    let brought =
        opening::bring_in(&there, BackupSource::Copy(file), by_passphrase(PASSPHRASE)).await.unwrap();
    let found = brought.found();
    assert_eq!((found.clients, found.notes, found.missing_files, &found.replaces), (1, 0, 0, &None));
    assert_eq!(found.at, at_hand.at);
    assert_eq!(opening::look(&there.folder).unwrap(), Standing::Nothing, "shown, and not in force");
    let practice = opening::switch_to(&there, brought).await.unwrap();
    assert_eq!(how_many(&practice).await, 1);
    assert!(handouts::given_pdf(&practice, &given).await.is_ok(), "the sheet she was given came along");
    assert_eq!(fault(&practice).await.unwrap(), None);
    assert_eq!(opening::warnings(&practice).await.unwrap(), []);
    assert!(!there.folder.join("incoming").exists());
    practice.lock().await.unwrap();
    assert!(matches!(opening::look(&there.folder).unwrap(), Standing::Closed { .. }));
}

#[tokio::test]
async fn whoever_decides_against_it_makes_a_practice_of_their_own_in_the_same_place() {
    let Clinic { practice, stick, .. } = clinic().await;
    copy(&practice).await.unwrap();
    practice.lock().await.unwrap();
    let around = tempfile::tempdir().unwrap();
    let there = elsewhere(around.path());
    let source = BackupSource::Copy(files(stick.path()).remove(0));
    drop(opening::bring_in(&there, source.clone(), by_passphrase("not this one")).await);
    drop(opening::bring_in(&there, source, by_passphrase(PASSPHRASE)).await.unwrap());
    create(&there).await.unwrap().lock().await.unwrap();
}

#[tokio::test]
async fn the_recovery_sheet_of_that_day_brings_it_back_and_sets_a_new_passphrase() {
    let Clinic { practice, stick, .. } = clinic().await;
    let prepared = keys::prepare_sheet(&practice).await.unwrap();
    let sheet = prepared.sheet();
    let groups = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
    keys::renew_sheet(&practice, &prepared, opening::TypedBack { groups }).await.unwrap();
    copy(&practice).await.unwrap();
    practice.lock().await.unwrap();

    let around = tempfile::tempdir().unwrap();
    let there = elsewhere(around.path());
    let source = BackupSource::Copy(files(stick.path()).remove(0));
    let words = "granite walnut hover lantern tide";
    let by_sheet = |again: &str| {
        BackupSecret::RecoverySheet(UnlockWithRecoveryCode {
            code: sheet.groups.join(" "),
            new_passphrase: words.to_owned(),
            new_passphrase_again: again.to_owned(),
        })
    };
    let refused = opening::bring_in(&there, source.clone(), by_sheet("another")).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    let brought = opening::bring_in(&there, source, by_sheet(words)).await.unwrap();
    let practice = opening::switch_to(&there, brought).await.unwrap();
    assert_eq!(how_many(&practice).await, 1);
    assert!(keys::sheet_was_used(&practice).await.unwrap(), "a new sheet is asked for");
    assert_eq!(fault(&practice).await.unwrap(), None);
    practice.lock().await.unwrap();
    let Standing::Closed { people, .. } = opening::look(&there.folder).unwrap() else { panic!() };
    for (passphrase, opens) in [(PASSPHRASE, false), (words, true)] {
        let unlock = opening::Unlock { person: people[0].id.clone(), passphrase: passphrase.to_owned() };
        let opened = opening::unlock(&there, unlock).await;
        assert_eq!(opened.is_ok(), opens, "{passphrase}");
        if let Ok(practice) = opened {
            practice.lock().await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_copy_that_is_not_as_it_was_written_is_called_so_and_never_comes_in() {
    let Clinic { practice, stick, .. } = clinic().await;
    copy(&practice).await.unwrap();
    let [file] = files(stick.path()).try_into().unwrap();
    let whole = fs::read(&file).unwrap();
    let around = tempfile::tempdir().unwrap();
    let there = elsewhere(around.path());
    let mut random = fastrand::Rng::with_seed(7);
    let mut tally = Tally::of("A backup or copy with flipped, missing or added bytes");
    for nth in 0..rounds(120, 2_000) {
        tally.add(1);
        let mut bytes = whole.clone();
        match nth % 4 {
            0 => bytes.truncate(random.usize(0..whole.len())),
            1 => bytes.extend_from_slice(b"more"),
            // In what lies in the clear, and anywhere.
            2 => bytes[random.usize(0..2_000)] ^= 1 << random.u8(0..8),
            _ => bytes[random.usize(0..whole.len())] ^= 1 << random.u8(0..8),
        }
        if bytes[..96] != whole[..96] && bytes[96..] == whole[96..] {
            // The first line is for people and for listing; what it says wrongly is found, or does not matter.
            continue;
        }
        fs::write(&file, &bytes).unwrap();
        let source = BackupSource::Copy(file.clone());
        let brought = opening::bring_in(&there, source, by_passphrase(PASSPHRASE)).await;
        let error = brought.map(|_| ()).unwrap_err();
        // Whatever is wrong with a copy is no trouble of the records that are here.
        let refused =
            matches!(error, Error::BackupDamaged | Error::WrongPassphrase { .. } | Error::TooSoon { .. });
        assert!(refused, "{nth}: {error:?}");
        assert_eq!(opening::look(&there.folder).unwrap(), Standing::Nothing, "{nth}");
        drop(fs::remove_file(there.folder.join("attempts.json")));
    }
    fs::write(&file, &whole[..whole.len() - 1]).unwrap();
    assert_eq!(place(&practice).await.copies[0].standing, CopyStanding::Damaged);
    assert!(matches!(backup::look_at_copy(&file), Err(Error::BackupDamaged)));
    fs::write(&file, &whole).unwrap();
    let source = BackupSource::Copy(file);
    opening::bring_in(&there, source, by_passphrase(PASSPHRASE)).await.unwrap();
}

#[tokio::test]
async fn a_place_that_is_gone_full_or_locked_is_said_and_costs_nothing() {
    let Clinic { practice, stick, .. } = clinic().await;
    copy(&practice).await.unwrap();
    let last = place(&practice).await.last;
    let away = stick.path().with_extension("pulled-out");
    fs::rename(stick.path(), &away).unwrap();
    let gone = copy(&practice).await;
    assert!(matches!(gone, Err(Error::Copy(CopyTrouble::Gone))), "{gone:?}");
    let said = place(&practice).await;
    assert!(!said.there && said.copies.is_empty());
    assert_eq!(said.failed.map(|failed| failed.reason), Some(CopyTrouble::Gone));
    assert_eq!(said.last, last, "the one that was made still counts");
    assert!(
        !backup::copy_if_due(&later(&practice, 60), &Cancel::default()).await.unwrap(),
        "not while it is gone"
    );
    fs::rename(&away, stick.path()).unwrap();
    assert!(backup::copy_if_due(&later(&practice, 60), &Cancel::default()).await.unwrap(), "once it is back");
    assert_eq!(place(&practice).await.failed, None);

    let records = practice.folder().to_path_buf();
    let inside = backup::choose_place(&practice, records.join("backups")).await;
    assert!(matches!(inside, Err(Error::Copy(CopyTrouble::AmongTheRecords))), "{inside:?}");
    let nowhere = backup::choose_place(&practice, stick.path().join("nowhere")).await;
    assert!(matches!(nowhere, Err(Error::Copy(CopyTrouble::Gone))), "{nowhere:?}");
    assert_eq!(place(&practice).await.folder, stick.path().display().to_string(), "the one before stays");
}

/// Makes the practice so large that a copy takes its time.
async fn make_it_large(practice: &Practice) {
    let ballast = "CREATE TABLE ballast (bytes BLOB); INSERT INTO ballast VALUES (randomblob(12000000))";
    ask(practice, ballast).await.unwrap();
}

#[tokio::test]
async fn a_copy_that_is_stopped_leaves_nothing_behind() {
    let Clinic { practice, stick, .. } = clinic().await;
    copy(&practice).await.unwrap();
    let before = files(stick.path());
    make_it_large(&practice).await;
    written::register(&practice, "Tomás").await;
    let cancel = Cancel::default();
    let stop = cancel.clone();
    let stopped = backup::copy_outside(&later(&practice, 1), &cancel, move |_, _| stop.stop()).await;
    assert!(matches!(stopped, Err(Error::Copy(CopyTrouble::Stopped))), "{stopped:?}");
    assert_eq!(files(stick.path()), before);
    assert_eq!(place(&practice).await.failed, None, "whoever stops it is not told that it failed");
}

#[tokio::test]
async fn a_stick_that_is_pulled_out_in_the_middle_costs_nothing_but_that_copy() {
    let Clinic { practice, stick, .. } = clinic().await;
    copy(&practice).await.unwrap();
    let before = files(stick.path());
    make_it_large(&practice).await;
    written::register(&practice, "Tomás").await;
    let (there, away) = (stick.path().to_path_buf(), stick.path().with_extension("pulled-out"));
    let pull_out = |_, _| drop(fs::rename(&there, &away));
    let gone = backup::copy_outside(&later(&practice, 1), &Cancel::default(), pull_out).await;
    assert!(matches!(gone, Err(Error::Copy(CopyTrouble::Gone))), "{gone:?}");
    assert_eq!(how_many(&practice).await, 2, "work goes on");
    fs::rename(&away, &there).unwrap();
    assert!(before.iter().all(|path| path.exists()));
    assert!(place(&practice).await.copies.len() == 1, "half a copy is no copy");
    copy(&later(&practice, 2)).await.unwrap();
    let left = files(stick.path());
    assert_eq!(left.len(), 2, "what was half written is gone: {left:?}");
}

#[tokio::test]
async fn old_copies_go_by_rule_and_what_is_no_copy_of_ours_stays() {
    let Clinic { practice, stick, .. } = clinic().await;
    let strange = ["holiday.jpg", "other.hegubak", "practice-2026-01-01-000000.hegubak.txt"];
    for name in strange {
        fs::File::create(stick.path().join(name)).unwrap().write_all(b"mine").unwrap();
    }
    fs::write(stick.path().join("practice-cut-off.hegubak.unfinished"), "half").unwrap();
    let somebody_else = TestPractice::make().await.unwrap();
    backup::choose_place(&somebody_else, stick.path().to_path_buf()).await.unwrap();
    copy(&later(&somebody_else, 1_000)).await.unwrap();
    for nth in 1..=8 {
        written::register(&practice, &format!("Client {nth}")).await;
        copy(&later(&practice, nth * 24 * 40)).await.unwrap();
    }
    let place = place(&practice).await;
    let ours: Vec<_> = place.copies.iter().filter(|copy| copy.standing != CopyStanding::Damaged).collect();
    assert_eq!(ours.len(), 7, "one of each of the last seven days with any: {ours:?}");
    assert_eq!(ours[0].standing, CopyStanding::Good { clients: 9, notes: 0 });
    assert_eq!(files(stick.path()).len(), 7 + 1 + strange.len(), "{:?}", files(stick.path()));
}

#[tokio::test]
async fn a_copy_under_an_earlier_key_is_no_damaged_one() {
    let Clinic { practice, stick, .. } = clinic().await;
    copy(&practice).await.unwrap();
    keys::rotate(&practice).await.unwrap();
    let place_now = place(&practice).await;
    assert_eq!(place_now.copies[0].standing, CopyStanding::EarlierKey);
    copy(&later(&practice, 1)).await.unwrap();
    assert_eq!(place(&practice).await.copies.len(), 2);
    practice.lock().await.unwrap();
    let around = tempfile::tempdir().unwrap();
    for file in files(stick.path()) {
        let source = BackupSource::Copy(file);
        opening::bring_in(&elsewhere(around.path()), source, by_passphrase(PASSPHRASE)).await.unwrap();
    }
}

#[tokio::test]
async fn a_copy_is_wanted_until_there_is_one_and_again_after_a_week() {
    let test = TestPractice::make().await.unwrap();
    let wanted = backup::copy_wanted(&test).unwrap();
    assert_eq!((wanted.last, wanted.place), (None, false));
    let stick = tempfile::tempdir().unwrap();
    backup::choose_place(&test, stick.path().to_path_buf()).await.unwrap();
    assert!(backup::copy_wanted(&test).unwrap().place);
    copy(&test).await.unwrap();
    assert_eq!(backup::copy_wanted(&test), None);
    assert_eq!(backup::copy_wanted(&later(&test, 7 * 24 - 1)), None);
    let wanted = backup::copy_wanted(&later(&test, 7 * 24 + 1)).unwrap();
    assert_eq!(wanted.last, place(&test).await.last);
    let desk = test.seating(Role::Receptionist);
    assert_eq!(backup::copy_wanted(&later(&desk, 30 * 24)), None, "whoever can do nothing about it");
    backup::forget_place(&test).await.unwrap();
    assert_eq!(backup::outside(&test).await.unwrap().place, None);
    assert_eq!(files(stick.path()).len(), 1, "what was made stays");
}
