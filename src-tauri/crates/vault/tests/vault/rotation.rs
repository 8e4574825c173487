//! Replacing the master key, the PIN, and the log-in of the computer.

use hegu_vault::{
    DeviceKey, KdfBounds, KdfCost, MasterKey, NewPerson, PinEnvelope, Role, VaultError, VaultFile,
    add_person, allow_computer_unlock, remove_person, rotate, unlock, unlock_with_computer,
    unlock_with_recovery, verify,
};

use crate::support::{OWNER, WORDS, practice, same, try_words, typed};

#[test]
fn everybody_who_stays_opens_the_new_key_with_what_they_have_and_who_left_does_not() {
    let mut made = practice();
    let device = DeviceKey::make();
    made.file = made.file.with_device_key(&made.opened.master, "dk1", &device);
    for (id, words) in [("stays", "small pond 77"), ("leaves", "other pond 88")] {
        let passphrase = typed(words);
        let new = NewPerson {
            id: id.to_owned(),
            name: id.to_owned(),
            credentials: String::new(),
            role: Role::Practitioner,
            passphrase: &passphrase,
            cost: KdfCost::quick(),
            device: Some(&device),
        };
        add_person(&mut made.file, &made.opened.master, new).unwrap();
    }
    let old_file = VaultFile::parse(&made.bytes()).unwrap();
    remove_person(&mut made.file, &made.opened.master, "leaves").unwrap();
    let before = made.file.clone();
    let (next, master) = rotate(&made.file, &made.opened.master, "practice.e2.1.db").unwrap();
    assert!(!same(&next, &master, &made.opened.master), "it is another key");
    assert_eq!((next.database().epoch(), next.database().file()), (2, "practice.e2.1.db"));
    assert_eq!(next.generation(), before.generation() + 1);

    let read = VaultFile::parse(&next.to_bytes(&master)).unwrap();
    assert!(same(&read, &try_words(&read, WORDS).unwrap().master, &master), "the owner");
    let colleague = unlock(&read, "stays", &typed("small pond 77"), Some(&device), &KdfBounds::quick());
    assert!(same(&read, &colleague.unwrap().master, &master), "the colleague, unasked");
    assert!(same(&read, &unlock_with_recovery(&read, &made.code).unwrap(), &master), "the sheet on paper");
    let kept = read.open_device_key(&master).unwrap().unwrap();
    assert_eq!(
        kept.expose_bytes_for_keyring(),
        device.expose_bytes_for_keyring(),
        "the computers stay known"
    );

    let gone = |file: &VaultFile| {
        unlock(file, "leaves", &typed("other pond 88"), Some(&device), &KdfBounds::quick())
    };
    assert_eq!(gone(&read).err(), Some(VaultError::WrongPassphrase));
    let old = gone(&old_file).unwrap().master;
    assert!(!same(&read, &old, &master), "an old copy opens nothing new");
    assert!(read.open_device_key(&old).is_err());
}

#[test]
fn a_key_is_replaced_only_by_whoever_has_it() {
    let made = practice();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    assert_eq!(rotate(&file, &MasterKey::make(), "x.db").err(), Some(VaultError::Forged));
    assert!(rotate(&file, &made.opened.master, "../x.db").is_err());
}

#[test]
fn a_pin_gives_back_the_key_that_signs_and_only_the_right_one_does() {
    let made = practice();
    let (pin, key) = (typed("290874"), &made.opened.signing);
    let envelope = PinEnvelope::seal(key, made.file.vault_id(), OWNER, &pin, KdfCost::quick()).unwrap();
    let opened = envelope.open(&typed("290874")).unwrap();
    assert!(verify(&key.public(), b"a note", &opened.sign(b"a note")));
    for wrong in ["290875", "", "0290874", "290874 "] {
        assert_eq!(envelope.open(&typed(wrong)).err(), Some(VaultError::WrongPin), "took {wrong:?}");
    }
    assert!(!format!("{envelope:?}").contains("salt"), "nothing of it is printed");
}

#[test]
fn the_log_in_of_the_computer_opens_a_practice_of_one_until_somebody_comes() {
    let mut made = practice();
    let bounds = KdfBounds::quick();
    let wrong = allow_computer_unlock(&mut made.file, OWNER, &typed("no"), &bounds).err();
    assert_eq!(wrong, Some(VaultError::WrongPassphrase));
    let key = allow_computer_unlock(&mut made.file, OWNER, &typed(WORDS), &bounds).unwrap();
    let file = VaultFile::parse(&made.bytes()).unwrap();
    let opened = unlock_with_computer(&file, &key).unwrap();
    assert!(same(&file, &opened.master, &made.opened.master));
    assert_eq!(opened.signing.public(), made.opened.signing.public());
    let other = unlock_with_computer(&file, &DeviceKey::make()).err();
    assert_eq!(other, Some(VaultError::WrongPassphrase), "another computer");
    assert!(unlock_with_computer(&file.without_computer_unlock(), &key).is_err(), "switched off");

    let (next, master) = rotate(&file, &made.opened.master, "practice.e2.1.db").unwrap();
    let read = VaultFile::parse(&next.to_bytes(&master)).unwrap();
    assert!(same(&read, &unlock_with_computer(&read, &key).unwrap().master, &master), "a new key as well");

    let passphrase = typed("small pond 77");
    let new = NewPerson {
        id: "second".to_owned(),
        name: "Grace Tan".to_owned(),
        credentials: String::new(),
        role: Role::Receptionist,
        passphrase: &passphrase,
        cost: KdfCost::quick(),
        device: None,
    };
    add_person(&mut made.file, &made.opened.master, new).unwrap();
    assert!(unlock_with_computer(&made.file, &key).is_err(), "a shared computer opens for nobody by itself");
    let refused = allow_computer_unlock(&mut made.file, OWNER, &typed(WORDS), &bounds).err();
    assert_eq!(refused, Some(VaultError::UnknownPerson));
}
