//! Passphrases, this computer's key, the sheet on paper, and the master key behind them.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod written;

use std::path::Path;

use hegu_core::keys::{self, ChangePassphrase, CheckSheet, OpensWith, ResetPassphrase, UnlockWithComputer};
use hegu_core::opening::{self, TypedBack, Unlock, UnlockWithRecoveryCode};
use hegu_core::people::{self, KeyringStanding, RemovePerson};
use hegu_core::testing::{
    Clinic, Mood, PASSPHRASE, TestPractice, ask, fault, invented_premises, passphrase_of,
};
use hegu_core::{Error, FieldProblem, notes};

const OTHER: &str = "granite walnut hover lantern tide";

fn change(old: &str, new: &str) -> ChangePassphrase {
    ChangePassphrase { old: old.to_owned(), new: new.to_owned(), new_again: new.to_owned() }
}

/// The folder of a practice, copied as a thief would.
fn stolen(folder: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            stolen(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[tokio::test]
async fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let clinic = Clinic::open().await.unwrap();
    let jun = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await.unwrap();
    let wrong = keys::change_passphrase(&jun, change("not this one", "summer heron jun")).await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })), "{wrong:?}");
    let empty = keys::change_passphrase(&jun, change("", "summer heron jun")).await;
    assert!(matches!(empty, Err(Error::Invalid(_))), "an empty field is no try: {empty:?}");
    keys::change_passphrase(&jun, change(&passphrase_of("Jun"), "summer heron jun")).await.unwrap();
    jun.lock().await.unwrap();
    let old = clinic.unlock(&clinic.jun, &passphrase_of("Jun")).await;
    assert!(matches!(old, Err(Error::WrongPassphrase { .. })), "{old:?}");
    let jun = clinic.unlock(&clinic.jun, "summer heron jun").await.unwrap();
    let client = written::register(&jun, "Maggie").await;
    notes::sign(&jun, written::sign(&client, written::note())).await.unwrap();
    jun.lock().await.unwrap();
    clinic.keyring.lose_everything();
    let elsewhere = clinic.unlock(&clinic.jun, "summer heron jun").await;
    let expected = Error::DeviceKeyNeeded(KeyringStanding::Empty).to_string();
    assert_eq!(elsewhere.unwrap_err().to_string(), expected, "still bound to this computer");
}

#[tokio::test]
async fn a_passphrase_in_any_form_of_unicode_is_the_same() {
    let test = TestPractice::make().await.unwrap();
    let composed = "caf\u{e9} lantern \u{fb01}ve orbit puddle walnut";
    keys::change_passphrase(&test, change(PASSPHRASE, composed)).await.unwrap();
    let person = test.actor().id.to_string();
    test.lock().await.unwrap();
    let passphrase = "cafe\u{301} lantern five orbit puddle walnut".to_owned();
    opening::unlock(test.premises(), Unlock { person, passphrase }).await.unwrap();
}

#[tokio::test]
async fn an_owner_resets_a_colleagues_passphrase_and_cannot_sign_as_them() {
    let clinic = Clinic::open().await.unwrap();
    let jun = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await.unwrap();
    let client = written::register(&jun, "Maggie").await;
    let before = notes::sign(&jun, written::sign(&client, written::note())).await.unwrap();
    let ines = clinic.seat_ines().await.unwrap();
    let reset = |id: &str, words: &str| ResetPassphrase {
        id: id.to_owned(),
        passphrase: words.to_owned(),
        passphrase_again: words.to_owned(),
    };
    let own = keys::reset_passphrase(&ines, reset(&clinic.ines, OTHER)).await;
    assert!(matches!(own, Err(Error::NotPermitted)), "one's own is changed, not reset");
    keys::reset_passphrase(&ines, reset(&clinic.jun, "summer heron jun")).await.unwrap();
    let old = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await;
    assert!(matches!(old, Err(Error::WrongPassphrase { .. })), "{old:?}");
    let jun = clinic.seat(&clinic.jun, "summer heron jun").await.unwrap();
    let after = notes::sign(&jun, written::sign(&client, written::note())).await.unwrap();
    assert_eq!(after.seal, notes::Seal::Verified, "by the new key");
    let opened = notes::open(&jun, &before.id).await.unwrap();
    assert_eq!(opened.seal, notes::Seal::Verified, "and what was signed with the old one stays valid");
}

