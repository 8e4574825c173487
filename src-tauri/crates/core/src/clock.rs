//! Time is passed in, so that a test can stand on one day for ever.

use chrono::{DateTime, FixedOffset, Local, NaiveDate, Utc};

/// Where the practice gets its time from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's clock, in the time zone the computer is set to.
    System,
    /// One instant that never moves, for tests and demonstration data.
    Fixed(DateTime<FixedOffset>),
}

impl Clock {
    /// Now, as UTC milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.moment().timestamp_millis()
    }

    /// The calendar day on the wall of the practice.
    pub fn today(&self) -> NaiveDate {
        self.moment().date_naive()
    }

    /// The calendar day on the wall of the practice at an instant (UTC milliseconds).
    pub fn day_of(&self, at: i64) -> NaiveDate {
        let utc = DateTime::<Utc>::from_timestamp_millis(at).unwrap_or_default();
        match self {
            Self::System => utc.with_timezone(&Local).date_naive(),
            Self::Fixed(moment) => utc.with_timezone(moment.offset()).date_naive(),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that asks the computer for the time")]
    fn moment(&self) -> DateTime<FixedOffset> {
        match self {
            Self::System => Local::now().fixed_offset(),
            Self::Fixed(moment) => *moment,
        }
    }
}
