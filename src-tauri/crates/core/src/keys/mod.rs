//! What opens the practice: passphrases, this computer's key, the sheet on paper, and the master key behind them.
//!
//! Every act makes the next key file in memory, writes its rows and the audit entry, puts the file in its place and
//! commits; the file is what counts. [`change_passphrase`] and [`reset_passphrase`] touch one envelope, [`rotate`]
//! replaces the master key without asking anyone else for anything, [`renew_sheet`] makes a new recovery sheet, and
//! [`security`] says in one view who can open the practice with what. People themselves are in
//! [`people`](crate::people).

mod change_passphrase;
mod check_sheet;
mod computer_unlock;
mod envelope;
mod keep_in_keyring;
mod renew_sheet;
mod reset_passphrase;
mod rotate;
mod security;
mod sheet_used;

pub use change_passphrase::{ChangePassphrase, change_passphrase};
pub use check_sheet::{CheckSheet, check_sheet};
pub use computer_unlock::{UnlockWithComputer, unlock_with_computer};
pub use keep_in_keyring::keep_in_keyring;
pub use renew_sheet::{PreparedSheet, prepare_sheet, renew_sheet};
pub use reset_passphrase::{ResetPassphrase, reset_passphrase};
pub use rotate::rotate;
pub use security::{OpensWith, RecoveryView, SecurityView, WayIn, security};
pub use sheet_used::sheet_was_used;

pub(crate) use envelope::{Binding, binding, check_passphrase, cost, next_file};
pub(crate) use keep_in_keyring::{put_back, standing_of_keyring};
pub(crate) use rotate::replace;
