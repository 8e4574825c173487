//! Folding text, so that "Backstrom" finds Bäckström and "250 555" finds 250-555-0138.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents, runs of white space as one space. Han and other scripts stay as they are.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        let plain = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        folded.extend(plain.flat_map(|c| match c {
            // Letters that have no decomposition but that people type without.
            'ø' => vec!['o'],
            'ł' => vec!['l'],
            'đ' => vec!['d'],
            'ß' => vec!['s', 's'],
            'æ' => vec!['a', 'e'],
            'œ' => vec!['o', 'e'],
            '’' | '‘' => vec!['\''],
            other => vec![other],
        }));
    }
    folded
}

/// The digits of a telephone number, and nothing else.
pub(crate) fn phone_digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_their_accents() {
        for (written, typed) in [
            ("Bäckström", "backstrom"),
            ("Łukasz  Sørensen", "lukasz sorensen"),
            ("O’Neill", "o'neill"),
            ("溫麗華", "溫麗華"),
        ] {
            assert_eq!(fold(written), typed);
        }
    }
}
