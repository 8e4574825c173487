//! Time is passed in, so that a test can stand on one day for ever.

use chrono::{DateTime, Duration, FixedOffset, Local, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

/// Where the practice gets its time from.
/// What the practice counts days by is its own wall, which may hang in another zone ([`crate::Practice::today`]).
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

    /// The calendar day on the computer's wall.
    pub fn today(&self) -> NaiveDate {
        self.moment().date_naive()
    }

    /// An instant (UTC milliseconds) as the computer's wall has it, for paper: "12 May 2026, 10:57 (UTC-07:00)".
    pub fn wall(&self, at: i64) -> String {
        self.local(at).format("%-d %B %Y, %H:%M (UTC%:z)").to_string()
    }

    /// The calendar day on the computer's wall at an instant (UTC milliseconds).
    pub fn day_of(&self, at: i64) -> NaiveDate {
        self.local(at).date_naive()
    }

    /// The time of day on the computer's wall at an instant (UTC milliseconds), for lists: "10:57:03".
    pub fn time_of(&self, at: i64) -> NaiveTime {
        self.local(at).time()
    }

    /// The first instant of a calendar day on the computer's wall (UTC milliseconds).
    pub fn start_of(&self, day: NaiveDate) -> i64 {
        match self {
            Self::System => start_in(day, &Local),
            Self::Fixed(moment) => start_in(day, moment.offset()),
        }
    }

    /// The time zone of the computer: its IANA name, or its distance from UTC where the computer does not know one.
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

/// What the wall of a zone shows at an instant (UTC milliseconds).
pub(crate) fn wall_in<Z: TimeZone>(at: i64, zone: &Z) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at).unwrap_or_default().with_timezone(zone).naive_local()
}

/// The first instant of a calendar day in a zone (UTC milliseconds). Where the clocks go forward at midnight the day begins
/// when they have; no gap is longer than a day.
pub(crate) fn start_in<Z: TimeZone>(day: NaiveDate, zone: &Z) -> i64 {
    let midnight = day.and_time(NaiveTime::MIN);
    let quarters = (0..96).map(|quarter| midnight + Duration::minutes(15 * quarter));
    let mut begun = quarters.filter_map(|wall| zone.from_local_datetime(&wall).earliest());
    begun.next().map_or_else(|| midnight.and_utc().timestamp_millis(), |at| at.timestamp_millis())
}
