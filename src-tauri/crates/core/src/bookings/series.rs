//! The days of a series of visits.

use chrono::{Days, NaiveDate};

/// A series has at most so many visits: one a week for five years.
pub const MOST_VISITS: usize = 260;
/// No series goes on for longer, in days: five leap years.
pub const LONGEST_SERIES: u64 = 5 * 366;

/// How far the visits are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// So many days.
    Days(u16),
    /// So many weeks.
    Weeks(u16),
}

/// How a series ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// With the last visit on or before this day.
    On(NaiveDate),
    /// After so many visits.
    After(u16),
}

/// Why something is no series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnfitSeries {
    /// The visits are no day apart.
    NoDistance,
    /// It ends before it begins, or has no visit.
    EndsBeforeItBegins,
    /// It has more than [`MOST_VISITS`] visits.
    TooMany,
    /// It goes on for longer than [`LONGEST_SERIES`], or past the end of the calendar.
    TooLong,
}

/// The days of a series, beginning with its first. The time of day is the same on each, as the wall has it.
pub fn dates(first: NaiveDate, every: Every, ends: Ends) -> Result<Vec<NaiveDate>, UnfitSeries> {
    let step = match every {
        Every::Days(days) => u64::from(days),
        Every::Weeks(weeks) => 7 * u64::from(weeks),
    };
    if step == 0 {
        return Err(UnfitSeries::NoDistance);
    }
    let last = match ends {
        Ends::On(last) if last < first => return Err(UnfitSeries::EndsBeforeItBegins),
        Ends::After(0) => return Err(UnfitSeries::EndsBeforeItBegins),
        Ends::On(last) => u64::try_from((last - first).num_days()).map_err(|_| UnfitSeries::TooLong)? / step,
        Ends::After(visits) => u64::from(visits) - 1,
    };
    if last >= MOST_VISITS as u64 {
        return Err(UnfitSeries::TooMany);
    }
    if last * step > LONGEST_SERIES {
        return Err(UnfitSeries::TooLong);
    }
    let days = (0..=last).map(|nth| first.checked_add_days(Days::new(nth * step)));
    days.collect::<Option<_>>().ok_or(UnfitSeries::TooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_second_week_until_a_day_or_a_count() {
        let expected = [day("2026-12-22"), day("2027-01-05"), day("2027-01-19")];
        let until = |last| dates(day("2026-12-22"), Every::Weeks(2), Ends::On(day(last)));
        assert_eq!(until("2027-01-19").unwrap(), expected, "the last day counts");
        assert_eq!(until("2027-02-01").unwrap(), expected);
        assert_eq!(dates(day("2026-12-22"), Every::Days(14), Ends::After(3)).unwrap(), expected);
        assert_eq!(until("2026-12-22").unwrap(), expected[..1]);
        let leap = dates(day("2028-02-28"), Every::Days(1), Ends::After(3)).unwrap();
        assert_eq!(leap[1..], [day("2028-02-29"), day("2028-03-01")]);
    }

    #[test]
    fn what_is_no_series_is_refused_with_the_reason() {
        let first = day("2026-11-26");
        let of = |every, ends| dates(first, every, ends).unwrap_err();
        assert_eq!(of(Every::Weeks(0), Ends::After(3)), UnfitSeries::NoDistance);
        assert_eq!(of(Every::Weeks(1), Ends::After(0)), UnfitSeries::EndsBeforeItBegins);
        assert_eq!(of(Every::Weeks(1), Ends::On(day("2026-11-25"))), UnfitSeries::EndsBeforeItBegins);
        assert_eq!(of(Every::Weeks(1), Ends::After(10_000)), UnfitSeries::TooMany);
        assert_eq!(of(Every::Days(1), Ends::On(day("2126-11-26"))), UnfitSeries::TooMany, "a hundred years");
        assert_eq!(of(Every::Weeks(52), Ends::After(100)), UnfitSeries::TooLong);
        assert_eq!(of(Every::Weeks(u16::MAX), Ends::After(260)), UnfitSeries::TooLong);
        let last_day = NaiveDate::MAX;
        assert_eq!(dates(last_day, Every::Days(1), Ends::After(2)), Err(UnfitSeries::TooLong));
        assert_eq!(dates(first, Every::Weeks(1), Ends::After(260)).unwrap().len(), 260);
    }
}
