//! Thirty-two secret bytes that are wiped when dropped and never printed.

use std::fmt;

use zeroize::Zeroizing;

use crate::random;

/// The bytes behind every symmetric key and private key here.
///
/// They live on the heap, because moving an array on the stack leaves copies behind. There is no
/// `Clone`, and a key type that wraps this may derive `Debug`: it prints only "redacted".
pub(crate) struct SecretBytes(Box<Zeroizing<[u8; 32]>>);

impl SecretBytes {
    /// Thirty-two new random bytes.
    pub(crate) fn make() -> Self {
        Self::fill_with(|bytes| random::fill(bytes))
    }

    /// Bytes written in place, so that no copy of them passes over the stack.
    pub(crate) fn fill_with(write: impl FnOnce(&mut [u8; 32])) -> Self {
        let mut bytes = Box::new(Zeroizing::new([0; 32]));
        write(&mut bytes);
        Self(bytes)
    }

    /// As [`Self::fill_with`], where the writing can fail.
    pub(crate) fn try_fill_with<E>(write: impl FnOnce(&mut [u8; 32]) -> Result<(), E>) -> Result<Self, E> {
        let mut bytes = Box::new(Zeroizing::new([0; 32]));
        write(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// A copy of bytes that lie elsewhere.
    pub(crate) fn copy_of(bytes: &[u8; 32]) -> Self {
        Self::fill_with(|own| own.copy_from_slice(bytes))
    }

    /// The bytes themselves.
    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("redacted")
    }
}
