//! Colleagues come, are kept out, change and go.

use hegu_vault::{
    DeviceKey, KdfBounds, KdfCost, MasterKey, Mode, NewPerson, Opened, Role, Status, VaultError, VaultFile,
    add_person, change_role, make_owner, remove_person, resume, set_passphrase, suspend, unlock,
    unlock_with_recovery,
};

use crate::support::{Made, OWNER, WORDS, body, practice, same, try_words, typed};

const GRACE: &str = "0198d5a0-0000-7000-8000-000000000002";
const GRACE_WORDS: &str = "small pond 77";

/// The practice with a colleague whose envelope needs the device key.
fn clinic() -> (Made, DeviceKey) {
    let mut made = practice();
    let device = DeviceKey::make();
    made.file = made.file.with_device_key(&made.opened.master, "dk1", &device);
    let passphrase = typed(GRACE_WORDS);
    let new = NewPerson {
        id: GRACE.to_owned(),
        name: "Grace Tan".to_owned(),
        credentials: String::new(),
        role: Role::Receptionist,
        passphrase: &passphrase,
        cost: KdfCost::quick(),
        device: Some(&device),
    };
    add_person(&mut made.file, &made.opened.master, new).unwrap();
    made.file = VaultFile::parse(&made.bytes()).unwrap();
    (made, device)
}

fn grace(file: &VaultFile, words: &str, device: Option<&DeviceKey>) -> Result<Opened, VaultError> {
    unlock(file, GRACE, &typed(words), device, &KdfBounds::quick())
}

#[test]
fn a_colleague_opens_the_same_records_with_their_own_passphrase_on_this_computer_only() {
    let (made, device) = clinic();
    assert_eq!(made.file.mode(), Mode::Clinic);
    let opened = grace(&made.file, GRACE_WORDS, Some(&device)).unwrap();
    assert!(same(&made.file, &opened.master, &made.opened.master));
    assert_ne!(opened.signing.public(), made.opened.signing.public(), "and signs as herself");
    let stolen = grace(&made.file, GRACE_WORDS, None).err();
    assert_eq!(stolen, Some(VaultError::WrongPassphrase), "a stolen folder holds nothing to guess against");
    let other = grace(&made.file, GRACE_WORDS, Some(&DeviceKey::make())).err();
    assert_eq!(other, Some(VaultError::WrongPassphrase));
    assert!(try_words(&made.file, WORDS).is_ok(), "the owner needs no computer");
}

#[test]
fn an_owner_is_never_bound_to_a_computer_and_no_id_comes_twice() {
    let (mut made, device) = clinic();
    let passphrase = typed("amber walnut kite proud basin");
    let new = |id: &str| NewPerson {
        id: id.to_owned(),
        name: "Second Owner".to_owned(),
        credentials: String::new(),
        role: Role::Owner,
        passphrase: &passphrase,
        cost: KdfCost::quick(),
        device: Some(&device),
    };
    add_person(&mut made.file, &made.opened.master, new("second")).unwrap();
    assert!(!made.file.people()[2].device_bound());
    let before = made.bytes();
    assert!(add_person(&mut made.file, &made.opened.master, new("second")).is_err());
    let stranger = add_person(&mut made.file, &MasterKey::make(), new("third")).err();
    assert_eq!(stranger, Some(VaultError::Forged));
    assert_eq!(made.bytes(), before);
}

#[test]
fn somebody_suspended_is_told_so_only_with_their_own_passphrase_and_comes_back_with_it() {
    let (mut made, device) = clinic();
    suspend(&mut made.file, &made.opened.master, GRACE).unwrap();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    assert_eq!(file.people()[1].status(), Status::Suspended);
    assert_eq!(grace(&file, GRACE_WORDS, Some(&device)).err(), Some(VaultError::Suspended));
    assert_eq!(grace(&file, "a guess", Some(&device)).err(), Some(VaultError::WrongPassphrase));
    assert_eq!(body(&made.bytes())["people"][1]["sealed"], "", "the key is out of their reach");

    resume(&mut made.file, &made.opened.master, GRACE).unwrap();
    let opened = grace(&VaultFile::parse(&made.bytes()).unwrap(), GRACE_WORDS, Some(&device)).unwrap();
    assert!(same(&made.file, &opened.master, &made.opened.master));
    assert_eq!(resume(&mut made.file, &made.opened.master, GRACE), Err(VaultError::UnknownPerson));
}

