//! A new passphrase for somebody who knows the old one.

use crate::{DeviceKey, KdfBounds, KdfCost, Passphrase, VaultError, VaultFile, unlock};

/// What is changed into what.
#[derive(Debug)]
pub struct PassphraseChange<'a> {
    /// The passphrase in force.
    pub old: &'a Passphrase,
    /// The passphrase to come.
    pub new: &'a Passphrase,
    /// What trying the new one costs.
    pub cost: KdfCost,
    /// This computer's device key, when the person's envelope needs it.
    pub device: Option<&'a DeviceKey>,
}

/// Puts the person's keys into a new envelope. The keys, the master key's seal and the database
/// stay as they are. One new generation.
///
/// Copies of the old file, in old backups, still open with the old passphrase.
///
/// # Errors
/// As [`crate::unlock`] with the old passphrase; the file is unchanged after every error.
pub fn change_passphrase(
    file: &mut VaultFile,
    person: &str,
    change: &PassphraseChange<'_>,
    bounds: &KdfBounds,
) -> Result<(), VaultError> {
    let (bundle, _) = unlock::open(file, person, change.old, change.device, bounds)?;
    let slot = file.body.people.iter_mut().find(|slot| slot.id == person).ok_or(VaultError::UnknownPerson)?;
    slot.wrap(&file.body.vault_id, &bundle, change.new, change.cost, change.device)?;
    file.count_generation();
    Ok(())
}
