//! The code on paper that opens the practice when a passphrase is lost.
//!
//! It is 160 random bits, written as eight groups of four symbols and a ninth group that checks
//! them. Somebody will copy it by hand in a bad moment, so letters that look alike are read alike
//! and a slip is pointed out by its group. From the code an `age` key is derived, which is printed
//! beside it. The code is not kept anywhere; a lost sheet is replaced by a new one.

mod check;
mod symbols;

use std::fmt;

use serde_json::Map;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{MasterKey, RecoverySlot, VaultId, derive, identity, random, secret::SecretBytes};
use check::{DATA_PAIRS, PAIRS, Pairs, Verdict};
use symbols::{GROUPS, PER_GROUP, SYMBOLS, Symbols};

/// The number of secret bytes.
const BYTES: usize = 20;

/// A recovery code, wiped when dropped and never printed by accident.
pub struct RecoveryCode(Box<Zeroizing<[u8; BYTES]>>);

/// The text is not a recovery code; most likely it was mistyped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a recovery code")]
pub struct RecoverySlip {
    /// The group to look at first, counted from 0, when one can be named.
    pub group: Option<usize>,
}

impl RecoveryCode {
    /// A new random code.
    pub(crate) fn make() -> Self {
        let mut bytes = Box::new(Zeroizing::new([0; BYTES]));
        random::fill(&mut bytes[..]);
        Self(bytes)
    }

    /// A code that a test can know beforehand.
    #[cfg(any(test, feature = "testing"))]
    pub fn from_bytes_for_tests(bytes: [u8; BYTES]) -> Self {
        Self(Box::new(Zeroizing::new(bytes)))
    }

    /// The nine groups of four symbols, the last of which checks the others.
    pub fn groups(&self) -> Zeroizing<Vec<String>> {
        let mut pairs = Zeroizing::new([0; PAIRS]);
        for (index, pair) in pairs[..DATA_PAIRS].iter_mut().enumerate() {
            *pair = self.ten_bits(index);
        }
        check::complete(&mut pairs);
        symbols::groups(&pairs)
    }

    /// Reads a code as it was typed: capitals or not, with or without spaces and dashes, `O` for
    /// zero and `I` or `L` for one.
    ///
    /// # Errors
    /// [`RecoverySlip`], with the group at fault if a single slip explains the text.
    pub fn parse(text: &str) -> Result<Self, RecoverySlip> {
        let typed: Symbols = symbols::read(text)?;
        let pairs: Pairs = symbols::pairs(&typed);
        match check::verdict(&pairs) {
            Verdict::Sound => Ok(Self::from_pairs(&pairs)),
            Verdict::Wrong { pair } => Err(RecoverySlip { group: pair.map(|pair| pair * 2 / PER_GROUP) }),
        }
    }

    /// The derived key as the text that stock `age` reads, "AGE-SECRET-KEY-1…".
    pub fn age_identity(&self, vault: &VaultId) -> Zeroizing<String> {
        identity::text(&self.key(vault))
    }

    /// The private key that the recovery slot is sealed to.
    pub(crate) fn key(&self, vault: &VaultId) -> SecretBytes {
        derive::key(&self.0[..], vault.as_bytes(), b"hegu/recovery/v1")
    }

    /// The slot that this code opens.
    pub(crate) fn slot(&self, vault: &VaultId, master: &MasterKey, now_ms: i64) -> RecoverySlot {
        let key = self.key(vault);
        let sealed = identity::seal(&key, master.expose());
        RecoverySlot {
            x25519_pk: identity::public(&key),
            sealed,
            created: now_ms,
            checked: None,
            unknown: Map::new(),
        }
    }

    /// The bits from `10 * index` on, the first of them the highest.
    fn ten_bits(&self, index: usize) -> u16 {
        (0..10).fold(0, |bits, offset| {
            let at = index * 10 + offset;
            bits << 1 | u16::from(self.0[at / 8] >> (7 - at % 8) & 1)
        })
    }

    fn from_pairs(pairs: &Pairs) -> Self {
        let mut bytes = Box::new(Zeroizing::new([0; BYTES]));
        for at in 0..BYTES * 8 {
            let bit = pairs[at / 10] >> (9 - at % 10) & 1;
            bytes[at / 8] |= (bit as u8) << (7 - at % 8);
        }
        Self(bytes)
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(redacted)")
    }
}

const _: () = assert!(SYMBOLS == GROUPS * PER_GROUP && SYMBOLS == PAIRS * 2 && DATA_PAIRS * 10 == BYTES * 8);
