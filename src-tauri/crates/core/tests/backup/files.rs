//! The files beside the records: every damage is found, and what the backups have is put back when somebody says so.

use std::fs;
use std::path::{Path, PathBuf};

use super::restoring::{back_to, unlock, went_on};
use super::written;
use hegu_core::Cancel;
use hegu_core::Error;
use hegu_core::backup::{self, FilesFound};
use hegu_core::handouts::{self, GiveSheet, PaperChoice};
use hegu_core::opening::{self, BackupSecret, BackupSource};
use hegu_core::testing::{PASSPHRASE, Tally, TestPractice, ask, rounds};

/// A practice with a sheet that was given; its id, and the sealed file.
async fn gave() -> (TestPractice, String, PathBuf) {
    let test = TestPractice::make().await.unwrap();
    let client = written::register(&test, "Maggie").await;
    let sheet = handouts::list(&test).await.unwrap().into_iter().find(|sheet| sheet.built_in).unwrap();
    let (paper, text_size) = (PaperChoice::A4, 14);
    let give = GiveSheet { sheet: sheet.id, version: sheet.version, client, paper, text_size };
    let given = handouts::give(&test, give).await.unwrap().id;
    let id = ask(&test, "SELECT lower(replace(id, '-', '')) FROM attachments_file").await.unwrap().remove(0);
    let file = test.folder().join("att").join(&id[30..]).join(format!("{id}.bin"));
    assert!(file.exists());
    (test, given, file)
}

fn found(files: usize, damaged: usize, in_backups: usize) -> FilesFound {
    FilesFound { files, damaged, in_backups }
}

#[tokio::test]
async fn no_flipped_cut_or_missing_byte_is_ever_taken_for_what_was_kept() {
    let (test, given, file) = gave().await;
    let whole = fs::read(&file).unwrap();
    let mut random = fastrand::Rng::with_seed(11);
    let mut tally = Tally::of("A file beside the records with flipped, missing or added bytes");
    for nth in 0..rounds(300, 5_000) {
        let mut bytes = whole.clone();
        match nth % 3 {
            0 => bytes.truncate(random.usize(0..whole.len())),
            1 => bytes.insert(random.usize(0..whole.len()), random.u8(..)),
            _ => bytes[random.usize(0..whole.len())] ^= 1 << random.u8(0..8),
        }
        if bytes == whole {
            continue;
        }
        tally.add(1);
        fs::write(&file, bytes).unwrap();
        let opened = handouts::given_pdf(&test, &given).await;
        assert!(matches!(opened, Err(Error::FileDamaged)), "{nth}: {opened:?}");
        assert_eq!(backup::check_files(&test).await.unwrap(), found(1, 1, 0), "{nth}");
    }
    fs::write(&file, whole).unwrap();
    assert!(handouts::given_pdf(&test, &given).await.is_ok());
    assert_eq!(backup::check_files(&test).await.unwrap(), found(1, 0, 0));
}

