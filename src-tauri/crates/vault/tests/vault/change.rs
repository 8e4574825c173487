//! Changing passphrases and facts of a practice.

use hegu_vault::{
    Damage, KdfCost, MasterKey, PassphraseChange, VaultError, VaultFile, change_passphrase, renew_recovery,
    set_passphrase, unlock_with_recovery,
};

use crate::support::{OWNER, WORDS, body, practice, same, try_words, typed};

const NEW_WORDS: &str = "amber walnut kite proud basin";

#[test]
fn a_changed_passphrase_leaves_the_records_and_the_signature_as_they_were() {
    let mut made = practice();
    let before = body(&made.bytes());
    let new = typed(NEW_WORDS);
    let change = PassphraseChange { new: &new, cost: KdfCost::quick(), device: None };
    change_passphrase(&mut made.file, &made.opened, &change).unwrap();

    let after = body(&made.bytes());
    assert_eq!(before["people"][0]["ed25519_pk"], after["people"][0]["ed25519_pk"]);
    for renewed in ["salt", "bundle", "sealed", "x25519_pk"] {
        assert_ne!(before["people"][0][renewed], after["people"][0][renewed], "{renewed} is new");
    }
    assert_eq!(made.file.generation(), 2);
    assert_eq!(try_words(&made.file, WORDS).err(), Some(VaultError::WrongPassphrase), "the old one is out");
    let opened = try_words(&VaultFile::parse(&made.bytes()).unwrap(), NEW_WORDS).unwrap();
    assert!(same(&made.file, &opened.master, &made.opened.master), "the same records are readable");
    assert_eq!(opened.signing.public(), made.opened.signing.public(), "and the signature is the same");
}

#[test]
fn a_change_of_a_file_that_somebody_else_opened_changes_nothing() {
    let (made, other) = (practice(), practice());
    let mut file = VaultFile::parse(&made.bytes()).unwrap();
    let new = typed(NEW_WORDS);
    let change = PassphraseChange { new: &new, cost: KdfCost::quick(), device: None };
    assert_eq!(change_passphrase(&mut file, &other.opened, &change), Err(VaultError::Forged));
    assert!(try_words(&file, WORDS).is_ok(), "the passphrase is the one before");
}

#[test]
fn after_recovery_the_owner_gets_a_passphrase_and_new_keys() {
    let mut made = practice();
    let master = unlock_with_recovery(&made.file, &made.code).unwrap();
    let opened =
        set_passphrase(&mut made.file, &master, OWNER, &typed(NEW_WORDS), KdfCost::quick(), None).unwrap();
    assert_ne!(opened.signing.public(), made.opened.signing.public(), "the old key is in a shut envelope");

    let file = VaultFile::parse(&made.bytes()).unwrap();
    assert_eq!(file.generation(), 2);
    assert_eq!(try_words(&file, WORDS).err(), Some(VaultError::WrongPassphrase), "the lost one is out");
    let again = try_words(&file, NEW_WORDS).unwrap();
    assert!(same(&file, &again.master, &made.opened.master), "the same records are readable");
    assert_eq!(again.signing.public(), opened.signing.public());
    assert_eq!(file.people()[0].signing_key(), &opened.signing.public(), "others verify with the new one");
}

#[test]
fn a_passphrase_is_set_only_for_somebody_known_and_with_the_vaults_own_key() {
    let mut made = practice();
    made.file = VaultFile::parse(&made.bytes()).unwrap();
    let before = made.bytes();
    let new = typed(NEW_WORDS);
    let mut set = |master: &MasterKey, person: &str, cost: KdfCost| {
        set_passphrase(&mut made.file, master, person, &new, cost, None).err()
    };
    let master = &made.opened.master;
    assert_eq!(set(master, "nobody", KdfCost::quick()), Some(VaultError::UnknownPerson));
    assert_eq!(set(&MasterKey::make(), OWNER, KdfCost::quick()), Some(VaultError::Forged));
    let impossible = KdfCost { memory_kib: 1, passes: 1, lanes: 1 };
    assert_eq!(set(master, OWNER, impossible), Some(VaultError::Damaged(Damage::Cost)));
    let renewed = renew_recovery(&mut made.file, &MasterKey::make(), 0).err();
    assert_eq!(renewed, Some(VaultError::Forged), "nor is a sheet made with a stranger's key");
    assert_eq!(made.bytes(), before, "nothing changed");
}

#[test]
fn another_database_is_one_new_generation() {
    let made = practice();
    let next = made.file.with_database("db/practice.e1.2.db").unwrap();
    assert_eq!(next.database().file(), "db/practice.e1.2.db");
    assert_eq!((next.database().epoch(), next.database().page()), (1, 4096));
    assert_eq!((made.file.generation(), next.generation()), (1, 2));
    let read = VaultFile::parse(&next.to_bytes(&made.opened.master)).unwrap();
    assert!(try_words(&read, WORDS).is_ok(), "and opens as before");
}

#[test]
fn a_renamed_practice_and_a_checked_sheet_are_read_back() {
    let made = practice();
    let next = made.file.with_practice("Still Lake").with_recovery_checked(1_790_000_900_000);
    let read = VaultFile::parse(&next.to_bytes(&made.opened.master)).unwrap();
    assert_eq!(read.practice(), "Still Lake");
    assert_eq!(read.recovery().checked_ms(), Some(1_790_000_900_000));
    assert_eq!(read.generation(), 3);
}

#[test]
fn a_person_with_another_name_unlocks_as_before() {
    let made = practice();
    let next = made.file.with_person_name(OWNER, "Ana Berg", "L.Ac., Dipl. O.M.");
    let read = VaultFile::parse(&next.to_bytes(&made.opened.master)).unwrap();
    let owner = &read.people()[0];
    assert_eq!((owner.name(), owner.credentials()), ("Ana Berg", "L.Ac., Dipl. O.M."));
    assert!(try_words(&read, WORDS).is_ok());
    let stranger = made.file.with_person_name("nobody", "Eve", "");
    assert_eq!(stranger.people()[0].name(), "Ana Lindqvist", "nobody else is renamed");
}

#[test]
fn a_database_name_cannot_lead_out_of_the_folder() {
    let made = practice();
    let refused = Some(VaultError::Damaged(Damage::Field("db")));
    for name in ["", "../x.db", "/etc/x.db", "db//x", "db/..", "C:x.db", "a\\b", "a\0b", ".hidden", "a b"] {
        assert_eq!(made.file.with_database(name).err(), refused, "took {name:?}");
    }
    assert_eq!(made.file.with_database(&"a".repeat(121)).err(), refused, "took a very long name");
}
