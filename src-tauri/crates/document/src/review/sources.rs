//! Whether a sentence says where its facts come from.

use super::lines::{folded, has_any};
use crate::months;

/// Headings of a list of sources, and bodies whose guidance is a source by itself.
const WORDS: [&str; 14] = [
    "references",
    "sources",
    "bibliography",
    "further reading",
    "et al",
    "doi",
    "pmid",
    "pubmed",
    "cochrane",
    "nice guideline",
    "nice ng59",
    "american college of physicians",
    "world health organization",
    "isbn",
];

/// A link, a numbered note, a name with a year, or the name of a known source.
pub(super) fn names_source(sentence: &str) -> bool {
    let text = folded(sentence);
    text.contains("://")
        || text.contains("www.")
        || has_any(&text, &WORDS)
        || sentence.chars().any(|c| "¹²³⁴⁵⁶⁷⁸⁹".contains(c))
        || has_numbered_note(&text)
        || has_name_and_year(sentence)
}

/// `[1]`, `[2, 3]` or `[^1]`.
fn has_numbered_note(text: &str) -> bool {
    text.match_indices('[').any(|(at, _)| {
        let inside = text[at + 1..].split(']').next().unwrap_or_default();
        let closed = text[at..].contains(']');
        let digits = inside.chars().any(|c| c.is_ascii_digit());
        closed && digits && inside.chars().all(|c| c.is_ascii_digit() || " ,-–^".contains(c))
    })
}

/// A capitalised word right before a year, or a year in brackets: `Haake 2007`, `(2017)`.
fn has_name_and_year(sentence: &str) -> bool {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.iter().enumerate().any(|(index, word)| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_year = bare.len() == 4 && bare.parse::<u16>().is_ok_and(|year| (1900..=2099).contains(&year));
        let bracketed = word.starts_with('(') && word.contains(')');
        let named = index.checked_sub(1).is_some_and(|before| is_surname(words[before]));
        is_year && (bracketed || named)
    })
}

/// A capitalised word that is no month and no word that opens a date or a sentence.
fn is_surname(word: &str) -> bool {
    const NOT_NAMES: [&str; 8] = ["in", "since", "until", "from", "by", "around", "after", "before"];
    let bare = word.trim_matches(|c: char| !c.is_alphabetic());
    let capital = bare.chars().next().is_some_and(char::is_uppercase);
    capital && !NOT_NAMES.iter().chain(&months::ENGLISH).any(|word| word.eq_ignore_ascii_case(bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_told_from_dates_and_blanks() {
        let cases = [
            ("See https://www.nice.org.uk/guidance/ng59.", true),
            ("The gain was small.[1]", true),
            ("The gain was small.[2, 3]", true),
            ("Haake 2007 found this.", true),
            ("US doctors (2017) list it.", true),
            ("References", true),
            ("Vickers et al. pooled the trials.", true),
            ("It was founded in May 2023.", false),
            ("In 2023 we moved.", false),
            ("Tick one: [ ] yes [ ] no", false),
            ("The resources are limited.", false),
        ];
        for (sentence, expected) in cases {
            assert_eq!(names_source(sentence), expected, "{sentence}");
        }
    }
}
