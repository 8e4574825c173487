//! Instants and calendar days as the practice counts them: on its own wall, wherever the computer was taken.

use std::sync::PoisonError;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::clock;
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
        self.day_of(self.now())
    }

    /// The calendar day of an instant (UTC milliseconds) in the practice.
    pub fn day_of(&self, at: i64) -> NaiveDate {
        match self.zone() {
            Some(zone) => clock::wall_in(at, &zone).date(),
            None => self.shared.clock.day_of(at),
        }
    }

    /// The time of day of an instant (UTC milliseconds) in the practice.
    pub(crate) fn time_of(&self, at: i64) -> NaiveTime {
        match self.zone() {
            Some(zone) => clock::wall_in(at, &zone).time(),
            None => self.shared.clock.time_of(at),
        }
    }

    /// The first instant of a calendar day in the practice (UTC milliseconds).
    pub(crate) fn start_of(&self, day: NaiveDate) -> i64 {
        match self.zone() {
            Some(zone) => clock::start_in(day, &zone),
            None => self.shared.clock.start_of(day),
        }
    }

    /// The zone of the practice's wall. Until something was booked it keeps none, and the wall is the computer's.
    pub fn zone(&self) -> Option<Tz> {
        *self.shared.zone.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on the wall of the practice is in this zone.
    pub(crate) fn keep_to(&self, zone: Tz) {
        *self.shared.zone.lock().unwrap_or_else(PoisonError::into_inner) = Some(zone);
    }

    /// Where something that is about a day stands among everything that happened (UTC milliseconds): when
    /// it was written down, where that was on the day itself, and at noon of an earlier one.
    pub(crate) fn placed(&self, day: &str, written_at: i64) -> Result<i64> {
        let day = NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .map_err(|error| Error::unexpected("a stored day", error))?;
        Ok(if self.day_of(written_at) == day { written_at } else { self.start_of(day) + NOON })
    }
}
