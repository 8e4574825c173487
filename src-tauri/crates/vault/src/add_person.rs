//! A colleague comes.

use serde_json::Map;

use crate::{
    DeviceKey, KdfCost, MasterKey, Mode, Passphrase, PersonSlot, Role, Status, VaultError, VaultFile,
    bundle::Bundle,
};

/// Who comes.
#[derive(Debug)]
pub struct NewPerson<'a> {
    /// Their id, a UUID as text.
    pub id: String,
    /// Their name.
    pub name: String,
    /// The line under their name; may be empty.
    pub credentials: String,
    /// What they may do.
    pub role: Role,
    /// The passphrase they typed.
    pub passphrase: &'a Passphrase,
    /// What trying it costs.
    pub cost: KdfCost,
    /// The device key their envelope is bound to. An owner's never is, and where no computer of
    /// the practice has a keyring nobody's can be.
    pub device: Option<&'a DeviceKey>,
}

/// Gives somebody an envelope of their own and seals the master key to them; the practice is a
/// clinic from now on, and what opened it without a passphrase opens it no more. Gives back the
/// public key that their signatures verify with. One new generation.
///
/// # Errors
/// `Forged` when the file is not the one this master key belongs to; `Damaged` when the id is
/// taken or Argon2id does not allow the cost. The file is unchanged after every error.
pub fn add_person(
    file: &mut VaultFile,
    master: &MasterKey,
    new: NewPerson<'_>,
) -> Result<[u8; 32], VaultError> {
    file.verify(master)?;
    if file.body.people.iter().any(|slot| slot.id == new.id) {
        return Err(VaultError::Damaged(crate::Damage::Field("people")));
    }
    let bundle = Bundle::make();
    let device = new.device.filter(|_| new.role != Role::Owner);
    let mut slot = PersonSlot {
        id: new.id,
        name: new.name,
        credentials: new.credentials,
        role: new.role,
        status: Status::Active,
        kdf: new.cost,
        salt: [0; 16],
        device_bound: device.is_some(),
        bundle: Vec::new(),
        x25519_pk: String::new(),
        ed25519_pk: [0; 32],
        sealed: Vec::new(),
        unknown: Map::new(),
    };
    slot.wrap(file.vault_id(), &bundle, new.passphrase, new.cost, device)?;
    slot.seal(&bundle, master);
    let signing = slot.ed25519_pk;
    file.body.people.push(slot);
    file.body.mode = Mode::Clinic;
    file.body.computer_unlock = None;
    file.count_generation();
    Ok(signing)
}
