//! A day as the wall of a zone shows it, minute after minute. For the tests of the rules.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use chrono_tz::Tz;

use super::MINUTE;
use super::wall::{OnTheWall, instant_of, wall_of, zone_named};

/// So many minutes of a day are looked at, so that a change of the clocks is often among them.
const LOOKED_AT: usize = 400;

/// The minutes of a calendar day, in the order in which they pass.
#[derive(Debug)]
pub(super) struct WallDay {
    pub(super) zone: Tz,
    pub(super) date: NaiveDate,
    /// When the first of them begins (UTC milliseconds).
    begins: i64,
    /// Which minute of the day the wall shows in each.
    shows: Vec<u16>,
    /// In which of them the wall shows each minute of the day: one, two, or none.
    showing: Vec<Vec<usize>>,
}

/// A few hours of a day, from one of its minutes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hours<'a> {
    pub(super) day: &'a WallDay,
    from: usize,
}

/// The days of a zone on which its clocks change, and as many on which they seldom do.
pub(super) fn days_of(zone: &str, random: &mut fastrand::Rng) -> [Vec<WallDay>; 2] {
    let zone = zone_named(zone).unwrap();
    // Kathmandu went from half past to a quarter to at the New Year of 1986, and has kept to it since.
    let first = NaiveDate::from_ymd_opt(1985, 12, 1).unwrap();
    let last = NaiveDate::from_ymd_opt(2037, 12, 31).unwrap();
    let noon =
        |day: NaiveDate| wall_of(day.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_millis(), zone);
    let mut change = Vec::new();
    for day in first.iter_days().take_while(|day| *day < last) {
        let next = day.succ_opt().unwrap();
        if noon(next) - noon(day) != TimeDelta::days(1) {
            change.extend([day, next].map(|day| WallDay::of(day, zone)).into_iter().filter(WallDay::is_odd));
        }
    }
    let any = |_: &WallDay| WallDay::of(first + TimeDelta::days(random.i64(0..19_000)), zone);
    let quiet = change.iter().map(any).collect();
    [change, quiet]
}

impl WallDay {
    fn of(date: NaiveDate, zone: Tz) -> Self {
        let wall = |at| wall_of(at, zone);
        // No wall is a day ahead of another.
        let mut begins =
            date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() - 24 * 60 * MINUTE;
        while wall(begins).date() < date {
            begins += MINUTE;
        }
        let minutes = (0..).map(|nth| wall(begins + nth * MINUTE)).take_while(|wall| wall.date() == date);
        let minute_of_day =
            |wall: NaiveDateTime| u16::try_from(wall.num_seconds_from_midnight() / 60).unwrap();
        let shows: Vec<u16> = minutes.map(minute_of_day).collect();
        let mut showing = vec![Vec::new(); 24 * 60];
        for (nth, minute) in shows.iter().enumerate() {
            showing[usize::from(*minute)].push(nth);
        }
        Self { zone, date, begins, shows, showing }
    }

    fn is_odd(&self) -> bool {
        self.showing.iter().any(|minutes| minutes.len() != 1)
    }

    /// What the wall shows at a minute of the day; 1,440 is midnight.
    pub(super) fn at(&self, minute: u16) -> NaiveDateTime {
        self.date.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute))
    }

    /// The minutes that pass between two that the wall shows: from the first time it shows the one, until the last time
    /// it shows the other. Where it leaves one out, the next that it shows counts.
    pub(super) fn between(&self, from: u16, until: u16) -> std::ops::Range<i64> {
        let minutes =
            |from: u16| self.showing.iter().skip(usize::from(from)).find(|minutes| !minutes.is_empty());
        let end = self.shows.len();
        let from = minutes(from).map_or(end, |minutes| minutes[0]);
        let until = minutes(until).map_or(end, |minutes| minutes[minutes.len() - 1]);
        self.instant(from) / MINUTE..self.instant(until) / MINUTE
    }

    fn instant(&self, nth: usize) -> i64 {
        self.begins + i64::try_from(nth).unwrap() * MINUTE
    }
}

impl<'a> Hours<'a> {
    /// Some hours of a day; of one on which the clocks change, those around it.
    pub(super) fn random(day: &'a WallDay, random: &mut fastrand::Rng) -> Self {
        let changes = day.shows.windows(2).position(|two| two[0] + 1 != two[1]);
        let latest = changes.unwrap_or(day.shows.len()).min(day.shows.len() - LOOKED_AT);
        let latest = if day.shows[0] == 0 { latest } else { 0 };
        Self { day, from: random.usize(0..=latest) }
    }

    /// The minute of the day that the wall shows when they begin, or should if the clocks did not leave it out.
    pub(super) fn begin_at(&self) -> u16 {
        if self.from == 0 { 0 } else { self.day.shows[self.from] }
    }

    /// Their first instant (UTC milliseconds).
    pub(super) fn first(&self) -> i64 {
        self.day.instant(self.from)
    }

    /// The instant at which the wall shows a minute after their beginning; of two, either. What the clocks leave out is none.
    pub(super) fn start(&self, minute: u16, random: &mut fastrand::Rng) -> Option<i64> {
        let minute = self.begin_at() + minute;
        let read = instant_of(self.day.at(minute), self.day.zone);
        let showing: Vec<i64> =
            self.day.showing[usize::from(minute)].iter().map(|nth| self.day.instant(*nth)).collect();
        match showing[..] {
            [] => assert_eq!(read, OnTheWall::Never, "{self:?}"),
            [at] => assert_eq!(read, OnTheWall::Once(at), "{self:?}"),
            [earlier, later] => assert_eq!(read, OnTheWall::Twice { earlier, later }, "{self:?}"),
            _ => panic!("no minute comes three times"),
        }
        random.choice(showing)
    }
}
