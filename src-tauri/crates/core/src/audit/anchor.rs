//! What is known of the chain outside of the database: how far it had come, and the beginning of its last hash.
//!
//! An older copy of the database is a whole chain by itself, and nothing in it says that it went on. So its head is
//! kept elsewhere too: in this computer's keyring, and on every export of the audit. It is no secret.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::{Error, Result};
use crate::people::{Keyring, KeyringStanding, device_key};
use crate::practice::Practice;
use crate::reader::Reader;

use super::store::{self, Head};

/// How many hexadecimal digits of the hash are kept: enough to tell any two apart, few enough to compare by eye.
const DIGITS: usize = 16;

/// A head of the chain as it is kept outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Anchor {
    /// The number of the entry.
    pub(crate) seq: i64,
    /// The first sixteen hexadecimal digits of its hash.
    pub(crate) head: String,
    /// Which generation of the key file stood beside it.
    pub(crate) generation: u64,
}

/// Whether the chain is the one that the anchor knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AnchorVerdict {
    /// The entry that the anchor names is in the chain, as it was.
    Fits,
    /// There is no anchor to compare with.
    None,
    /// The chain ends before the entry that the anchor names.
    OlderThanAnchor,
    /// The entry that the anchor names is another one now.
    Differs,
}

impl Anchor {
    /// The anchor of a head.
    pub(crate) fn of(head: &Head, generation: u64) -> Self {
        Self { seq: head.seq, head: beginning(&head.mac), generation }
    }

    /// Reads what was kept; nothing when it cannot be read.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// What is kept.
    pub(crate) fn to_text(&self) -> String {
        serde_json::json!(self).to_string()
    }

    /// Whether this is the hash of the entry that it names.
    pub(super) fn is_of(&self, mac: &[u8]) -> bool {
        self.head == beginning(mac)
    }
}

/// An anchor that is ready to be kept.
#[derive(Debug)]
pub(crate) struct Note {
    vault_id: String,
    anchor: Anchor,
}

impl Note {
    /// Keeps it in this computer's keyring, if that answers at once.
    pub(crate) async fn keep(self, keyring: &Keyring) {
        let answer = device_key::keep_anchor(keyring, &self.vault_id, self.anchor.to_text()).await;
        tracing::info!(?answer, "audit-anchor");
    }
}

/// What this computer's keyring knows of the chain; nothing when it knows nothing or does not answer.
pub(crate) async fn noted_outside(practice: &Practice) -> Result<Option<Anchor>> {
    Ok(answered_outside(practice).await?.flatten())
}

/// Whether the chain is the one that this computer's keyring knows; nothing when it does not answer.
pub(crate) async fn remembered_outside(practice: &Practice) -> Result<Option<AnchorVerdict>> {
    match answered_outside(practice).await? {
        Some(noted) => compare(practice, noted.as_ref()).await.map(Some),
        None => Ok(None),
    }
}

/// What the keyring answers: a note, or that it has none; nothing when it does not answer.
async fn answered_outside(practice: &Practice) -> Result<Option<Option<Anchor>>> {
    let vault_id = vault_id(practice).await?;
    Ok(match device_key::read_anchor(practice.keyring(), &vault_id).await {
        Ok(text) => Some(Anchor::parse(&text)),
        Err(KeyringStanding::Empty) => Some(None),
        Err(_) => None,
    })
}

/// What to note when the practice closes. Where the chain contradicted the note when it was opened, the note is left as
/// it is: it may be the last witness of what was cut off.
pub(crate) async fn note_at_closing(practice: &Practice) -> Result<Option<Note>> {
    let vault_id = vault_id(practice).await?;
    let mut guard = practice.live().await?;
    let live = guard.as_mut().ok_or(Error::Locked)?;
    if !matches!(live.found.outside, Some(AnchorVerdict::Fits | AnchorVerdict::None)) {
        return Ok(None);
    }
    let head = store::head(&mut live.connection).await?;
    Ok(head.map(|head| Note { vault_id, anchor: Anchor::of(&head, live.vault.generation()) }))
}

/// Notes the head of a chain that was just found to be whole and to fit.
pub(crate) async fn note_outside(practice: &Practice) -> Result<()> {
    {
        let mut guard = practice.live().await?;
        guard.as_mut().ok_or(Error::Locked)?.found.outside = Some(AnchorVerdict::Fits);
    }
    if let Some(note) = note_at_closing(practice).await? {
        note.keep(practice.keyring()).await;
    }
    Ok(())
}

/// Whether the entry that the anchor names is still the one it knows.
pub(super) async fn compare(reader: &impl Reader, anchor: Option<&Anchor>) -> Result<AnchorVerdict> {
    let Some(anchor) = anchor else { return Ok(AnchorVerdict::None) };
    let found = store::hash_of(reader.connection().await?.sqlite()?, anchor.seq).await?;
    Ok(match found {
        Some(mac) if anchor.is_of(&mac) => AnchorVerdict::Fits,
        Some(_) => AnchorVerdict::Differs,
        None => AnchorVerdict::OlderThanAnchor,
    })
}

async fn vault_id(practice: &Practice) -> Result<String> {
    Ok(practice.connection().await?.live()?.vault.vault_id().as_str().to_owned())
}

/// The number of an entry and the beginning of its hash, as they are printed: "412:9f2c61a0b37d4e85".
pub(crate) fn printed(head: &Head) -> String {
    format!("{}:{}", head.seq, beginning(&head.mac))
}

fn beginning(mac: &[u8]) -> String {
    hex::encode(&mac[..mac.len().min(DIGITS / 2)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_comes_back_as_it_was_kept() {
        let head = Head { seq: 412, mac: vec![0x9f; 32], at: 0 };
        let anchor = Anchor::of(&head, 7);
        assert_eq!(anchor.to_text(), r#"{"generation":7,"head":"9f9f9f9f9f9f9f9f","seq":412}"#);
        assert_eq!(Anchor::parse(&anchor.to_text()), Some(anchor.clone()));
        assert!(anchor.is_of(&[0x9f; 32]) && !anchor.is_of(&[0x9e; 32]));
        assert_eq!(printed(&head), "412:9f9f9f9f9f9f9f9f");
        for kept in ["", "{}", "[]", "null", r#"{"seq":"1","head":"","generation":1}"#] {
            assert_eq!(Anchor::parse(kept), None, "{kept}");
        }
    }
}
