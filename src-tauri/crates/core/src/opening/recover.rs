//! Opens the practice with the recovery code, and gives the owner a new passphrase.

use std::fmt;

use hegu_vault::{
    Opened, Passphrase, RecoveryCode, RecoverySlip, Role as VaultRole, Status, VaultError, VaultFile,
};
use serde::Deserialize;
use specta::Type;
use sqlx::migrate::Migrator;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::blocking::blocking;
use crate::checks::Checks;
use crate::db::migrate::MIGRATIONS;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::keys::{self, Binding};
use crate::people;
use crate::practice::Practice;

use super::{FolderLock, Premises, attempts, cost, database, unlock, vault_json};

/// The code from the recovery sheet and the passphrase that replaces the lost one.
#[derive(Deserialize, Type)]
pub struct UnlockWithRecoveryCode {
    /// Nine groups, typed as freely as people type.
    pub code: String,
    /// The owner's new passphrase.
    pub new_passphrase: String,
    /// The same once more.
    pub new_passphrase_again: String,
}

impl Drop for UnlockWithRecoveryCode {
    fn drop(&mut self) {
        self.code.zeroize();
        self.new_passphrase.zeroize();
        self.new_passphrase_again.zeroize();
    }
}

impl fmt::Debug for UnlockWithRecoveryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("UnlockWithRecoveryCode(redacted)")
    }
}

/// Opens the practice. The new passphrase is in force with one replacement of the key file, and earlier signatures stay
/// valid. The sheet was used and may have been seen, so the window asks for a new one before anything else.
pub async fn recover(premises: &Premises, input: UnlockWithRecoveryCode) -> Result<Practice> {
    with_migrations(premises, input, &MIGRATIONS).await
}

async fn with_migrations(
    premises: &Premises,
    mut input: UnlockWithRecoveryCode,
    migrations: &Migrator,
) -> Result<Practice> {
    let folder = &premises.folder;
    let vault = vault_json::read(folder)?;
    let lock = FolderLock::take(folder)?;
    let Renewed { opened, changed, owner } = renew(premises, vault, &mut input).await?;
    let public_key = opened.signing.public();
    // The records are opened by the file that lies there, so that a trouble with them changes nothing.
    let unchanged = vault_json::read(folder)?;
    let practice = unlock::enter(premises, unchanged, opened, lock, migrations).await?;
    settle(&practice, changed, &PersonId::parse(&owner)?, &public_key).await?;
    Ok(practice)
}

/// What a recovery code opened: the keys, and the key file with the owner's new passphrase, which is not in force yet.
#[derive(Debug)]
pub(super) struct Renewed {
    pub(super) opened: Opened,
    pub(super) changed: VaultFile,
    pub(super) owner: String,
}

/// Opens a key file with the code, and gives the owner in it a new passphrase.
pub(super) async fn renew(
    premises: &Premises,
    mut vault: VaultFile,
    input: &mut UnlockWithRecoveryCode,
) -> Result<Renewed> {
    let code = RecoveryCode::parse(&input.code).map_err(mistyped)?;
    let owner = vault
        .people()
        .iter()
        .find(|slot| slot.role() == VaultRole::Owner && slot.status() == Status::Active)
        .map(|slot| (slot.id().to_owned(), slot.name().to_owned()));
    let (owner, name) = owner.ok_or_else(|| Error::unexpected("recover", "no owner in the key file"))?;
    let mut checks = Checks::default();
    keys::check_passphrase(
        &mut checks,
        ["new_passphrase", "new_passphrase_again"],
        [&input.new_passphrase, &input.new_passphrase_again],
        &Binding::Nothing,
        &[vault.practice(), &name],
    );
    checks.finish()?;
    let passphrase = Passphrase::new(std::mem::take(&mut input.new_passphrase));
    let effort = premises.effort;
    let person = owner.clone();
    let work = move || -> Result<_, Failure> {
        let master = hegu_vault::unlock_with_recovery(&vault, &code)?;
        let cost = cost::affordable(&effort).map_err(Failure::Other)?;
        let opened = hegu_vault::set_passphrase(&mut vault, &master, &person, &passphrase, cost, None)?;
        Ok((vault, opened))
    };
    let done = blocking("recover", work).await?;
    let (changed, opened) = done.map_err(|failure| match failure {
        Failure::Vault(error) => vault_json::trouble(&premises.folder, error),
        Failure::Other(error) => error,
    })?;
    Ok(Renewed { opened, changed, owner })
}

/// Puts the new passphrase in force in a practice that the code opened.
pub(super) async fn settle(
    practice: &Practice,
    changed: VaultFile,
    owner: &PersonId,
    public_key: &[u8; 32],
) -> Result<()> {
    let folder = practice.folder();
    let wrong_tries = attempts::of(folder, &owner.to_string(), practice.now())?.count;
    // Before the passphrase counts: the code was right, and after a kill between the two that is known, and a new sheet
    // is asked for.
    let mut change = practice.change(Action::RecoveryUsed).await?;
    change.note("wrong_tries", wrong_tries);
    people::add_signing_key(&mut change, *owner, public_key).await?;
    change.commit(*owner).await?;
    {
        let mut guard = practice.live().await?;
        let live = guard.as_mut().ok_or(Error::Locked)?;
        // Older records were brought up on a copy, and the new key file must point at that copy as well: the next
        // opening would take the old one and throw away what was written since.
        let changed = changed
            .with_database(live.vault.database().file())
            .map_err(|error| vault_json::trouble(folder, error))?;
        database::write_vault(folder, &changed, &live.master, &mut live.connection).await?;
        live.vault = changed;
    }
    attempts::forget(folder, &owner.to_string())
}

/// Which group of a code to look at.
pub(crate) fn mistyped(slip: RecoverySlip) -> Error {
    Error::MistypedRecoveryCode { group: slip.group.and_then(|group| u8::try_from(group + 1).ok()) }
}

enum Failure {
    Vault(VaultError),
    Other(Error),
}

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        Self::Vault(error)
    }
}

#[cfg(test)]
mod tests {
    use super::super::database::tests::with;
    use super::super::{TypedBack, vault_json};
    use super::*;
    use crate::testing::{create, premises};

    #[tokio::test]
    async fn records_that_recovery_brought_up_to_date_stay_the_ones_in_force() {
        let around = tempfile::tempdir().unwrap();
        let premises = premises(around.path());
        let practice = create(&premises).await.unwrap();
        let prepared = keys::prepare_sheet(&practice).await.unwrap();
        let sheet = prepared.sheet();
        let groups = sheet.ask.iter().map(|asked| sheet.groups[usize::from(*asked) - 1].clone()).collect();
        keys::renew_sheet(&practice, &prepared, TypedBack { groups }).await.unwrap();
        practice.lock().await.unwrap();

        let words = "granite walnut hover lantern tide".to_owned();
        let input = UnlockWithRecoveryCode {
            code: sheet.groups.join(" "),
            new_passphrase: words.clone(),
            new_passphrase_again: words,
        };
        let next = with("CREATE TABLE planted (id TEXT PRIMARY KEY) STRICT");
        let practice = with_migrations(&premises, input, &next).await.unwrap();
        practice.lock().await.unwrap();
        let written = vault_json::read(&premises.folder).unwrap();
        assert_eq!(written.database().file(), "practice.e1.2.db", "what was written since lies there");
    }
}
