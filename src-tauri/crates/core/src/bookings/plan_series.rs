//! Plans a series of visits: on which days they would be, and what stands in the way of each, before anything is made.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

use super::book::{Book, Checked, making_ready};
use super::find_free::{FreeTime, find_free};
use super::model;
use super::obstacle::Obstacle;
use super::place::{self, Guests, Wanted};
use super::series::{Ends, Every, MOST_VISITS, UnfitSeries, dates};
use super::what_fits::FindFree;
use super::{setup, store};

/// How often a series comes round, as it is typed.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct Repeat {
    /// So many of the unit apart.
    pub every: i32,
    /// Days or weeks.
    pub unit: RepeatUnit,
    /// So many visits in all; 0 where the last day is named.
    pub count: i32,
    /// The last day, ISO; empty where the visits are counted.
    pub until: String,
}

/// What visits are counted apart in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RepeatUnit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
}

/// A series to plan.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct PlanSeries {
    /// The first visit.
    pub visit: Book,
    /// How often it comes round.
    pub repeat: Repeat,
}

/// A visit as it would be.
#[derive(Debug, Clone, Serialize, Type)]
pub struct PlannedVisit {
    /// When, on the clinic's wall.
    pub start: String,
    /// What stands in its way.
    pub obstacles: Vec<Obstacle>,
    /// Other times from then on, on the same day or else on the next ones, that are free; none where nothing is in the way.
    pub instead: Vec<FreeTime>,
}

/// Lists the visits of a series, each with what stands in its way and with other times. Nothing is made and nothing is held.
pub async fn plan_series(practice: &Practice, mut input: PlanSeries) -> Result<Vec<PlannedVisit>> {
    practice.permit(Permission::EditBookings).await?;
    if let Some(client) = input.visit.client.as_deref().and_then(|id| ClientId::parse(id).ok()) {
        input.visit.client = Some(clients::permit(practice, client).await?.to_string());
    }
    let (mut planned, search) = look(practice, &input).await?;
    for visit in planned.iter_mut().filter(|visit| !visit.obstacles.is_empty()) {
        // Whoever comes in the afternoon is not asked to come in the morning: from the same time on, first in another room.
        let from = visit.start.clone();
        visit.instead = find_free(practice, FindFree { from, ..search.clone() }).await?;
    }
    Ok(planned)
}

/// What stands in the way of each visit, read in one transaction, which is then dropped.
async fn look(practice: &Practice, input: &PlanSeries) -> Result<(Vec<PlannedVisit>, FindFree)> {
    let change = practice.change(Action::SeriesBooked).await?;
    let zone = setup::zone_of(&change, practice.clock()).await?;
    let services = store::services(&change).await?;
    let Checked { client, service, pattern, .. } = input.visit.validate(&services)?;
    let days = days(&input.visit.start, &input.repeat)?;
    let (before, after) = service.as_ref().map_or((0, 0), making_ready);
    let mut planned = Vec::with_capacity(days.len());
    for day in days {
        let start = on(&input.visit.start, day);
        let wanted = Wanted {
            practitioner: &input.visit.practitioner,
            room: input.visit.room.as_deref(),
            start: &start,
            which: input.visit.which,
            pattern: pattern.clone(),
            before,
            after,
            despite: None,
        };
        let guests = Guests { client, ..Guests::default() };
        let (_, obstacles) = place::look(&change, wanted, guests, &[], zone).await?;
        planned.push(PlannedVisit { start, obstacles, instead: Vec::new() });
    }
    let search = FindFree {
        client: input.visit.client.clone(),
        service: input.visit.service.clone(),
        parts: Some(model::parts(&pattern)),
        practitioner: Some(input.visit.practitioner.clone()),
        room: None,
        from: String::new(),
        weekdays: Vec::new(),
        not_before: String::new(),
        over_by: String::new(),
        moving: None,
        count: 3,
    };
    Ok((planned, search))
}

/// The same time of the day on another day.
pub(super) fn on(start: &str, day: NaiveDate) -> String {
    format!("{day}T{}", start.split_once('T').map_or("", |(_, time)| time))
}

/// The days of a series; what is none is refused at its field.
fn days(start: &str, repeat: &Repeat) -> Result<Vec<NaiveDate>> {
    let mut checks = Checks::default();
    let first = checks.wall("start", start).map(|wall| wall.date());
    let every = distance(&mut checks, repeat);
    let ends = match repeat.until.trim() {
        "" => match u16::try_from(repeat.count) {
            Ok(count) if count > 0 => Some(Ends::After(count)),
            _ => {
                checks.note("repeat.count", FieldProblem::NotANumber);
                None
            }
        },
        until => checks.day("repeat.until", until).map(Ends::On),
    };
    checks.finish()?;
    let (Some(first), Some(every), Some(ends)) = (first, every, ends) else {
        return Err(Error::unexpected("a series", "a field without a problem"));
    };
    let ending = if repeat.until.trim().is_empty() { "repeat.count" } else { "repeat.until" };
    dates(first, every, ends).map_err(|unfit| {
        let mut checks = Checks::default();
        match unfit {
            UnfitSeries::NoDistance => checks.note("repeat.every", FieldProblem::NotANumber),
            UnfitSeries::EndsBeforeItBegins => checks.note(ending, FieldProblem::EndsBeforeItBegins),
            UnfitSeries::TooMany => checks.too_much(ending, u32::try_from(MOST_VISITS).unwrap_or(u32::MAX)),
            UnfitSeries::TooLong => checks.note(ending, FieldProblem::TooLong),
        }
        checks.finish().err().unwrap_or(Error::NotFound)
    })
}

fn distance(checks: &mut Checks, repeat: &Repeat) -> Option<Every> {
    let Ok(every) = u16::try_from(repeat.every) else {
        checks.note("repeat.every", FieldProblem::NotANumber);
        return None;
    };
    let most = match repeat.unit {
        RepeatUnit::Days => 366,
        RepeatUnit::Weeks => 52,
    };
    if every > most {
        checks.too_much("repeat.every", u32::from(most));
        return None;
    }
    Some(match repeat.unit {
        RepeatUnit::Days => Every::Days(every),
        RepeatUnit::Weeks => Every::Weeks(every),
    })
}

impl Repeat {
    /// So many days apart, as it is kept.
    pub(super) fn days_apart(&self) -> i32 {
        match self.unit {
            RepeatUnit::Days => self.every,
            RepeatUnit::Weeks => self.every.saturating_mul(7),
        }
    }
}
