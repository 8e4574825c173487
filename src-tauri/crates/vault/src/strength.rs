//! How long a typed passphrase would stand, and what would make it better.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;
use zxcvbn::{
    feedback::{Feedback, Warning},
    zxcvbn,
};

/// What is looked at, in characters: measuring takes longer the longer the text, and a hundred
/// characters decide.
const MEASURED: usize = 100;
/// Below this, length is the first thing to say.
const SHORT: usize = 12;
/// The score that an owner's passphrase needs, because it opens the practice on any computer.
const ENOUGH: u8 = 4;

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// 0 to 4, as zxcvbn scores: 4 is more than 10^10 guesses.
    pub score: u8,
    /// Whether it is enough for an owner.
    pub enough: bool,
    /// What is weak about it, the most telling first; empty when it is enough.
    pub hints: Vec<Hint>,
}

/// What is weak about a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
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

/// Measures a passphrase in the form in which it is used (NFKC): full-width letters are no harder to
/// guess. `about` is what a guesser would know: the practice's and the people's names; it is taken
/// apart into words.
pub fn measure(passphrase: &str, about: &[&str]) -> Strength {
    // Room for the longest, so that it does not grow and leave copies behind.
    let mut start = Zeroizing::new(String::with_capacity(MEASURED * 4));
    start.extend(passphrase.nfkc().take(MEASURED));
    let start: &str = &start;
    let known: Vec<&str> = about.iter().flat_map(|text| text.split_whitespace()).collect();
    let entropy = zxcvbn(start, &known);
    let score = u8::from(entropy.score());
    let enough = score >= ENOUGH;
    let hints = if enough { Vec::new() } else { hints(start, &known, entropy.feedback()) };
    Strength { score, enough, hints }
}

fn hints(passphrase: &str, known: &[&str], feedback: Option<&Feedback>) -> Vec<Hint> {
    let mut hints: Vec<Hint> = feedback.and_then(Feedback::warning).map(hint).into_iter().collect();
    let lower = passphrase.to_lowercase();
    let names_the_practice =
        known.iter().any(|word| word.chars().count() > 2 && lower.contains(&word.to_lowercase()));
    if names_the_practice && !hints.contains(&Hint::Names) {
        hints.push(Hint::Names);
    }
    if passphrase.chars().count() < SHORT {
        hints.push(Hint::TooShort);
    }
    hints.push(Hint::AddWords);
    hints
}

fn hint(warning: Warning) -> Hint {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            Hint::Keyboard
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            Hint::Repeats
        }
        Warning::SequencesLikeAbcAreEasyToGuess => Hint::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Hint::Dates,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Hint::Names,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword
        | Warning::AWordByItselfIsEasyToGuess => Hint::Common,
    }
}