#[tokio::test]
async fn what_the_backups_have_is_put_back_at_a_word_and_not_before() {
    let (test, given, file) = gave().await;
    let pdf = handouts::given_pdf(&test, &given).await.unwrap();
    backup::make(&test, |_, _| {}).await.unwrap();
    for damage in [None, Some(&b"short"[..]), Some(&[0; 70_000][..])] {
        match damage {
            None => fs::remove_file(&file).unwrap(),
            Some(bytes) => fs::write(&file, bytes).unwrap(),
        }
        // A backup that is made meanwhile keeps the good copy that an earlier one has.
        backup::make(&test, |_, _| {}).await.unwrap();
        assert_eq!(backup::check_files(&test).await.unwrap(), found(1, 1, 1));
        let opened = handouts::given_pdf(&test, &given).await;
        assert!(matches!(opened, Err(Error::FileDamaged)), "nothing is repaired by itself");
        assert_eq!(backup::put_files_back(&test).await.unwrap(), found(1, 0, 0));
        assert_eq!(handouts::given_pdf(&test, &given).await.unwrap(), pdf, "byte for byte");
    }
    assert_eq!(backup::put_files_back(&test).await.unwrap(), found(1, 0, 0), "nothing to do");
    let entries = "SELECT detail FROM audit_entry WHERE action = 'files_put_back'";
    assert_eq!(ask(&test, entries).await.unwrap(), [r#"{"files":1}"#; 3]);
}

#[tokio::test]
async fn a_damaged_file_is_not_taken_into_a_backup_and_a_damaged_copy_is_not_put_back() {
    let (test, _, file) = gave().await;
    let whole = fs::read(&file).unwrap();
    let copy = test.folder().join("backups").join(file.strip_prefix(test.folder()).unwrap());
    fs::write(&file, b"spoiled").unwrap();
    backup::make(&test, |_, _| {}).await.unwrap();
    assert!(!copy.exists(), "what is damaged is no backup of anything");
    fs::write(&file, &whole).unwrap();
    backup::make(&test, |_, _| {}).await.unwrap();
    let mut spoiled = whole.clone();
    spoiled[100] ^= 1;
    fs::write(&copy, &spoiled).unwrap();
    fs::write(&file, b"spoiled").unwrap();
    assert_eq!(backup::check_files(&test).await.unwrap(), found(1, 1, 0));
    assert_eq!(backup::put_files_back(&test).await.unwrap(), found(1, 1, 0));
    assert_eq!(fs::read(&file).unwrap(), b"spoiled", "untouched");
}

/// The sealed files of a practice.
fn sealed(folder: &Path) -> Vec<PathBuf> {
    let shelves = fs::read_dir(folder.join("att")).unwrap().map(|shelf| shelf.unwrap().path());
    shelves.flat_map(|shelf| fs::read_dir(shelf).unwrap().map(|file| file.unwrap().path())).collect()
}

fn flip(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(file, bytes).unwrap();
}

#[tokio::test]
async fn going_back_brings_a_file_whose_bytes_are_wrong_and_never_takes_a_good_one() {
    let around = tempfile::tempdir().unwrap();
    let (premises, made, given) = went_on(around.path()).await;
    let files = sealed(&premises.folder);
    files.iter().for_each(|file| flip(file));
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    assert!(handouts::given_pdf(&practice, &given).await.is_ok(), "of the same length, and not the same");
    practice.lock().await.unwrap();

    for copy in sealed(&premises.folder.join("backups")) {
        fs::write(copy, b"cut").unwrap();
    }
    let practice = back_to(&premises, &made.folder, PASSPHRASE).await.unwrap();
    assert!(handouts::given_pdf(&practice, &given).await.is_ok(), "the good one stayed");
    practice.lock().await.unwrap();

    files.iter().for_each(|file| flip(file));
    let secret = BackupSecret::Passphrase { passphrase: PASSPHRASE.to_owned() };
    let source = BackupSource::Here(made.folder.clone());
    let brought = opening::bring_in(&premises, source, secret).await.unwrap();
    assert_eq!(brought.found().missing_files, files.len(), "there, and not as they were kept");
}

#[tokio::test]
async fn a_copy_brings_a_file_whose_bytes_are_wrong_here() {
    let around = tempfile::tempdir().unwrap();
    let (premises, _, given) = went_on(around.path()).await;
    let stick = tempfile::tempdir().unwrap();
    let practice = unlock(&premises).await;
    backup::choose_place(&practice, stick.path().to_path_buf()).await.unwrap();
    backup::copy_outside(&practice, &Cancel::default(), |_, _| {}).await.unwrap();
    practice.lock().await.unwrap();
    sealed(&premises.folder).iter().for_each(|file| flip(file));
    let copy = fs::read_dir(stick.path()).unwrap().next().unwrap().unwrap().path();
    let secret = BackupSecret::Passphrase { passphrase: PASSPHRASE.to_owned() };
    let brought = opening::bring_in(&premises, BackupSource::Copy(copy), secret).await.unwrap();
    assert_eq!(brought.found().missing_files, 0);
    let practice = opening::switch_to(&premises, brought).await.unwrap();
    assert!(handouts::given_pdf(&practice, &given).await.is_ok());
    practice.lock().await.unwrap();
}
