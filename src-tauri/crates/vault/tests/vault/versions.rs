//! Vault files of versions to come, and of the first one.

use hegu_vault::{FileKey, RecoveryCode, VaultError, VaultFile, sealed_file, unlock_with_recovery};
use serde_json::json;

use crate::support::{OWNER, WORDS, body, practice, same, try_words, with_body};

#[test]
fn a_newer_format_says_what_it_needs_whatever_its_body_is() {
    let newer = br#"{"format":"hegu-vault","v":2,"min_app":"3.1.0","keys":{"elsewhere":true}}"#;
    assert_eq!(VaultFile::parse(newer).err(), Some(VaultError::Newer { needs: "3.1.0".to_owned() }));
    let long = json!({"format": "hegu-vault", "v": 2, "min_app": "9".repeat(5000)}).to_string();
    let Err(VaultError::Newer { needs }) = VaultFile::parse(long.as_bytes()) else { panic!("took it") };
    assert_eq!(needs.len(), 40, "a hostile file cannot fill the screen");
}

#[test]
fn a_version_that_a_spoiled_bit_made_is_damage_and_no_newer_format() {
    let spoiled = json!({"format": "hegu-vault", "v": 3, "min_app": env!("CARGO_PKG_VERSION")}).to_string();
    let read = VaultFile::parse(spoiled.as_bytes()).err();
    assert!(matches!(read, Some(VaultError::Damaged(_))), "this program reads what needs it: {read:?}");
}

#[test]
fn what_a_later_version_added_is_kept_and_vouched_for() {
    let made = practice();
    let mut later = body(&made.bytes());
    for place in ["", "/people/0", "/recovery", "/db/0"] {
        later.pointer_mut(place).unwrap()["added_later"] = json!({"deep": [1, "two"]});
    }
    let file = VaultFile::parse(&with_body(&made.bytes(), &later)).unwrap();
    let bytes = file.to_bytes(&made.opened.master);
    let opened = try_words(&VaultFile::parse(&bytes).unwrap(), WORDS).unwrap();
    assert!(same(&file, &opened.master, &made.opened.master));

    let renamed = VaultFile::parse(&bytes).unwrap().with_practice("Still Lake");
    let mut kept = body(&renamed.to_bytes(&opened.master));
    assert_eq!(kept["generation"], json!(2));
    (kept["practice"], kept["generation"]) = (later["practice"].clone(), later["generation"].clone());
    assert_eq!(kept, later, "nothing of the later version was lost");

    let mut touched = body(&bytes);
    touched["people"][0]["added_later"] = json!(null);
    let file = VaultFile::parse(&with_body(&bytes, &touched)).unwrap();
    assert_eq!(try_words(&file, WORDS).err(), Some(VaultError::Forged), "unknown is not unguarded");
}

#[test]
fn a_vault_of_the_first_version_opens_for_ever() {
    let file = VaultFile::parse(include_bytes!("golden/vault.json")).unwrap();
    let opened = try_words(&file, WORDS).unwrap();
    assert_eq!(opened.person, OWNER);
    let code = RecoveryCode::parse(include_str!("golden/recovery.txt")).unwrap();
    let recovered = unlock_with_recovery(&file, &code).unwrap();
    assert!(same(&file, &opened.master, &recovered));
}

#[test]
fn an_attachment_of_the_first_version_opens_for_ever() {
    let key = FileKey::from_bytes(&std::array::from_fn(|index| index as u8));
    let plain =
        sealed_file::open(&key, b"attachment 00001", include_bytes!("golden/attachment.bin")).unwrap();
    assert_eq!(*plain, b"a signed consent");
}