#[tokio::test]
async fn after_the_key_was_replaced_everybody_opens_as_before_and_a_stolen_copy_opens_nothing_new() {
    let clinic = Clinic::open().await.unwrap();
    clinic.practice.lock().await.unwrap();
    let thief = tempfile::tempdir().unwrap();
    stolen(&clinic.premises.folder, thief.path());
    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    let client = written::register(&ines, "Maggie").await;
    people::remove(&ines, RemovePerson { id: clinic.jun.clone(), rotate: true }).await.unwrap();
    let view = keys::security(&ines).await.unwrap();
    assert_eq!((view.key_epoch, view.database_file.as_str()), (2, "db/practice.e2.1.db"));
    assert_eq!(fault(&ines).await.unwrap(), None);
    written::register(&ines, "Tomás").await;
    ines.lock().await.unwrap();

    let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
    assert_eq!(fault(&ines).await.unwrap(), None, "also when it is opened again");
    assert!(hegu_core::clients::overview(&ines, &client).await.is_ok(), "nothing was lost");
    ines.lock().await.unwrap();
    clinic.unlock(&clinic.grace, &passphrase_of("Grace")).await.unwrap().lock().await.unwrap();

    // The thief has the key file of before, Jun's passphrase and the keyring, and now steals the new records as well.
    let mut theirs = clinic.premises.clone();
    theirs.folder = thief.path().to_path_buf();
    let new = clinic.premises.folder.join("db/practice.e2.1.db");
    std::fs::copy(new, thief.path().join("db/practice.e1.1.db")).unwrap();
    let try_it = Unlock { person: clinic.jun.clone(), passphrase: passphrase_of("Jun") };
    let opened = opening::unlock(&theirs, try_it).await;
    assert!(matches!(opened, Err(Error::Trouble(_))), "the old key does not fit the new records: {opened:?}");
}

#[tokio::test]
async fn a_key_that_cannot_be_replaced_leaves_the_old_one_in_force() {
    let clinic = Clinic::open().await.unwrap();
    // A folder stands where the new file would, under the last name there is, so that making it fails.
    let in_the_way = clinic.premises.folder.join("db/practice.e2.4294967295.db");
    std::fs::create_dir_all(in_the_way.join("full")).unwrap();
    assert!(keys::rotate(&clinic.practice).await.is_err());
    let view = keys::security(&clinic.practice).await.unwrap();
    assert_eq!(view.key_epoch, 1);
    written::register(&clinic.practice, "Maggie").await;
    std::fs::remove_dir_all(in_the_way).unwrap();
    keys::rotate(&clinic.practice).await.unwrap();
    assert_eq!(keys::security(&clinic.practice).await.unwrap().key_epoch, 2);
    assert_eq!(fault(&clinic.practice).await.unwrap(), None);
}

#[tokio::test]
async fn every_answer_of_the_keyring_has_its_own_words_and_an_owner_heals_it() {
    let clinic = Clinic::open().await.unwrap();
    clinic.practice.lock().await.unwrap();
    for (mood, standing) in [
        (Mood::Gone, KeyringStanding::None),
        (Mood::Locked, KeyringStanding::Locked),
        (Mood::Fresh, KeyringStanding::Empty),
        (Mood::Lies, KeyringStanding::Other),
    ] {
        clinic.keyring.be(mood);
        match clinic.unlock(&clinic.grace, &passphrase_of("Grace")).await {
            Err(Error::DeviceKeyNeeded(found)) => assert_eq!(found, standing, "{mood:?}"),
            other => panic!("{mood:?}: {other:?}"),
        }
        let ines = clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap();
        ines.lock().await.unwrap();
    }
    clinic.keyring.be(Mood::Works);
    clinic.keyring.lose_everything();
    assert_eq!(clinic.keyring.names().len(), 0, "what is missing was not made anew by anybody");
    clinic.unlock(&clinic.ines, PASSPHRASE).await.unwrap().lock().await.unwrap();
    clinic.unlock(&clinic.grace, &passphrase_of("Grace")).await.unwrap();
}

