//! Whether a word was meant though one letter of it is wrong, missing, too much, or changed places with the next.

use crate::clients::name::is_east_asian;

/// How little somebody has to have typed before a slip in it is looked past: of three letters nearly everything is near.
const LETTERS: usize = 4;
/// Of a name in Han or kana each character says as much as a syllable. Hangul is folded into its letters.
const CHARACTERS: usize = 2;
/// Of numbers: less than this is a piece of one, and pieces of numbers are near to thousands of others.
const DIGITS: usize = 7;
/// From so many letters on, the rest of the word may still be missing.
const BEGUN: usize = 5;

/// A typed word in which one slip is looked past.
#[derive(Debug)]
pub(super) struct Slipped<'a> {
    word: &'a str,
    /// Where it may be cut so that one slip spoils one half only.
    half: usize,
    /// How many letters there are before the cut.
    before: usize,
    /// The word may go on.
    begun: bool,
}

impl<'a> Slipped<'a> {
    /// Nothing for a word that is too short for it.
    pub(super) fn in_word(word: &'a str) -> Option<Self> {
        let letters = word.chars().count();
        let digits = word.bytes().all(|byte| byte.is_ascii_digit());
        let least = match word {
            _ if digits => DIGITS,
            _ if is_east_asian(word) && !word.chars().any(is_jamo) => CHARACTERS,
            _ => LETTERS,
        };
        let before = letters / 2;
        let (half, _) = word.char_indices().nth(before)?;
        (letters >= least).then_some(Self { word, half, before, begun: letters >= BEGUN && !digits })
    }

    /// One of the halves stands as it was typed in whatever was meant, or the letters where they meet changed places.
    /// Answers with each such text and how many letters of the word come before it.
    pub(super) fn sure_of(&self) -> [(String, usize); 3] {
        let (first, second) = self.word.split_at(self.half);
        let mut swapped: Vec<char> = self.word.chars().collect();
        if self.before > 0 {
            swapped.swap(self.before - 1, self.before);
        }
        [(first.to_owned(), 0), (second.to_owned(), self.before), (swapped.into_iter().collect(), 0)]
    }

    /// Whether the text begins with the word but for one slip.
    pub(super) fn begins(&self, text: &str) -> bool {
        let same: usize =
            self.word.chars().zip(text.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (Some(word), Some(text)) = (self.word.get(same..), text.get(same..)) else { return false };
        let (word_less, text_less) = (without_first(word), without_first(text));
        let ends = |rest: Option<&str>| rest.is_some_and(|rest| self.begun || at_end(rest));
        let wrong = word_less.zip(text_less).and_then(|(word, text)| text.strip_prefix(word));
        let too_much = word_less.and_then(|word| text.strip_prefix(word));
        let missing = text_less.and_then(|text| text.strip_prefix(word));
        ends(wrong) || ends(too_much) || ends(missing) || ends(changed_places(word, text))
    }
}

/// A letter of which Hangul syllables are made.
fn is_jamo(letter: char) -> bool {
    ('\u{1100}'..='\u{11ff}').contains(&letter)
}

/// What follows where two letters stand the other way round.
fn changed_places<'t>(word: &str, text: &'t str) -> Option<&'t str> {
    let (mut typed, mut meant) = (word.chars(), text.chars());
    let (a, b) = (typed.next()?, typed.next()?);
    (meant.next()? == b && meant.next()? == a).then_some(())?;
    meant.as_str().strip_prefix(typed.as_str())
}

fn without_first(text: &str) -> Option<&str> {
    let mut letters = text.chars();
    letters.next().map(|_| letters.as_str())
}

/// Whether a word has ended where this text goes on.
pub(super) fn at_end(rest: &str) -> bool {
    rest.chars().next().is_none_or(|next| !next.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(typed: &str, text: &str) -> bool {
        Slipped::in_word(typed).is_some_and(|slipped| slipped.begins(text))
    }

    #[test]
    fn one_slip_is_looked_past_and_two_are_not() {
        for typed in [
            "jonson", "johsnon", "johnsson", "jphnson", "johnsonn", "ohnson", "ojhnson", "johnsno", "johnsom",
        ] {
            assert!(near(typed, "johnson"), "{typed}");
            assert!(near(typed, "johnson mary"), "{typed}");
        }
        for typed in ["jonsen", "hjonsno", "nosnhoj", "smith"] {
            assert!(!near(typed, "johnson"), "{typed}");
        }
    }

    #[test]
    fn the_rest_of_a_long_word_may_be_missing_and_of_a_short_one_not() {
        assert!(near("margrt", "margrethe"));
        assert!(!near("mrag", "margaret"));
        assert!(near("mrag", "marg"));
        assert!(!near("ana", "anna"), "three letters are near to too much");
        assert!(near("溫麗花", "溫麗華"));
        assert!(near("张伟", "张维"));
        assert!(near("2505550183", "2505550138"));
        assert!(!near("555018", "5550138"));
    }

    #[test]
    fn one_half_or_the_seam_is_always_sure() {
        let meant = "oyelaran";
        let slips = [
            "yelaran",
            "oyelarna",
            "oyealran",
            "oyelaxan",
            "oyexlaran",
            "oyelarann",
            "oyellaran",
            "yoelaran",
        ];
        for typed in slips {
            let slipped = Slipped::in_word(typed).unwrap();
            assert!(slipped.begins(meant), "{typed}");
            assert!(slipped.sure_of().iter().any(|(sure, _)| meant.contains(sure)), "{typed}");
        }
    }
}
