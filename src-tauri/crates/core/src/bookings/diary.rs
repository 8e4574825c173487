//! Opens the diary: some days with everything on them.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::people::Permission;
use crate::practice::Practice;

use super::hours::{Away, working};
use super::model;
use super::obstacle::hours_of;
use super::setup::{self, AwayView, away_view};
use super::span::Span;
use super::store;
use super::view::{self, BookingView};
use super::wall::wall_of;

/// No screen shows more days at once: six weeks of a month.
const MOST_DAYS: i64 = 42;

/// Which days are looked at.
#[derive(Debug, Deserialize, Type)]
pub struct OpenDiary {
    /// The first day, ISO.
    pub from: String,
    /// The last one.
    pub until: String,
}

/// Some days of the diary.
#[derive(Debug, Serialize, Type)]
pub struct DiaryView {
    /// The days, in order.
    pub days: Vec<DiaryDay>,
    /// Everything that is booked on them, also what was cancelled, in order.
    pub bookings: Vec<BookingView>,
    /// Time off and closures that touch them.
    pub away: Vec<AwayView>,
    /// Now, on the clinic's wall.
    pub now: String,
}

/// A day of the diary.
#[derive(Debug, Serialize, Type)]
pub struct DiaryDay {
    /// The day, ISO.
    pub date: String,
    /// When each person works who works that day, time off left out.
    pub working: Vec<WorkingTime>,
    /// So many minutes all of them work.
    pub minutes: i32,
    /// So many minutes of that their hands are on somebody.
    pub hands_on: i32,
}

/// A stretch of a day in which somebody works, on the clinic's wall.
#[derive(Debug, Serialize, Type)]
pub struct WorkingTime {
    /// The person.
    pub person: String,
    /// From here.
    pub from: String,
    /// Up to here.
    pub until: String,
}

/// Opens some days of the diary.
pub async fn diary(practice: &Practice, input: OpenDiary) -> Result<DiaryView> {
    practice.permit(Permission::ReadBookings).await?;
    let (from, last) = input.validate()?;
    let until = last + Days::new(1);
    let zone = setup::zone_of(practice, practice.clock()).await?;
    let stored = store::on_days(practice, from, until).await?;
    let away = store::away_between(practice, from, until).await?;
    let weeks = hours_of(practice).await?;
    let mut days = Vec::new();
    for day in from.iter_days().take_while(|day| *day < until) {
        let mut open = Vec::new();
        for (person, hours) in &weeks {
            let gone: Vec<Away> = away
                .iter()
                .filter(|away| {
                    away.gone.room.is_none() && away.gone.person.is_none_or(|gone| gone == *person)
                })
                .map(|away| Away { from: away.gone.from, until: away.gone.until })
                .collect();
            open.extend(working(day, hours, &gone, zone).into_iter().map(|span| (*person, span)));
        }
        let on_day =
            stored.iter().filter(|booking| booking.wall.date() == day && booking.status.takes_time());
        let hands_on = on_day.flat_map(|booking| booking.pattern.hands_on(booking.whole.from).map(minutes));
        days.push(DiaryDay {
            date: day.to_string(),
            minutes: open.iter().map(|(_, span)| minutes(*span)).sum(),
            hands_on: hands_on.sum(),
            working: open
                .into_iter()
                .map(|(person, span)| WorkingTime {
                    person: person.to_string(),
                    from: model::written(wall_of(span.from, zone)),
                    until: model::written(wall_of(span.until, zone)),
                })
                .collect(),
        });
    }
    Ok(DiaryView {
        days,
        bookings: view::views(practice, stored).await?,
        away: away.into_iter().map(away_view).collect(),
        now: model::written(wall_of(practice.now(), zone)),
    })
}

fn minutes(span: Span) -> i32 {
    i32::try_from((span.until - span.from) / super::MINUTE).unwrap_or(i32::MAX)
}

impl OpenDiary {
    fn validate(&self) -> Result<(NaiveDate, NaiveDate)> {
        let mut checks = Checks::default();
        let (from, until) = (checks.day("from", &self.from), checks.day("until", &self.until));
        if let (Some(from), Some(until)) = (from, until) {
            if until < from {
                checks.note("until", FieldProblem::EndsBeforeItBegins);
            } else if (until - from).num_days() >= MOST_DAYS {
                checks.note("until", FieldProblem::TooLong);
            }
        }
        checks.finish()?;
        from.zip(until).ok_or_else(|| Error::unexpected("the diary", "a day without a problem"))
    }
}
