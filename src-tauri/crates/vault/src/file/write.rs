//! Writing a vault file as bytes.

use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::Mac;

use super::{VaultFile, parse::MAC_PREFIX};
use crate::{MasterKey, derive};

impl VaultFile {
    /// The bytes to write: the body on one line, and its MAC on the next.
    ///
    /// The master key must be the one this file opened with, which makes everything in the file
    /// the caller's statement; a file that has not been unlocked must not be written.
    #[expect(clippy::expect_used, reason = "a body of strings and numbers always has a JSON form")]
    pub fn to_bytes(&self, master: &MasterKey) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(&self.body).expect("every key of the body is a string");
        let mut mac = derive::mac(&master.header_key(self.vault_id()));
        mac.update(&bytes);
        let mac = derive::finish(mac);
        bytes.push(b'\n');
        bytes.extend_from_slice(MAC_PREFIX);
        bytes.extend_from_slice(BASE64_STANDARD.encode(mac).as_bytes());
        bytes.push(b'\n');
        bytes
    }
}
