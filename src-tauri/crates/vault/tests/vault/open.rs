//! Who can open a practice, and who cannot.

use crate::support::{OWNER, WORDS, practice, same, try_words, typed};
use hegu_vault::{
    DeviceKey, KdfBounds, RecoveryCode, VaultError, VaultFile, renew_recovery, unlock, unlock_with_recovery,
};

#[test]
fn what_was_written_opens_with_the_passphrase() {
    let made = practice();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    let opened = try_words(&file, WORDS).unwrap();
    assert!(same(&file, &opened.master, &made.opened.master), "the same records are readable");
    assert_eq!(opened.signing.public(), made.opened.signing.public(), "old signatures are still one's own");
    assert_eq!(&opened.signing.public(), file.people()[0].signing_key(), "and the file says so");
    assert_eq!(opened.person, OWNER);
}

#[test]
fn near_misses_do_not_open() {
    let made = practice();
    let first_upper = WORDS.replacen('t', "T", 1);
    let (spaced, short) = (format!("{WORDS} "), &WORDS[1..]);
    for miss in [first_upper.as_str(), &spaced, short, "", "tidy  copper river lantern yawn"] {
        let answer = try_words(&made.file, miss).map(drop);
        assert_eq!(answer, Err(VaultError::WrongPassphrase), "opened with {miss:?}");
    }
}

#[test]
fn composed_and_decomposed_accents_are_one_passphrase() {
    let mut made = practice();
    let composed = typed("caf\u{e9} \u{fb01}ve \u{ff11}");
    let master = made.opened.master;
    let cost = hegu_vault::KdfCost::quick();
    hegu_vault::set_passphrase(&mut made.file, &master, OWNER, &composed, cost, None).unwrap();
    assert!(try_words(&made.file, "cafe\u{301} five 1").is_ok(), "the other keyboard's form");
}

#[test]
fn an_unknown_person_gets_the_answer_of_a_wrong_passphrase() {
    let made = practice();
    let answer = unlock(&made.file, "nobody", &typed(WORDS), None, &KdfBounds::quick()).map(drop);
    assert_eq!(answer, Err(VaultError::WrongPassphrase), "who works here is not told");
}

#[test]
fn the_owner_needs_no_device_key() {
    let made = practice();
    let device = DeviceKey::make();
    let elsewhere = unlock(&made.file, OWNER, &typed(WORDS), Some(&device), &KdfBounds::quick());
    assert!(elsewhere.is_ok(), "another computer's keyring does not stand in the way");
}

#[test]
fn the_code_on_paper_opens_the_practice() {
    let made = practice();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    let typed = RecoveryCode::parse(&made.code.groups().join(" ")).unwrap();
    let master = unlock_with_recovery(&file, &typed).unwrap();
    assert!(same(&file, &master, &made.opened.master), "the same records are readable");
}

#[test]
fn another_practices_code_is_wrong() {
    let answer = unlock_with_recovery(&practice().file, &practice().code).map(drop);
    assert_eq!(answer, Err(VaultError::WrongRecoveryCode));
}

#[test]
fn a_new_sheet_makes_the_old_one_worthless() {
    let mut made = practice();
    let renewed = renew_recovery(&mut made.file, &made.opened.master, 1_790_000_500_000).unwrap();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    assert_eq!(unlock_with_recovery(&file, &made.code).map(drop), Err(VaultError::WrongRecoveryCode));
    assert!(unlock_with_recovery(&file, &renewed).is_ok(), "the new one opens");
    assert_eq!(file.generation(), 2);
    assert_eq!(file.recovery().created_ms(), 1_790_000_500_000);
}

#[test]
fn people_are_shown_before_anything_is_opened() {
    let file = VaultFile::parse(&practice().bytes()).unwrap();
    let owner = &file.people()[0];
    assert_eq!((owner.id(), owner.name(), owner.credentials()), (OWNER, "Ana Lindqvist", "L.Ac."));
    assert_eq!((file.practice(), file.min_app()), ("Quiet River Acupuncture", "0.1.0"));
    assert_eq!((file.database().file(), file.generation()), ("db/practice.e1.1.db", 1));
    assert!(!owner.device_bound() && file.device_key().is_none(), "a solo practice has no device key");
}