#[test]
fn whoever_is_removed_leaves_only_what_their_signatures_need() {
    let (mut made, device) = clinic();
    let public = *made.file.people()[1].signing_key();
    remove_person(&mut made.file, &made.opened.master, GRACE).unwrap();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    assert_eq!(grace(&file, GRACE_WORDS, Some(&device)).err(), Some(VaultError::WrongPassphrase));
    assert_eq!(file.people()[1].signing_key(), &public);
    let written = body(&made.bytes());
    assert_eq!((&written["people"][1]["bundle"], &written["people"][1]["sealed"]), (&"".into(), &"".into()));
    for again in [
        remove_person(&mut made.file, &made.opened.master, GRACE),
        suspend(&mut made.file, &made.opened.master, GRACE),
        change_role(&mut made.file, &made.opened.master, GRACE, Role::Student),
    ] {
        assert_eq!(again, Err(VaultError::UnknownPerson), "they are gone");
    }
}

#[test]
fn the_last_owner_stays() {
    let (mut made, _) = clinic();
    let before = made.bytes();
    let master = made.opened.master.duplicate();
    assert_eq!(remove_person(&mut made.file, &master, OWNER), Err(VaultError::LastOwner));
    assert_eq!(suspend(&mut made.file, &master, OWNER), Err(VaultError::LastOwner));
    assert_eq!(change_role(&mut made.file, &master, OWNER, Role::Practitioner), Err(VaultError::LastOwner));
    assert_eq!(made.bytes(), before);
}

#[test]
fn nobody_becomes_an_owner_with_a_colleagues_passphrase() {
    let (mut made, device) = clinic();
    let master = made.opened.master.duplicate();
    change_role(&mut made.file, &master, GRACE, Role::Practitioner).unwrap();
    assert_eq!(made.file.people()[1].role(), Role::Practitioner);
    assert!(grace(&made.file, GRACE_WORDS, Some(&device)).is_ok(), "no key changed");
    let refused = change_role(&mut made.file, &master, GRACE, Role::Owner);
    assert_eq!(refused, Err(VaultError::UnknownPerson));

    let words = typed("amber walnut kite proud basin");
    make_owner(&mut made.file, &master, GRACE, &words, KdfCost::quick()).unwrap();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    assert_eq!(file.people()[1].role(), Role::Owner);
    assert!(grace(&file, "amber walnut kite proud basin", None).is_ok(), "on any computer");
    assert!(remove_person(&mut made.file, &master, OWNER).is_ok(), "and the first one can go");
}

#[test]
fn a_colleague_who_forgot_gets_a_new_envelope_on_the_same_computers() {
    let (mut made, device) = clinic();
    let before = *made.file.people()[1].signing_key();
    let (words, cost) = (typed("second pond 78"), KdfCost::quick());
    let master = made.opened.master.duplicate();
    set_passphrase(&mut made.file, &master, GRACE, &words, cost, Some(&device)).unwrap();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    assert!(grace(&file, "second pond 78", Some(&device)).is_ok());
    assert_eq!(grace(&file, "second pond 78", None).err(), Some(VaultError::WrongPassphrase));
    assert_ne!(file.people()[1].signing_key(), &before, "nobody can sign with the key of before");
    suspend(&mut made.file, &master, GRACE).unwrap();
    let refused = set_passphrase(&mut made.file, &master, GRACE, &words, cost, Some(&device)).err();
    assert_eq!(refused, Some(VaultError::UnknownPerson), "a passphrase lets nobody in again");
}

#[test]
fn every_flipped_byte_of_a_clinics_file_is_refused_to_everybody() {
    let (mut made, device) = clinic();
    let words = typed("amber walnut kite proud basin");
    for (id, name) in [("leaver", "Pat Lee"), ("away", "Jun Mori")] {
        let new = NewPerson {
            id: id.to_owned(),
            name: name.to_owned(),
            credentials: "L.Ac.".to_owned(),
            role: Role::Associate,
            passphrase: &words,
            cost: KdfCost::quick(),
            device: Some(&device),
        };
        add_person(&mut made.file, &made.opened.master, new).unwrap();
    }
    remove_person(&mut made.file, &made.opened.master, "leaver").unwrap();
    suspend(&mut made.file, &made.opened.master, "away").unwrap();
    let bytes = made.bytes();
    let whole = VaultFile::parse(&bytes).unwrap();
    assert!(grace(&whole, GRACE_WORDS, Some(&device)).is_ok());
    for index in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[index] ^= [0x01, 0x20, 0x80][index % 3];
        let Ok(file) = VaultFile::parse(&flipped) else { continue };
        let around = String::from_utf8_lossy(&bytes[index.saturating_sub(20)..index]);
        assert!(grace(&file, GRACE_WORDS, Some(&device)).is_err(), "Grace: byte {index}, after {around}");
        assert!(try_words(&file, WORDS).is_err(), "the owner: byte {index}, after {around}");
        assert!(unlock_with_recovery(&file, &made.code).is_err(), "the sheet: byte {index}, after {around}");
    }
}
