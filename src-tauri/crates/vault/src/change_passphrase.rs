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

/// Puts the person's keys into a new envelope. The signing key and the database stay as they are; the
/// key that the master key is sealed to is a new one, or whoever has the old passphrase and an old
/// file would open every later master key with it. One new generation.
///
/// Copies of the old file, in old backups, still open with the old passphrase. A copy of the keys
/// that the computer's log-in opens unseals nothing any more, and is taken out.
///
/// # Errors
/// As [`crate::unlock`] with the old passphrase; the file is unchanged after every error.
pub fn change_passphrase(
    file: &mut VaultFile,
    person: &str,
    change: &PassphraseChange<'_>,
    bounds: &KdfBounds,
) -> Result<(), VaultError> {
    let (bundle, master) = unlock::open(file, person, change.old, change.device, bounds)?;
    let bundle = bundle.with_another_sealing_key();
    let slot = file.body.people.iter_mut().find(|slot| slot.id == person).ok_or(VaultError::UnknownPerson)?;
    slot.wrap(&file.body.vault_id, &bundle, change.new, change.cost, change.device)?;
    slot.seal(&bundle, &master);
    file.body.computer_unlock.take_if(|copy| copy.person == person);
    file.count_generation();
    Ok(())
}
