//! A new recovery sheet in place of the one before.

use std::fmt;

use chrono::NaiveDate;
use hegu_vault::{RecoveryCode, VaultFile};
use zeroize::Zeroizing;

use crate::audit::Action;
use crate::error::Result;
use crate::opening::{self, RecoverySheetView, TypedBack};
use crate::people::Permission;
use crate::practice::Practice;

use super::envelope;

/// A recovery sheet that exists only in memory, until it was typed back in part. Dropping it leaves the old one valid.
pub struct PreparedSheet {
    vault: VaultFile,
    code: RecoveryCode,
    /// Two groups of the code to type back, counted from 1.
    ask: [u8; 2],
}

impl fmt::Debug for PreparedSheet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PreparedSheet(redacted)")
    }
}

impl PreparedSheet {
    /// The sheet for the screen.
    pub fn sheet(&self) -> RecoverySheetView {
        RecoverySheetView { groups: self.code.groups().to_vec(), ask: self.ask.to_vec() }
    }

    /// The sheet as a PDF to print or save.
    pub fn pdf(&self, today: NaiveDate) -> Result<Zeroizing<Vec<u8>>> {
        opening::sheet_pdf(&self.vault, &self.code, today)
    }
}

/// Makes a new code in memory.
pub async fn prepare_sheet(practice: &Practice) -> Result<PreparedSheet> {
    practice.permit(Permission::ChangeKeys).await?;
    practice.proved().await?;
    let now = practice.now();
    let step = move |vault: &mut _, master: &_| hegu_vault::renew_recovery(vault, master, now);
    let (vault, code) = envelope::next_file(practice, step).await?;
    Ok(PreparedSheet { vault, code, ask: opening::two_groups()? })
}

/// Puts the new code in force once the sheet was typed back; the old sheet opens nothing from then on.
pub async fn renew_sheet(practice: &Practice, prepared: &PreparedSheet, typed: TypedBack) -> Result<()> {
    practice.permit(Permission::ChangeKeys).await?;
    opening::check_typed_back(&prepared.code, prepared.ask, &typed)?;
    let slot = prepared.vault.recovery().clone();
    let now = practice.now();
    let _keys = practice.keys().await;
    // Keys may have changed since the sheet was made, so the code is put into the file that is in force now.
    let (vault, ()) = envelope::next_file(practice, move |vault, master| {
        *vault = vault.with_recovery_slot(master, slot)?.with_recovery_checked(now);
        Ok(())
    })
    .await?;
    practice.change(Action::RecoverySheetRenewed).await?.commit_with_keys(vault, practice.actor().id).await
}
