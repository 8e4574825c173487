//! Puts a prepared practice on the disk, whole or not at all.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use hegu_vault::RecoveryCode;
use serde::Deserialize;
use specta::Type;
use zeroize::Zeroize;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::clients::CardIndex;
use crate::db::{Connection, Open, migrate};
use crate::error::{Error, Result, Trouble};
use crate::handouts;
use crate::people::{self, Actor, Person, Role, device_key};
use crate::practice::{Live, Parts, Practice};
use crate::seats::Seat;
use crate::settings;

use super::files::{private_folder, sync_folder};
use super::prepare::Prepared;
use super::{Damage, FolderLock, Found, Premises, Standing, bring_in, database, look, vault_json};

/// The two groups of the recovery code that were typed back.
#[derive(Deserialize, Type)]
pub struct TypedBack {
    /// In the order they were asked for.
    pub groups: Vec<String>,
}

impl Drop for TypedBack {
    fn drop(&mut self) {
        self.groups.zeroize();
    }
}

impl fmt::Debug for TypedBack {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TypedBack(redacted)")
    }
}

/// Makes the practice and opens it. It is built in a folder beside the final one and renamed into place, so that a
/// program closed in the middle leaves nothing half-made.
pub async fn create(premises: &Premises, prepared: &Prepared, typed: TypedBack) -> Result<Practice> {
    check_typed_back(&prepared.code, prepared.ask, &typed)?;
    let folder = &premises.folder;
    check_is_free(folder)?;
    clear_unfinished(folder)?;
    let unfinished = unfinished(folder);
    let disk = |error| Error::disk("make the practice's folder", error);
    private_folder(&database::folder_of(&unfinished)).map_err(disk)?;
    private_folder(&unfinished.join("att")).map_err(disk)?;
    build(premises, prepared, &unfinished).await?;
    vault_json::write(&unfinished, &prepared.vault, &prepared.opened.master)?;
    // An empty folder may be there already; renaming onto it would fail on some systems.
    if folder.exists() {
        fs::remove_dir(folder).map_err(disk)?;
    }
    fs::rename(&unfinished, folder).map_err(disk)?;
    sync_folder(folder.parent().unwrap_or(Path::new("."))).map_err(disk)?;
    open(premises, prepared).await
}

/// Refuses a folder that holds anything of a practice, or anything else.
pub(super) fn check_is_free(folder: &Path) -> Result<()> {
    match look(folder)? {
        Standing::Nothing => {}
        Standing::Closed { .. } => return Err(Error::Trouble(Trouble::InUse)),
        Standing::Trouble(trouble) => return Err(Error::Trouble(trouble)),
    }
    clear_tries(folder)?;
    let occupied = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        return Err(Error::Trouble(Trouble::FolderNotWritable { folder: folder.to_path_buf() }));
    }
    Ok(())
}

/// Removes what trying to go back to a backup left in a folder without a practice.
fn clear_tries(folder: &Path) -> Result<()> {
    bring_in::clear_incoming(folder)?;
    for name in ["vault.lock", "attempts.json"] {
        match fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::disk("clear the practice's folder", error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Removes what an interrupted creation left. Nothing was ever recorded in it, since it was never opened.
pub(super) fn clear_unfinished(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(unfinished(folder)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::disk("remove an unfinished practice", error))
        }
        _ => Ok(()),
    }
}

fn unfinished(folder: &Path) -> PathBuf {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!(".{name}.being-made"))
}

/// Refuses a sheet of which two groups were not typed back as they stand on it.
pub(crate) fn check_typed_back(code: &RecoveryCode, ask: [u8; 2], typed: &TypedBack) -> Result<()> {
    let groups = code.groups();
    let mut checks = Checks::default();
    for (position, asked) in ask.iter().enumerate() {
        let expected = groups.get(usize::from(*asked) - 1);
        let given = typed.groups.get(position);
        // Typed as freely as the code itself: small letters, and the look-alikes that paper invites.
        let same = expected.zip(given).is_some_and(|(expected, given)| plain(expected) == plain(given));
        if !same {
            checks.note(format!("groups.{position}"), FieldProblem::DoesNotMatch);
        }
    }
    checks.finish()
}

