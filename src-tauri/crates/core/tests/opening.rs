//! Making, unlocking, locking and recovering a practice, and every way the door can stick.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::{Path, PathBuf};

use hegu_core::opening::{self, NewPractice, Premises, Standing, TypedBack, Unlock, UnlockWithRecoveryCode};
use hegu_core::people::Keyring;
use hegu_core::testing::{PASSPHRASE, PretendedKeyring, TestPractice, create, fault, invented_premises};
use hegu_core::{Error, FieldProblem, Practice, Trouble};

const OTHER: &str = "granite walnut hover lantern tide";

fn form() -> NewPractice {
    NewPractice {
        practice_name: "Willow Lane Acupuncture".to_owned(),
        owner_name: "Ines Marlow".to_owned(),
        credentials: "R.Ac.".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        passphrase_again: PASSPHRASE.to_owned(),
    }
}

async fn unlock_with(premises: &Premises, passphrase: &str) -> Result<Practice, Error> {
    let Standing::Closed { people, .. } = opening::look(&premises.folder)? else {
        panic!("no closed practice")
    };
    opening::unlock(premises, Unlock { person: people[0].id.clone(), passphrase: passphrase.to_owned() })
        .await
}

/// A locked practice to do things to.
async fn locked() -> (tempfile::TempDir, Premises, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let premises = invented_premises(folder.path());
    let prepared = opening::prepare(&premises, form()).await.unwrap();
    let sheet = prepared.sheet();
    let typed = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].to_lowercase()).collect();
    let practice = opening::create(&premises, &prepared, TypedBack { groups: typed }).await.unwrap();
    practice.lock().await.unwrap();
    (folder, premises, sheet.groups.clone())
}

fn trouble(result: Result<Practice, Error>) -> Trouble {
    match result {
        Err(Error::Trouble(trouble)) => trouble,
        other => panic!("expected trouble, got {other:?}"),
    }
}

fn standing_trouble(premises: &Premises) -> Trouble {
    match opening::look(&premises.folder).unwrap() {
        Standing::Trouble(trouble) => trouble,
        other => panic!("expected trouble, got {other:?}"),
    }
}

fn database(premises: &Premises) -> PathBuf {
    premises.folder.join("db/practice.e1.1.db")
}

/// Every file below a folder with its content, to show that nothing was touched.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path)
            } else {
                files.push((path.clone(), fs::read(path).unwrap()))
            }
        }
    }
    files.sort();
    files
}

#[tokio::test]
async fn a_practice_is_made_locked_and_unlocked_by_its_owner() {
    let (_keep, premises, _) = locked().await;
    let standing = opening::look(&premises.folder).unwrap();
    let Standing::Closed { practice_name, people, .. } = standing else { panic!("{standing:?}") };
    assert_eq!(practice_name, "Willow Lane Acupuncture", "the door says whose it is");
    assert_eq!((people[0].name.as_str(), people[0].credentials.as_str()), ("Ines Marlow", "R.Ac."));
    let practice = unlock_with(&premises, PASSPHRASE).await.unwrap();
    assert_eq!(practice.actor().name, "Ines Marlow");
    assert_eq!(fault(&practice).await.unwrap(), None);
}

#[tokio::test]
async fn a_new_practice_puts_its_device_key_into_the_keyring_and_the_owner_never_needs_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut premises = invented_premises(folder.path());
    let keyring = std::sync::Arc::<PretendedKeyring>::default();
    premises.keyring = Keyring::Pretended(std::sync::Arc::clone(&keyring));
    create(&premises).await.unwrap().lock().await.unwrap();
    let (names, kept) = (keyring.names(), keyring.contents());
    assert_eq!(names.len(), 2, "the key, and how far the audit has come, which is no secret");
    let key = names.iter().position(|name| name.starts_with("device-key ")).unwrap();
    let kept = [kept[key].clone()];
    for (path, bytes) in everything(&premises.folder) {
        let found = bytes.windows(kept[0].len()).any(|window| window == kept[0].as_bytes());
        assert!(!found, "{} holds what only the keyring may hold", path.display());
    }
    premises.keyring = Keyring::Absent;
    unlock_with(&premises, PASSPHRASE).await.unwrap();
}

#[tokio::test]
async fn nothing_is_on_the_disk_before_the_sheet_was_typed_back() {
    let folder = tempfile::tempdir().unwrap();
    let premises = invented_premises(folder.path());
    let prepared = opening::prepare(&premises, form()).await.unwrap();
    assert_eq!(everything(folder.path()), [], "preparing writes nothing");
    let wrong = TypedBack { groups: vec!["0000".to_owned(), "0000".to_owned()] };
    let Err(Error::Invalid(fields)) = opening::create(&premises, &prepared, wrong).await else {
        panic!("accepted")
    };
    assert_eq!(fields.len(), 2, "both groups are pointed out");
    assert!(fields.iter().all(|field| field.problem == FieldProblem::DoesNotMatch));
    assert_eq!(everything(folder.path()), [], "a wrong group writes nothing either");
}

