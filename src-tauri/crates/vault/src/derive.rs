//! Repeatable derivation: the same inputs give the same key for ever.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::secret::SecretBytes;

/// HKDF-SHA256 (RFC 5869) with 32 bytes out.
#[expect(clippy::expect_used, reason = "HKDF-SHA256 refuses only outputs above 8160 bytes")]
pub(crate) fn key(input: &[u8], salt: &[u8], info: &[u8]) -> SecretBytes {
    SecretBytes::fill_with(|bytes| {
        Hkdf::<Sha256>::new(Some(salt), input).expand(info, bytes).expect("32 bytes are few enough");
    })
}

/// HMAC-SHA256 under one of our keys, ready to be fed.
#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
pub(crate) fn mac(key: &SecretBytes) -> Hmac<Sha256> {
    Hmac::<Sha256>::new_from_slice(key.expose()).expect("any length of key is taken")
}

/// The finished MAC as plain bytes.
pub(crate) fn finish(mac: Hmac<Sha256>) -> [u8; 32] {
    mac.finalize().into_bytes().into()
}