fn plain(group: &str) -> String {
    group
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// Makes the database with its schema and its first facts, and closes it again.
async fn build(premises: &Premises, prepared: &Prepared, folder: &Path) -> Result<()> {
    let vault = &prepared.vault;
    let path = database::folder_of(folder).join(vault.database().file());
    let key = prepared.opened.master.database_key(vault.vault_id());
    let mut connection = Connection::open(&path, &key, Open::Create)
        .await
        .map_err(|failure| database::explained(folder, failure))?;
    migrate::apply(&mut connection, &migrate::MIGRATIONS).await?;
    let generation =
        i64::try_from(vault.generation()).map_err(|error| Error::unexpected("generation", error))?;
    sqlx::query("INSERT INTO practice_meta (only_row, vault_id, generation, created_at) VALUES (1, ?, ?, ?)")
        .bind(vault.vault_id().as_str())
        .bind(generation)
        .bind(vault.created_ms())
        .execute(&mut *connection)
        .await?;
    let practice = assemble(premises, prepared, folder, connection, None)?;
    let mut change = practice.change(Action::PracticeCreated).await?;
    let owner = prepared.owner;
    let person = Person::named(&prepared.owner_name, &prepared.credentials);
    people::insert(&mut change, owner, &person, Role::Owner).await?;
    people::add_signing_key(&mut change, owner, &prepared.opened.signing.public()).await?;
    settings::first(&mut change, vault.practice()).await?;
    change.commit(owner).await?;
    handouts::put_in(&practice).await?;
    practice.close().await
}

/// Opens the practice that was just made, with the keys still at hand.
async fn open(premises: &Premises, prepared: &Prepared) -> Result<Practice> {
    let folder = &premises.folder;
    let lock = FolderLock::take(folder)?;
    let path = database::folder_of(folder).join(prepared.vault.database().file());
    let key = prepared.opened.master.database_key(prepared.vault.vault_id());
    let connection = Connection::open(&path, &key, Open::Existing)
        .await
        .map_err(|failure| database::explained(folder, failure))?;
    let practice = assemble(premises, prepared, folder, connection, Some(lock))?;
    practice.change(Action::Unlocked).await?.commit(prepared.owner).await?;
    let vault_id = prepared.vault.vault_id().as_str();
    let answer = device_key::keep(&premises.keyring, vault_id, &prepared.device_key).await;
    tracing::info!(?answer, "device key");
    Ok(practice)
}

fn assemble(
    premises: &Premises,
    prepared: &Prepared,
    folder: &Path,
    connection: Connection,
    lock: Option<FolderLock>,
) -> Result<Practice> {
    let vault_id = prepared.vault.vault_id();
    let session = premises.ids.next(premises.clock.now())?.to_string();
    Ok(Practice::over(Parts {
        folder: folder.to_path_buf(),
        clock: premises.clock,
        ids: premises.ids.clone(),
        effort: premises.effort,
        keyring: premises.keyring.clone(),
        live: Live {
            connection,
            audit_key: prepared.opened.master.audit_key(vault_id),
            master: prepared.opened.master.duplicate(),
            seat: Some(Seat {
                session: session.clone(),
                signing: prepared.opened.signing.duplicate(),
                proved_at: premises.clock.now(),
            }),
            pins: HashMap::new(),
            vault: prepared.vault.clone(),
            found: Found::in_new_practice(),
            damage: Damage::default(),
            cards: CardIndex::default(),
            _folder_lock: lock,
        },
        actor: Actor { id: prepared.owner, name: prepared.owner_name.clone(), role: Role::Owner, session },
    }))
}
