//! Secrets are not printed, however they are looked at.

use base64::{Engine, prelude::BASE64_STANDARD};
use hegu_vault::{DeviceKey, FileKey, KdfCost, MasterKey, NewVault, PassphraseChange, RecoveryCode};

use crate::support::{WORDS, practice, typed};

/// The ways in which bytes usually end up in a log line.
fn spellings(bytes: &[u8]) -> Vec<String> {
    let list = format!("{bytes:?}");
    vec![
        hex::encode(bytes),
        hex::encode_upper(bytes),
        BASE64_STANDARD.encode(bytes),
        list.trim_matches(['[', ']']).to_owned(),
    ]
}

fn assert_silent(printed: &str, secret: &[u8]) {
    for spelling in spellings(&secret[..8]) {
        let start = spelling.trim_end_matches('=');
        assert!(!printed.contains(start), "{printed} holds {start}");
    }
}

#[test]
fn keys_print_their_kind_and_nothing_else() {
    let bytes: [u8; 32] = std::array::from_fn(|index| 101 + index as u8);
    let master = MasterKey::from_bytes_for_tests(bytes);
    assert_eq!(format!("{master:?}"), "MasterKey(redacted)");
    assert_eq!(format!("{master:#?}").replace(char::is_whitespace, ""), "MasterKey(redacted,)");
    assert_eq!(format!("{:?}", FileKey::from_bytes(&bytes)), "FileKey(redacted)");
    assert_eq!(format!("{:?}", DeviceKey::from_bytes(&bytes)), "DeviceKey(redacted)");
    let code = RecoveryCode::from_bytes_for_tests([101; 20]);
    assert_eq!(format!("{code:?}"), "RecoveryCode(redacted)");
    assert_eq!(format!("{:?}", typed(WORDS)), "Passphrase(redacted)");

    let made = practice();
    let vault = made.file.vault_id();
    assert_eq!(format!("{:?}", master.database_key(vault)), "DatabaseKey(redacted)");
    assert_eq!(format!("{:?}", master.audit_key(vault)), "AuditKey(redacted)");
    assert_eq!(format!("{:?}", master.backup_key(vault)), "BackupKey(redacted)");
    assert_eq!(format!("{:?}", made.opened.signing), "SigningKey(redacted)");
}

#[test]
fn what_holds_secrets_prints_none_of_them() {
    let made = practice();
    let database_key = made.opened.master.database_key(made.file.vault_id());
    let passphrase = typed(WORDS);
    let new = NewVault {
        practice: String::new(),
        owner_id: String::new(),
        owner_name: String::new(),
        credentials: String::new(),
        passphrase: &passphrase,
        cost: KdfCost::quick(),
        created_ms: 0,
        min_app: String::new(),
        database_file: String::new(),
    };
    let change = PassphraseChange { new: &passphrase, cost: KdfCost::quick(), device: None };
    let printed = format!("{:?} {:?} {new:?} {change:?}", made.opened, made.file);
    assert_silent(&printed, database_key.expose_bytes_for_sqlcipher());
    assert!(!printed.contains("copper"), "the passphrase is in {printed}");
    assert!(
        made.code.groups().iter().all(|group| !printed.contains(group.as_str())),
        "a group of the code is"
    );
}

#[test]
fn the_file_holds_no_secret_in_the_clear() {
    let made = practice();
    let text = String::from_utf8(made.bytes()).unwrap();
    assert_silent(&text, made.opened.master.database_key(made.file.vault_id()).expose_bytes_for_sqlcipher());
    assert!(!text.contains("copper") && !text.contains("AGE-SECRET-KEY"));
}
