//! Checking a form once, at the door, and reporting every field that needs correcting.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde::Serialize;
use specta::Type;

use crate::error::{Error, Result};

/// One field to correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FieldError {
    /// The field's path in the input, for example `phones.0.number`.
    pub path: String,
    /// What is wrong with it.
    pub problem: FieldProblem,
    /// The limit that was passed, where there is one (characters, or the unit of the field).
    pub limit: Option<u32>,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FieldProblem {
    /// Nothing was given.
    Required,
    /// More characters than the limit.
    TooLong,
    /// Not a day of the calendar.
    NotADate,
    /// Not a time of day.
    NotATime,
    /// A time that the clocks leave out on that day.
    NoSuchTime,
    /// A time that comes twice on that day: which one is to be said.
    TimeComesTwice,
    /// It would go on past midnight.
    PastMidnight,
    /// An end that is not after its beginning.
    EndsBeforeItBegins,
    /// It overlaps another of the list.
    Overlapping,
    /// Not a number, or one outside of what is possible.
    NotANumber,
    /// A number above the limit.
    TooMuch,
    /// Another has this name already.
    NameTaken,
    /// A day that has not come yet.
    InTheFuture,
    /// A day further ahead than can be.
    TooFarAhead,
    /// A day that is over.
    InThePast,
    /// A day nobody alive was born on.
    TooLongAgo,
    /// Not an email address.
    NotAnEmail,
    /// Not a telephone number.
    NotAPhone,
    /// Fewer characters than the limit.
    TooShort,
    /// Not six to twelve digits.
    NotAPin,
    /// A passphrase or PIN that can be guessed.
    TooWeak,
    /// A last day for an owner.
    NotForOwners,
    /// Differs from what it should repeat.
    DoesNotMatch,
    /// Not one of the choices.
    UnknownValue,
    /// Cannot hold together with what is said beside it.
    Contradictory,
    /// Something in braces that stands for nothing there.
    UnknownPlaceholder,
    /// Characters that cannot be seen or typed.
    ControlCharacters,
    /// Somebody is changing it and has not finished.
    BeingTyped,
}

/// Collects the problems of one form.
#[derive(Debug, Default)]
pub(crate) struct Checks {
    found: Vec<FieldError>,
}

impl Checks {
    /// Notes a problem.
    pub(crate) fn note(&mut self, path: impl Into<String>, problem: FieldProblem) {
        self.found.push(FieldError { path: path.into(), problem, limit: None });
    }

    /// Notes that a number is above the limit.
    pub(crate) fn too_much(&mut self, path: impl Into<String>, limit: u32) {
        let problem = FieldProblem::TooMuch;
        self.found.push(FieldError { path: path.into(), problem, limit: Some(limit) });
    }

    /// Notes that something is shorter than the limit.
    pub(crate) fn too_short(&mut self, path: impl Into<String>, limit: u32) {
        let problem = FieldProblem::TooShort;
        self.found.push(FieldError { path: path.into(), problem, limit: Some(limit) });
    }

    /// One line of text, trimmed: at most `limit` characters, no control characters.
    pub(crate) fn line(&mut self, path: impl Into<String>, text: &str, limit: u32) -> String {
        let path = path.into();
        let text = text.trim();
        if text.chars().any(char::is_control) {
            self.note(path.as_str(), FieldProblem::ControlCharacters);
        }
        self.within(path, text, limit);
        text.to_owned()
    }

