//! The key that makes the audit a chain nobody without it can mend.

use hmac::Mac;

use crate::{derive, fields, secret::SecretBytes};

const PURPOSE: &[u8] = b"hegu/audit/v1";

/// Makes the MAC of each audit row over its fields and the row before.
#[derive(Debug)]
pub struct AuditKey(pub(crate) SecretBytes);

impl AuditKey {
    /// An earlier key as it lies in the database, to check the entries it was used for.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(SecretBytes::copy_of(bytes))
    }

    /// The key for the database's own table of earlier keys, when the master key is replaced, and
    /// for nothing else.
    pub fn expose_bytes_for_database(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// The MAC of a row: HMAC-SHA256 over `hegu/audit/v1`, each field behind its length as eight
    /// big-endian bytes, and the previous row's MAC. The first row follows 32 zero bytes.
    pub fn mac(&self, fields: &[&[u8]], previous: &[u8; 32]) -> [u8; 32] {
        let mut mac = derive::mac(&self.0);
        mac.update(PURPOSE);
        for field in fields {
            mac.update(&fields::length(field));
            mac.update(field);
        }
        mac.update(previous);
        derive::finish(mac)
    }
}
