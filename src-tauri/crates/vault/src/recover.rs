//! Opening the vault with the recovery code on paper.

use crate::{MasterKey, RecoveryCode, VaultError, VaultFile, identity};

/// Opens the vault and vouches for the whole file. It gives the master key only: who sits there is
/// not known, so nothing can be signed until a passphrase has been set.
///
/// # Errors
/// `WrongRecoveryCode` when the code is another vault's or an older sheet's; `Forged` when the
/// file was changed by somebody without the key.
pub fn unlock_with_recovery(file: &VaultFile, code: &RecoveryCode) -> Result<MasterKey, VaultError> {
    let key = code.key(file.vault_id());
    let sealed = file.recovery().sealed();
    let master =
        identity::unseal(&key, sealed).map(MasterKey::from_secret).ok_or(VaultError::WrongRecoveryCode)?;
    file.verify(&master)?;
    Ok(master)
}
