//! Opening the vault with a person's passphrase.

use crate::{
    DeviceKey, KdfBounds, MasterKey, Passphrase, SigningKey, Status, VaultError, VaultFile,
    bundle::{Bundle, Terms},
};

/// What an opened vault gives.
#[derive(Debug)]
pub struct Opened {
    /// The master key of the practice.
    pub master: MasterKey,
    /// The person's own signing key.
    pub signing: SigningKey,
    /// The person's id.
    pub person: String,
}

/// Opens the vault and vouches for the whole file.
///
/// A wrong passphrase and an unknown or removed person take the same time as a right passphrase
/// and give the same answer.
///
/// # Errors
/// `WrongPassphrase`; `Suspended` when it was right and the person is kept out; `Forged` when the passphrase was right but the file was changed by somebody
/// without the key; `Damaged` when the file asks for a cost of derivation outside the bounds.
pub fn unlock(
    file: &VaultFile,
    person: &str,
    passphrase: &Passphrase,
    device: Option<&DeviceKey>,
    bounds: &KdfBounds,
) -> Result<Opened, VaultError> {
    let (bundle, master) = open(file, person, passphrase, device, bounds)?;
    Ok(Opened { master, signing: bundle.signing_key(), person: person.to_owned() })
}

/// As [`unlock`], for actions that put the bundle into another envelope.
pub(crate) fn open(
    file: &VaultFile,
    person: &str,
    passphrase: &Passphrase,
    device: Option<&DeviceKey>,
    bounds: &KdfBounds,
) -> Result<(Bundle, MasterKey), VaultError> {
    let Some(slot) = file.present(person) else {
        return Err(answer_as_if_known(file, person, passphrase, bounds));
    };
    bounds.check(slot.kdf)?;
    let bundle = Bundle::open(&slot.bundle, &slot.terms(file.vault_id()), passphrase, device)?;
    if slot.status() == Status::Suspended {
        return Err(VaultError::Suspended);
    }
    let master = bundle.unseal(&slot.sealed).ok_or(VaultError::Forged)?;
    file.verify(&master)?;
    Ok((bundle, master))
}

/// Does the work of a real try, so that the clock does not tell who is in the vault.
fn answer_as_if_known(
    file: &VaultFile,
    person: &str,
    passphrase: &Passphrase,
    bounds: &KdfBounds,
) -> VaultError {
    let cost = file.people().first().map_or(bounds.min, |slot| slot.kdf);
    let cost = bounds.check(cost).map_or(bounds.min, |()| cost);
    let terms = Terms { vault: file.vault_id(), person, salt: [0; 16], cost, device_bound: false };
    let nobodys_envelope = [0; 24 + 64 + 16];
    Bundle::open(&nobodys_envelope, &terms, passphrase, None).err().unwrap_or(VaultError::WrongPassphrase)
}

#[cfg(test)]
mod tests;
