//! What somebody may do changes.

use crate::{KdfCost, MasterKey, Opened, Passphrase, Role, Status, VaultError, VaultFile, set_passphrase};

/// Writes another role beside somebody's name. Roles are enforced by the core and no key changes.
/// Nobody becomes an owner this way: an owner's envelope opens on any computer, so it needs a
/// passphrase that was chosen for it, as [`make_owner`] takes. One new generation.
///
/// # Errors
/// `UnknownPerson`; `LastOwner`; `Forged` when the file is not the one this master key belongs to.
pub fn change_role(
    file: &mut VaultFile,
    master: &MasterKey,
    person: &str,
    role: Role,
) -> Result<(), VaultError> {
    file.verify(master)?;
    if role == Role::Owner {
        return Err(VaultError::UnknownPerson);
    }
    if file.present(person).is_some_and(|slot| slot.role == Role::Owner) {
        file.keep_an_owner_besides(person)?;
    }
    file.present_mut(person)?.role = role;
    file.count_generation();
    Ok(())
}

/// Makes somebody an owner under a passphrase chosen for it. One new generation.
///
/// # Errors
/// As [`set_passphrase`]. The file is unchanged after every error.
pub fn make_owner(
    file: &mut VaultFile,
    master: &MasterKey,
    person: &str,
    passphrase: &Passphrase,
    cost: KdfCost,
) -> Result<Opened, VaultError> {
    file.verify(master)?;
    let mut changed = file.clone();
    let slot = changed.present_mut(person)?;
    if slot.status != Status::Active {
        return Err(VaultError::UnknownPerson);
    }
    slot.role = Role::Owner;
    let opened = set_passphrase(&mut changed, master, person, passphrase, cost, None)?;
    *file = changed;
    Ok(opened)
}
