//! Reads dates as people write them in English.

use crate::months;

/// A full date as ISO text: `May 22, 2023`, `22 May 2023`, `2023-05-22`. Dates such as `5/6/2023` are
/// left alone, since nobody can tell which number is the month.
pub(super) fn read(text: &str) -> Option<String> {
    if let Some(date) = iso(text.trim()) {
        return Some(date);
    }
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_end_matches('.').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let [one, two, year] = words.as_slice() else { return None };
    let (month, day) = match (month(one), month(two)) {
        (Some(month), _) => (month, day(two)?),
        (None, Some(month)) => (month, day(one)?),
        (None, None) => return None,
    };
    checked(year.parse().ok()?, month, day)
}

fn iso(text: &str) -> Option<String> {
    let date = text.split(['T', ' ']).next()?;
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let well_formed = [year, month, day].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let lengths = (year.len(), month.len(), day.len()) == (4, 2, 2);
    (well_formed && lengths).then(|| checked(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
}

fn month(word: &str) -> Option<u32> {
    let short = (3..=9).contains(&word.len()) && word.is_ascii();
    let position = months::ENGLISH.iter().position(|month| {
        short && month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    })?;
    u32::try_from(position + 1).ok()
}

fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    matches!(ending, "" | "st" | "nd" | "rd" | "th").then(|| digits.parse().ok())?
}

fn checked(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    let real = (1800..=2199).contains(&year) && (1..=days).contains(&day);
    real.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let cases = [
            ("May 22, 2023", Some("2023-05-22")),
            ("22 May 2023", Some("2023-05-22")),
            ("Sept. 1st, 2024", Some("2024-09-01")),
            ("2023-05-22", Some("2023-05-22")),
            ("2023-05-22T10:00:00Z", Some("2023-05-22")),
            ("29 February 2024", Some("2024-02-29")),
            ("29 February 2023", None),
            ("5/6/2023", None),
            ("May 2023", None),
            ("22 may pass 2023", None),
            ("", None),
        ];
        for (text, date) in cases {
            assert_eq!(read(text).as_deref(), date, "{text}");
        }
    }
}
