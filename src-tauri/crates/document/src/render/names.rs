//! Names for characters that cannot be printed, and characters that have no ink.

use super::errors::MissingGlyph;

/// Scripts and kinds by their Unicode blocks; the first match names the character.
const KINDS: &[(u32, u32, &str)] = &[
    (0x0000, 0x001F, "control character"),
    (0x007F, 0x009F, "control character"),
    (0x0000, 0x024F, "Latin character"),
    (0x0250, 0x02AF, "phonetic character"),
    (0x0300, 0x036F, "combining mark"),
    (0x0370, 0x03FF, "Greek character"),
    (0x0400, 0x052F, "Cyrillic character"),
    (0x0530, 0x058F, "Armenian character"),
    (0x0590, 0x05CF, "Hebrew mark"),
    (0x05D0, 0x05FF, "Hebrew letter"),
    (0x0600, 0x061F, "Arabic sign"),
    (0x0620, 0x064A, "Arabic letter"),
    (0x064B, 0x06FF, "Arabic character"),
    (0x0700, 0x074F, "Syriac character"),
    (0x0750, 0x077F, "Arabic letter"),
    (0x0780, 0x07BF, "Thaana character"),
    (0x08A0, 0x08FF, "Arabic character"),
    (0x0900, 0x097F, "Devanagari character"),
    (0x0980, 0x09FF, "Bengali character"),
    (0x0A00, 0x0A7F, "Gurmukhi character"),
    (0x0A80, 0x0AFF, "Gujarati character"),
    (0x0B00, 0x0B7F, "Odia character"),
    (0x0B80, 0x0BFF, "Tamil character"),
    (0x0C00, 0x0C7F, "Telugu character"),
    (0x0C80, 0x0CFF, "Kannada character"),
    (0x0D00, 0x0D7F, "Malayalam character"),
    (0x0D80, 0x0DFF, "Sinhala character"),
    (0x0E00, 0x0E7F, "Thai character"),
    (0x0E80, 0x0EFF, "Lao character"),
    (0x0F00, 0x0FFF, "Tibetan character"),
    (0x1000, 0x109F, "Myanmar character"),
    (0x10A0, 0x10FF, "Georgian character"),
    (0x1100, 0x11FF, "Korean letter"),
    (0x1200, 0x139F, "Ethiopic character"),
    (0x13A0, 0x13FF, "Cherokee character"),
    (0x1780, 0x17FF, "Khmer character"),
    (0x1800, 0x18AF, "Mongolian character"),
    (0x1E00, 0x1EFF, "Latin character"),
    (0x1F00, 0x1FFF, "Greek character"),
    (0x2000, 0x206F, "punctuation mark"),
    (0x20A0, 0x20CF, "currency sign"),
    (0x2190, 0x21FF, "arrow"),
    (0x2200, 0x22FF, "mathematical sign"),
    (0x2600, 0x27BF, "symbol"),
    (0x2E80, 0x2FDF, "Chinese radical"),
    (0x3040, 0x30FF, "Japanese character"),
    (0x3100, 0x312F, "Chinese phonetic letter"),
    (0x3130, 0x318F, "Korean letter"),
    (0x31A0, 0x31BF, "Chinese phonetic letter"),
    (0x3400, 0x9FFF, "Chinese character"),
    (0xAC00, 0xD7AF, "Korean syllable"),
    (0xE000, 0xF8FF, "private character"),
    (0xF900, 0xFAFF, "Chinese character"),
    (0xFB1D, 0xFB4F, "Hebrew letter"),
    (0xFB50, 0xFDFF, "Arabic letter"),
    (0xFE70, 0xFEFE, "Arabic letter"),
    (0x1F000, 0x1FAFF, "emoji"),
    (0x20000, 0x323AF, "Chinese character"),
    (0xF0000, 0x10FFFF, "private character"),
];

/// What to call a character that no bundled font prints, such as `Hebrew letter א U+05D0`.
pub(super) fn missing(character: char) -> MissingGlyph {
    let code = u32::from(character);
    let kind = KINDS
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&code))
        .map_or("character", |(_, _, kind)| kind);
    let name = if character.is_control() || kind.starts_with("private") {
        format!("{kind} U+{code:04X}")
    } else {
        format!("{kind} {character} U+{code:04X}")
    };
    MissingGlyph { character, name }
}

/// Characters that mean something without leaving ink: joiners, direction marks, soft hyphens,
/// variation selectors. They need no glyph (Unicode's Default_Ignorable_Code_Point).
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'
            ..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
            ..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'
            ..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Marks that turn the direction of writing. Every script that a sheet can print runs from left to
/// right, so they keep their place in the text and turn nothing.
pub(super) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_characters_are_named_so_that_a_person_can_find_them() {
        let cases = [
            ('א', "Hebrew letter א U+05D0"),
            ('م', "Arabic letter م U+0645"),
            ('ก', "Thai character ก U+0E01"),
            ('한', "Korean syllable 한 U+D55C"),
            ('😀', "emoji 😀 U+1F600"),
            ('\0', "control character U+0000"),
            ('\u{E000}', "private character U+E000"),
            ('\u{2B37B}', "Chinese character \u{2B37B} U+2B37B"),
        ];
        for (character, name) in cases {
            assert_eq!(missing(character).name, name);
        }
    }
}
