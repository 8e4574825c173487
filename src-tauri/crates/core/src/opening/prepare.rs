//! A new practice in memory: its keys and its recovery sheet, before anything is on the disk.

use std::fmt;

use hegu_vault::{DeviceKey, NewVault, Opened, Passphrase, RecoveryCode, VaultFile};
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use crate::blocking::blocking;
use crate::checks::Checks;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::keys::{self, Binding};

use super::database::THIS_VERSION;
use super::{Premises, cost, create, place};

/// What a practice is made from.
#[derive(Deserialize, Type)]
pub struct NewPractice {
    /// The practice's name, as on its door and its sheets.
    pub practice_name: String,
    /// The owner's name.
    pub owner_name: String,
    /// Letters behind the name, for example "R.Ac."; may be empty.
    pub credentials: String,
    /// The owner's passphrase.
    pub passphrase: String,
    /// The same once more.
    pub passphrase_again: String,
}

impl Drop for NewPractice {
    fn drop(&mut self) {
        self.passphrase.zeroize();
        self.passphrase_again.zeroize();
    }
}

impl fmt::Debug for NewPractice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("NewPractice(passphrase redacted)")
    }
}

/// A practice that exists only in memory, until its recovery sheet was typed back in part.
#[derive(Debug)]
pub struct Prepared {
    pub(super) vault: VaultFile,
    pub(super) opened: Opened,
    pub(super) owner: PersonId,
    pub(super) owner_name: String,
    pub(super) credentials: String,
    pub(super) code: RecoveryCode,
    pub(super) device_key: DeviceKey,
    /// Two groups of the code to type back, counted from 1.
    pub(super) ask: [u8; 2],
}

/// The recovery sheet, shown once.
#[derive(Serialize, Type)]
pub struct RecoverySheetView {
    /// Nine groups of four symbols; the ninth checks the others.
    pub groups: Vec<String>,
    /// The two groups to type back, counted from 1.
    pub ask: Vec<u8>,
}

impl Drop for RecoverySheetView {
    fn drop(&mut self) {
        self.groups.zeroize();
    }
}

impl fmt::Debug for RecoverySheetView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecoverySheetView(redacted)")
    }
}

/// Checks the form and makes the keys. Nothing is on the disk yet, and nothing will be if this is dropped.
/// Measuring what a passphrase may cost takes a few seconds.
pub async fn prepare(premises: &Premises, mut input: NewPractice) -> Result<Prepared> {
    let mut checks = Checks::default();
    let practice = checks.required("practice_name", &input.practice_name, 100);
    let owner_name = checks.required("owner_name", &input.owner_name, 100);
    let credentials = checks.line("credentials", &input.credentials, 60);
    keys::check_passphrase(
        &mut checks,
        ["passphrase", "passphrase_again"],
        [&input.passphrase, &input.passphrase_again],
        &Binding::Nothing,
        &[&practice, &owner_name],
    );
    checks.finish()?;
    place::check(&premises.folder)?;
    create::check_is_free(&premises.folder)?;
    let now = premises.clock.now();
    let owner_id: Uuid = premises.ids.next(now)?;
    let ask = two_groups()?;
    let passphrase = Passphrase::new(std::mem::take(&mut input.passphrase));
    let effort = premises.effort;
    let (name, letters) = (owner_name.clone(), credentials.clone());
    let work = move || {
        let cost = cost::affordable(&effort)?;
        hegu_vault::create(NewVault {
            practice,
            owner_id: owner_id.to_string(),
            owner_name: name,
            credentials: letters,
            passphrase: &passphrase,
            cost,
            created_ms: now,
            min_app: THIS_VERSION.to_owned(),
            database_file: "practice.e1.1.db".to_owned(),
        })
        .map_err(|error| Error::unexpected("make a vault", error))
    };
    let (vault, opened, code) = blocking("make a vault", work).await??;
    let device_key = DeviceKey::make();
    let vault = vault.with_device_key(&opened.master, &premises.ids.next(now)?.to_string(), &device_key);
    Ok(Prepared {
        vault,
        opened,
        owner: PersonId::new(owner_id),
        owner_name,
        credentials,
        code,
        device_key,
        ask,
    })
}

impl Prepared {
    /// The recovery sheet for the screen. This is the one secret that is ever shown.
    pub fn sheet(&self) -> RecoverySheetView {
        RecoverySheetView { groups: self.code.groups().to_vec(), ask: self.ask.to_vec() }
    }

    /// The recovery sheet as a PDF to print or save.
    pub fn sheet_pdf(&self, premises: &Premises) -> Result<Zeroizing<Vec<u8>>> {
        super::recovery_sheet::pdf(&self.vault, &self.code, premises.clock.today())
    }
}

/// Two different groups of the eight, in order, so that nobody knows beforehand which ones to write down.
pub(crate) fn two_groups() -> Result<[u8; 2]> {
    let mut random = [0_u8; 2];
    getrandom::fill(&mut random).map_err(|error| Error::unexpected("random numbers", error))?;
    let first = random[0] % 8 + 1;
    let second = (first - 1 + random[1] % 7 + 1) % 8 + 1;
    Ok(if first < second { [first, second] } else { [second, first] })
}
