//! Opens the practice with a person's passphrase.

use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use hegu_vault::{
    DeviceKey, KdfBounds, Mode, Opened, Passphrase, Role as VaultRole, Status as VaultStatus, VaultError,
    VaultFile,
};
use serde::Deserialize;
use specta::Type;
use sqlx::migrate::Migrator;
use zeroize::Zeroize;

use crate::audit::{Action, Outcome};
use crate::blocking::blocking;
use crate::bookings;
use crate::clients::CardIndex;
use crate::clock::Clock;
use crate::db::migrate;
use crate::error::{Error, Result, Trouble};
use crate::handouts;
use crate::ids::PersonId;
use crate::keys;
use crate::people::{self, Actor, KeyringStanding, PersonRow, Role, Status};
use crate::practice::{Live, Parts, Practice};
use crate::seats::Seat;
use crate::settings;

use super::{Damage, FolderLock, Premises, attempts, database, device_key_for, vault_json, warnings};

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
    let device = device_key_for(&premises.keyring, &vault, &input.person).await?;
    let trying = Try { folder, vault: &vault, person: &input.person, device, clock: premises.clock };
    let tried = trying.with(passphrase, premises.effort.bounds).await?;
    let_in(premises, vault, tried, lock).await
}

/// Opens the practice as the owner whose passphrase this is, for what is done without a window.
pub async fn unlock_as_owner(premises: &Premises, passphrase: String) -> Result<Practice> {
    let passphrase = Passphrase::new(passphrase);
    let folder = &premises.folder;
    let vault = vault_json::read(folder)?;
    let lock = FolderLock::take(folder)?;
    let tried = try_as_owner(premises, &vault, passphrase).await?;
    let_in(premises, vault, tried, lock).await
}

async fn let_in(
    premises: &Premises,
    vault: VaultFile,
    (opened, wrong_tries): (Opened, u32),
    lock: FolderLock,
) -> Result<Practice> {
    let person = opened.person.clone();
    let practice = enter(premises, vault, opened, lock, &migrate::MIGRATIONS).await?;
    let mut change = practice.change(Action::Unlocked).await?;
    change.note("wrong_tries", wrong_tries);
    change.commit(practice.actor().id).await?;
    attempts::forget(&premises.folder, &person)?;
    heal(&practice).await?;
    Ok(practice)
}

/// An owner's unlocking puts the practice's key back into a keyring that answers and has lost it, so that colleagues
/// can unlock on this computer again. Whatever the keyring says, the owner is in.
async fn heal(practice: &Practice) -> Result<()> {
    let vault = people::vault(practice).await?;
    if practice.actor().role != Role::Owner || vault.mode() != Mode::Clinic {
        return Ok(());
    }
    if keys::standing_of_keyring(practice).await? == KeyringStanding::Empty {
        let standing = keys::put_back(practice).await?;
        tracing::info!(?standing, "device key put back");
    }
    Ok(())
}

/// Turns away whoever is suspended or past their last day, though their secret was right. It is in the audit. An owner
/// has no last day: after it nobody could open the records, not even with the recovery code.
pub(super) async fn admit(practice: &Practice, row: &PersonRow) -> Result<()> {
    let error = match (row.status()?, row.access_until) {
        (Status::Active, Some(on)) if practice.today() > on && row.role()? != Role::Owner => {
            Error::AccessEnded { on }
        }
        (Status::Active, _) => return Ok(()),
        _ => Error::Suspended,
    };
    practice.change(Action::EntryFailed).await?.end(Outcome::Refused).await?;
    Err(error)
}

/// A passphrase that somebody tries.
#[derive(Debug)]
pub(super) struct Try<'a> {
    pub(super) folder: &'a Path,
    pub(super) vault: &'a VaultFile,
    pub(super) person: &'a str,
    /// This computer's key, where their envelope needs it.
    pub(super) device: Option<DeviceKey>,
    pub(super) clock: Clock,
}

