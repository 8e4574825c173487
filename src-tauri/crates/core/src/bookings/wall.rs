//! Between the clinic's wall clock and instants.
//!
//! A booking is at three in the afternoon whatever becomes of the clocks, so the wall's time and the zone are what is kept;
//! instants are for comparing. The zones and their changes come from the IANA database that chrono-tz carries.

use chrono::{DateTime, MappedLocalTime, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

/// What a time on the wall is (UTC milliseconds).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnTheWall {
    /// One instant.
    Once(i64),
    /// None: the clocks went forward over it.
    Never,
    /// Two: the clocks went back over it.
    Twice {
        /// Before they did.
        earlier: i64,
        /// After.
        later: i64,
    },
}

/// The instant of a time on the wall.
pub fn instant_of(wall: NaiveDateTime, zone: Tz) -> OnTheWall {
    match zone.from_local_datetime(&wall) {
        MappedLocalTime::Single(at) => OnTheWall::Once(at.timestamp_millis()),
        MappedLocalTime::None => OnTheWall::Never,
        MappedLocalTime::Ambiguous(earlier, later) => {
            OnTheWall::Twice { earlier: earlier.timestamp_millis(), later: later.timestamp_millis() }
        }
    }
}

/// What the wall shows at an instant (UTC milliseconds).
pub fn wall_of(at: i64, zone: Tz) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at).unwrap_or_default().with_timezone(&zone).naive_local()
}

/// A zone by its IANA name.
pub fn zone_named(name: &str) -> Option<Tz> {
    name.parse().ok()
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate, TimeDelta};

    use super::*;
    use crate::bookings::MINUTE;

    fn zone(name: &str) -> Tz {
        zone_named(name).unwrap()
    }

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn a_time_that_the_clocks_leave_out_is_none_and_one_that_comes_twice_is_two() {
        let york = zone("America/New_York");
        assert_eq!(instant_of(at("2026-03-08 02:30"), york), OnTheWall::Never);
        let OnTheWall::Twice { earlier, later } = instant_of(at("2026-11-01 01:30"), york) else { panic!() };
        assert_eq!(later - earlier, 60 * MINUTE);
        let howe = zone("Australia/Lord_Howe");
        let OnTheWall::Twice { earlier, later } = instant_of(at("2026-04-05 01:45"), howe) else { panic!() };
        assert_eq!(later - earlier, 30 * MINUTE, "half an hour is enough there");
        assert_eq!(zone_named("Mars/Olympus_Mons"), None);
    }

    /// Every minute of every day on which the clocks change, and of the days around it, in zones that do it differently:
    /// in the night, by half an hour, in the other half of the year, and never, at a quarter to the hour.
    #[test]
    fn every_minute_of_every_change_comes_back_as_the_wall_had_it() {
        for name in
            ["America/New_York", "Europe/London", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kathmandu"]
        {
            let zone = zone(name);
            let mut changes = 0;
            for year in 2020..=2037 {
                let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
                for day in (0..366).map(|nth| first + Days::new(nth)) {
                    let minutes = minutes_of(day, zone);
                    let midnight = day.and_hms_opt(0, 0, 0).unwrap();
                    let next = instant_of(midnight + TimeDelta::days(1), zone);
                    let (OnTheWall::Once(begins), OnTheWall::Once(ends)) = (instant_of(midnight, zone), next)
                    else {
                        panic!("{name}: no midnight on {day}")
                    };
                    if ends - begins == 24 * 60 * MINUTE {
                        continue;
                    }
                    changes += 1;
                    assert_eq!(i64::from(minutes) * MINUTE, ends - begins, "{name} {day}: each minute once");
                }
            }
            let expected = if name == "Asia/Kathmandu" { 0 } else { 2 * 18 };
            assert_eq!(changes, expected, "{name}");
        }
    }

    /// How many instants the minutes of a day on the wall are; each must show the wall what it came from.
    fn minutes_of(day: NaiveDate, zone: Tz) -> u32 {
        let midnight = day.and_hms_opt(0, 0, 0).unwrap();
        let is_quiet = (0..24).all(|hour| {
            let wall = midnight + TimeDelta::hours(hour);
            [0, 30]
                .into_iter()
                .all(|half| matches!(instant_of(wall + TimeDelta::minutes(half), zone), OnTheWall::Once(_)))
        });
        if is_quiet {
            return 24 * 60;
        }
        let walls = (0..24 * 60).map(|minute| midnight + TimeDelta::minutes(minute));
        let instants = walls.map(|wall| match instant_of(wall, zone) {
            OnTheWall::Once(at) => {
                assert_eq!(wall_of(at, zone), wall);
                1
            }
            OnTheWall::Never => 0,
            OnTheWall::Twice { earlier, later } => {
                assert!(earlier < later && wall_of(earlier, zone) == wall && wall_of(later, zone) == wall);
                2
            }
        });
        instants.sum()
    }
}
