//! The head of the chain, signed by a person. Whoever holds the practice's key can hash a whole new chain; they cannot
//! sign it in the name of somebody who has left the keyboard.
//!
//! What is signed is written as fields, eight bytes of length, big-endian, and then the bytes, so that nothing can move
//! from one field to the next: the purpose `hegu/audit-checkpoint/v1`, the vault's id, the number of the entry (eight
//! bytes, big-endian), its hash, and when it was signed (UTC milliseconds, eight bytes, big-endian). The signature is
//! Ed25519. A change here would break every checkpoint there is: it needs a new purpose beside this one.

use std::collections::HashMap;

use hegu_vault::SigningKey;
use sqlx::{FromRow, SqliteConnection};

use crate::error::Result;

use super::action::Action;
use super::store::{self, Head};

/// A signed head, as it is stored.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Checkpoint {
    pub(super) seq: i64,
    pub(super) mac: Vec<u8>,
    pub(super) at: i64,
    pub(super) person: String,
    pub(super) public_key: Vec<u8>,
    pub(super) signature: Vec<u8>,
}

/// Who signs, and for which practice.
#[derive(Debug)]
pub(crate) struct Signer<'a> {
    pub(crate) key: &'a SigningKey,
    pub(crate) person: &'a str,
    pub(crate) vault_id: &'a str,
}

/// When the newest entry was written.
pub(crate) async fn last_at(connection: &mut SqliteConnection) -> Result<Option<i64>> {
    Ok(store::head(connection).await?.map(|head| head.at))
}

/// The newest entry: its number and its hash.
pub(crate) async fn end_of_chain(connection: &mut SqliteConnection) -> Result<(i64, Vec<u8>)> {
    Ok(store::head(connection).await?.map(|head| (head.seq, head.mac)).unwrap_or_default())
}

/// The hash of an entry; nothing when it is not there.
pub(crate) async fn hash_of(connection: &mut SqliteConnection, seq: i64) -> Result<Option<Vec<u8>>> {
    store::hash_of(connection, seq).await
}

/// Whether anything but these acts has an entry after this number.
pub(crate) async fn anything_after(
    connection: &mut SqliteConnection,
    seq: i64,
    but: &[Action],
) -> Result<bool> {
    let names: Vec<&str> = but.iter().map(|action| action.name()).collect();
    store::any_after(connection, seq, &names).await
}

/// Signs the head for the person at the keyboard. A head that is signed already stays as it is.
pub(crate) async fn sign_head(connection: &mut SqliteConnection, signer: &Signer<'_>, at: i64) -> Result<()> {
    let Some(Head { seq, mac, .. }) = store::head(connection).await? else { return Ok(()) };
    let signature = signer.key.sign(&payload(signer.vault_id, seq, &mac, at)).to_vec();
    let public_key = signer.key.public().to_vec();
    let signed = Checkpoint { seq, mac, at, person: signer.person.to_owned(), public_key, signature };
    store::insert_checkpoint(connection, &signed).await
}

impl Checkpoint {
    /// Whether it was signed over this entry by one of the person's own keys.
    pub(super) fn fits(&self, mac: &[u8], vault_id: &str, keys: &HashMap<String, Vec<Vec<u8>>>) -> bool {
        let own = keys.get(&self.person).is_some_and(|keys| keys.contains(&self.public_key));
        let payload = payload(vault_id, self.seq, &self.mac, self.at);
        let signed = match (self.public_key.as_slice().try_into(), self.signature.as_slice().try_into()) {
            (Ok(key), Ok(signature)) => hegu_vault::verify(key, &payload, signature),
            _ => false,
        };
        own && signed && self.mac == mac
    }
}

fn payload(vault_id: &str, seq: i64, mac: &[u8], at: i64) -> Vec<u8> {
    let fields: [&[u8]; 5] =
        [b"hegu/audit-checkpoint/v1", vault_id.as_bytes(), &seq.to_be_bytes(), mac, &at.to_be_bytes()];
    let mut bytes = Vec::new();
    for field in fields {
        bytes.extend_from_slice(&(field.len() as u64).to_be_bytes());
        bytes.extend_from_slice(field);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_is_these_bytes() {
        let mut expected = Vec::new();
        expected.extend_from_slice(b"\0\0\0\0\0\0\0\x18hegu/audit-checkpoint/v1");
        expected.extend_from_slice(b"\0\0\0\0\0\0\0\x02v1");
        expected.extend_from_slice(b"\0\0\0\0\0\0\0\x08\0\0\0\0\0\0\x01\x02");
        expected.extend_from_slice(b"\0\0\0\0\0\0\0\x04\xaa\xbb\xcc\xdd");
        expected.extend_from_slice(b"\0\0\0\0\0\0\0\x08\0\0\0\0\0\0\0\x09");
        assert_eq!(payload("v1", 258, &[0xaa, 0xbb, 0xcc, 0xdd], 9), expected);
    }
}
