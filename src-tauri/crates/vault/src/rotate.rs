//! A new master key, for which nobody is asked for anything.

use crate::{Damage, MasterKey, Status, VaultError, VaultFile, file::check_database_file, identity};

/// Replaces the master key: the new one is sealed to everybody who is active and to the recovery
/// sheet, by their public keys alone, and names a database file that is under it. Passphrases,
/// envelopes, the sheet and the device key stay. The old file is untouched; the new one is one
/// generation on, and its database one epoch.
///
/// # Errors
/// `Forged` when the file is not the one the old key belongs to; `Damaged` when a public key in it
/// is none, or the database's name would not be read back.
pub fn rotate(
    file: &VaultFile,
    old: &MasterKey,
    database_file: &str,
) -> Result<(VaultFile, MasterKey), VaultError> {
    file.verify(old)?;
    check_database_file(database_file)?;
    let master = MasterKey::make();
    let mut next = file.clone();
    for slot in next.body.people.iter_mut().filter(|slot| slot.status == Status::Active) {
        slot.reseal(&master)?;
    }
    let recovery = &mut next.body.recovery;
    recovery.sealed = identity::seal_to(&recovery.x25519_pk, master.expose())
        .ok_or(VaultError::Damaged(Damage::Field("recovery")))?;
    // What opened the practice without a passphrase is sealed to its owner's keys and stays as it is.
    if let (Some(slot), Some(key)) = (file.device_key(), file.open_device_key(old)?) {
        next.put_device_key(&master, slot.id(), &key);
    }
    let database = &mut next.body.db[0];
    database.file = database_file.to_owned();
    database.epoch = database.epoch.saturating_add(1);
    next.count_generation();
    // It is our statement now, under the new key; what was read was under the old one.
    next.forget_what_was_read();
    Ok((next, master))
}
