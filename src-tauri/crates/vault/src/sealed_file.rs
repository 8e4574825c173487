//! Attachments as encrypted files of their own.
//!
//! Each file has its own random key, which lies in its database row; deleting the row makes the
//! file unreadable for good. The content is sealed in chunks of 64 KiB with XChaCha20-Poly1305 in
//! STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): chunks cannot be dropped, swapped or added.
//! The record's id is bound into every chunk, so one file cannot stand in for another.
//!
//! Bytes: `HEGA`, 1, 19 bytes of nonce, then the chunks, each 16 bytes longer than its content.

use std::io::{self, ErrorKind, Read, Write};

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
#[expect(
    clippy::expect_used,
    reason = "memory is read and written, and the cipher refuses only more than 2^32 chunks"
)]
pub fn seal(key: &FileKey, id: &[u8; 16], mut plain: &[u8]) -> Vec<u8> {
    let chunks = plain.len() / CHUNK + 1;
    let mut sealed = Vec::with_capacity(MAGIC.len() + NONCE + plain.len() + TAG * chunks);
    seal_from(key, id, &mut plain, &mut sealed).expect("memory can be sealed");
    sealed
}

/// Opens a sealed file.
///
/// # Errors
/// [`Damage::SealedFile`] when a byte differs, anything is missing, added or moved, or the key or
/// the id is another file's. Nothing of the content is given out then.
pub fn open(key: &FileKey, id: &[u8; 16], mut sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    // As large as it can become, so that nothing of it is left where it grew out of.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let opened = open_into(key, id, &mut sealed, &mut *plain);
    opened.map(|()| plain).map_err(|_| VaultError::Damaged(Damage::SealedFile))
}

/// Seals what is read, piece by piece, so that no more of it than a chunk lies in memory; how many bytes that was.
///
/// # Errors
/// What reading or writing said. What was written until then is nothing that could be opened.
pub fn seal_from(
    key: &FileKey,
    id: &[u8; 16],
    plain: &mut impl Read,
    sealed: &mut impl Write,
) -> io::Result<u64> {
    let nonce = random::bytes::<NONCE>();
    let mut stream = EncryptorBE32::from_aead(key.cipher(), &nonce.into());
    sealed.write_all(MAGIC)?;
    sealed.write_all(&nonce)?;
    let too_long = |_| io::Error::from(ErrorKind::FileTooLarge);
    let mut bytes = 0;
    let mut held = chunk_of(plain, CHUNK)?;
    loop {
        bytes += held.len() as u64;
        // A short chunk is the end, also of a file that grows meanwhile.
        let next = if held.len() == CHUNK { chunk_of(plain, CHUNK)? } else { Zeroizing::default() };
        let payload = Payload { msg: &held, aad: id };
        if next.is_empty() {
            sealed.write_all(&stream.encrypt_last(payload).map_err(too_long)?)?;
            return Ok(bytes);
        }
        sealed.write_all(&stream.encrypt_next(payload).map_err(too_long)?)?;
        held = next;
    }
}

/// Opens a sealed file piece by piece, in the same way. What was written counts for nothing until this has come to its end: the
/// missing end of a file is only seen there.
///
/// # Errors
/// What reading or writing said; [`ErrorKind::InvalidData`] where [`open`] would refuse it.
pub fn open_into(
    key: &FileKey,
    id: &[u8; 16],
    sealed: &mut impl Read,
    plain: &mut impl Write,
) -> io::Result<()> {
    let damaged = || io::Error::from(ErrorKind::InvalidData);
    let head = chunk_of(sealed, MAGIC.len() + NONCE)?;
    let nonce = head.strip_prefix(MAGIC).and_then(|nonce| <[u8; NONCE]>::try_from(nonce).ok());
    let mut stream = DecryptorBE32::from_aead(key.cipher(), &nonce.ok_or_else(damaged)?.into());
    let mut held = chunk_of(sealed, CHUNK + TAG)?;
    loop {
        let next = chunk_of(sealed, CHUNK + TAG)?;
        let payload = Payload { msg: &held, aad: id };
        if next.is_empty() {
            let last = stream.decrypt_last(payload).map_err(|_| damaged())?;
            return plain.write_all(&Zeroizing::new(last));
        }
        let msg = stream.decrypt_next(payload).map_err(|_| damaged())?;
        plain.write_all(&Zeroizing::new(msg))?;
        held = next;
    }
}

/// The next so many bytes, or what is left.
fn chunk_of(from: &mut impl Read, bytes: usize) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut chunk = Zeroizing::new(Vec::with_capacity(bytes));
    from.take(bytes as u64).read_to_end(&mut chunk)?;
    Ok(chunk)
}
