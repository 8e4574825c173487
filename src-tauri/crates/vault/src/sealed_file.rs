//! Attachments as encrypted files of their own.
//!
//! Each file has its own random key, which lies in its database row; deleting the row makes the
//! file unreadable for good. The content is sealed in chunks of 64 KiB with XChaCha20-Poly1305 in
//! STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): chunks cannot be dropped, swapped or added.
//! The record's id is bound into every chunk, so one file cannot stand in for another.
//!
//! Bytes: `HEGA`, 1, 19 bytes of nonce, then the chunks, each 16 bytes longer than its content.

use aead_stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, aead::Payload};
use zeroize::Zeroizing;

use crate::{Damage, VaultError, random, secret::SecretBytes};

const MAGIC: &[u8; 5] = b"HEGA\x01";
const NONCE: usize = 19;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

/// The key of one sealed file.
#[derive(Debug)]
pub struct FileKey(SecretBytes);

impl FileKey {
    /// A new random key, for one file only.
    pub fn make() -> Self {
        Self(SecretBytes::make())
    }

    /// The key as it came out of the file's database row.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(SecretBytes::copy_of(bytes))
    }

    /// The key for the file's row in the encrypted database, and for nothing else.
    pub fn expose_bytes_for_database_row(&self) -> &[u8; 32] {
        self.0.expose()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.0.expose().into())
    }
}

/// Seals a file under the id of its record.
#[expect(clippy::expect_used, reason = "the cipher refuses only more than 2^32 chunks")]
pub fn seal(key: &FileKey, id: &[u8; 16], plain: &[u8]) -> Vec<u8> {
    let nonce = random::bytes::<NONCE>();
    let mut stream = EncryptorBE32::from_aead(key.cipher(), &nonce.into());
    let mut sealed = Vec::with_capacity(MAGIC.len() + NONCE + plain.len() + TAG * (plain.len() / CHUNK + 1));
    sealed.extend_from_slice(MAGIC);
    sealed.extend_from_slice(&nonce);
    let (before, last) = split_last(plain, CHUNK);
    for msg in before.chunks(CHUNK) {
        let chunk = stream.encrypt_next(Payload { msg, aad: id }).expect("a chunk can be sealed");
        sealed.extend_from_slice(&chunk);
    }
    let chunk = stream.encrypt_last(Payload { msg: last, aad: id }).expect("a chunk can be sealed");
    sealed.extend_from_slice(&chunk);
    sealed
}

/// Opens a sealed file.
///
/// # Errors
/// [`Damage::SealedFile`] when a byte differs, anything is missing, added or moved, or the key or
/// the id is another file's. Nothing of the content is given out then.
pub fn open(key: &FileKey, id: &[u8; 16], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    open_chunks(key, id, sealed).ok_or(VaultError::Damaged(Damage::SealedFile))
}

fn open_chunks(key: &FileKey, id: &[u8; 16], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, chunks) = sealed.strip_prefix(MAGIC)?.split_first_chunk::<NONCE>()?;
    let mut stream = DecryptorBE32::from_aead(key.cipher(), &(*nonce).into());
    let mut plain = Zeroizing::new(Vec::with_capacity(chunks.len()));
    let (before, last) = split_last(chunks, CHUNK + TAG);
    for msg in before.chunks(CHUNK + TAG) {
        plain.extend_from_slice(&Zeroizing::new(stream.decrypt_next(Payload { msg, aad: id }).ok()?));
    }
    plain.extend_from_slice(&Zeroizing::new(stream.decrypt_last(Payload { msg: last, aad: id }).ok()?));
    Some(plain)
}

/// Everything before the last chunk, and the last chunk, which is empty only when all is.
fn split_last(bytes: &[u8], chunk: usize) -> (&[u8], &[u8]) {
    bytes.split_at(bytes.len().saturating_sub(1) / chunk * chunk)
}
