//! The seal of a copy that leaves this computer.
//!
//! Such a copy is one `age` file. It is sealed to a key under the master key, by which the program reads it back and
//! whoever opens the key file beside it goes back to it, and to the recovery code, so that stock `age` opens it with the
//! printed key when there is no program.

use std::io::{self, Read, Write};
use std::str::FromStr;

use age::stream::StreamWriter;
use age::{Decryptor, Encryptor, x25519};

use crate::{RecoverySlot, identity, secret::SecretBytes};

/// Seals and opens the copies of a practice.
#[derive(Debug)]
pub struct CopyKey(pub(crate) SecretBytes);

/// Begins a sealed copy, which takes the [public half](CopyKey::public) of a practice's key and no secret.
///
/// # Errors
/// Those of writing. What is no public key is refused as well.
pub fn seal_copy<W: Write>(own: &str, recovery: &RecoverySlot, into: W) -> io::Result<SealedCopy<W>> {
    let recipient = |key| x25519::Recipient::from_str(key).map_err(io::Error::other);
    let (own, paper) = (recipient(own)?, recipient(recovery.public_key())?);
    let recipients = [&own as &dyn age::Recipient, &paper];
    let seal = Encryptor::with_recipients(recipients.into_iter()).map_err(io::Error::other)?;
    Ok(SealedCopy(seal.wrap_output(into)?))
}

impl CopyKey {
    /// The public half, "age1…", to which copies are sealed.
    pub fn public(&self) -> String {
        identity::public(&self.0)
    }

    /// What is in a sealed copy. Its end is known to be the end only once it has been read.
    ///
    /// # Errors
    /// When it was sealed to other keys, or is not sealed at all.
    pub fn open<R: Read>(&self, sealed: R) -> io::Result<impl Read> {
        let own = identity::identity(&self.0);
        let sealed = Decryptor::new(sealed).map_err(io::Error::other)?;
        sealed.decrypt(std::iter::once(&own as &dyn age::Identity)).map_err(io::Error::other)
    }
}

/// A copy that is being sealed.
#[expect(missing_debug_implementations, reason = "what it writes to may have none")]
pub struct SealedCopy<W: Write>(StreamWriter<W>);

impl<W: Write> SealedCopy<W> {
    /// Writes the last chunk; a copy without it is seen to be cut off.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}

impl<W: Write> Write for SealedCopy<W> {
    fn write(&mut self, plain: &[u8]) -> io::Result<usize> {
        self.0.write(plain)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
