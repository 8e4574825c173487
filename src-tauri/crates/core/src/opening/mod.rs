//! From a folder on the disk to an open practice, and back.
//!
//! [`look`] says what a folder holds without any secret. A new practice is [`prepare`]d in memory, with its
//! recovery sheet, and [`create`]d on the disk only when the sheet was typed back; [`unlock`] and [`recover`] open
//! what is there. An open practice [rests](crate::Practice::rest) when somebody leaves the keyboard, and whoever comes
//! [takes the seat](take_seat). Every way it can fail has its own [`Trouble`](crate::Trouble), and none of them
//! overwrites anything. Left out on purpose: what opens the practice, which is in [`keys`](crate::keys).

mod attempts;
mod bring_in;
mod cost;
mod create;
mod damage;
mod database;
mod desk;
mod device_key;
mod files;
mod folder_lock;
mod idle;
mod look;
mod passphrase;
mod pin;
mod place;
mod prepare;
mod prove;
mod recover;
mod recovery_sheet;
mod rest;
mod take_place;
mod take_seat;
mod unlock;
mod unlock_with_computer;
mod vault_json;
mod warnings;
mod without_hegu;

use std::path::PathBuf;

use hegu_vault::{KdfBounds, KdfCost};

use crate::clock::Clock;
use crate::ids::IdSource;
use crate::people::Keyring;

pub(crate) use bring_in::bring_in_chosen;
pub use bring_in::{BackupFound, BackupSecret, BackupSource, BroughtIn, bring_in, switch_to};
pub(crate) use create::check_typed_back;
pub use create::{TypedBack, create};
pub(crate) use damage::Damage;
pub(crate) use database::{
    THIS_VERSION, folder_of as databases, free_name as free_database_name, mark_as_replaced, note_generation,
    remove_with_log as remove_database, replaced_mark, write_vault,
};
pub use desk::{PersonAtDesk, desk, name_on_door, several};
pub(crate) use device_key::{device_key_for, device_key_here};
pub(crate) use files::{new_private_file, private_file, private_folder, replace, sync_folder};
pub use folder_lock::FolderLock;
pub use idle::{Due, Instants, due};
pub use look::{PersonOnDoor, Standing, look};
pub use passphrase::{PassphraseHint, PassphraseStrength, measure_passphrase, suggest_passphrase};
pub use pin::{SetPin, forget_pin, set_pin};
pub(crate) use prepare::two_groups;
pub use prepare::{NewPractice, Prepared, RecoverySheetView, prepare};
pub(crate) use prove::prove_with;
pub use prove::{ProveSelf, ProveSelfWithPin, prove, prove_with_pin};
pub(crate) use recover::mistyped;
pub use recover::{UnlockWithRecoveryCode, recover};
pub(crate) use recovery_sheet::pdf as sheet_pdf;
pub use take_seat::{ProofKind, TakeSeat, take_seat};
pub use unlock::{Unlock, unlock, unlock_as_owner};
pub use unlock_with_computer::unlock_with_computer;
pub(crate) use vault_json::{epoch_in_force, trouble as vault_trouble, write as write_vault_file};
pub(crate) use warnings::Found;
pub use warnings::{Warning, look_for_folder, walk_audit, warnings};
pub use without_hegu::{NEEDED_WITHOUT_HEGU, STEPS_WITHOUT_HEGU, StepWithoutHegu};

/// Where a practice is or will be, and what opening it needs besides a secret.
#[derive(Debug, Clone)]
pub struct Premises {
    /// The practice's folder; it need not exist yet.
    pub folder: PathBuf,
    /// Where time comes from.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: IdSource,
    /// What trying a passphrase may cost.
    pub effort: Effort,
    /// Where this computer's device key is kept.
    pub keyring: Keyring,
}

/// What trying one passphrase costs.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Costs outside are refused when a vault asks for them.
    pub bounds: KdfBounds,
    /// A fixed cost for new envelopes, or nothing to measure what this computer can do in a second.
    pub cost: Option<KdfCost>,
}

impl Effort {
    /// What the shipped program asks for.
    pub fn shipped() -> Self {
        Self { bounds: KdfBounds::shipped(), cost: None }
    }

    /// As little as possible, for tests.
    #[cfg(feature = "testing")]
    pub fn quick() -> Self {
        Self { bounds: KdfBounds::quick(), cost: Some(KdfCost::quick()) }
    }
}
