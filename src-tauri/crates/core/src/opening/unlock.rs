//! Opens the practice with a person's passphrase.

use std::fmt;
use std::path::Path;

use hegu_vault::{MasterKey, Passphrase, VaultError, VaultFile};
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::{self, Action};
use crate::db::migrate;
use crate::error::{Error, Result, Trouble};
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
    let now = premises.clock.now();
    let tries = attempts::of(folder, &input.person);
    match tries.wait(now) {
        0 => {}
        wait_seconds => return Err(Error::TooSoon { wait_seconds }),
    }
    let passphrase = Passphrase::new(std::mem::take(&mut input.passphrase));
    let bounds = premises.effort.bounds;
    let (file, person) = (vault.clone(), input.person.clone());
    let answer =
        tokio::task::spawn_blocking(move || hegu_vault::unlock(&file, &person, &passphrase, None, &bounds))
            .await
            .map_err(|error| Error::unexpected("try a passphrase", error))?;
    let opened = match answer {
        Ok(opened) => opened,
        Err(VaultError::WrongPassphrase) => {
            let tries = attempts::count(folder, &input.person, premises.clock.now())?;
            return Err(Error::WrongPassphrase { wait_seconds: tries.wait(premises.clock.now()) });
        }
        Err(other) => return Err(vault_json::trouble(folder, other)),
    };
    let practice = enter(premises, vault, opened.master, &input.person, lock).await?;
    let mut change = practice.change(Action::Unlocked).await?;
    change.note("wrong_tries", tries.count);
    change.commit(practice.actor().id).await?;
    attempts::forget(folder, &input.person)?;
    Ok(practice)
}

/// Opens the records with the master key and sits the person down.
pub(super) async fn enter(
    premises: &Premises,
    vault: VaultFile,
    master: MasterKey,
    person: &str,
    lock: FolderLock,
) -> Result<Practice> {
    let folder = &premises.folder;
    let (connection, vault) = database::open(folder, vault, &master, &migrate::MIGRATIONS).await?;
    let id = PersonId::parse(person)?;
    let session = premises.ids.next(premises.clock.now())?.to_string();
    // Who sits there is read from the records, which needs an open practice; until then nobody's name is known.
    let nobody = Actor { id, name: String::new(), role: Role::Owner, session };
    let audit_key = master.audit_key(vault.vault_id());
    let live = Live { connection, audit_key, master, vault, _folder_lock: Some(lock) };
    let practice = Practice::over(Parts {
        folder: folder.clone(),
        clock: premises.clock,
        ids: premises.ids.clone(),
        live,
        actor: nobody.clone(),
    });
    let row = people::read(&practice, id).await?;
    let role = Role::from_name(&row.role).ok_or_else(|| damaged(folder))?;
    let practice = practice.with_actor(Actor { name: row.name, role, ..nobody });
    if let Some(seq) = audit::first_break(&practice).await? {
        tracing::error!(seq, "the audit chain is broken");
    }
    Ok(practice)
}

fn damaged(folder: &Path) -> Error {
    Error::Trouble(Trouble::DatabaseDamaged { folder: folder.to_path_buf() })
}
