//! A colleague goes.

use crate::{MasterKey, Status, VaultError, VaultFile};

/// Takes envelope and seal away from somebody for good; their public keys stay, because what they
/// signed must be verifiable for ever. One new generation.
///
/// They may have kept an old copy of the file and of the records, which their passphrase still
/// opens; [`crate::rotate`] sees to it that it opens nothing newer.
///
/// # Errors
/// `UnknownPerson`; `LastOwner`; `Forged` when the file is not the one this master key belongs to.
pub fn remove_person(file: &mut VaultFile, master: &MasterKey, person: &str) -> Result<(), VaultError> {
    file.verify(master)?;
    file.keep_an_owner_besides(person)?;
    let slot = file.present_mut(person)?;
    slot.status = Status::Removed;
    slot.bundle = Vec::new();
    slot.sealed = Vec::new();
    file.count_generation();
    Ok(())
}