    /// Several lines of text, trimmed at the end: line breaks and tabs are allowed, other control characters not.
    pub(crate) fn lines(&mut self, path: impl Into<String>, text: &str, limit: u32) -> String {
        let path = path.into();
        let text = text.trim_end().replace("\r\n", "\n").replace('\r', "\n");
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            self.note(path.as_str(), FieldProblem::ControlCharacters);
        }
        self.within(path, &text, limit);
        text
    }

    /// Like [`Self::line`], and something must be there.
    pub(crate) fn required(&mut self, path: impl Into<String>, text: &str, limit: u32) -> String {
        let path = path.into();
        if text.trim().is_empty() {
            self.note(path.as_str(), FieldProblem::Required);
        }
        self.line(path, text, limit)
    }

    /// Like [`Self::lines`], and something must be there.
    pub(crate) fn required_lines(&mut self, path: impl Into<String>, text: &str, limit: u32) -> String {
        let path = path.into();
        if text.trim().is_empty() {
            self.note(path.as_str(), FieldProblem::Required);
        }
        self.lines(path, text, limit)
    }

    /// A day written as ISO text, or nothing.
    pub(crate) fn date(&mut self, path: impl Into<String>, text: &str) -> Option<NaiveDate> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        if date.is_none() {
            self.note(path, FieldProblem::NotADate);
        }
        date
    }

    /// A day of the diary, which must be given: between 1900 and 2200.
    pub(crate) fn day(&mut self, path: impl Into<String>, text: &str) -> Option<NaiveDate> {
        let path = path.into();
        if text.trim().is_empty() {
            self.note(path, FieldProblem::Required);
            return None;
        }
        let day = self.date(path.as_str(), text)?;
        if !(1900..=2200).contains(&day.year()) {
            self.note(path, FieldProblem::NotADate);
            return None;
        }
        Some(day)
    }

    /// A time of day, such as "09:30", in minutes after midnight; "24:00" is the end of the day.
    pub(crate) fn time_of_day(&mut self, path: impl Into<String>, text: &str) -> Option<u16> {
        let minutes = minutes_of(text.trim());
        if minutes.is_none() {
            let problem =
                if text.trim().is_empty() { FieldProblem::Required } else { FieldProblem::NotATime };
            self.note(path, problem);
        }
        minutes
    }

    /// A time on the wall of a day, such as "2026-05-12T09:30".
    pub(crate) fn wall(&mut self, path: impl Into<String>, text: &str) -> Option<NaiveDateTime> {
        let path = path.into();
        let (day, time) = text.split_once('T').unwrap_or((text, ""));
        let day = self.day(path.as_str(), day)?;
        let minutes = self.time_of_day(path, time)?;
        day.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
    }

    /// A day of somebody's life: today or before, not more than 130 years ago.
    pub(crate) fn past_day(
        &mut self,
        path: impl Into<String>,
        text: &str,
        today: NaiveDate,
    ) -> Option<NaiveDate> {
        let path = path.into();
        let date = self.date(path.as_str(), text)?;
        if date > today {
            self.note(path, FieldProblem::InTheFuture);
            return None;
        }
        // The oldest person on record lived 122 years, so 130 catches a mistyped century and nobody else.
        if date.year() < today.year() - 130 {
            self.note(path, FieldProblem::TooLongAgo);
            return None;
        }
        Some(date)
    }

    /// An email address, or nothing. Only what can never be one is refused: something, an @, and a dotted name.
    pub(crate) fn email(&mut self, path: impl Into<String>, text: &str) -> String {
        let path = path.into();
        let text = self.line(path.as_str(), text, 254);
        let plausible = text.is_empty()
            || text.split_once('@').is_some_and(|(mailbox, domain)| {
                !mailbox.is_empty()
                    && domain.contains('.')
                    && !domain.starts_with('.')
                    && !domain.ends_with('.')
                    && !domain.contains('@')
                    && !text.chars().any(char::is_whitespace)
            });
        if !plausible {
            self.note(path, FieldProblem::NotAnEmail);
        }
        text
    }

    /// A telephone number as people write it, or nothing: at least three digits, and only what belongs to one.
    /// A word behind it ("evenings") is allowed, because people write that.
    pub(crate) fn phone(&mut self, path: impl Into<String>, text: &str) -> String {
        let path = path.into();
        let text = self.line(path.as_str(), text, 60);
        if !text.is_empty() && text.chars().filter(char::is_ascii_digit).count() < 3 {
            self.note(path, FieldProblem::NotAPhone);
        }
        text
    }

    /// All problems at once, or nothing to correct.
    pub(crate) fn finish(self) -> Result<()> {
        if self.found.is_empty() { Ok(()) } else { Err(Error::Invalid(self.found)) }
    }

    fn within(&mut self, path: String, text: &str, limit: u32) {
        let count = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        if count > limit {
            self.found.push(FieldError { path, problem: FieldProblem::TooLong, limit: Some(limit) });
        }
    }
}

fn minutes_of(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let is_number = |digits: &str| digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hours) || !is_number(minutes) || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60 && 60 * hours + minutes <= 24 * 60).then_some(60 * hours + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(check: impl FnOnce(&mut Checks)) -> Vec<FieldProblem> {
        let mut checks = Checks::default();
        check(&mut checks);
        checks.found.into_iter().map(|error| error.problem).collect()
    }

    #[test]
    fn past_days_are_past_days_of_a_living_person() {
        let today = NaiveDate::from_ymd_opt(2026, 5, 12).unwrap();
        let of = |text: &str| {
            problems(|checks| {
                checks.past_day("birth_date", text, today);
            })
        };
        assert_eq!(of("2026-05-12"), [], "born today is a birth date");
        assert_eq!(of("2026-05-13"), [FieldProblem::InTheFuture]);
        assert_eq!(of("1964-02-30"), [FieldProblem::NotADate]);
        assert_eq!(of("1864-03-03"), [FieldProblem::TooLongAgo], "a mistyped century is caught");
        assert_eq!(of(" "), [], "a birth date may be unknown");
    }

    #[test]
    fn times_of_day_are_those_of_a_day() {
        assert_eq!(minutes_of("09:30"), Some(570));
        assert_eq!((minutes_of("9:05"), minutes_of("24:00")), (Some(545), Some(1440)));
        for wrong in ["25:00", "24:01", "9", "9:5", "09:60", "-1:00", "+9:00", "09:30:00", "", "\u{669}:00"] {
            assert_eq!(minutes_of(wrong), None, "{wrong:?}");
        }
        let of = |text: &str| {
            problems(|checks| {
                checks.wall("start", text);
            })
        };
        assert_eq!(of("2026-05-12T09:30"), []);
        assert_eq!(of("2026-04-31T09:30"), [FieldProblem::NotADate], "no 31 April");
        assert_eq!(of("2026-05-12T25:00"), [FieldProblem::NotATime]);
        assert_eq!(of("2026-05-12"), [FieldProblem::Required], "a day without its time");
    }

    #[test]
    fn addresses_that_can_never_be_email_are_refused() {
        for wrong in ["maggie", "@home.example", "a@b", "a b@c.example", "a@b@c.example", "a@.example"] {
            let found = problems(|checks| drop(checks.email("email", wrong)));
            assert_eq!(found, [FieldProblem::NotAnEmail], "{wrong}");
        }
        assert_eq!(problems(|checks| drop(checks.email("email", "m.o+clinic@post.example"))), []);
    }

    #[test]
    fn text_reports_its_length_and_what_cannot_be_seen() {
        assert_eq!(
            problems(|checks| drop(checks.line("name", &"a".repeat(201), 200))),
            [FieldProblem::TooLong]
        );
        assert_eq!(
            problems(|checks| drop(checks.line("name", "a\u{0}b", 200))),
            [FieldProblem::ControlCharacters]
        );
        assert_eq!(problems(|checks| drop(checks.lines("notes", "two\r\nlines", 200))), []);
        assert_eq!(problems(|checks| drop(checks.required("name", "  ", 200))), [FieldProblem::Required]);
    }
}
