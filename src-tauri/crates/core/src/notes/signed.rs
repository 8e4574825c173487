//! Words that carry a signature, and can never be edited again.

use sha2::{Digest, Sha256};
use sqlx::FromRow;

use crate::audit;
use crate::change::Change;
use crate::error::Result;
use crate::opening::THIS_VERSION;
use crate::people;
use crate::reader::Reader;

use super::seal::Sealable;
use super::view::Seal;

/// Who signed, as what, when and where.
#[derive(Debug, FromRow)]
pub(super) struct Signer {
    #[sqlx(rename = "signed_by")]
    pub(super) person: String,
    /// As it was on that day.
    #[sqlx(rename = "printed_name")]
    pub(super) name: String,
    pub(super) credentials: String,
    /// With whom they are registered and under which number; may be empty.
    pub(super) registration: String,
    pub(super) meaning: String,
    /// UTC milliseconds.
    #[sqlx(rename = "signed_at")]
    pub(super) at: i64,
    pub(super) zone: String,
    pub(super) app_version: String,
    /// The audit entry that was written with it.
    pub(super) audit_seq: i64,
}

/// A signature, and what it takes to check it.
#[derive(Debug, FromRow)]
pub(super) struct Signature {
    pub(super) public_key: Vec<u8>,
    pub(super) payload_sha256: Vec<u8>,
    #[sqlx(rename = "signature")]
    pub(super) bytes: Vec<u8>,
}

/// Something that was signed. There are two ways to get one, by signing and by reading what was signed, and none to
/// change it: its fields are private, and nothing is lent out to be written to.
#[derive(Debug)]
pub(super) struct Signed<T> {
    content: T,
    signer: Signer,
    signature: Signature,
}

impl<T: Sealable + Sync> Signed<T> {
    /// Signs for the person at the keyboard, at the time and under the audit entry of the change.
    pub(super) async fn sign(change: &Change, content: T) -> Result<Self> {
        let actor = change.actor().id;
        let me = people::read(change, actor).await?;
        let signer = Signer {
            person: actor.to_string(),
            name: me.name,
            credentials: me.credentials,
            registration: me.registration,
            meaning: "author".to_owned(),
            at: change.at(),
            zone: change.zone(),
            app_version: THIS_VERSION.to_owned(),
            audit_seq: audit::next_number(change).await?,
        };
        let vault_id = vault_id(change).await?;
        let payload = content.payload(&vault_id, &signer);
        let (public_key, bytes) = change.sign(&payload).await?;
        let signature = Signature {
            public_key: public_key.to_vec(),
            payload_sha256: Sha256::digest(&payload).to_vec(),
            bytes: bytes.to_vec(),
        };
        Ok(Self { content, signer, signature })
    }

    /// What was read from the tables. Whether it is what was signed, [`Self::seal`] says.
    pub(super) fn stored(content: T, signer: Signer, signature: Signature) -> Self {
        Self { content, signer, signature }
    }

    pub(super) fn content(&self) -> &T {
        &self.content
    }

    pub(super) fn signer(&self) -> &Signer {
        &self.signer
    }

    pub(super) fn signature(&self) -> &Signature {
        &self.signature
    }

    /// Whether this is what was signed, with a key that is this person's. Which of their keys is not compared with the
    /// time: a computer's clock goes back now and then, and a replaced key opens nothing any more.
    pub(super) fn seal(&self, vault_id: &str, keys: &[Vec<u8>]) -> Seal {
        let payload = self.content.payload(vault_id, &self.signer);
        let Signature { public_key, payload_sha256, bytes } = &self.signature;
        let same = Sha256::digest(&payload)[..] == payload_sha256[..];
        let own = keys.contains(public_key);
        let signed = match (public_key.as_slice().try_into(), bytes.as_slice().try_into()) {
            (Ok(key), Ok(bytes)) => hegu_vault::verify(key, &payload, bytes),
            _ => false,
        };
        if same && own && signed { Seal::Verified } else { Seal::Broken }
    }
}

/// The practice a signature is bound to.
pub(super) async fn vault_id(reader: &impl Reader) -> Result<String> {
    Ok(reader.connection().await?.live()?.vault.vault_id().as_str().to_owned())
}
