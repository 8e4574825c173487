//! A rule of how long records are kept, and what it says of one.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::moment::Moment;

use super::days::RecordDays;

/// From when somebody is of age, in years: whoever was younger when the record began is kept longer by most rules.
const OF_AGE: u32 = 18;

/// What the years are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CountedFrom {
    /// The last day on which anything was written into the record.
    LastEntry,
    /// The last visit; of whoever never came, the last entry.
    LastVisit,
}

impl CountedFrom {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::LastEntry => "last_entry",
            Self::LastVisit => "last_visit",
        }
    }

    pub(super) fn from_name(name: &str) -> Self {
        if name == "last_visit" { Self::LastVisit } else { Self::LastEntry }
    }
}

/// A rule of how long records are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RetentionRule {
    /// The rule.
    pub id: String,
    /// How often it was saved; a change names it.
    pub version: i32,
    /// Whose rule it is: a state, a board, the practice itself.
    pub name: String,
    /// For so many years.
    pub years: i32,
    /// The record of whoever was a child when it began is kept at least until they are so old.
    pub child_until: Option<i32>,
    /// From when on.
    pub counted_from: CountedFrom,
    /// Where it was read.
    pub source: String,
    /// What is not certain about it.
    pub doubt: String,
    /// Whether it holds for this practice.
    pub in_force: bool,
    /// When somebody here last looked it up (UTC milliseconds); never, for one that came with the program.
    pub checked_at: Option<Moment>,
    /// Who did.
    pub checked_by: Option<String>,
}

/// Until when a record is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KeptUntil {
    /// The last day.
    pub(super) day: NaiveDate,
    /// Because they were a child.
    pub(super) as_child: bool,
    /// Whether they were a child cannot be said: the birth date is not known.
    pub(super) age_unknown: bool,
}

impl RetentionRule {
    /// Until when a record is kept, of somebody who was born then.
    pub(super) fn keeps(&self, days: &RecordDays, born: Option<NaiveDate>) -> KeptUntil {
        let from = match self.counted_from {
            CountedFrom::LastEntry => days.last,
            CountedFrom::LastVisit => days.last_visit.unwrap_or(days.last),
        };
        let by_years = years_later(from, self.years.unsigned_abs());
        let as_adult = KeptUntil { day: by_years, as_child: false, age_unknown: false };
        let Some(age) = self.child_until else { return as_adult };
        let Some(born) = born else { return KeptUntil { age_unknown: true, ..as_adult } };
        let grown = years_later(born, age.unsigned_abs());
        let was_child = days.first < years_later(born, OF_AGE);
        if was_child && grown > by_years {
            return KeptUntil { day: grown, as_child: true, age_unknown: false };
        }
        as_adult
    }
}

/// The same day so many years on; what would be 29 February is 1 March.
fn years_later(day: NaiveDate, years: u32) -> NaiveDate {
    let year = day.year().saturating_add_unsigned(years);
    day.with_year(year).or_else(|| (day + Days::new(1)).with_year(year)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    fn rule(years: i32, child_until: Option<i32>, counted_from: CountedFrom) -> RetentionRule {
        RetentionRule {
            id: String::new(),
            version: 1,
            name: String::new(),
            years,
            child_until,
            counted_from,
            source: String::new(),
            doubt: String::new(),
            in_force: true,
            checked_at: None,
            checked_by: None,
        }
    }

    fn days(first: &str, last: &str, last_visit: Option<&str>) -> RecordDays {
        RecordDays { first: day(first), last: day(last), last_visit: last_visit.map(day) }
    }

    #[test]
    fn the_longer_of_the_years_and_the_age_holds() {
        let texas = rule(5, Some(21), CountedFrom::LastEntry);
        let cases = [
            (
                "1980-04-03",
                "2020-05-12",
                "2021-03-01",
                "2026-03-01",
                false,
                "an adult: five years from the last entry",
            ),
            ("2010-04-03", "2020-05-12", "2021-03-01", "2031-04-03", true, "a child: until twenty-one"),
            (
                "2003-06-01",
                "2020-05-12",
                "2020-05-12",
                "2025-05-12",
                false,
                "a child of sixteen: five years are longer",
            ),
            ("2002-05-12", "2020-05-12", "2020-05-12", "2025-05-12", false, "of age on that very day"),
            ("2008-02-29", "2012-05-12", "2012-05-12", "2029-03-01", true, "born on 29 February"),
        ];
        for (born, first, last, until, as_child, why) in cases {
            let kept = texas.keeps(&days(first, last, None), Some(day(born)));
            assert_eq!((kept.day, kept.as_child), (day(until), as_child), "{why}");
        }
        let kept = texas.keeps(&days("2020-02-29", "2020-02-29", None), None);
        assert_eq!(
            (kept.day, kept.age_unknown),
            (day("2025-03-01"), true),
            "nobody knows whether it was a child"
        );
        assert!(
            !rule(5, None, CountedFrom::LastEntry)
                .keeps(&days("2020-02-29", "2020-02-29", None), None)
                .age_unknown
        );
    }

    #[test]
    fn years_from_the_last_visit_are_counted_from_it_or_from_what_there_is() {
        let rule = rule(7, None, CountedFrom::LastVisit);
        let came = days("2010-01-05", "2020-05-12", Some("2018-11-30"));
        assert_eq!(rule.keeps(&came, None).day, day("2025-11-30"));
        let never = days("2010-01-05", "2020-05-12", None);
        assert_eq!(rule.keeps(&never, None).day, day("2027-05-12"));
    }
}
