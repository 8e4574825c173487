//! Birth dates as people type them, whole or as far as they have come.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A birth date of which some is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Born {
    year: Option<Year>,
    month: Option<u32>,
    day: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Year {
    Whole(i32),
    /// The first digits of one, or the last two.
    Begun(String),
}

impl Born {
    /// Every date that a folded text may mean; none for a text that is no date. Understands 1964-03-03, 3.3.1964, 3/3/64 both
    /// ways round, 3 March 1964, March 3, 1964年3月3日, 19640303, a year alone, a day with its month, and what there is of them
    /// while somebody still types.
    pub(super) fn typed(text: &str) -> Vec<Self> {
        let plain = text.replace(['年', '月'], "-").replace('日', " ");
        let pieces: Vec<&str> = plain
            .split(|mark: char| mark.is_whitespace() || "-./,".contains(mark))
            .filter(|piece| !piece.is_empty())
            .collect();
        let loose = text.contains(char::is_whitespace);
        match *pieces.as_slice() {
            [one] => alone(one),
            [first, second] if numbers(&pieces) && !loose => {
                if first.len() == 4 {
                    of(whole_year(first), month(second), Some(None))
                } else if second.len() == 4 {
                    of(whole_year(second), month(first), Some(None))
                } else {
                    [birthday(month(second), day(first)), birthday(month(first), day(second))].concat()
                }
            }
            [first, second, third] if numbers(&pieces) && !loose => {
                if first.len() == 4 {
                    of(whole_year(first), month(second), whole_day(third))
                } else {
                    let year = year(third);
                    let day_first = of(year.clone(), month(second), whole_day(first));
                    // 3.11. is the third of November wherever dots are written.
                    let month_first = if text.contains('.') {
                        Vec::new()
                    } else {
                        of(year, month(first), whole_day(second))
                    };
                    [day_first, month_first].concat()
                }
            }
            [first, second] => {
                let (named, number) =
                    if named_month(first).is_some() { (first, second) } else { (second, first) };
                match number.len() {
                    4 => of(whole_year(number), named_month(named), Some(None)),
                    _ => birthday(named_month(named), day(number)),
                }
            }
            [first, second, third] => [
                of(year(third), named_month(second), whole_day(first)),
                of(year(third), named_month(first), whole_day(second)),
                of(whole_year(first), named_month(second), whole_day(third)),
            ]
            .concat(),
            _ => Vec::new(),
        }
    }

    /// Whether somebody's birth date may be this one.
    pub(super) fn fits(&self, born: NaiveDate) -> bool {
        let year = match &self.year {
            None => true,
            Some(Year::Whole(year)) => born.year() == *year,
            Some(Year::Begun(digits)) => {
                let year = born.year().to_string();
                year.starts_with(digits) || digits.len() == 2 && year.ends_with(digits)
            }
        };
        year && self.month.is_none_or(|month| born.month() == month)
            && self.day.is_none_or(|day| born.day() == day)
    }
}

/// A date in a year, as far as its day was typed; nothing where a piece is not what it should be.
fn of(year: Option<Year>, month: Option<u32>, day: Option<Option<u32>>) -> Vec<Born> {
    let whole = year.zip(month).zip(day);
    whole.map(|((year, month), day)| Born { year: Some(year), month: Some(month), day }).into_iter().collect()
}

/// A day of any year.
fn birthday(month: Option<u32>, day: Option<u32>) -> Vec<Born> {
    let whole = month.zip(day);
    whole.map(|(month, day)| Born { year: None, month: Some(month), day: Some(day) }).into_iter().collect()
}

/// A year, or a whole date without marks.
fn alone(piece: &str) -> Vec<Born> {
    if !numbers(&[piece]) {
        return Vec::new();
    }
    let cut = |from: usize, to: usize| piece.get(from..to).unwrap_or_default();
    match piece.len() {
        4 => whole_year(piece)
            .map(|year| Born { year: Some(year), month: None, day: None })
            .into_iter()
            .collect(),
        8 => [
            of(whole_year(cut(0, 4)), month(cut(4, 6)), whole_day(cut(6, 8))),
            of(whole_year(cut(4, 8)), month(cut(2, 4)), whole_day(cut(0, 2))),
            of(whole_year(cut(4, 8)), month(cut(0, 2)), whole_day(cut(2, 4))),
        ]
        .concat(),
        _ => Vec::new(),
    }
}

fn numbers(pieces: &[&str]) -> bool {
    pieces.iter().all(|piece| piece.bytes().all(|byte| byte.is_ascii_digit()))
}

fn number_to(piece: &str, most: u32) -> Option<u32> {
    let short = piece.len() <= 2 && numbers(&[piece]);
    piece.parse().ok().filter(|number| short && (1..=most).contains(number))
}

fn day(piece: &str) -> Option<u32> {
    number_to(piece, 31)
}

/// The day of a whole date.
fn whole_day(piece: &str) -> Option<Option<u32>> {
    day(piece).map(Some)
}

fn month(piece: &str) -> Option<u32> {
    number_to(piece, 12)
}

fn named_month(piece: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|month| piece.len() >= 3 && month.starts_with(piece))?;
    u32::try_from(at + 1).ok()
}

fn whole_year(piece: &str) -> Option<Year> {
    let year = piece.parse().ok().filter(|_| piece.len() == 4 && numbers(&[piece]))?;
    (1850..2200).contains(&year).then_some(Year::Whole(year))
}

fn year(piece: &str) -> Option<Year> {
    let begun = piece.len() < 4 && numbers(&[piece]);
    whole_year(piece).or_else(|| begun.then(|| Year::Begun(piece.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(typed: &str, (year, month, day): (i32, u32, u32)) -> bool {
        let born = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        Born::typed(&crate::folding::fold(typed)).iter().any(|date| date.fits(born))
    }

    #[test]
    fn a_birth_date_is_understood_in_every_usual_form() {
        for typed in [
            "1964-03-09",
            "1964-3-9",
            "9.3.1964",
            "09.03.1964",
            "9/3/1964",
            "3/9/1964",
            "9-3-1964",
            "9.3.64",
            "3/9/64",
            "9 March 1964",
            "9 mar 64",
            "March 9, 1964",
            "mar 9 1964",
            "1964 March 9",
            "1964年3月9日",
            "19640309",
            "09031964",
            "03091964",
            "1964",
            "1964-03",
            "03/1964",
            "March 1964",
            "9 March",
            "March 9",
            "9.3.",
            "9/3",
            "3/9",
            "9.3.1",
            "9.3.19",
            "9.3.196",
        ] {
            assert!(fits(typed, (1964, 3, 9)), "{typed}");
            assert!(!fits(typed, (1975, 4, 8)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for typed in [
            "",
            "march",
            "may",
            "9 3 1964",
            "250-555-0138",
            "250 555",
            "31.13.1964",
            "9",
            "64",
            "may lund",
            "0412 1964",
            "9.3.0001",
        ] {
            assert_eq!(Born::typed(typed), [], "{typed}");
        }
        assert!(!fits("9.3.1964", (1964, 9, 3)), "with dots the day comes first");
    }
}