#[tokio::test]
async fn a_stolen_folder_without_the_keyring_opens_for_no_colleague() {
    let clinic = Clinic::open().await.unwrap();
    let view = keys::security(&clinic.practice).await.unwrap();
    let with: Vec<OpensWith> = view.opens.iter().map(|way| way.with).collect();
    let bound = OpensWith::PassphraseAndComputer;
    assert_eq!(with, [OpensWith::Passphrase, bound, bound]);
    clinic.practice.lock().await.unwrap();
    let thief = tempfile::tempdir().unwrap();
    let mut theirs = invented_premises(thief.path());
    stolen(&clinic.premises.folder, &theirs.folder);
    theirs.keyring = people::Keyring::Absent;
    for (person, first) in [(&clinic.jun, "Jun"), (&clinic.grace, "Grace")] {
        let unlock = Unlock { person: person.clone(), passphrase: passphrase_of(first) };
        let opened = opening::unlock(&theirs, unlock).await;
        assert!(matches!(opened, Err(Error::DeviceKeyNeeded(KeyringStanding::None))), "{opened:?}");
    }
    let owner = Unlock { person: clinic.ines.clone(), passphrase: PASSPHRASE.to_owned() };
    opening::unlock(&theirs, owner).await.unwrap();
}

#[tokio::test]
async fn a_new_sheet_opens_and_the_old_one_does_not() {
    let test = TestPractice::make().await.unwrap();
    let prepared = keys::prepare_sheet(&test).await.unwrap();
    let sheet = prepared.sheet();
    let code = sheet.groups.join(" ");
    let wrong = TypedBack { groups: vec!["0000".to_owned(); 2] };
    assert!(matches!(keys::renew_sheet(&test, &prepared, wrong).await, Err(Error::Invalid(_))));
    let unknown = keys::check_sheet(&test, CheckSheet { code: code.clone() }).await;
    assert!(matches!(unknown, Err(Error::WrongRecoveryCode)), "not before it was typed back: {unknown:?}");
    // Keys may change while the sheet is being printed.
    keys::rotate(&test).await.unwrap();
    let groups = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
    keys::renew_sheet(&test, &prepared, TypedBack { groups }).await.unwrap();
    keys::check_sheet(&test, CheckSheet { code: code.to_lowercase() }).await.unwrap();
    let mistyped =
        keys::check_sheet(&test, CheckSheet { code: code.replace(&sheet.groups[2], "0000") }).await;
    assert!(matches!(mistyped, Err(Error::MistypedRecoveryCode { .. }) | Ok(())), "{mistyped:?}");
    let view = keys::security(&test).await.unwrap();
    assert!(view.recovery.checked.is_some() && !view.recovery.due);
    test.lock().await.unwrap();
    let recover = UnlockWithRecoveryCode {
        code,
        new_passphrase: OTHER.to_owned(),
        new_passphrase_again: OTHER.to_owned(),
    };
    let practice = opening::recover(test.premises(), recover).await.unwrap();
    assert!(keys::sheet_was_used(&practice).await.unwrap());
    let person = practice.actor().id.to_string();
    practice.lock().await.unwrap();
    let passphrase = OTHER.to_owned();
    let practice = opening::unlock(test.premises(), Unlock { person, passphrase }).await.unwrap();
    assert!(keys::sheet_was_used(&practice).await.unwrap(), "a lock does not make it unseen");
    let prepared = keys::prepare_sheet(&practice).await.unwrap();
    let sheet = prepared.sheet();
    let groups = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
    keys::renew_sheet(&practice, &prepared, TypedBack { groups }).await.unwrap();
    assert!(!keys::sheet_was_used(&practice).await.unwrap());
}

