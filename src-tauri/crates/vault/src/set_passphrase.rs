//! A new passphrase for somebody whose old one is lost.

use crate::{
    DeviceKey, KdfCost, MasterKey, Opened, Passphrase, Role, Status, VaultError, VaultFile, bundle::Bundle,
};

/// Gives somebody a new passphrase and, because the old envelope cannot be opened any more, a new
/// key pair; what was signed with the old one stays valid. One new generation.
///
/// A colleague's envelope is bound to the device key; an owner's opens on any computer, whatever
/// is given. Whoever sets a colleague's passphrase must let go of the signing key that comes
/// back: nobody signs as somebody else.
///
/// # Errors
/// `UnknownPerson` when nobody with this id is active; `Forged` when the file is not the one this
/// master key belongs to; `Damaged` when Argon2id does not allow the cost. The file is unchanged
/// after every error.
pub fn set_passphrase(
    file: &mut VaultFile,
    master: &MasterKey,
    person: &str,
    new: &Passphrase,
    cost: KdfCost,
    device: Option<&DeviceKey>,
) -> Result<Opened, VaultError> {
    file.verify(master)?;
    let vault = file.vault_id().clone();
    let slot = file.present_mut(person)?;
    if slot.status != Status::Active {
        return Err(VaultError::UnknownPerson);
    }
    let bundle = Bundle::make();
    let device = device.filter(|_| slot.role != Role::Owner);
    let mut renewed = slot.clone();
    renewed.device_bound = device.is_some();
    renewed.wrap(&vault, &bundle, new, cost, device)?;
    renewed.seal(&bundle, master);
    *slot = renewed;
    // The copy of the old keys that the computer's log-in opens unseals nothing any more.
    if file.body.computer_unlock.as_ref().is_some_and(|copy| copy.person == person) {
        file.body.computer_unlock = None;
    }
    file.count_generation();
    Ok(Opened { master: master.duplicate(), signing: bundle.signing_key(), person: person.to_owned() })
}
