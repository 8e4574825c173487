//! One person's place in the vault.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{base64_bytes, cost_record};
use crate::{
    Damage, DeviceKey, KdfCost, MasterKey, Passphrase, VaultError, VaultId,
    bundle::{Bundle, Terms},
    identity, random,
};

/// One person: who they are, how their envelope was made, and what is in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PersonSlot {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) credentials: String,
    pub(crate) role: Role,
    pub(crate) status: Status,
    #[serde(with = "cost_record")]
    pub(crate) kdf: KdfCost,
    #[serde(with = "base64_bytes")]
    pub(crate) salt: [u8; 16],
    pub(crate) device_bound: bool,
    #[serde(with = "base64_bytes")]
    pub(crate) bundle: Vec<u8>,
    pub(crate) x25519_pk: String,
    #[serde(with = "base64_bytes")]
    pub(crate) ed25519_pk: [u8; 32],
    #[serde(with = "base64_bytes")]
    pub(crate) sealed: Vec<u8>,
    #[serde(flatten)]
    pub(crate) unknown: Map<String, Value>,
}

/// What a person may do; the core holds the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Runs the practice; their envelope opens on any computer.
    Owner,
    /// Treats clients.
    Practitioner,
    /// Treats clients of their own under the practice's roof.
    Associate,
    /// Books and bills.
    Receptionist,
    /// Writes notes that somebody else finalises.
    Student,
}

/// Whether a person can still open the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// They can.
    Active,
    /// Not for now: their envelope is kept, the master key's seal is not.
    Suspended,
    /// They left; the public keys stay, to verify what they signed.
    Removed,
}

impl PersonSlot {
    /// The person's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name shown on the lock page.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The line under the name on printed sheets, such as "L.Ac., Dipl. O.M."; may be empty.
    pub fn credentials(&self) -> &str {
        &self.credentials
    }

    /// The person's role.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Whether they can still open the practice.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Whether opening needs this computer's device key as well.
    pub fn device_bound(&self) -> bool {
        self.device_bound
    }

    /// What their passphrase costs to try; below policy it is raised at the next change.
    pub fn cost(&self) -> KdfCost {
        self.kdf
    }

    /// The public key, "age1…", that backups are sealed to.
    pub fn sealing_key(&self) -> &str {
        &self.x25519_pk
    }

    /// The public Ed25519 key that their signatures verify with.
    pub fn signing_key(&self) -> &[u8; 32] {
        &self.ed25519_pk
    }

    /// How the envelope says it was made.
    pub(crate) fn terms<'a>(&'a self, vault: &'a VaultId) -> Terms<'a> {
        Terms { vault, person: &self.id, salt: self.salt, cost: self.kdf, device_bound: self.device_bound }
    }

    /// Puts the bundle into a new envelope under a new salt. The master key's seal stays as it is.
    pub(crate) fn wrap(
        &mut self,
        vault: &VaultId,
        bundle: &Bundle,
        passphrase: &Passphrase,
        cost: KdfCost,
        device: Option<&DeviceKey>,
    ) -> Result<(), VaultError> {
        let renewed = Self { salt: random::bytes(), kdf: cost, ..self.clone() };
        self.bundle = bundle.wrap(&renewed.terms(vault), passphrase, device)?;
        self.salt = renewed.salt;
        self.kdf = renewed.kdf;
        Ok(())
    }

    /// Seals the master key to the keys the person has, for which nobody needs to be asked.
    pub(crate) fn reseal(&mut self, master: &MasterKey) -> Result<(), VaultError> {
        self.sealed = identity::seal_to(&self.x25519_pk, master.expose())
            .ok_or(VaultError::Damaged(Damage::Field("people")))?;
        Ok(())
    }

    /// Puts the bundle's public keys here and seals the master key to them.
    pub(crate) fn seal(&mut self, bundle: &Bundle, master: &MasterKey) {
        self.x25519_pk = bundle.sealing_public();
        self.ed25519_pk = bundle.signing_key().public();
        self.sealed = bundle.seal(master);
    }
}
