//! The tables, read once. Where they come from is in `data/points/README.md`.

use std::sync::LazyLock;

use crate::folding::fold;

use super::view::Place;

const CHANNEL_POINTS: &str = include_str!("../../data/points/points.tsv");
const EXTRA_POINTS: &str = include_str!("../../data/points/extra-points.tsv");

/// A point as the tables have it.
#[derive(Debug)]
pub(crate) struct Point {
    pub(crate) code: &'static str,
    pub(crate) channel: &'static str,
    pub(super) number: &'static str,
    pub(crate) pinyin: &'static str,
    pub(crate) hanzi: &'static str,
    pub(super) simplified: &'static str,
    pub(crate) english: &'static str,
    pub(super) other_codes: Vec<&'static str>,
    pub(super) other_names: Vec<&'static str>,
    pub(super) special: Vec<&'static str>,
    pub(super) pregnancy: &'static str,
    pub(super) needling: &'static str,
    pub(super) source: &'static str,
    pub(super) region: &'static str,
    pub(super) note: &'static str,
    pub(crate) place: Place,
    pub(super) needles: i32,
    /// Pinyin without tones, apostrophes and spaces.
    pub(super) spelled: String,
    /// The words of the English name, folded.
    pub(super) words: String,
}

/// Every point, in the order of the channels, the extra points last.
pub(super) static POINTS: LazyLock<Vec<Point>> =
    LazyLock::new(|| rows(CHANNEL_POINTS).map(of_channel).chain(rows(EXTRA_POINTS).map(extra)).collect());

/// The point with exactly this WHO code.
pub(crate) fn point(code: &str) -> Option<&'static Point> {
    POINTS.iter().find(|point| point.code == code)
}

/// The columns of each row below the names of the columns.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

fn of_channel(columns: Vec<&'static str>) -> Point {
    let column = |at: usize| columns.get(at).copied().unwrap_or_default();
    let channel = column(1);
    let middle = matches!(channel, "GV" | "CV");
    Point {
        code: column(0),
        channel,
        number: column(2),
        pinyin: column(9),
        hanzi: column(4),
        simplified: column(10),
        english: column(5),
        other_codes: column(12).split_whitespace().collect(),
        other_names: list(column(11)),
        special: list(column(13)),
        pregnancy: column(6),
        needling: column(7),
        source: column(8),
        region: "",
        note: "",
        place: if middle { Place::Middle } else { Place::Paired },
        needles: if middle { 1 } else { 2 },
        spelled: spelled(column(9)),
        words: fold(column(5)),
    }
}

fn extra(columns: Vec<&'static str>) -> Point {
    let column = |at: usize| columns.get(at).copied().unwrap_or_default();
    let code = column(0);
    let places = column(7).parse().unwrap_or(1);
    Point {
        code,
        channel: column(1),
        number: column(2),
        pinyin: column(9),
        hanzi: column(4),
        simplified: column(5),
        english: column(10),
        other_codes: Vec::new(),
        other_names: Vec::new(),
        special: Vec::new(),
        pregnancy: "",
        needling: "",
        source: "",
        region: column(6),
        note: column(8),
        place: match (code, places) {
            // Two veins under the tongue, each with a name of its own: one is left, the other right of the midline.
            ("EX-HN12" | "EX-HN13", _) => Place::Whole,
            (_, 1) => Place::Middle,
            (_, 2) => Place::Paired,
            _ => Place::Whole,
        },
        // Of the thirty-four places beside the spine nobody needles all: a pair is where one starts.
        needles: if code == "EX-B2" { 2 } else { places },
        spelled: spelled(column(9)),
        words: fold(column(10)),
    }
}

fn list(column: &'static str) -> Vec<&'static str> {
    column.split(';').map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// Folded, and nothing but letters, digits and Han: "Zú sān lǐ" and "zusanli" are the same.
pub(super) fn spelled(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_point_is_lost() {
        let extra = POINTS.iter().filter(|point| point.channel.starts_with("EX-")).count();
        assert_eq!((POINTS.len() - extra, extra), (361, 48));
        let codes: BTreeSet<&str> = POINTS.iter().map(|point| point.code).collect();
        assert_eq!(codes.len(), 409, "every code is there once");
        for point in POINTS.iter() {
            for name in [point.pinyin, point.hanzi, point.simplified, point.english, point.number] {
                assert!(!name.trim().is_empty(), "{} lacks a name", point.code);
            }
            assert_eq!(point.code, format!("{}{}", point.channel, point.number));
            assert!(point.hanzi.chars().all(|c| !c.is_ascii()), "{}: {}", point.code, point.hanzi);
            assert!(point.needles >= 1, "{}", point.code);
        }
    }

    #[test]
    fn each_channel_is_whole_and_in_order() {
        let counts = [
            ("LU", 11),
            ("LI", 20),
            ("ST", 45),
            ("SP", 21),
            ("HT", 9),
            ("SI", 19),
            ("BL", 67),
            ("KI", 27),
            ("PC", 9),
            ("TE", 23),
            ("GB", 44),
            ("LR", 14),
            ("GV", 28),
            ("CV", 24),
        ];
        for (channel, count) in counts {
            let numbers: Vec<&str> =
                POINTS.iter().filter(|point| point.channel == channel).map(|point| point.number).collect();
            let expected: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
            assert_eq!(numbers, expected, "{channel}");
        }
    }

    #[test]
    fn a_point_is_needled_where_it_lies() {
        for (code, place, needles) in [
            ("ST36", Place::Paired, 2),
            ("GV20", Place::Middle, 1),
            ("EX-HN3", Place::Middle, 1),
            ("EX-HN5", Place::Paired, 2),
            ("EX-HN1", Place::Whole, 4),
            ("EX-HN12", Place::Whole, 1),
            ("EX-LE10", Place::Whole, 8),
        ] {
            let point = point(code).unwrap();
            assert_eq!((point.place, point.needles), (place, needles), "{code}");
        }
    }
}
