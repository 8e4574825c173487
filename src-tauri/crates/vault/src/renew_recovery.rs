//! Replacing the recovery sheet.

use crate::{MasterKey, RecoveryCode, VaultError, VaultFile};

/// Makes a new recovery code; the old sheet opens this vault no more. One new generation.
///
/// # Errors
/// `Forged` when the file is not the one this master key belongs to.
pub fn renew_recovery(
    file: &mut VaultFile,
    master: &MasterKey,
    now_ms: i64,
) -> Result<RecoveryCode, VaultError> {
    file.verify(master)?;
    let code = RecoveryCode::make();
    file.body.recovery = code.slot(&file.body.vault_id, master, now_ms);
    file.count_generation();
    Ok(code)
}
