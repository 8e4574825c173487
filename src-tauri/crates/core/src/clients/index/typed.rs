//! What was typed into a search, taken apart.

use crate::folding::{fold, phone_digits};

use super::born::Born;

/// More than this of what is typed is not looked at.
const LONGEST: usize = 200;
const MOST_PARTS: usize = 8;
/// Fewer digits are no piece of a telephone number that anybody would look for.
const FEWEST_DIGITS: usize = 3;

/// What is looked for: somebody in whom every part is found, or to whom the whole of it belongs.
#[derive(Debug)]
pub(in crate::clients) struct Typed {
    pub(super) parts: Vec<Part>,
    /// The whole as a telephone number: "250 555 01" is one, typed with spaces, and not three parts.
    pub(super) number: Option<Part>,
    /// The whole as a birth date: "3 March 1964".
    pub(super) born: Vec<Born>,
    pub(super) card: Option<Card>,
}

/// One word.
#[derive(Debug)]
pub(super) struct Part {
    /// As it stands.
    pub(super) word: String,
    /// Its digits, where it is written as a telephone number with marks.
    pub(super) digits: Option<String>,
    /// The birth dates it may mean.
    pub(super) born: Vec<Born>,
}

impl Typed {
    /// Takes a text apart.
    pub(in crate::clients) fn read(text: &str) -> Self {
        let typed: String = text.chars().take(LONGEST).collect();
        let folded = fold(&typed);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).take(MOST_PARTS).collect();
        // With one word it is that word's own.
        let several = words.len() > 1;
        Self {
            number: number(&typed).filter(|_| several).map(|digits| Part {
                word: digits,
                digits: None,
                born: Vec::new(),
            }),
            born: if several { Born::typed(&folded) } else { Vec::new() },
            card: Card::named(&typed),
            parts: words
                .into_iter()
                .map(|word| Part {
                    digits: number(word).filter(|digits| digits != word),
                    born: Born::typed(word),
                    word: word.to_owned(),
                })
                .collect(),
        }
    }

    /// Whether there is anything to look for.
    pub(in crate::clients) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

/// The digits of a text in which there is nothing but a telephone number.
fn number(text: &str) -> Option<String> {
    let digits = phone_digits(text);
    let only = text.chars().all(|letter| letter.is_ascii_digit() || " ()+-./".contains(letter));
    (only && digits.len() >= FEWEST_DIGITS).then_some(digits)
}

/// The number of somebody's card, as it was typed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Card {
    pub(super) number: i32,
    /// Comes before everybody else who fits. Four digits are more often the end of a telephone number.
    pub(super) first: bool,
}

impl Card {
    /// Reads "417", "0417" or "#417"; nothing for what is no such number.
    fn named(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let digits = typed.strip_prefix('#').unwrap_or(typed).trim();
        let whole = (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| whole)?;
        Some(Self { number, first: typed.starts_with('#') || digits.len() < 4 })
    }
}
