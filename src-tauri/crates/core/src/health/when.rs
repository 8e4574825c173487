//! A time as people know it: a year, a month, or a day.

use chrono::{Datelike, Months, NaiveDate};

use crate::checks::{Checks, FieldProblem};

/// The days it may have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    /// The first of them.
    pub(super) first: NaiveDate,
    /// The last of them.
    pub(super) last: NaiveDate,
}

impl When {
    /// Reads "2019", "2019-03" or "2019-03-05"; nothing for anything else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let digits = |part: &str, length: usize| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next(), parts.next());
        let shaped = parts.next().is_none()
            && digits(year, 4)
            && month.is_none_or(|month| digits(month, 2))
            && day.is_none_or(|day| digits(day, 2));
        if !shaped {
            return None;
        }
        let number = |part: Option<&str>| part.map_or(Some(1), |part| part.parse().ok());
        let first = NaiveDate::from_ymd_opt(year.parse().ok()?, number(month)?, number(day)?)?;
        let last = match (month, day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.checked_add_months(Months::new(1))?.pred_opt()?,
            (None, None) => first.checked_add_months(Months::new(12))?.pred_opt()?,
        };
        Some(Self { first, last })
    }
}

/// Whether what lasted until a time, or has no end, still holds on a day. A year or month counts to its end.
pub(super) fn holds(until: &str, today: NaiveDate) -> bool {
    When::read(until).is_none_or(|until| until.last >= today)
}

/// A year, month or day of somebody's life, or nothing; `ahead` where it may be yet to come.
pub(super) fn check(checks: &mut Checks, path: &str, text: &str, today: NaiveDate, ahead: bool) -> String {
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    match When::read(text) {
        None => checks.note(path, FieldProblem::NotADate),
        Some(when) if !ahead && when.first > today => checks.note(path, FieldProblem::InTheFuture),
        // As with a birth date: 130 years catch a mistyped century and nobody else.
        Some(when) if when.first.year() < today.year() - 130 => checks.note(path, FieldProblem::TooLongAgo),
        Some(when) if when.first.year() > today.year() + 130 => checks.note(path, FieldProblem::NotADate),
        Some(_) => {}
    }
    text.to_owned()
}

/// Since when and until when something holds: neither has to be known.
pub(super) fn check_span(
    checks: &mut Checks,
    path: &str,
    (since, until): (&str, &str),
    today: NaiveDate,
    ahead: bool,
) -> (String, String) {
    let since = check(checks, &format!("{path}.since"), since, today, ahead);
    let until = check(checks, &format!("{path}.until"), until, today, true);
    if let (Some(from), Some(to)) = (When::read(&since), When::read(&until))
        && to.last < from.first
    {
        checks.note(format!("{path}.until"), FieldProblem::EndsBeforeItBegins);
    }
    (since, until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_year_a_month_and_a_day_are_the_days_they_may_mean() {
        let of = |text: &str| When::read(text).map(|when| (when.first, when.last));
        assert_eq!(of("2019"), Some((day(2019, 1, 1), day(2019, 12, 31))));
        assert_eq!(of("2024-02"), Some((day(2024, 2, 1), day(2024, 2, 29))));
        assert_eq!(of("2024-12"), Some((day(2024, 12, 1), day(2024, 12, 31))));
        assert_eq!(of("2024-02-29"), Some((day(2024, 2, 29), day(2024, 2, 29))));
        for wrong in
            ["", "24", "2023-02-29", "2024-13", "2024-1", "2024-01-01-01", "spring", "+024", "２０２４"]
        {
            assert_eq!(of(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn what_ends_holds_to_the_end_of_what_was_said() {
        assert!(holds("", day(2026, 5, 12)), "no end is known");
        assert!(holds("2026", day(2026, 12, 31)));
        assert!(!holds("2026", day(2027, 1, 1)));
        assert!(holds("2026-05", day(2026, 5, 31)));
        assert!(!holds("2026-05-11", day(2026, 5, 12)));
    }
}
