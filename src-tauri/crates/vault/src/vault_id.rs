//! The name of a vault, which goes into everything derived from its secrets.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::random;

/// A vault's random id: 32 lower-case hexadecimal digits.
///
/// It is not secret. It is the salt of every sub-key, so two practices restored from one template
/// or with one recovery code by accident still have different keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaultId(String);

impl VaultId {
    pub(crate) fn make() -> Self {
        Self(hex::encode(random::bytes::<16>()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// An id that a test can know beforehand.
    #[cfg(any(test, feature = "testing"))]
    pub fn from_bytes_for_tests(bytes: [u8; 16]) -> Self {
        Self(hex::encode(bytes))
    }
}

impl fmt::Display for VaultId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for VaultId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for VaultId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        if text.len() == 32 && text.bytes().all(digit) {
            Ok(Self(text))
        } else {
            Err(D::Error::custom("a vault id has 32 lower-case hexadecimal digits"))
        }
    }
}
