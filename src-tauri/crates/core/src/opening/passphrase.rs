//! Offering and measuring a passphrase.

use hegu_vault::{strength, words};
use serde::Serialize;
use specta::Type;
use zeroize::{Zeroize, Zeroizing};

/// How long a passphrase would stand.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PassphraseStrength {
    /// 0 (first to be tried) to 4 (out of reach).
    pub score: u8,
    /// Whether it may open a practice.
    pub enough: bool,
    /// What is weak about it, the most telling first.
    pub hints: Vec<PassphraseHint>,
}

/// What is weak about a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PassphraseHint {
    /// It is short.
    TooShort,
    /// It is one of those that are tried first.
    Common,
    /// It repeats itself.
    Repeats,
    /// It follows the alphabet or counts.
    Sequence,
    /// It is made of names, or of what is known about this practice.
    Names,
    /// It is made of dates or years.
    Dates,
    /// It follows the keys.
    Keyboard,
    /// More words would help.
    AddWords,
}

/// Five random words, to be written down.
pub fn suggest_passphrase() -> Zeroizing<String> {
    words::make_passphrase()
}

/// Measures what was typed so far. `about` are names a guesser would know.
pub fn measure_passphrase(mut typed: String, about: &[String]) -> PassphraseStrength {
    let about: Vec<&str> = about.iter().map(String::as_str).collect();
    let found = strength::measure(&typed, &about);
    typed.zeroize();
    PassphraseStrength {
        score: found.score,
        enough: found.enough,
        hints: found.hints.into_iter().map(PassphraseHint::from).collect(),
    }
}

impl From<strength::Hint> for PassphraseHint {
    fn from(hint: strength::Hint) -> Self {
        use strength::Hint;
        match hint {
            Hint::TooShort => Self::TooShort,
            Hint::Common => Self::Common,
            Hint::Repeats => Self::Repeats,
            Hint::Sequence => Self::Sequence,
            Hint::Names => Self::Names,
            Hint::Dates => Self::Dates,
            Hint::Keyboard => Self::Keyboard,
            Hint::AddWords => Self::AddWords,
        }
    }
}
