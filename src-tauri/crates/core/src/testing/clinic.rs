//! A clinic of three at one workstation: the owner of every test, a practitioner, and somebody at the desk.

use std::sync::Arc;

use tempfile::TempDir;

use crate::db::without_memory_locks;
use crate::error::{Error, Result};
use crate::opening::{self, Premises, ProofKind, SetPin, TakeSeat, Unlock};
use crate::people::{self, AddPerson, Keyring, PersonInput, Role};
use crate::practice::Practice;

use super::pretended_keyring::PretendedKeyring;
use super::test_practice::{PASSPHRASE, create, premises};

/// The passphrase of every colleague in a [`Clinic`], followed by their first name in small letters.
const COLLEAGUES: &str = "winter otter ";

/// A practice with colleagues, its keyring, and who they are.
#[derive(Debug)]
pub struct Clinic {
    /// The owner at the keyboard.
    pub practice: Practice,
    /// Where it is.
    pub premises: Premises,
    /// The keyring of this computer.
    pub keyring: Arc<PretendedKeyring>,
    /// Ines Marlow, who owns the practice.
    pub ines: String,
    /// Jun Mori, practitioner.
    pub jun: String,
    /// Grace Tan, at the desk.
    pub grace: String,
    // Removed with everything in it when the test is over.
    _folder: TempDir,
}

/// Somebody's form with only what they are called.
pub fn called(name: &str) -> PersonInput {
    PersonInput { name: name.to_owned(), colour: 2, ..PersonInput::default() }
}

/// The passphrase of a colleague in a [`Clinic`].
pub fn passphrase_of(first_name: &str) -> String {
    format!("{COLLEAGUES}{}", first_name.to_lowercase())
}

/// Adds somebody with a passphrase of [`passphrase_of`].
pub async fn add(practice: &Practice, name: &str, role: Role) -> Result<String> {
    let passphrase = passphrase_of(name.split(' ').next().unwrap_or(name));
    let person = called(name);
    let add = AddPerson { person, role, passphrase: passphrase.clone(), passphrase_again: passphrase };
    Ok(people::add(practice, add).await?.id)
}

impl Clinic {
    /// Opens a clinic in which the owner has just proved who she is.
    pub async fn open() -> Result<Self> {
        without_memory_locks();
        let folder = tempfile::tempdir().map_err(|error| Error::unexpected("temporary folder", error))?;
        let mut premises = premises(folder.path());
        let keyring = Arc::<PretendedKeyring>::default();
        premises.keyring = Keyring::Pretended(Arc::clone(&keyring));
        let practice = create(&premises).await?;
        let ines = practice.actor().id.to_string();
        let jun = add(&practice, "Jun Mori", Role::Practitioner).await?;
        let grace = add(&practice, "Grace Tan", Role::Receptionist).await?;
        Ok(Self { practice, premises, keyring, ines, jun, grace, _folder: folder })
    }

    /// Somebody takes the keyboard with their passphrase.
    pub async fn seat(&self, person: &str, passphrase: &str) -> Result<Practice> {
        let (person, secret) = (person.to_owned(), passphrase.to_owned());
        opening::take_seat(&self.practice, TakeSeat { person, secret, by: ProofKind::Passphrase }).await
    }

    /// Somebody takes the keyboard with a PIN.
    pub async fn seat_by_pin(&self, person: &str, pin: &str) -> Result<Practice> {
        let (person, secret) = (person.to_owned(), pin.to_owned());
        opening::take_seat(&self.practice, TakeSeat { person, secret, by: ProofKind::Pin }).await
    }

    /// The owner takes the keyboard.
    pub async fn seat_ines(&self) -> Result<Practice> {
        self.seat(&self.ines, PASSPHRASE).await
    }

    /// Unlocks the locked clinic on this computer.
    pub async fn unlock(&self, person: &str, passphrase: &str) -> Result<Practice> {
        let (person, passphrase) = (person.to_owned(), passphrase.to_owned());
        opening::unlock(&self.premises, Unlock { person, passphrase }).await
    }
}

/// Sets a PIN for whoever sits there.
pub async fn set_pin(practice: &Practice, pin: &str) -> Result<()> {
    opening::set_pin(practice, SetPin { pin: pin.to_owned(), pin_again: pin.to_owned() }).await
}
