//! What every change of the key file has in common.

use hegu_vault::{DeviceKey, KdfCost, MasterKey, VaultError, VaultFile, strength};

use crate::blocking::blocking;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::opening;
use crate::people::{self, KeyringStanding, Role};
use crate::practice::Practice;

use super::keep_in_keyring;

/// The fewest characters of a colleague's passphrase, which this computer's key guards as well.
const SHORTEST: u32 = 10;
/// How hard a colleague's passphrase is to guess, at the least (zxcvbn, 0 to 4).
const HARD_ENOUGH: u8 = 3;
/// The longest passphrase that is taken, in bytes: far above what anybody types.
const LONGEST: usize = 4096;

/// What a passphrase is bound to besides itself.
#[derive(Debug)]
pub(crate) enum Binding {
    /// The device key: without this computer's keyring, or another that the owner has put the key into, it opens
    /// nothing.
    Computer(DeviceKey),
    /// Nothing: it opens the practice on any computer, and must be hard to guess.
    Nothing,
}

/// What the passphrase of somebody in this role is bound to. Where the computer has no keyring, or one that was never set
/// up, a colleague's is bound to nothing and must be as strong as an owner's; where it is locked, a person can unlock it.
pub(crate) async fn binding(practice: &Practice, role: Role) -> Result<Binding> {
    if role == Role::Owner {
        return Ok(Binding::Nothing);
    }
    let key = {
        let reading = crate::reader::Reader::connection(practice).await?;
        let live = reading.live()?;
        live.vault.open_device_key(&live.master)
    };
    let Some(key) = key.map_err(|error| opening::vault_trouble(practice.folder(), error))? else {
        return Ok(Binding::Nothing);
    };
    let standing = match keep_in_keyring::standing_of_keyring(practice).await? {
        KeyringStanding::Empty => match keep_in_keyring::put_back(practice).await? {
            // It finds nothing and takes nothing: nobody ever set it up, which is as good as none.
            KeyringStanding::Locked => KeyringStanding::None,
            other => other,
        },
        other => other,
    };
    match standing {
        KeyringStanding::Ready => Ok(Binding::Computer(key)),
        KeyringStanding::None => Ok(Binding::Nothing),
        other => Err(Error::Keyring(other)),
    }
}

/// A passphrase as somebody typed it twice: there, repeated, and hard enough to guess for what it is bound to.
pub(crate) fn check_passphrase(
    checks: &mut Checks,
    [path, again]: [&str; 2],
    [typed, repeated]: [&str; 2],
    binding: &Binding,
    about: &[&str],
) {
    if typed.is_empty() {
        return checks.note(path, FieldProblem::Required);
    }
    if typed.len() > LONGEST {
        return checks.note(path, FieldProblem::TooLong);
    }
    let strength = strength::measure(typed, about);
    match binding {
        Binding::Nothing if !strength.enough => checks.note(path, FieldProblem::TooWeak),
        Binding::Computer(_) if typed.chars().count() < SHORTEST as usize => checks.too_short(path, SHORTEST),
        Binding::Computer(_) if strength.score < HARD_ENOUGH => checks.note(path, FieldProblem::TooWeak),
        _ if typed != repeated => checks.note(again, FieldProblem::DoesNotMatch),
        _ => {}
    }
}

/// What trying a new passphrase costs: as much as that of the person at the keyboard, which was measured on a computer
/// of this practice.
pub(crate) async fn cost(practice: &Practice) -> Result<KdfCost> {
    if let Some(fixed) = practice.effort().cost {
        return Ok(fixed);
    }
    let me = practice.actor().id.to_string();
    let vault = people::vault(practice).await?;
    let mine = vault.people().iter().find(|slot| slot.id() == me);
    Ok(mine.map_or(practice.effort().bounds.min, hegu_vault::PersonSlot::cost))
}

/// Makes the next key file from the one in force, on a thread of its own: a second of work. Nothing is written, and
/// nothing has changed after an error.
pub(crate) async fn next_file<T: Send + 'static>(
    practice: &Practice,
    step: impl FnOnce(&mut VaultFile, &MasterKey) -> std::result::Result<T, VaultError> + Send + 'static,
) -> Result<(VaultFile, T)> {
    let (mut vault, master) = {
        let reading = crate::reader::Reader::connection(practice).await?;
        let live = reading.live()?;
        (live.vault.clone(), live.master.duplicate())
    };
    let work = move || step(&mut vault, &master).map(|done| (vault, done));
    blocking("change the key file", work)
        .await?
        .map_err(|error| opening::vault_trouble(practice.folder(), error))
}