#[tokio::test]
async fn what_an_interrupted_creation_left_is_cleared_and_never_taken_for_a_practice() {
    let folder = tempfile::tempdir().unwrap();
    let premises = invented_premises(folder.path());
    let left = folder.path().join(".practice.being-made/db");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("practice.e1.1.db"), "half").unwrap();
    assert_eq!(opening::look(&premises.folder).unwrap(), Standing::Nothing);
    assert!(!left.exists());
    create(&premises).await.unwrap().lock().await.unwrap();
    unlock_with(&premises, PASSPHRASE).await.unwrap();
}

#[tokio::test]
async fn every_weak_field_of_the_first_form_is_pointed_out_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let input = NewPractice {
        practice_name: " ".to_owned(),
        owner_name: "x".repeat(101),
        credentials: "R.\u{7}Ac.".to_owned(),
        passphrase: "ines1964".to_owned(),
        passphrase_again: String::new(),
    };
    let Err(Error::Invalid(fields)) = opening::prepare(&invented_premises(folder.path()), input).await else {
        panic!()
    };
    let found: Vec<_> = fields.iter().map(|field| (field.path.as_str(), field.problem)).collect();
    assert_eq!(
        found,
        [
            ("practice_name", FieldProblem::Required),
            ("owner_name", FieldProblem::TooLong),
            ("credentials", FieldProblem::ControlCharacters),
            ("passphrase", FieldProblem::TooWeak),
        ]
    );
}

#[tokio::test]
async fn a_second_practice_is_never_made_over_the_first() {
    let (_keep, premises, _) = locked().await;
    let before = everything(&premises.folder);
    let again = opening::prepare(&premises, form()).await;
    assert!(matches!(again, Err(Error::Trouble(Trouble::InUse))), "{again:?}");
    assert_eq!(everything(&premises.folder), before);
}

#[tokio::test]
async fn wrong_passphrases_are_counted_slow_down_and_are_forgotten_after_a_right_one() {
    let (_keep, premises, _) = locked().await;
    for _ in 0..3 {
        let refused = unlock_with(&premises, OTHER).await;
        assert!(matches!(refused, Err(Error::WrongPassphrase { wait_seconds: 0 })), "{refused:?}");
    }
    let fourth = unlock_with(&premises, OTHER).await;
    assert!(matches!(fourth, Err(Error::WrongPassphrase { wait_seconds: 1 })), "{fourth:?}");
    let too_soon = unlock_with(&premises, PASSPHRASE).await;
    assert!(
        matches!(too_soon, Err(Error::TooSoon { wait_seconds: 1 })),
        "the clock stands still: {too_soon:?}"
    );
    let mut later = premises.clone();
    later.clock = hegu_core::clock::Clock::Fixed("2026-05-12T10:58:00-07:00".parse().unwrap());
    unlock_with(&later, PASSPHRASE).await.unwrap().lock().await.unwrap();
    let fresh = unlock_with(&later, OTHER).await;
    assert!(
        matches!(fresh, Err(Error::WrongPassphrase { wait_seconds: 0 })),
        "the count starts anew: {fresh:?}"
    );
}

