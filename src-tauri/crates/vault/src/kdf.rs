//! What it costs to turn a passphrase into a key, and which costs are accepted.
//!
//! The cost travels with each envelope and is bound into it, so lowering it in the file only makes
//! the envelope unopenable. Bounds exist because the file may be hostile: it must not be able to
//! ask for all the memory of the machine. Sources: RFC 9106 §4 and the OWASP password storage
//! cheat sheet. The vault has no clock; whoever calls it times [`KdfCost::try_out`].

use argon2::{Algorithm, Argon2, Params, Version};

use crate::{Damage, Passphrase, VaultError, secret::SecretBytes};

/// The version of Argon2 (1.3) as its own specification numbers it.
pub(crate) const ARGON2_VERSION: u32 = 0x13;

/// The cost of one Argon2id derivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes, which can be worked on side by side.
    pub lanes: u32,
}

impl KdfCost {
    /// The costs to try when a passphrase is set, dearest first. The one to take is the first that
    /// needs at most a second and an eighth of the memory; the last is the floor.
    pub fn candidates() -> [Self; 4] {
        [512, 256, 128, 64].map(|mib| Self { memory_kib: mib * 1024, passes: 3, lanes: 4 })
    }

    /// Runs one derivation whose result is thrown away, to be timed.
    ///
    /// # Errors
    /// [`Damage::Cost`] when Argon2id does not allow such a cost.
    pub fn try_out(self) -> Result<(), VaultError> {
        self.derive(&Passphrase::new("a trial".to_owned()), &[0; 16]).map(drop)
    }

    pub(crate) fn derive(self, passphrase: &Passphrase, salt: &[u8; 16]) -> Result<SecretBytes, VaultError> {
        let refused = VaultError::Damaged(Damage::Cost);
        let params =
            Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| refused.clone())?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        SecretBytes::try_fill_with(|out| argon.hash_password_into(passphrase.expose(), salt, out))
            .map_err(|_| refused)
    }
}

/// The costs that are accepted from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfBounds {
    /// Below this an envelope would be cheap to guess.
    pub min: KdfCost,
    /// Above this a hostile file would eat the machine.
    pub max: KdfCost,
}

impl KdfBounds {
    /// 64 MiB to 2 GiB, 3 to 16 passes, 1 to 8 lanes.
    pub fn shipped() -> Self {
        Self {
            min: KdfCost { memory_kib: 64 * 1024, passes: 3, lanes: 1 },
            max: KdfCost { memory_kib: 2 * 1024 * 1024, passes: 16, lanes: 8 },
        }
    }

    /// Bounds around [`KdfCost::quick`], for tests.
    #[cfg(any(test, feature = "testing"))]
    pub fn quick() -> Self {
        Self {
            min: KdfCost { memory_kib: 8, passes: 1, lanes: 1 },
            max: KdfCost { memory_kib: 1024, passes: 4, lanes: 4 },
        }
    }

    pub(crate) fn check(&self, cost: KdfCost) -> Result<(), VaultError> {
        let memory = (self.min.memory_kib..=self.max.memory_kib).contains(&cost.memory_kib);
        let lanes = (self.min.lanes..=self.max.lanes).contains(&cost.lanes);
        // RFC 9106's first choice makes a single pass, over 2 GiB.
        let fewest = if cost.memory_kib == 2 * 1024 * 1024 { 1 } else { self.min.passes };
        let passes = (fewest..=self.max.passes).contains(&cost.passes);
        if memory && lanes && passes { Ok(()) } else { Err(VaultError::Damaged(Damage::Cost)) }
    }
}

#[cfg(any(test, feature = "testing"))]
impl KdfCost {
    /// A cost that opens in well under a millisecond, for tests.
    pub fn quick() -> Self {
        Self { memory_kib: 16, passes: 1, lanes: 1 }
    }
}

#[cfg(test)]
mod tests;
