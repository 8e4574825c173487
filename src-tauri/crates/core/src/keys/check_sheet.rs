//! The drill: somebody types the recovery code and so proves that the sheet is still there.

use std::fmt;

use hegu_vault::RecoveryCode;
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::error::Result;
use crate::opening;
use crate::people::Permission;
use crate::practice::Practice;

use super::envelope;

/// The code as it was typed.
#[derive(Deserialize, Type)]
pub struct CheckSheet {
    /// Nine groups, typed as freely as people type.
    pub code: String,
}

impl Drop for CheckSheet {
    fn drop(&mut self) {
        self.code.zeroize();
    }
}

impl fmt::Debug for CheckSheet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CheckSheet(redacted)")
    }
}

/// Opens the recovery slot with the code and notes the day. Nothing is opened that is not open already.
pub async fn check_sheet(practice: &Practice, input: CheckSheet) -> Result<()> {
    practice.permit(Permission::ChangeKeys).await?;
    let code = RecoveryCode::parse(&input.code).map_err(opening::mistyped)?;
    let now = practice.now();
    let _keys = practice.keys().await;
    let (vault, ()) = envelope::next_file(practice, move |vault, _| {
        hegu_vault::unlock_with_recovery(vault, &code)?;
        *vault = vault.with_recovery_checked(now);
        Ok(())
    })
    .await?;
    practice.change(Action::RecoverySheetChecked).await?.commit_with_keys(vault, practice.actor().id).await
}
