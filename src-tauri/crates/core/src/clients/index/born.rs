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
    /// Those it may be; all of them where there are none.
    months: Vec<u32>,
    days: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Year {
    Whole(i32),
    /// The first digits of one, or of its last two.
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
        // With blanks alone between them, two numbers are anything.
        let loose = !plain.contains(['-', '.', '/']);
        match *pieces.as_slice() {
            [one] => alone(one),
            [first, second] if numbers(&pieces) && !loose => {
                if first.len() == 4 {
                    of(whole_year(first), begun(second, 12), Vec::new())
                } else if second.len() == 4 {
                    of(whole_year(second), number(first, 12), Vec::new())
                } else {
                    let day_first = birthday(begun(second, 12), number(first, 31));
                    [day_first, birthday(number(first, 12), begun(second, 31))].concat()
                }
            }
            [first, second, third]
                if numbers(&pieces) && (!loose || first.len() == 4 || third.len() == 4) =>
            {
                if first.len() == 4 {
                    dated(whole_year(first), number(second, 12), begun(third, 31))
                } else {
                    let day_first = dated(year(third), number(second, 12), number(first, 31));
                    // 3.11. is the third of November wherever dots are written.
                    let month_first = dated(year(third), number(first, 12), number(second, 31));
                    if text.contains('.') { day_first } else { [day_first, month_first].concat() }
                }
            }
            [first, second] => {
                let (name, other) = if named(first).is_empty() { (second, first) } else { (first, second) };
                match other.len() {
                    4 if numbers(&[other]) => of(whole_year(other), named(name), Vec::new()),
                    _ => birthday(named(name), ordinal(other)),
                }
            }
            [first, second, third] => [
                dated(year(third), named(second), ordinal(first)),
                dated(year(third), named(first), ordinal(second)),
                dated(whole_year(first), named(second), ordinal(third)),
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
                year.starts_with(digits) || year.get(2..).is_some_and(|last| last.starts_with(digits))
            }
        };
        let one_of = |known: &[u32], number: u32| known.is_empty() || known.contains(&number);
        year && one_of(&self.months, born.month()) && one_of(&self.days, born.day())
    }
}

/// A date in a year, of which the day may be missing; nothing where a piece is not what it should be.
fn of(year: Option<Year>, months: Vec<u32>, days: Vec<u32>) -> Vec<Born> {
    let whole = year.filter(|_| !months.is_empty());
    whole.map(|year| Born { year: Some(year), months, days }).into_iter().collect()
}

/// A whole date.
fn dated(year: Option<Year>, months: Vec<u32>, days: Vec<u32>) -> Vec<Born> {
    if days.is_empty() { Vec::new() } else { of(year, months, days) }
}

/// A day of any year.
fn birthday(months: Vec<u32>, days: Vec<u32>) -> Vec<Born> {
    if months.is_empty() || days.is_empty() { Vec::new() } else { vec![Born { year: None, months, days }] }
}

/// A year, or a whole date without marks.
fn alone(piece: &str) -> Vec<Born> {
    if !numbers(&[piece]) {
        return Vec::new();
    }
    let cut = |from: usize, to: usize| piece.get(from..to).unwrap_or_default();
    match piece.len() {
        4 => whole_year(piece)
            .map(|year| Born { year: Some(year), months: Vec::new(), days: Vec::new() })
            .into_iter()
            .collect(),
        8 => [
            dated(whole_year(cut(0, 4)), number(cut(4, 6), 12), number(cut(6, 8), 31)),
            dated(whole_year(cut(4, 8)), number(cut(2, 4), 12), number(cut(0, 2), 31)),
            dated(whole_year(cut(4, 8)), number(cut(0, 2), 12), number(cut(2, 4), 31)),
        ]
        .concat(),
        _ => Vec::new(),
    }
}

fn numbers(pieces: &[&str]) -> bool {
    pieces.iter().all(|piece| piece.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The month or day that a piece is.
fn number(piece: &str, most: u32) -> Vec<u32> {
    let short = piece.len() <= 2 && numbers(&[piece]);
    piece.parse().ok().filter(|number| short && (1..=most).contains(number)).into_iter().collect()
}

/// Those that the last piece is, or will be when its second digit is there.
fn begun(piece: &str, most: u32) -> Vec<u32> {
    let one = piece.len() == 1 && numbers(&[piece]);
    let fits = |number: &u32| format!("{number:02}").starts_with(piece) || number.to_string() == piece;
    if one { (1..=most).filter(fits).collect() } else { number(piece, most) }
}

/// The day beside the name of a month: 3, 3rd.
fn ordinal(piece: &str) -> Vec<u32> {
    let ending = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| piece.strip_suffix(ending));
    number(ending.unwrap_or(piece), 31)
}

fn named(piece: &str) -> Vec<u32> {
    let at = MONTHS.iter().position(|month| piece.len() >= 3 && month.starts_with(piece));
    at.and_then(|at| u32::try_from(at + 1).ok()).into_iter().collect()
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
            "9.3.6",
            "1964-0",
            "1964-03-0",
            "9. 3. 1964",
            "9 / 3 / 1964",
            "9 3 1964",
            "1964 03 09",
            "9th March 1964",
            "March 9th",
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
            "9 3",
            "250 555 0138",
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
