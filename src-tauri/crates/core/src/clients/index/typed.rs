//! What was typed into a search, taken apart.

use crate::folding::{phone_digits, plain, with_plain_digits};

use super::born::Born;

/// More than this of what is typed is not looked at.
const LONGEST: usize = 200;
const MOST_PARTS: usize = 8;
/// Fewer digits are no piece of a telephone number that anybody would look for.
const FEWEST_DIGITS: usize = 3;
/// As many as there are in "9 / 3 / 1964".
const WORDS_OF_A_DATE: usize = 5;

/// What is looked for: somebody in whom every part of one of the readings is found, or to whom the card belongs.
#[derive(Debug)]
pub(in crate::clients) struct Typed {
    pub(super) readings: Vec<Vec<Part>>,
    pub(super) card: Option<Card>,
}

/// A word, or several that are one thing.
#[derive(Debug, Clone)]
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
        let folded = plain(&typed);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).take(MOST_PARTS).collect();
        let mut readings = Vec::new();
        if !words.is_empty() {
            readings.push(words.iter().map(|word| Part::of(word)).collect());
        }
        readings.extend(with_dates(&words));
        // "250 555 01" is one number, typed with spaces, and not three parts.
        if words.len() > 1 {
            readings
                .extend(number(&folded).map(|digits| vec![Part { born: Vec::new(), ..Part::of(&digits) }]));
        }
        Self { readings, card: Card::named(&with_plain_digits(&typed)) }
    }

    /// Whether there is anything to look for.
    pub(in crate::clients) fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }
}

impl Part {
    fn of(word: &str) -> Self {
        Self {
            digits: number(word).filter(|digits| digits != word),
            born: Born::typed(word),
            word: word.to_owned(),
        }
    }
}

/// The same with words that are a date together, "garland 3 march 1964", as one part; nothing where there are none.
fn with_dates(words: &[&str]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let date = (2..=WORDS_OF_A_DATE).rev().find_map(|long| {
            let run = words.get(at..at + long)?.join(" ");
            let born = Born::typed(&run);
            (!born.is_empty()).then_some((long, Part { word: run, digits: None, born }))
        });
        match date {
            Some((long, part)) => {
                parts.push(part);
                at += long;
            }
            None => {
                parts.push(Part::of(words.get(at)?));
                at += 1;
            }
        }
    }
    (parts.len() < words.len()).then_some(parts)
}

/// The digits of a text in which there is nothing but a telephone number, whatever marks it is written with.
fn number(text: &str) -> Option<String> {
    let digits = phone_digits(text);
    let only = text.chars().all(|letter| letter.is_ascii_digit() || !letter.is_alphanumeric());
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
