//! Who can open the practice with what, on one page.

use hegu_vault::{Mode, PersonSlot};
use serde::Serialize;
use specta::Type;

use crate::audit;
use crate::error::Result;
use crate::moment::Moment;
use crate::people::{KeyringStanding, Permission, Role, Status};
use crate::practice::Practice;
use crate::reader::Reader;
use crate::settings::{self, LockSettings};

use super::keep_in_keyring;

/// A sheet that nobody has proved to have for so long is asked for.
const DRILL_EVERY: i64 = 90 * 24 * 60 * 60 * 1000;

/// How well the practice is closed.
#[derive(Debug, Serialize, Type)]
pub struct SecurityView {
    /// Whether several people work here.
    pub several: bool,
    /// Who can open it, and with what.
    pub opens: Vec<WayIn>,
    /// The recovery sheet.
    pub recovery: RecoveryView,
    /// Whether the log-in of this computer opens it.
    pub computer_unlock: bool,
    /// How this computer's keyring stands, and whether it has the practice's key.
    pub keyring: KeyringStanding,
    /// The folder everything is kept in.
    pub folder: String,
    /// The database in it.
    pub database_file: String,
    /// How often the master key was replaced, counted from 1.
    pub key_epoch: i32,
    /// When it rests and locks by itself.
    pub locks: LockSettings,
    /// What is known of the audit.
    pub audit: AuditStanding,
}

/// What is known of the audit without walking it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AuditStanding {
    /// When somebody last had every entry and every signature checked.
    pub checked: Option<Moment>,
    /// Whether everything was as it was written then.
    pub whole: bool,
    /// Whether the look through all entries since the records were opened has found something.
    pub broken: bool,
}

/// Somebody's way in.
#[derive(Debug, Serialize, Type)]
pub struct WayIn {
    /// The person.
    pub id: String,
    /// Their name.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// Whether they can take the keyboard.
    pub status: Status,
    /// What they need.
    pub with: OpensWith,
    /// Whether a PIN of theirs is in memory.
    pub pin: bool,
}

/// What somebody needs to open the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum OpensWith {
    /// Their passphrase, on any computer.
    Passphrase,
    /// Their passphrase, on a computer that has the practice's key.
    PassphraseAndComputer,
}

/// The recovery sheet.
#[derive(Debug, Serialize, Type)]
pub struct RecoveryView {
    /// When the one in force was made (UTC milliseconds).
    pub made: Moment,
    /// When somebody last proved to have it.
    pub checked: Option<Moment>,
    /// That this was long ago.
    pub due: bool,
}

/// Reads it.
pub async fn security(practice: &Practice) -> Result<SecurityView> {
    practice.permit(Permission::ChangeKeys).await?;
    let (vault, pins, broken) = {
        let reading = practice.connection().await?;
        let live = reading.live()?;
        (live.vault.clone(), live.pins.keys().map(ToString::to_string).collect::<Vec<_>>(), live.found.broken)
    };
    let last_check = audit::last_check(practice).await?;
    let keyring = keep_in_keyring::standing_of_keyring(practice).await?;
    let way_in = |slot: &PersonSlot| WayIn {
        id: slot.id().to_owned(),
        name: slot.name().to_owned(),
        role: slot.role().into(),
        status: slot.status().into(),
        with: if slot.device_bound() { OpensWith::PassphraseAndComputer } else { OpensWith::Passphrase },
        pin: pins.iter().any(|person| person == slot.id()),
    };
    let present = vault.people().iter().filter(|slot| slot.status() != hegu_vault::Status::Removed);
    let recovery = vault.recovery();
    let seen = recovery.checked_ms().unwrap_or_else(|| recovery.created_ms());
    Ok(SecurityView {
        several: vault.mode() == Mode::Clinic,
        opens: present.map(way_in).collect(),
        recovery: RecoveryView {
            made: recovery.created_ms().into(),
            checked: recovery.checked_ms().map(Into::into),
            due: practice.now().saturating_sub(seen) > DRILL_EVERY,
        },
        computer_unlock: vault.computer_unlock().is_some(),
        keyring,
        folder: practice.folder().display().to_string(),
        database_file: format!("db/{}", vault.database().file()),
        key_epoch: i32::try_from(vault.database().epoch()).unwrap_or(i32::MAX),
        locks: settings::locks(practice).await?,
        audit: AuditStanding {
            checked: last_check.map(|(at, _)| at.into()),
            whole: last_check.is_some_and(|(_, whole)| whole),
            broken,
        },
    })
}
