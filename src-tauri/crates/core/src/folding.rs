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

/// Folded still further, to the letters and digits of a plain keyboard, so that "thor" finds Þór and "۰۱۳۸" finds 0138. Only for
/// what is compared while it is looked for: [`fold`] stands in the tables and stays as it is, and this may learn more letters.
pub(crate) fn plain(text: &str) -> String {
    fold(text)
        .chars()
        .flat_map(|c| match c {
            'þ' => vec!['t', 'h'],
            'ð' | 'ɗ' => vec!['d'],
            'ħ' => vec!['h'],
            'ı' => vec!['i'],
            'ŋ' => vec!['n'],
            'ŧ' => vec!['t'],
            'ĸ' | 'ƙ' => vec!['k'],
            'ə' => vec!['e'],
            'ɓ' => vec!['b'],
            'ƴ' => vec!['y'],
            // What stands for an apostrophe or a hyphen in a name.
            'ʻ' | 'ʼ' | '`' => vec!['\''],
            '\u{2010}'..='\u{2015}' => vec!['-'],
            other => vec![digit(other)],
        })
        .collect()
}

/// The text with the digits of every other script as a telephone has them.
pub(crate) fn with_plain_digits(text: &str) -> String {
    text.chars().map(digit).collect()
}

/// The digits of a telephone number, and nothing else.
pub(crate) fn phone_digits(number: &str) -> String {
    number.chars().map(digit).filter(char::is_ascii_digit).collect()
}

/// Where the digits of a script begin: Arabic, Persian and Urdu, Devanagari, and those as wide as a Chinese character.
const ZEROS: [char; 4] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];

fn digit(sign: char) -> char {
    let value = |zero: &char| u32::from(sign).checked_sub(u32::from(*zero));
    ZEROS.iter().filter_map(value).find_map(|value| char::from_digit(value, 10)).unwrap_or(sign)
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

    #[test]
    fn letters_that_no_plain_keyboard_has_are_looked_for_without_them() {
        for (written, typed) in [
            ("Þórður Guðmundsson", "thordur gudmundsson"),
            ("Işık Yıldırım", "isik yildirim"),
            ("İpek", "ipek"),
            ("Ħamrun", "hamrun"),
            ("Đặng Łucja Sørensen", "dang lucja sorensen"),
            ("Weiß Æsa Œuvray", "weiss aesa oeuvray"),
            ("Áŋŋel", "annel"),
            ("Ａｄａ　０１３８", "ada 0138"),
            ("٠١٣٨ ۰۱۳۸ ०१३८", "0138 0138 0138"),
            ("Keʻala Saint‐Just", "ke'ala saint-just"),
            ("溫麗華", "溫麗華"),
        ] {
            assert_eq!(plain(written), typed);
        }
        assert_eq!(phone_digits("٢٥٠-０１３８"), "2500138");
    }
}