#[tokio::test]
async fn the_log_in_of_the_computer_opens_a_practice_of_one_and_never_signs() {
    let test = TestPractice::make().await.unwrap();
    let keyring = std::sync::Arc::<hegu_core::testing::PretendedKeyring>::default();
    let person = test.actor().id.to_string();
    test.lock().await.unwrap();
    let mut premises = test.premises().clone();
    premises.keyring = people::Keyring::Pretended(std::sync::Arc::clone(&keyring));
    let passphrase = PASSPHRASE.to_owned();
    let practice = opening::unlock(&premises, Unlock { person, passphrase }).await.unwrap();
    let on = |passphrase: &str| UnlockWithComputer { on: true, passphrase: passphrase.to_owned() };
    let wrong = keys::unlock_with_computer(&practice, on("a guess")).await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })), "{wrong:?}");
    keyring.be(Mood::Locked);
    let refused = keys::unlock_with_computer(&practice, on(PASSPHRASE)).await;
    assert!(matches!(refused, Err(Error::Keyring(KeyringStanding::Locked))), "{refused:?}");
    keyring.be(Mood::Works);
    keys::unlock_with_computer(&practice, on(PASSPHRASE)).await.unwrap();
    practice.lock().await.unwrap();

    let practice = opening::unlock_with_computer(&premises).await.unwrap();
    let client = written::register(&practice, "Maggie").await;
    let unproven = notes::sign(&practice, written::sign(&client, written::note())).await;
    assert!(matches!(unproven, Err(Error::ProofNeeded)), "the account is no person: {unproven:?}");
    let off = UnlockWithComputer { on: false, passphrase: String::new() };
    let kept = keyring.contents();
    keys::unlock_with_computer(&practice, off).await.unwrap();
    practice.lock().await.unwrap();
    assert!(keyring.contents().len() < kept.len(), "the keyring's half is gone");
    let gone = opening::unlock_with_computer(&premises).await;
    assert!(matches!(gone, Err(Error::ComputerUnlockGone)), "{gone:?}");

    let person = test.actor().id.to_string();
    let passphrase = PASSPHRASE.to_owned();
    let practice = opening::unlock(&premises, Unlock { person, passphrase }).await.unwrap();
    let before = keyring.contents();
    keys::unlock_with_computer(&practice, on(PASSPHRASE)).await.unwrap();
    let half: Vec<String> = keyring.contents().into_iter().filter(|entry| !before.contains(entry)).collect();
    assert_eq!(half.len(), 1);
    hegu_core::testing::add(&practice, "Jun Mori", people::Role::Practitioner).await.unwrap();
    assert!(!keyring.contents().contains(&half[0]), "an earlier copy of the key file needs it to open");
}

#[tokio::test]
async fn keys_are_changed_by_nobody_but_an_owner() {
    let clinic = Clinic::open().await.unwrap();
    let jun = clinic.seat(&clinic.jun, &passphrase_of("Jun")).await.unwrap();
    assert!(matches!(keys::rotate(&jun).await, Err(Error::NotPermitted)));
    assert!(matches!(keys::security(&jun).await, Err(Error::NotPermitted)));
    assert!(matches!(keys::prepare_sheet(&jun).await, Err(Error::NotPermitted)));
    let weak = keys::change_passphrase(&jun, change(&passphrase_of("Jun"), "short")).await;
    let Err(Error::Invalid(fields)) = weak else { panic!("{weak:?}") };
    assert_eq!((fields[0].path.as_str(), fields[0].problem), ("new", FieldProblem::TooShort));
    let refused = ask(&jun, "SELECT count(*) FROM audit_entry WHERE action = 'refused'").await.unwrap();
    assert_eq!(refused, ["3"]);
}

#[tokio::test]
async fn a_code_that_was_used_is_known_to_be_even_when_the_new_passphrase_could_not_be_kept() {
    let test = TestPractice::make().await.unwrap();
    let prepared = keys::prepare_sheet(&test).await.unwrap();
    let sheet = prepared.sheet();
    let groups = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
    keys::renew_sheet(&test, &prepared, TypedBack { groups }).await.unwrap();
    let person = test.actor().id.to_string();
    test.lock().await.unwrap();
    // A folder stands where the next key file is written first.
    let in_the_way = test.premises().folder.join("vault.tmp");
    std::fs::create_dir(&in_the_way).unwrap();
    let (new_passphrase, new_passphrase_again) = (OTHER.to_owned(), OTHER.to_owned());
    let code = sheet.groups.join(" ");
    let recover = UnlockWithRecoveryCode { code, new_passphrase, new_passphrase_again };
    assert!(opening::recover(test.premises(), recover).await.is_err());
    std::fs::remove_dir(in_the_way).unwrap();
    let before = Unlock { person, passphrase: PASSPHRASE.to_owned() };
    let practice = opening::unlock(test.premises(), before).await.unwrap();
    assert!(keys::sheet_was_used(&practice).await.unwrap(), "somebody had the sheet in their hands");
}
