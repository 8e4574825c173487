//! Reading a vault file that may be damaged, newer, or written by somebody hostile.

use std::collections::HashSet;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;

use super::{Body, FORMAT, SignedLine, VERSION, VaultFile, check_database_file};
use crate::{Damage, VaultError};

/// No vault file is longer than this, in bytes.
pub const MAX_FILE_BYTES: usize = 1024 * 1024;
/// What stands before the MAC on the second line.
pub(super) const MAC_PREFIX: &[u8] = b"hmac-sha256:";
/// How much of a version that we do not know is repeated to the user, in characters.
const LONGEST_VERSION: usize = 40;

/// The three fields that every version of the format has.
#[derive(Deserialize)]
struct Outline {
    format: String,
    v: u64,
    min_app: String,
}

impl VaultFile {
    /// Reads the bytes of `vault.json`.
    ///
    /// Nothing in the result has been vouched for yet; [`crate::unlock`] and
    /// [`crate::unlock_with_recovery`] do that, over the exact bytes read here.
    ///
    /// # Errors
    /// `Newer` when a later version wrote it, `Damaged` when no version did.
    pub fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        if bytes.len() > MAX_FILE_BYTES {
            return Err(VaultError::Damaged(Damage::TooLong));
        }
        let mut lines = bytes.split(|&byte| byte == b'\n');
        let line = lines.next().unwrap_or_default();
        refuse_newer(line)?;
        let mac = match (lines.next(), lines.next(), lines.next()) {
            (Some(mac), Some([]), None) => read_mac(mac)?,
            _ => return Err(VaultError::Damaged(Damage::Lines)),
        };
        let body: Body = serde_json::from_slice(line).map_err(|_| VaultError::Damaged(Damage::Json))?;
        check(&body)?;
        Ok(Self { body, as_read: Some(SignedLine { line: line.to_vec(), mac }) })
    }
}

/// A newer format may have another body and another second line, so it is asked about first.
fn refuse_newer(line: &[u8]) -> Result<(), VaultError> {
    let outline: Outline = serde_json::from_slice(line).map_err(|_| VaultError::Damaged(Damage::Json))?;
    if outline.format != FORMAT {
        return Err(VaultError::Damaged(Damage::Field("format")));
    }
    match outline.v {
        VERSION => Ok(()),
        0 => Err(VaultError::Damaged(Damage::Field("v"))),
        // What this very program says it can read is no newer format: a digit of it was spoiled.
        _ if outline.min_app == env!("CARGO_PKG_VERSION") => Err(VaultError::Damaged(Damage::Field("v"))),
        _ => Err(VaultError::Newer { needs: outline.min_app.chars().take(LONGEST_VERSION).collect() }),
    }
}

fn read_mac(line: &[u8]) -> Result<[u8; 32], VaultError> {
    line.strip_prefix(MAC_PREFIX)
        .and_then(|text| BASE64_STANDARD.decode(text).ok())
        .and_then(|mac| mac.try_into().ok())
        .ok_or(VaultError::Damaged(Damage::Lines))
}

/// What the types do not say.
fn check(body: &Body) -> Result<(), VaultError> {
    if body.db.is_empty() {
        return Err(VaultError::Damaged(Damage::Field("db")));
    }
    body.db.iter().try_for_each(|database| check_database_file(&database.file))?;
    let mut ids = HashSet::new();
    if body.people.is_empty() || !body.people.iter().all(|slot| ids.insert(slot.id.as_str())) {
        return Err(VaultError::Damaged(Damage::Field("people")));
    }
    Ok(())
}
