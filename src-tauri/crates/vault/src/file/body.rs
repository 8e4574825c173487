//! The body of `vault.json`, field by field.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{PersonSlot, base64_bytes};
use crate::VaultId;

/// What the field `format` says.
pub(crate) const FORMAT: &str = "hegu-vault";
/// The version of the format that this program writes, and the only one it reads.
pub(crate) const VERSION: u64 = 1;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Body {
    pub(crate) format: String,
    pub(crate) v: u64,
    pub(crate) vault_id: VaultId,
    pub(crate) generation: u64,
    pub(crate) created: i64,
    pub(crate) min_app: String,
    pub(crate) practice: String,
    pub(crate) mode: Mode,
    pub(crate) db: Vec<Database>,
    pub(crate) people: Vec<PersonSlot>,
    pub(crate) recovery: RecoverySlot,
    pub(crate) device_key: Option<DeviceKeySlot>,
    /// Only where one person works alone and chose so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) computer_unlock: Option<ComputerUnlockSlot>,
    /// What a later minor version has added.
    #[serde(flatten)]
    pub(crate) unknown: Map<String, Value>,
}

/// Who uses the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// One person.
    Solo,
    /// Several people.
    Clinic,
}

/// One database file of the practice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Database {
    pub(crate) file: String,
    pub(crate) epoch: u32,
    pub(crate) page: u32,
    #[serde(flatten)]
    pub(crate) unknown: Map<String, Value>,
}

impl Database {
    /// The file's name, relative to the practice's folder, with `/` between folders. It is checked
    /// to stay inside that folder.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Which master key it is under; counts up when the key is replaced.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The size of its pages, in bytes.
    pub fn page(&self) -> u32 {
        self.page
    }
}

/// The master key, sealed to the recovery code on paper.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecoverySlot {
    pub(crate) x25519_pk: String,
    #[serde(with = "base64_bytes")]
    pub(crate) sealed: Vec<u8>,
    pub(crate) created: i64,
    pub(crate) checked: Option<i64>,
    #[serde(flatten)]
    pub(crate) unknown: Map<String, Value>,
}

impl RecoverySlot {
    /// The public key, "age1…"; backups are sealed to it too.
    pub fn public_key(&self) -> &str {
        &self.x25519_pk
    }

    /// The `age` file that stock `age` opens with the printed key.
    pub fn sealed(&self) -> &[u8] {
        &self.sealed
    }

    /// When the code was made, in milliseconds since 1970, UTC.
    pub fn created_ms(&self) -> i64 {
        self.created
    }

    /// When somebody last proved that they still have the sheet.
    pub fn checked_ms(&self) -> Option<i64> {
        self.checked
    }
}

/// The device key, so that an owner can put it into the keyring of a new computer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DeviceKeySlot {
    pub(crate) id: String,
    #[serde(with = "base64_bytes")]
    pub(crate) sealed_to_master: Vec<u8>,
    #[serde(flatten)]
    pub(crate) unknown: Map<String, Value>,
}

impl DeviceKeySlot {
    /// Which device key it is.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// A second copy of the only person's keys, under a key that lies in the keyring of their computer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ComputerUnlockSlot {
    pub(crate) person: String,
    #[serde(with = "base64_bytes")]
    pub(crate) bundle: Vec<u8>,
    #[serde(flatten)]
    pub(crate) unknown: Map<String, Value>,
}

impl ComputerUnlockSlot {
    /// Whose keys they are.
    pub fn person(&self) -> &str {
        &self.person
    }
}
