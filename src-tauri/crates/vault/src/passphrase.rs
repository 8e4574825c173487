//! A passphrase as a person typed it, made the same from every keyboard.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase in Unicode form NFKC, wiped when dropped and never printed.
///
/// One keyboard sends "é" as one character and the next as two; both must open the practice. Case
/// and spaces stay as typed.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the text and wipes it.
    pub fn new(text: String) -> Self {
        let text = Zeroizing::new(text);
        // The length is counted first: a string that grows leaves shorter copies of itself behind.
        let mut same = Zeroizing::new(String::with_capacity(text.nfkc().map(char::len_utf8).sum()));
        same.extend(text.nfkc());
        Self(same)
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<String> for Passphrase {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(redacted)")
    }
}
