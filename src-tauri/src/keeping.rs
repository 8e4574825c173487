//! `hegu backup` and `hegu verify`, for a scheduler: a copy outside this computer, and whether one can be relied on.

use std::fmt::Write;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use hegu_core::backup::{self, CopyTrouble};
use hegu_core::clock::Clock;
use hegu_core::opening::{self, BackupSecret, BackupSource, Effort, Premises};
use hegu_core::people::Keyring;
use hegu_core::{Error, IdSource, Moment, Trouble};

use crate::start::forbid_crash_files;

/// What the window's program is called where accounts keep their data.
const APPLICATION: &str = "care.hegu.app";

/// A copy to make.
#[derive(Debug, Args)]
pub struct MakeCopy {
    /// The folder that the copy goes into: a stick, another disk, a folder that is carried elsewhere.
    #[arg(long)]
    to: PathBuf,
    /// The folder of the practice; without it, this account's own.
    #[arg(long)]
    practice: Option<PathBuf>,
}

/// A copy to read through.
#[derive(Debug, Args)]
pub struct VerifyCopy {
    /// The file of the copy (.hegubak).
    file: PathBuf,
}

/// Copies the practice; what to say about it.
pub(crate) fn make_copy(request: &MakeCopy) -> Result<String, String> {
    forbid_crash_files();
    let own = || dirs::data_dir().map(|data| data.join(APPLICATION).join("practice"));
    let practice = request.practice.clone().or_else(own).ok_or("no folder of a practice on this system")?;
    let to = request.to.display();
    match passphrase_given()? {
        Some(passphrase) => {
            copy_with(premises(practice), passphrase, request.to.clone()).map_err(|error| say(&error))?;
            Ok(format!("Copied into {to}, and read back."))
        }
        None => {
            let file = backup::copy_unattended(&practice, &request.to).map_err(|error| say(&error))?;
            Ok(format!(
                "Copied into {to} as {file}, without a passphrase: it is what was written. That it opens is seen by \
                 `hegu verify`, and, at the place for copies, when the practice is opened next."
            ))
        }
    }
}

/// Reads a copy through; what to say about it.
pub(crate) fn verify_copy(request: &VerifyCopy) -> Result<String, String> {
    forbid_crash_files();
    let at_hand = backup::look_at_copy(&request.file).map_err(|error| say(&error))?;
    let Some(passphrase) = passphrase_given()? else {
        return Err(format!(
            "the copy of {} of {} is complete in length. Give an owner's passphrase of that day on standard input to have \
             it read through.",
            at_hand.practice_name,
            day(at_hand.at)
        ));
    };
    let desk = Desk::make()?;
    let secret = BackupSecret::Passphrase { passphrase };
    let source = BackupSource::Copy(request.file.clone());
    let premises = premises(desk.0.join("practice"));
    let brought = blocking(opening::bring_in(&premises, source, secret));
    let found = brought.map_err(|error| say(&error))?.found();
    let mut said = format!(
        "Whole: {}, {} clients, {} signed notes, as of {}.",
        found.practice_name,
        found.clients,
        found.notes,
        day(found.at)
    );
    if found.missing_files > 0 {
        let _written = write!(said, " {} files beside the records are not in it.", found.missing_files);
    }
    Ok(said)
}

fn copy_with(premises: Premises, passphrase: String, to: PathBuf) -> Result<(), Error> {
    blocking(async {
        let practice = opening::unlock_as_owner(&premises, passphrase).await?;
        let copied = backup::copy_to(&practice, to).await;
        practice.lock().await?;
        copied
    })
}

fn premises(folder: PathBuf) -> Premises {
    Premises {
        folder,
        clock: Clock::System,
        ids: IdSource::Random,
        effort: Effort::shipped(),
        keyring: Keyring::System,
    }
}

/// What is piped in, up to the end of its first line. A terminal is never asked: it would show what is typed.
fn passphrase_given() -> Result<Option<String>, String> {
    let mut input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut given = String::with_capacity(4096);
    input.by_ref().take(4096).read_to_string(&mut given).map_err(|error| error.to_string())?;
    let end = given.find(['\r', '\n']).unwrap_or(given.len());
    given.truncate(end);
    Ok((!given.is_empty()).then_some(given))
}

fn blocking<T>(work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Error::Unexpected { doing: "start", source: error.into() })?;
    runtime.block_on(work)
}

fn day(at: Moment) -> String {
    let at = chrono::DateTime::from_timestamp_millis(at.millis()).unwrap_or_default();
    at.with_timezone(&chrono::Local).format("%Y-%m-%d %H:%M").to_string()
}

/// A private folder in which a copy is read through; everything in it is encrypted, and it goes with the program.
struct Desk(PathBuf);

impl Desk {
    fn make() -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("hegu-verify-{}", std::process::id()));
        std::fs::create_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        remove(&self.0);
    }
}

fn remove(folder: &Path) {
    if let Err(error) = std::fs::remove_dir_all(folder) {
        tracing::warn!(%error, "a folder stays behind");
    }
}

/// A refusal in words.
fn say(error: &Error) -> String {
    let words = match error {
        Error::WrongPassphrase { .. } => "this is no owner's passphrase",
        Error::TooSoon { .. } => "there were several wrong tries; wait a minute",
        Error::BackupDamaged => "this is not a copy, or not as it was written",
        Error::NotFound => {
            "there is no backup that can be copied without a passphrase; give one on standard input"
        }
        Error::DiskFull | Error::Copy(CopyTrouble::Full) => "the disk is full",
        Error::Copy(CopyTrouble::Gone) => "the folder to copy to is not there",
        Error::Copy(CopyTrouble::ReadOnly) => "nothing can be written in the folder to copy to",
        Error::Copy(CopyTrouble::TooLarge) => "the folder to copy to takes no file as large as this",
        Error::Copy(CopyTrouble::Differs) => "what was read back is not what was written",
        Error::Copy(CopyTrouble::AmongTheRecords) => "the folder to copy to is that of the records",
        Error::Trouble(Trouble::InUse) => "the practice is open: close Hegu, or copy from its window",
        Error::Trouble(Trouble::VaultMissing { .. }) => "there is no practice in this folder",
        Error::Trouble(Trouble::VaultNewer { .. } | Trouble::DatabaseNewer { .. }) => {
            "these records are of a newer Hegu"
        }
        Error::Trouble(_) => "the records cannot be opened; open Hegu to see why",
        other => return other.to_string(),
    };
    words.to_owned()
}
