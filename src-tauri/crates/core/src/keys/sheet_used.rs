//! Whether the recovery sheet was used and is still the one in force.

use crate::audit::{self, Action};
use crate::error::Result;
use crate::people::Permission;
use crate::practice::Practice;

/// Whether somebody got in with the recovery code and no new sheet was made since. It was held in hands and may have
/// been seen, so this stays true over locks and restarts. Only those who may make a new one are asked for it.
pub async fn sheet_was_used(practice: &Practice) -> Result<bool> {
    if !practice.actor().role.may(Permission::ChangeKeys) {
        return Ok(false);
    }
    let used = audit::last_of(practice, Action::RecoveryUsed).await?;
    let renewed = audit::last_of(practice, Action::RecoverySheetRenewed).await?;
    Ok(used > renewed)
}