impl Try<'_> {
    /// What the passphrase opens, and how many wrong ones came before it. A wrong one is counted; while a wait for
    /// earlier ones runs, none is tried.
    pub(super) async fn with(self, passphrase: Passphrase, bounds: KdfBounds) -> Result<(Opened, u32)> {
        // One after the other, or many at once would all be tried before the first is counted.
        let _one_at_a_time = attempts::ONE_AT_A_TIME.lock().await;
        let tries = attempts::of(self.folder, self.person, self.clock.now())?;
        match tries.wait(self.clock.now()) {
            0 => {}
            wait_seconds => return Err(Error::TooSoon { wait_seconds }),
        }
        let (file, person, device) = (self.vault.clone(), self.person.to_owned(), self.device);
        let work = move || hegu_vault::unlock(&file, &person, &passphrase, device.as_ref(), &bounds);
        let answer = blocking("try a passphrase", work).await?;
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

/// Tries a passphrase as each owner of a key file, and how many wrong ones came before it. It is one try, whoever's it is:
/// a wrong one is counted once, against the first of them.
pub(super) async fn try_as_owner(
    premises: &Premises,
    vault: &VaultFile,
    passphrase: Passphrase,
) -> Result<(Opened, u32)> {
    let _one_at_a_time = attempts::ONE_AT_A_TIME.lock().await;
    let (folder, now) = (&premises.folder, premises.clock.now());
    let owners: Vec<String> = vault
        .people()
        .iter()
        .filter(|slot| slot.role() == VaultRole::Owner && slot.status() == VaultStatus::Active)
        .map(|slot| slot.id().to_owned())
        .collect();
    let first = owners.first().cloned().ok_or(Error::BackupDamaged)?;
    let tries = attempts::of(folder, &first, now)?;
    match tries.wait(now) {
        0 => {}
        wait_seconds => return Err(Error::TooSoon { wait_seconds }),
    }
    let (file, bounds) = (vault.clone(), premises.effort.bounds);
    let work = move || {
        let mut answer = Err(VaultError::WrongPassphrase);
        for person in owners {
            answer = hegu_vault::unlock(&file, &person, &passphrase, None, &bounds);
            if !matches!(answer, Err(VaultError::WrongPassphrase)) {
                break;
            }
        }
        answer
    };
    match blocking("try a passphrase", work).await? {
        Ok(opened) => Ok((opened, tries.count)),
        Err(VaultError::WrongPassphrase) => {
            let tries = attempts::count(folder, &first, now)?;
            Err(Error::WrongPassphrase { wait_seconds: tries.wait(now) })
        }
        Err(other) => Err(vault_json::trouble(folder, other)),
    }
}

/// Opens the records with what the envelope held and sits the person down.
pub(super) async fn enter(
    premises: &Premises,
    vault: VaultFile,
    opened: Opened,
    lock: FolderLock,
    migrations: &Migrator,
) -> Result<Practice> {
    let folder = &premises.folder;
    let Opened { master, signing, person } = opened;
    let now = premises.clock.now();
    let (connection, vault) = database::open(folder, vault, &master, migrations, now).await?;
    let id = PersonId::parse(&person)?;
    let session = premises.ids.next(premises.clock.now())?.to_string();
    // Who sits there is read from the records, which needs an open practice; until then only the key file knows them.
    let slot = vault.people().iter().find(|slot| slot.id() == person).ok_or_else(|| damaged(folder))?;
    let nobody = Actor { id, name: slot.name().to_owned(), role: slot.role().into(), session };
    let audit_key = master.audit_key(vault.vault_id());
    let seat = Seat { session: nobody.session.clone(), signing, proved_at: premises.clock.now() };
    let live = Live {
        connection,
        master,
        audit_key,
        seat: Some(seat),
        pins: HashMap::new(),
        vault,
        found: warnings::Found::default(),
        damage: Damage::default(),
        cards: CardIndex::default(),
        _folder_lock: Some(lock),
    };
    let practice = Practice::over(Parts {
        folder: folder.clone(),
        clock: premises.clock,
        ids: premises.ids.clone(),
        effort: premises.effort,
        keyring: premises.keyring.clone(),
        live,
        actor: nobody.clone(),
    });
    // Which day it is decides below who may still come in.
    if let Err(error) = bookings::hang_up_wall(&practice).await {
        tracing::error!(%error, "read the zone of the practice");
    }
    people::catch_up(&practice).await?;
    let row = people::read(&practice, id).await?;
    let role = Role::from_name(&row.role).ok_or_else(|| damaged(folder))?;
    let practice = practice.with_actor(Actor { name: row.name.clone(), role, ..nobody });
    if let Err(error) = admit(&practice, &row).await {
        practice.close().await?;
        return Err(error);
    }
    warnings::look_for(&practice).await?;
    handouts::put_in(&practice).await?;
    // The clock of a visit that cannot be set now is at the next opening.
    if let Err(error) = bookings::follow_clocks(&practice).await {
        tracing::error!(%error, "keep visits at their time of day");
    }
    tidy(&practice).await;
    Ok(practice)
}

/// Removes pictures that nobody needs any more. What cannot be removed now is tried at the next opening, and is no
/// reason to keep anybody out.
async fn tidy(practice: &Practice) {
    for tidied in [handouts::sweep_pictures(practice).await, settings::forget_logo_aside(practice).await] {
        if let Err(error) = tidied {
            tracing::error!(%error, "remove pictures that nobody needs");
        }
    }
}

fn damaged(folder: &Path) -> Error {
    Error::Trouble(Trouble::DatabaseDamaged { folder: folder.to_path_buf() })
}
