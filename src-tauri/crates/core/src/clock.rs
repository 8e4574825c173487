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

    /// An instant (UTC milliseconds) as the practice's wall has it, for paper: "12 May 2026, 10:57 (UTC-07:00)".
    pub fn wall(&self, at: i64) -> String {
        self.local(at).format("%-d %B %Y, %H:%M (UTC%:z)").to_string()
    }

    /// The calendar day on the wall of the practice at an instant (UTC milliseconds).
    pub fn day_of(&self, at: i64) -> NaiveDate {
        self.local(at).date_naive()
    }

    /// The time zone of the practice: its IANA name, or its distance from UTC where the computer does not know one.
    pub fn zone(&self) -> String {
        let named = match self {
            Self::System => iana_time_zone::get_timezone().ok(),
            Self::Fixed(_) => None,
        };
        named.unwrap_or_else(|| self.moment().offset().to_string())
    }

    fn local(&self, at: i64) -> DateTime<FixedOffset> {
        let utc = DateTime::<Utc>::from_timestamp_millis(at).unwrap_or_default();
        match self {
            Self::System => utc.with_timezone(&Local).fixed_offset(),
            Self::Fixed(moment) => utc.with_timezone(moment.offset()),
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
