//! A small practice for every test, at a cost that lets thousands of tries run.

use serde_json::Value;

use hegu_vault::{
    KdfBounds, KdfCost, MasterKey, NewVault, Opened, Passphrase, RecoveryCode, VaultError, VaultFile, create,
    unlock,
};

/// The owner's id in every test.
pub(crate) const OWNER: &str = "0198d5a0-0000-7000-8000-000000000001";
/// The owner's passphrase in every test.
pub(crate) const WORDS: &str = "tidy copper river lantern yawn";

/// A practice just made.
pub(crate) struct Made {
    pub(crate) file: VaultFile,
    pub(crate) opened: Opened,
    pub(crate) code: RecoveryCode,
}

impl Made {
    /// The bytes of `vault.json`.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.file.to_bytes(&self.opened.master)
    }
}

/// Makes the practice.
pub(crate) fn practice() -> Made {
    let passphrase = typed(WORDS);
    let new = NewVault {
        practice: "Quiet River Acupuncture".to_owned(),
        owner_id: OWNER.to_owned(),
        owner_name: "Ana Lindqvist".to_owned(),
        credentials: "L.Ac.".to_owned(),
        passphrase: &passphrase,
        cost: KdfCost::quick(),
        created_ms: 1_790_000_000_000,
        min_app: "0.1.0".to_owned(),
        database_file: "db/practice.e1.1.db".to_owned(),
    };
    let (file, opened, code) = create(new).unwrap();
    Made { file, opened, code }
}

/// A passphrase as typed.
pub(crate) fn typed(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

/// Unlocks for the owner.
pub(crate) fn try_words(file: &VaultFile, words: &str) -> Result<Opened, VaultError> {
    unlock(file, OWNER, &typed(words), None, &KdfBounds::quick())
}

/// Whether two master keys are one.
pub(crate) fn same(file: &VaultFile, left: &MasterKey, right: &MasterKey) -> bool {
    let key = |master: &MasterKey| *master.database_key(file.vault_id()).expose_bytes_for_sqlcipher();
    key(left) == key(right)
}

/// The body of a vault file as JSON.
pub(crate) fn body(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes.split(|&byte| byte == b'\n').next().unwrap()).unwrap()
}

/// The bytes of a vault file with another body above the same MAC.
pub(crate) fn with_body(bytes: &[u8], body: &Value) -> Vec<u8> {
    let end_of_body = bytes.iter().position(|&byte| byte == b'\n').unwrap();
    [&serde_json::to_vec(body).unwrap(), &bytes[end_of_body..]].concat()
}