#[tokio::test]
async fn an_unknown_person_is_answered_like_a_wrong_passphrase() {
    let (_keep, premises, _) = locked().await;
    let stranger = Unlock {
        person: "0196c000-0000-7000-8000-000000000000".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    let refused = opening::unlock(&premises, stranger).await;
    assert!(matches!(refused, Err(Error::WrongPassphrase { .. })), "{refused:?}");
}

#[tokio::test]
async fn the_recovery_code_opens_the_practice_and_replaces_the_passphrase() {
    let (_keep, premises, groups) = locked().await;
    let code = groups.join("-").to_lowercase();
    let recover = |code: &str| UnlockWithRecoveryCode {
        code: code.to_owned(),
        new_passphrase: OTHER.to_owned(),
        new_passphrase_again: OTHER.to_owned(),
    };
    opening::recover(&premises, recover(&code)).await.unwrap().lock().await.unwrap();
    let old = unlock_with(&premises, PASSPHRASE).await;
    assert!(matches!(old, Err(Error::WrongPassphrase { .. })), "the lost passphrase opens no more: {old:?}");
    let practice = unlock_with(&premises, OTHER).await.unwrap();
    assert_eq!(fault(&practice).await.unwrap(), None);
    practice.lock().await.unwrap();
    opening::recover(&premises, recover(&code)).await.unwrap();
}

#[tokio::test]
async fn a_slip_in_the_recovery_code_is_told_from_a_foreign_code() {
    let (_keep, premises, mut groups) = locked().await;
    let (_keep_other, _, foreign) = locked().await;
    let recover = |groups: &[String]| UnlockWithRecoveryCode {
        code: groups.join(" "),
        new_passphrase: OTHER.to_owned(),
        new_passphrase_again: OTHER.to_owned(),
    };
    let before = everything(&premises.folder);
    let refused = opening::recover(&premises, recover(&foreign)).await;
    assert!(matches!(refused, Err(Error::WrongRecoveryCode)), "{refused:?}");
    let first = groups[2].remove(0);
    groups[2].insert(0, if first == '7' { '8' } else { '7' });
    let slip = opening::recover(&premises, recover(&groups)).await;
    assert!(matches!(slip, Err(Error::MistypedRecoveryCode { group: Some(3) })), "counted from 1: {slip:?}");
    let after: Vec<_> =
        everything(&premises.folder).into_iter().filter(|(path, _)| !path.ends_with("vault.lock")).collect();
    let before: Vec<_> = before.into_iter().filter(|(path, _)| !path.ends_with("vault.lock")).collect();
    assert_eq!(after, before, "neither changed anything");
}

#[tokio::test]
async fn a_missing_damaged_cut_or_newer_key_file_is_told_apart_and_left_alone() {
    let (_keep, premises, _) = locked().await;
    let file = premises.folder.join("vault.json");
    let whole = fs::read(&file).unwrap();
    let folder = premises.folder.clone();

    fs::rename(&file, folder.join("aside")).unwrap();
    assert_eq!(standing_trouble(&premises), Trouble::VaultMissing { folder: folder.clone() });
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(standing_trouble(&premises), Trouble::VaultDamaged { folder: folder.clone(), copies: 0 });
    assert_eq!(fs::read(&file).unwrap().len(), whole.len() / 2, "a cut file is not mended or overwritten");
    fs::write(&file, "").unwrap();
    assert_eq!(standing_trouble(&premises), Trouble::VaultDamaged { folder, copies: 0 });
    let text = String::from_utf8(whole.clone()).unwrap();
    fs::write(&file, text.replacen("\"v\":1", "\"v\":2", 1).replacen("0.1.0", "9.4.0", 1)).unwrap();
    assert_eq!(standing_trouble(&premises), Trouble::VaultNewer { needs: "9.4.0".to_owned() });

    let renamed = text.replacen("Willow Lane Acupuncture", "Willow Lane Accupuncture", 1);
    fs::write(&file, &renamed).unwrap();
    let forged = unlock_with(&premises, PASSPHRASE).await;
    assert!(
        matches!(trouble(forged), Trouble::VaultDamaged { .. }),
        "a changed name is seen once the key is known"
    );
    fs::write(&file, &whole).unwrap();
    unlock_with(&premises, PASSPHRASE).await.unwrap();
}

#[tokio::test]
async fn a_missing_or_damaged_database_is_told_apart_and_left_alone() {
    let (_keep, premises, _) = locked().await;
    let folder = premises.folder.clone();
    let file = database(&premises);
    let whole = fs::read(&file).unwrap();

    fs::remove_file(&file).unwrap();
    assert_eq!(standing_trouble(&premises), Trouble::DatabaseMissing { folder: folder.clone() });
    assert!(!file.exists(), "no empty database is put in its place");
    for damaged in [whole[..4096].to_vec(), b"not a database at all".repeat(400), Vec::new()] {
        fs::write(&file, &damaged).unwrap();
        let refused = trouble(unlock_with(&premises, PASSPHRASE).await);
        assert_eq!(refused, Trouble::DatabaseDamaged { folder: folder.clone() });
        assert_eq!(fs::read(&file).unwrap(), damaged, "a damaged database is kept as it is");
    }
    fs::write(&file, &whole).unwrap();
    unlock_with(&premises, PASSPHRASE).await.unwrap();
}

#[tokio::test]
async fn an_older_key_file_put_back_is_noticed() {
    let (_keep, premises, _) = locked().await;
    let old = fs::read(premises.folder.join("vault.json")).unwrap();
    let practice = unlock_with(&premises, PASSPHRASE).await.unwrap();
    let machine = hegu_core::settings::MachineSettings::default();
    let mut settings = hegu_core::settings::read(&practice, machine).await.unwrap().practice;
    settings.name = "Willow Lane Clinic".to_owned();
    hegu_core::settings::change_practice(&practice, settings).await.unwrap();
    practice.lock().await.unwrap();
    let Standing::Closed { practice_name, .. } = opening::look(&premises.folder).unwrap() else { panic!() };
    assert_eq!(practice_name, "Willow Lane Clinic", "the door shows the new name");
    assert_eq!(fs::read(premises.folder.join("vault.json.1")).unwrap(), old, "the generation before is kept");
    fs::write(premises.folder.join("vault.json"), &old).unwrap();
    let refused = trouble(unlock_with(&premises, PASSPHRASE).await);
    assert!(matches!(refused, Trouble::VaultOlderThanRecords { .. }), "{refused:?}");
}

#[tokio::test]
async fn a_practice_that_is_open_is_refused_to_everyone_else_at_once() {
    let practice = TestPractice::make().await.unwrap();
    let refused = trouble(unlock_with(practice.premises(), PASSPHRASE).await);
    assert_eq!(refused, Trouble::InUse);
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_of_the_account_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let practice = TestPractice::make().await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(practice.folder()), 0o700);
    assert_eq!(mode(&practice.folder().join("db")), 0o700);
    for (path, _) in everything(practice.folder()) {
        assert_eq!(mode(&path) & 0o077, 0, "{} is readable by others", path.display());
    }
}
