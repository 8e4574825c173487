//! When somebody works.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use chrono_tz::Tz;

use super::span::Span;
use super::wall::{OnTheWall, instant_of};

/// A stretch of a weekday in which somebody works; a break is what is between two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// On which day of the week.
    pub weekday: Weekday,
    /// From this minute of the day.
    pub from: u16,
    /// Up to this one; 1,440 is midnight.
    pub until: u16,
}

/// The week of somebody's work, for as long as it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// The first day on which it holds.
    pub since: NaiveDate,
    /// The last one; nothing while it goes on.
    pub until: Option<NaiveDate>,
    /// The shifts of the week; a week without any is time off.
    pub shifts: Vec<Shift>,
}

impl Hours {
    fn hold_on(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A time in which nobody comes, on the clinic's wall: a holiday, a closure, somebody's time off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// From here.
    pub from: NaiveDateTime,
    /// Up to here.
    pub until: NaiveDateTime,
}

impl Away {
    /// When that is.
    pub fn span(self, zone: Tz) -> Span {
        between(self.from, self.until, zone)
    }
}

/// The stretches of a day in which somebody works, in order. Of several weeks that hold on the day, the one that began last
/// counts; shifts that touch are one. Where the clocks change within a shift it is shorter or longer, and begins and ends as the wall says.
pub fn working(day: NaiveDate, hours: &[Hours], away: &[Away], zone: Tz) -> Vec<Span> {
    let holding = hours.iter().filter(|hours| hours.hold_on(day)).max_by_key(|hours| hours.since);
    let shifts = holding.map_or(&[][..], |hours| &hours.shifts);
    let midnight = NaiveDateTime::from(day);
    let at = |minute: u16| midnight + TimeDelta::minutes(i64::from(minute));
    let mut spans: Vec<Span> = shifts
        .iter()
        .filter(|shift| shift.weekday == day.weekday())
        .map(|shift| between(at(shift.from), at(shift.until), zone))
        .collect();
    for gone in away {
        let gone = gone.span(zone);
        spans = spans.into_iter().flat_map(|span| without(span, gone)).collect();
    }
    Span::joined(spans)
}

/// The parts of a span that are not in another.
fn without(span: Span, gone: Span) -> Vec<Span> {
    if !span.overlaps(gone) {
        return vec![span];
    }
    let before = Span { from: span.from, until: gone.from };
    let after = Span { from: gone.until, until: span.until };
    [before, after].into_iter().filter(|part| !part.is_empty()).collect()
}

fn between(from: NaiveDateTime, until: NaiveDateTime, zone: Tz) -> Span {
    Span { from: edge(from, zone, true), until: edge(until, zone, false) }
}

/// The instant of an edge. One that the clocks leave out is when they have gone forward; one that comes twice is the earlier
/// for a beginning and the later for an end, so that no work is lost, and nobody who is away is booked.
fn edge(wall: NaiveDateTime, zone: Tz, beginning: bool) -> i64 {
    let minutes = (0..24 * 60).map(|later| instant_of(wall + TimeDelta::minutes(later), zone));
    let instants = minutes.filter_map(|found| match found {
        OnTheWall::Once(at) => Some(at),
        OnTheWall::Twice { earlier, later } => Some(if beginning { earlier } else { later }),
        OnTheWall::Never => None,
    });
    // No clock leaves out a day.
    instants.take(1).next().unwrap_or_else(|| wall.and_utc().timestamp_millis())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookings::MINUTE;
    use crate::bookings::wall::{wall_of, zone_named};

    fn zone() -> Tz {
        zone_named("America/New_York").unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn week(since: &str, from: u16, until: u16) -> Hours {
        let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Sun];
        let noon = 12 * 60;
        let shifts = weekdays.into_iter().flat_map(|weekday| {
            [Shift { weekday, from: noon + 60, until }, Shift { weekday, from, until: noon }]
        });
        Hours { since: day(since), until: None, shifts: shifts.collect() }
    }

    fn said(spans: &[Span]) -> Vec<(String, String)> {
        let wall = |at| wall_of(at, zone()).format("%H:%M").to_string();
        spans.iter().map(|span| (wall(span.from), wall(span.until))).collect()
    }

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(from, until)| ((*from).to_owned(), (*until).to_owned())).collect()
    }

    #[test]
    fn a_week_with_a_break_holds_until_another_begins() {
        let hours = [week("2026-01-01", 9 * 60, 17 * 60), week("2026-11-24", 10 * 60, 24 * 60)];
        let on = |text| said(&working(day(text), &hours, &[], zone()));
        assert_eq!(on("2026-11-23"), pairs(&[("09:00", "12:00"), ("13:00", "17:00")]));
        assert_eq!(on("2026-11-24"), pairs(&[("10:00", "12:00"), ("13:00", "00:00")]));
        assert_eq!(on("2026-11-25"), [], "no Wednesdays");
        assert_eq!(on("2025-12-30"), [], "before anything holds");
        let ended = [Hours { until: Some(day("2026-11-23")), ..hours[0].clone() }];
        assert_eq!(working(day("2026-11-24"), &ended, &[], zone()), []);
    }

    #[test]
    fn shifts_that_touch_are_one_also_over_an_hour_that_comes_twice() {
        let shift = |from, until| Shift { weekday: Weekday::Sun, from, until };
        let shifts = vec![shift(12 * 60, 17 * 60), shift(9 * 60, 12 * 60), shift(0, 90), shift(90, 180)];
        let hours = [Hours { since: day("2026-01-01"), until: None, shifts }];
        let spans = working(day("2026-11-01"), &hours, &[], zone());
        assert_eq!(said(&spans), pairs(&[("00:00", "03:00"), ("09:00", "17:00")]));
        assert_eq!((spans[0].until - spans[0].from) / MINUTE, 4 * 60, "and the hour is in it once");
    }

    #[test]
    fn time_off_takes_its_part_out_of_the_day() {
        let hours = [week("2026-01-01", 9 * 60, 17 * 60)];
        let away = |from: u32, until: u32| {
            let at = |hour| day("2026-11-23").and_hms_opt(hour, 0, 0).unwrap();
            said(&working(day("2026-11-23"), &hours, &[Away { from: at(from), until: at(until) }], zone()))
        };
        assert_eq!(away(10, 14), pairs(&[("09:00", "10:00"), ("14:00", "17:00")]));
        assert_eq!(away(9, 12), pairs(&[("13:00", "17:00")]));
        assert_eq!(away(12, 13), pairs(&[("09:00", "12:00"), ("13:00", "17:00")]), "the break is off anyway");
        assert_eq!(away(10, 11), pairs(&[("09:00", "10:00"), ("11:00", "12:00"), ("13:00", "17:00")]));
        assert_eq!(away(0, 23), []);
        assert_eq!(away(14, 10).len(), 2, "an end before its beginning takes nothing away");
    }

    #[test]
    fn a_shift_over_a_change_of_the_clocks_begins_and_ends_as_the_wall_says() {
        let night = |from, until| {
            let shifts = vec![Shift { weekday: Weekday::Sun, from, until }];
            [Hours { since: day("2026-01-01"), until: None, shifts }]
        };
        let length = |on, from, until| {
            let spans = working(day(on), &night(from, until), &[], zone());
            spans.iter().map(|span| (span.until - span.from) / MINUTE).sum::<i64>()
        };
        assert_eq!(length("2026-03-08", 60, 4 * 60), 120, "an hour is left out");
        assert_eq!(length("2026-11-01", 60, 4 * 60), 240, "an hour comes twice");
        assert_eq!(
            length("2026-03-08", 2 * 60 + 30, 4 * 60),
            60,
            "it begins when the clocks have gone forward"
        );
        assert_eq!(length("2026-03-08", 2 * 60 + 10, 2 * 60 + 50), 0, "no such time");
    }
}
