//! A new passphrase for somebody who knows the old one.

use crate::{DeviceKey, KdfCost, Opened, Passphrase, VaultError, VaultFile, bundle::Bundle};

/// What the passphrase is changed into.
#[derive(Debug)]
pub struct PassphraseChange<'a> {
    /// The passphrase to come.
    pub new: &'a Passphrase,
    /// What trying it costs.
    pub cost: KdfCost,
    /// This computer's device key, when the person's envelope needs it.
    pub device: Option<&'a DeviceKey>,
}

/// Puts the keys of somebody who has just opened the vault with the old passphrase into a new envelope. The signing key
/// and the database stay as they are; the key that the master key is sealed to is a new one, or whoever has the old
/// passphrase and an old file would open every later master key with it. One new generation.
///
/// Copies of the old file, in old backups, still open with the old passphrase. A copy of the keys
/// that the computer's log-in opens unseals nothing any more, and is taken out.
///
/// # Errors
/// `Forged` when the file is not the one that was opened; `UnknownPerson` when they are not in it; `Damaged` when
/// Argon2id does not allow the cost. The file is unchanged after every error.
pub fn change_passphrase(
    file: &mut VaultFile,
    opened: &Opened,
    change: &PassphraseChange<'_>,
) -> Result<(), VaultError> {
    file.verify(&opened.master)?;
    let bundle = Bundle::with_signing_key(&opened.signing);
    let slot =
        file.body.people.iter_mut().find(|slot| slot.id == opened.person).ok_or(VaultError::UnknownPerson)?;
    slot.wrap(&file.body.vault_id, &bundle, change.new, change.cost, change.device)?;
    slot.seal(&bundle, &opened.master);
    file.body.computer_unlock.take_if(|copy| copy.person == opened.person);
    file.count_generation();
    Ok(())
}
