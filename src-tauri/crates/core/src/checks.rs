//! Checking a form once, at the door, and reporting every field that needs correcting.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde::Serialize;
use specta::Type;

use crate::error::{Error, Result};
use crate::folding::with_plain_digits;

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

/// Years beyond which a birth date is a slip.
const OLDEST: u32 = 120;

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

    /// One line of text, trimmed: at most `limit` characters, no control characters. What nobody can see is nothing: a name of
    /// it would be a row without words.
    pub(crate) fn line(&mut self, path: impl Into<String>, text: &str, limit: u32) -> String {
        let path = path.into();
        let text = if is_blank(text) { "" } else { text.trim() };
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
        if is_blank(text) {
            self.note(path.as_str(), FieldProblem::Required);
        }
        self.line(path, text, limit)
    }

    /// Like [`Self::lines`], and something must be there.
    pub(crate) fn required_lines(&mut self, path: impl Into<String>, text: &str, limit: u32) -> String {
        let path = path.into();
        if is_blank(text) {
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

    /// The day on which somebody was born: not after the day on which they died, if they did, and not more than 120 years before.
    pub(crate) fn birth_date(
        &mut self,
        path: impl Into<String>,
        text: &str,
        today: NaiveDate,
        died: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let path = path.into();
        let born = self.past_day(path.as_str(), text, today)?;
        match died.unwrap_or(today).years_since(born) {
            None => self.note(path, FieldProblem::Contradictory),
            // One person on record grew older; a slip of the keyboard is likelier.
            Some(years) if years > OLDEST => self.note(path, FieldProblem::TooLongAgo),
            Some(_) => return Some(born),
        }
        None
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
    /// A word behind it ("evenings") is allowed, because people write that. Digits of another script are kept as they are dialled.
    pub(crate) fn phone(&mut self, path: impl Into<String>, text: &str) -> String {
        let path = path.into();
        let text = with_plain_digits(&self.line(path.as_str(), text, 60));
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

/// Marks without a width: joiners, directions, the byte order mark, variation selectors.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether nothing of a text can be seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_unseen(c))
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
mod tests;
