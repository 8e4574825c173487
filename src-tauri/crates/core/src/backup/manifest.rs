//! What a backup says of itself: one line of JSON, and below it the word of the practice's key for exactly that line.

use hegu_vault::BackupKey;
use serde::{Deserialize, Serialize};

use super::model::{BackupKind, BackupView};

/// The form of the text. A program that meets a higher one leaves the backup alone.
const FORMAT: u32 = 1;

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: u32,
    pub(super) app_version: String,
    pub(super) vault_id: String,
    /// How often the master key had been replaced: a later key does not vouch for an earlier backup.
    pub(super) epoch: u32,
    pub(super) at: i64,
    pub(super) kind: BackupKind,
    /// The database's name below `db`, its bytes and its SHA-256 in hexadecimal digits.
    pub(super) database: String,
    pub(super) bytes: u64,
    pub(super) sha256: String,
    /// The end of the audit in it.
    pub(super) audit_seq: i64,
    pub(super) audit_head: String,
    pub(super) clients: i64,
    pub(super) notes: i64,
    pub(super) last_note: Option<i64>,
    /// The files beside the database that it names.
    pub(super) files: Vec<String>,
    /// Of those, the ones that were not there to be copied.
    pub(super) missing: Vec<String>,
}

/// How the text of a backup stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// The practice's key vouches for it.
    Good,
    /// It was made under another master key, which alone could vouch for it: an earlier one, or, after going back to a
    /// backup, one that was given up.
    OtherKey,
    /// It is not as it was written.
    Bad,
}

/// The second line.
fn below(mac: &[u8; 32]) -> String {
    format!("hmac-sha256:{}\n", hex::encode(mac))
}

impl Manifest {
    pub(super) fn format() -> u32 {
        FORMAT
    }

    /// The two lines.
    pub(super) fn to_text(&self, key: &BackupKey) -> String {
        let line = serde_json::json!(self).to_string();
        let word = below(&key.mac(line.as_bytes()));
        format!("{line}\n{word}")
    }

    /// Reads them; nothing when they cannot be read as such.
    pub(super) fn read(text: &str, key: &BackupKey, epoch: u32) -> Option<(Self, Word)> {
        let (line, rest) = text.split_once('\n')?;
        let manifest: Self = serde_json::from_str(line).ok()?;
        let claimed = rest.strip_prefix("hmac-sha256:")?;
        let mut mac = [0; 32];
        let read = claimed.strip_suffix('\n').map(|digits| hex::decode_to_slice(digits, &mut mac));
        // Digits are read in both cases and written in one: whatever is not byte for byte as it was written is not good.
        let word = match read {
            Some(Ok(())) if key.vouches_for(line.as_bytes(), &mac) && rest == below(&mac) => Word::Good,
            _ if manifest.epoch != epoch => Word::OtherKey,
            _ => Word::Bad,
        };
        (manifest.format <= FORMAT).then_some((manifest, word))
    }

    /// Reads them as they stand, before anybody has the key.
    pub(super) fn read_unvouched(text: &str) -> Option<Self> {
        let manifest: Self = serde_json::from_str(text.lines().next()?).ok()?;
        (manifest.format <= FORMAT).then_some(manifest)
    }

    /// Whether a program newer than this one wrote it.
    pub(super) fn is_newer(text: &str) -> bool {
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        let line = text.lines().next().unwrap_or_default();
        serde_json::from_str::<Form>(line).is_ok_and(|form| form.format > FORMAT)
    }

    pub(super) fn view(self, folder: String) -> BackupView {
        BackupView {
            folder,
            at: self.at.into(),
            kind: self.kind,
            clients: self.clients,
            notes: self.notes,
            last_note: self.last_note.map(Into::into),
            bytes: i64::try_from(self.bytes).unwrap_or(i64::MAX),
        }
    }
}
