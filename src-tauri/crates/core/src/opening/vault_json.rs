//! The key file: read with every failure told apart, written whole or not at all.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use hegu_vault::{MAX_FILE_BYTES, MasterKey, VaultError, VaultFile};

use crate::error::{Error, Result, Trouble};

use super::files::{replace, sync_folder};

/// Earlier generations that are kept beside the key file.
const COPIES: u32 = 5;

/// Where the key file is.
pub(super) fn path(folder: &Path) -> PathBuf {
    folder.join("vault.json")
}

/// Reads the key file. Its MAC cannot be checked before somebody unlocks.
pub(super) fn read(folder: &Path) -> Result<VaultFile> {
    let path = path(folder);
    match fs::metadata(&path) {
        Ok(facts) if facts.len() > MAX_FILE_BYTES as u64 => return Err(damaged(folder)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(Error::Trouble(Trouble::VaultMissing { folder: folder.to_path_buf() }));
        }
        _ => {}
    }
    let bytes = fs::read(&path).map_err(|error| Error::disk("read the key file", error))?;
    VaultFile::parse(&bytes).map_err(|error| trouble(folder, error))
}

/// Which epoch of the records the key file on the disk names; nothing when it cannot be read.
pub(crate) fn epoch_in_force(folder: &Path) -> Option<u32> {
    read(folder).ok().map(|vault| vault.database().epoch())
}

/// What a vault error means to the person in front of it.
pub(crate) fn trouble(folder: &Path, error: VaultError) -> Error {
    match error {
        VaultError::Newer { needs } => Error::Trouble(Trouble::VaultNewer { needs }),
        VaultError::Damaged(_) | VaultError::Forged => damaged(folder),
        VaultError::WrongPassphrase => Error::WrongPassphrase { wait_seconds: 0 },
        VaultError::UnknownPerson => Error::NotFound,
        VaultError::Suspended => Error::Suspended,
        VaultError::LastOwner => Error::LastOwner,
        VaultError::WrongPin => Error::PinGone,
        VaultError::WrongRecoveryCode => Error::WrongRecoveryCode,
    }
}

/// Writes a new generation, after putting the one before it aside.
pub(crate) fn write(folder: &Path, vault: &VaultFile, master: &MasterKey) -> Result<()> {
    let path = path(folder);
    let keep = || -> std::io::Result<()> {
        if path.exists() {
            for number in (1..COPIES).rev() {
                let older = copy(folder, number);
                if older.exists() {
                    fs::rename(&older, copy(folder, number + 1))?;
                }
            }
            replace(&copy(folder, 1), &fs::read(&path)?)?;
        }
        replace(&path, &vault.to_bytes(master))?;
        sync_folder(folder)
    };
    keep().map_err(|error| Error::disk("write the key file", error))
}

fn damaged(folder: &Path) -> Error {
    let copies = (1..=COPIES).filter(|number| copy(folder, *number).exists()).count();
    Error::Trouble(Trouble::VaultDamaged {
        folder: folder.to_path_buf(),
        copies: u32::try_from(copies).unwrap_or(COPIES),
    })
}

fn copy(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("vault.json.{number}"))
}
