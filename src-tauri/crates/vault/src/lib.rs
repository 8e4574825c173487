//! The keys of a practice: how they are made, wrapped, opened and shown on paper.
//!
//! A practice has one master key. Everybody who may open it holds a key pair, wrapped under a key
//! derived from their passphrase, and the master key is sealed to each of those pairs and to the
//! recovery code on paper; so a passphrase changes, a colleague comes or goes, and the master key
//! is replaced without asking anyone else for anything. All of it lies in `vault.json`, whose
//! exact bytes carry a MAC under a sub-key of the master key. The key slots are `age` files, so a
//! practice can be opened with stock tools and the recovery sheet should this program be gone.
//! Left out on purpose: disk, network, SQL, clock and async. Files are bytes in and bytes out, and
//! instants come in as milliseconds since 1970, UTC; only the system's random numbers are taken.

mod add_person;
mod audit;
mod backup;
mod bundle;
mod change_passphrase;
mod change_role;
mod computer_unlock;
mod copy_key;
mod create;
mod derive;
mod device;
mod device_slot;
mod error;
mod fields;
mod file;
mod identity;
mod kdf;
mod master;
mod passphrase;
mod pin;
mod random;
mod recover;
mod recovery;
mod remove_person;
mod renew_recovery;
mod rotate;
pub mod sealed_file;
mod secret;
mod set_passphrase;
mod signing;
pub mod strength;
mod suspend;
mod unlock;
mod vault_id;
pub mod words;

pub use add_person::{NewPerson, add_person};
pub use audit::AuditKey;
pub use backup::BackupKey;
pub use change_passphrase::{PassphraseChange, change_passphrase};
pub use change_role::{change_role, make_owner};
pub use computer_unlock::{allow_computer_unlock, unlock_with_computer};
pub use copy_key::{CopyKey, SealedCopy, seal_copy};
pub use create::{NewVault, create};
pub use device::DeviceKey;
pub use error::{Damage, VaultError};
pub use file::{
    ComputerUnlockSlot, Database, DeviceKeySlot, MAX_FILE_BYTES, Mode, PersonSlot, RecoverySlot, Role,
    Status, VaultFile,
};
pub use kdf::{KdfBounds, KdfCost};
pub use master::{DatabaseKey, MasterKey};
pub use passphrase::Passphrase;
pub use pin::PinEnvelope;
pub use recover::unlock_with_recovery;
pub use recovery::{RecoveryCode, RecoverySlip};
pub use remove_person::remove_person;
pub use renew_recovery::renew_recovery;
pub use rotate::rotate;
pub use sealed_file::FileKey;
pub use set_passphrase::set_passphrase;
pub use signing::{SigningKey, verify};
pub use suspend::{resume, suspend};
pub use unlock::{Opened, unlock};
pub use vault_id::VaultId;
