//! Opens the practice with a person's passphrase.

use std::fmt;
use std::path::Path;

use hegu_vault::{KdfBounds, Opened, Passphrase, VaultError, VaultFile};
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::{self, Action};
use crate::clock::Clock;
use crate::db::migrate;
use crate::error::{Error, Result, Trouble};
use crate::handouts;
use crate::ids::PersonId;
use crate::people::{self, Actor, Role};
use crate::practice::{Live, Parts, Practice};

use super::{FolderLock, Premises, attempts, database, vault_json};

/// A try at the door.
#[derive(Deserialize, Type)]
pub struct Unlock {
    /// Who.
    pub person: String,
    /// Their passphrase.
    pub passphrase: String,
}

impl Drop for Unlock {
    fn drop(&mut self) {
        self.passphrase.zeroize();
    }
}

impl fmt::Debug for Unlock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Unlock(redacted)")
    }
}

/// Opens the practice. A wrong passphrase takes as long as a right one and is counted; the next try may have to
/// wait ([`Error::TooSoon`]). Nothing in the folder is changed by a failed opening but that count.
pub async fn unlock(premises: &Premises, mut input: Unlock) -> Result<Practice> {
    let folder = &premises.folder;
    let vault = vault_json::read(folder)?;
    // Taken before the passphrase is tried, so that somebody who has the practice open already is told at once.
    let lock = FolderLock::take(folder)?;
    let passphrase = Passphrase::new(std::mem::take(&mut input.passphrase));
    let trying = Try { folder, vault: &vault, person: &input.person, clock: premises.clock };
    let (opened, wrong_tries) = trying.with(passphrase, premises.effort.bounds).await?;
    let practice = enter(premises, vault, opened, lock).await?;
    let mut change = practice.change(Action::Unlocked).await?;
    change.note("wrong_tries", wrong_tries);
    change.commit(practice.actor().id).await?;
    attempts::forget(folder, &input.person)?;
    Ok(practice)
}

/// A passphrase that somebody tries.
#[derive(Debug)]
pub(super) struct Try<'a> {
    pub(super) folder: &'a Path,
    pub(super) vault: &'a VaultFile,
    pub(super) person: &'a str,
    pub(super) clock: Clock,
}

impl Try<'_> {
    /// What the passphrase opens, and how many wrong ones came before it. A wrong one is counted; while a wait for
    /// earlier ones runs, none is tried.
    pub(super) async fn with(&self, passphrase: Passphrase, bounds: KdfBounds) -> Result<(Opened, u32)> {
        let tries = attempts::of(self.folder, self.person);
        match tries.wait(self.clock.now()) {
            0 => {}
            wait_seconds => return Err(Error::TooSoon { wait_seconds }),
        }
        let (file, person) = (self.vault.clone(), self.person.to_owned());
        let work = move || hegu_vault::unlock(&file, &person, &passphrase, None, &bounds);
        let answer = tokio::task::spawn_blocking(work)
            .await
            .map_err(|error| Error::unexpected("try a passphrase", error))?;
        match answer {
            Ok(opened) => Ok((opened, tries.count)),
            Err(VaultError::WrongPassphrase) => {
                let tries = attempts::count(self.folder, self.person, self.clock.now())?;
                Err(Error::WrongPassphrase { wait_seconds: tries.wait(self.clock.now()) })
            }
            Err(other) => Err(vault_json::trouble(self.folder, other)),
        }
    }
}

/// Opens the records with what the envelope held and sits the person down.
pub(super) async fn enter(
    premises: &Premises,
    vault: VaultFile,
    opened: Opened,
    lock: FolderLock,
) -> Result<Practice> {
    let folder = &premises.folder;
    let Opened { master, signing, person } = opened;
    let (connection, vault) = database::open(folder, vault, &master, &migrate::MIGRATIONS).await?;
    let id = PersonId::parse(&person)?;
    let session = premises.ids.next(premises.clock.now())?.to_string();
    // Who sits there is read from the records, which needs an open practice; until then nobody's name is known.
    let nobody = Actor { id, name: String::new(), role: Role::Owner, session };
    let audit_key = master.audit_key(vault.vault_id());
    let proved_at = premises.clock.now();
    let live = Live { connection, master, audit_key, signing, proved_at, vault, _folder_lock: Some(lock) };
    let practice = Practice::over(Parts {
        folder: folder.clone(),
        clock: premises.clock,
        ids: premises.ids.clone(),
        keyring: premises.keyring.clone(),
        live,
        actor: nobody.clone(),
    });
    let row = people::read(&practice, id).await?;
    let role = Role::from_name(&row.role).ok_or_else(|| damaged(folder))?;
    let practice = practice.with_actor(Actor { name: row.name, role, ..nobody });
    handouts::put_in(&practice).await?;
    if let Some(seq) = audit::first_break(&practice).await? {
        tracing::error!(seq, "the audit chain is broken");
    }
    Ok(practice)
}

fn damaged(folder: &Path) -> Error {
    Error::Trouble(Trouble::DatabaseDamaged { folder: folder.to_path_buf() })
}
