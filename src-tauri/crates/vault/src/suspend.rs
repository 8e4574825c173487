//! Keeping somebody out for a while, and letting them in again.

use crate::{MasterKey, Status, VaultError, VaultFile};

/// Takes the master key's seal away from somebody; their envelope and keys stay. One new
/// generation.
///
/// # Errors
/// `UnknownPerson`; `LastOwner`; `Forged` when the file is not the one this master key belongs to.
pub fn suspend(file: &mut VaultFile, master: &MasterKey, person: &str) -> Result<(), VaultError> {
    file.verify(master)?;
    file.keep_an_owner_besides(person)?;
    let slot = file.present_mut(person)?;
    slot.status = Status::Suspended;
    slot.sealed = Vec::new();
    file.count_generation();
    Ok(())
}

/// Seals the master key to somebody again, whatever it has become meanwhile; their passphrase is
/// the one they had. One new generation.
///
/// # Errors
/// `UnknownPerson` when they are not suspended; `Forged` as above.
pub fn resume(file: &mut VaultFile, master: &MasterKey, person: &str) -> Result<(), VaultError> {
    file.verify(master)?;
    let slot = file.present_mut(person)?;
    if slot.status != Status::Suspended {
        return Err(VaultError::UnknownPerson);
    }
    slot.reseal(master)?;
    slot.status = Status::Active;
    file.count_generation();
    Ok(())
}
