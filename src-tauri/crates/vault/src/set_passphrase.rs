//! A new passphrase for an owner whose old one is lost.

use crate::{
    KdfCost, MasterKey, Opened, Passphrase, PersonSlot, Role, Status, VaultError, VaultFile, bundle::Bundle,
};

/// Gives an owner a new passphrase and, because the old envelope cannot be opened any more, a new
/// key pair; what was signed with the old one stays valid. One new generation.
///
/// # Errors
/// `UnknownPerson` when nobody with this id is an active owner; `Forged` when the file is not the
/// one this master key belongs to; `Damaged` when Argon2id does not allow the cost. The file is
/// unchanged after every error.
pub fn set_passphrase(
    file: &mut VaultFile,
    master: &MasterKey,
    person: &str,
    new: &Passphrase,
    cost: KdfCost,
) -> Result<Opened, VaultError> {
    file.verify(master)?;
    let owner = file
        .body
        .people
        .iter_mut()
        .find(|slot| slot.id == person && slot.status == Status::Active && slot.role == Role::Owner)
        .ok_or(VaultError::UnknownPerson)?;
    let bundle = Bundle::make();
    let mut renewed = PersonSlot { device_bound: false, ..owner.clone() };
    renewed.wrap(&file.body.vault_id, &bundle, new, cost, None)?;
    renewed.seal(&bundle, master);
    *owner = renewed;
    file.count_generation();
    Ok(Opened { master: master.duplicate(), signing: bundle.signing_key(), person: person.to_owned() })
}
