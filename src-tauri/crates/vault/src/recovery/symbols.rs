//! Crockford's thirty-two symbols, written and read.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::{
    RecoverySlip,
    check::{PAIRS, Pairs},
};

/// No I, L, O or U: the first three look like digits, the last makes words.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
pub(super) const GROUPS: usize = 9;
pub(super) const PER_GROUP: usize = 4;
pub(super) const SYMBOLS: usize = GROUPS * PER_GROUP;

/// The value, below 32, of each symbol.
pub(super) type Symbols = Zeroizing<[u8; SYMBOLS]>;

/// The groups as they are printed.
pub(super) fn groups(pairs: &Pairs) -> Zeroizing<Vec<String>> {
    let group = |two: &[u16]| {
        let mut text = String::with_capacity(PER_GROUP);
        for pair in two {
            text.push(char::from(ALPHABET[usize::from(pair >> 5 & 31)]));
            text.push(char::from(ALPHABET[usize::from(pair & 31)]));
        }
        text
    };
    Zeroizing::new(pairs.chunks(PER_GROUP / 2).map(group).collect())
}

/// Two symbols as one number of ten bits.
pub(super) fn pairs(symbols: &Symbols) -> Pairs {
    let mut pairs = Pairs::new([0; PAIRS]);
    for (pair, two) in pairs.iter_mut().zip(symbols.chunks(2)) {
        *pair = u16::from(two[0]) << 5 | u16::from(two[1]);
    }
    pairs
}

/// Reads thirty-six symbols.
///
/// # Errors
/// The group with a character that is no symbol, or, when the groups were typed apart, the group
/// with too few or too many.
pub(super) fn read(text: &str) -> Result<Symbols, RecoverySlip> {
    let mut symbols = Symbols::new([0; SYMBOLS]);
    let mut count = 0;
    for character in text.nfkc().filter(|c| !is_gap(*c)) {
        let group = Some(count / PER_GROUP).filter(|group| *group < GROUPS);
        let value = value(character).ok_or(RecoverySlip { group })?;
        *symbols.get_mut(count).ok_or(RecoverySlip { group: uneven_group(text) })? = value;
        count += 1;
    }
    if count == SYMBOLS { Ok(symbols) } else { Err(RecoverySlip { group: uneven_group(text) }) }
}

/// The first group that is not four symbols long, if the text is in nine groups.
fn uneven_group(text: &str) -> Option<usize> {
    let lengths = || text.split(is_gap).map(|group| group.chars().count()).filter(|length| *length > 0);
    if lengths().count() == GROUPS { lengths().position(|length| length != PER_GROUP) } else { None }
}

/// Spaces of every kind, and the dashes that keyboards and word processors make.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}')
}

fn value(character: char) -> Option<u8> {
    let symbol = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == symbol).map(|position| position as u8)
}
