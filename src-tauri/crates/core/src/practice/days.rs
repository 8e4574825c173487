//! Instants and calendar days as the practice counts them.

use chrono::{NaiveDate, NaiveTime};

use crate::error::{Error, Result};
use crate::practice::Practice;

/// From the beginning of a day until its middle (milliseconds).
const NOON: i64 = 12 * 60 * 60 * 1000;

impl Practice {
    /// Now, in UTC milliseconds.
    pub fn now(&self) -> i64 {
        self.shared.clock.now()
    }

    /// The calendar day in the practice.
    pub fn today(&self) -> NaiveDate {
        self.shared.clock.today()
    }

    /// The calendar day of an instant (UTC milliseconds) in the practice.
    pub fn day_of(&self, at: i64) -> NaiveDate {
        self.shared.clock.day_of(at)
    }

    /// The time of day of an instant (UTC milliseconds) in the practice.
    pub(crate) fn time_of(&self, at: i64) -> NaiveTime {
        self.shared.clock.time_of(at)
    }

    /// The first instant of a calendar day in the practice (UTC milliseconds).
    pub(crate) fn start_of(&self, day: NaiveDate) -> i64 {
        self.shared.clock.start_of(day)
    }

    /// Where something that is about a day stands among everything that happened (UTC milliseconds): when
    /// it was written down, where that was on the day itself, and at noon of an earlier one.
    pub(crate) fn placed(&self, day: &str, written_at: i64) -> Result<i64> {
        let day = NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .map_err(|error| Error::unexpected("a stored day", error))?;
        Ok(if self.day_of(written_at) == day { written_at } else { self.start_of(day) + NOON })
    }
}
