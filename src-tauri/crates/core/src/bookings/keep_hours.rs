//! Keeps the week somebody works.

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::{HoursId, PersonId};
use crate::people::{self, Permission, Status};
use crate::practice::Practice;

use super::hours::Shift;
use super::seen::SeenInDiary;
use super::setup::{self, DiarySetup};
use super::store;

/// A stretch of a weekday, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ShiftInput {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: i32,
    /// From this time of day: "09:00".
    pub from: String,
    /// Up to this one; "24:00" is midnight.
    pub until: String,
}

/// A week to keep.
#[derive(Debug, Deserialize, Type)]
pub struct KeepHours {
    /// The week that is changed, or nothing for a new one.
    pub id: Option<String>,
    /// The version this was typed over; nothing for a new one.
    pub version: Option<i32>,
    /// Who works.
    pub person: String,
    /// From which day on, ISO.
    pub since: String,
    /// Until which day; empty while it goes on.
    pub until: String,
    /// When on each day of the week.
    pub shifts: Vec<ShiftInput>,
}

/// A checked week.
#[derive(Debug)]
pub(super) struct Week {
    pub(super) person: PersonId,
    pub(super) since: NaiveDate,
    pub(super) until: Option<NaiveDate>,
    pub(super) shifts: Vec<Shift>,
}

/// Keeps a week, or answers [`Error::Stale`] when somebody changed it since. What is booked outside of it stays, and is shown
/// to stand outside.
pub async fn keep_hours(practice: &Practice, input: KeepHours) -> Result<DiarySetup> {
    practice.permit(Permission::ChangePractice).await?;
    let week = input.validate()?;
    let known = input.id.as_deref().map(HoursId::parse).transpose()?;
    let mut change = practice.change(Action::HoursKept).await?;
    let mut checks = Checks::default();
    match people::read(&change, week.person).await {
        Ok(row) if row.status()? != Status::Removed => {}
        Ok(_) | Err(Error::NotFound) => checks.note("person", FieldProblem::UnknownValue),
        Err(other) => return Err(other),
    }
    let others = store::hours(&change).await?;
    let taken = others.iter().any(|other| {
        Some(other.id) != known && other.person == week.person && other.hours.since == week.since
    });
    if taken {
        checks.note("since", FieldProblem::Overlapping);
    }
    checks.finish()?;
    match known {
        Some(id) => {
            let stored = others.iter().find(|other| other.id == id).ok_or(Error::NotFound)?;
            if input.version != Some(stored.version) {
                return Err(Error::Stale { id: id.to_string(), version: stored.version });
            }
            store::update_hours(&mut change, id, &week).await?;
        }
        None => {
            let id = HoursId::new(practice.new_id()?);
            store::insert_hours(&mut change, id, &week).await?;
        }
    }
    change.commit(week.person).await?;
    setup::of(practice).await
}

/// Removes a week, or answers [`Error::Stale`] when somebody changed it since; those before it hold again.
pub async fn remove_hours(practice: &Practice, seen: SeenInDiary) -> Result<DiarySetup> {
    practice.permit(Permission::ChangePractice).await?;
    let id = HoursId::parse(&seen.id)?;
    let mut change = practice.change(Action::HoursRemoved).await?;
    let stored = store::hours(&change).await?;
    let week = stored.iter().find(|stored| stored.id == id).ok_or(Error::NotFound)?;
    if seen.version != week.version {
        return Err(Error::Stale { id: seen.id, version: week.version });
    }
    let person = week.person;
    store::remove_hours(&mut change, id).await?;
    change.commit(person).await?;
    setup::of(practice).await
}

impl KeepHours {
    pub(super) fn validate(&self) -> Result<Week> {
        let mut checks = Checks::default();
        let person =
            PersonId::parse(&self.person).map_err(|_| checks.note("person", FieldProblem::UnknownValue)).ok();
        let since = checks.day("since", &self.since);
        let until = match self.until.trim() {
            "" => None,
            typed => checks.day("until", typed),
        };
        if let (Some(since), Some(until)) = (since, until)
            && until < since
        {
            checks.note("until", FieldProblem::EndsBeforeItBegins);
        }
        let mut shifts: Vec<Shift> = Vec::new();
        for (at, typed) in self.shifts.iter().enumerate() {
            let Some(shift) = typed.validate(&mut checks, at) else { continue };
            let overlaps = |other: &&Shift| {
                other.weekday == shift.weekday && other.from < shift.until && shift.from < other.until
            };
            if shifts.iter().any(|other| overlaps(&other)) {
                checks.note(format!("shifts.{at}.from"), FieldProblem::Overlapping);
            }
            shifts.push(shift);
        }
        if self.shifts.is_empty() {
            checks.note("shifts", FieldProblem::Required);
        }
        // Seven days of a dozen breaks each are more than anybody has.
        if self.shifts.len() > 84 {
            checks.note("shifts", FieldProblem::TooLong);
        }
        checks.finish()?;
        let (Some(person), Some(since)) = (person, since) else {
            return Err(Error::unexpected("working hours", "a field without a problem"));
        };
        Ok(Week { person, since, until, shifts })
    }
}

impl ShiftInput {
    fn validate(&self, checks: &mut Checks, at: usize) -> Option<Shift> {
        let weekday = u8::try_from(self.weekday - 1).ok().and_then(|day| Weekday::try_from(day).ok());
        if weekday.is_none() {
            checks.note(format!("shifts.{at}.weekday"), FieldProblem::UnknownValue);
        }
        let from = checks.time_of_day(format!("shifts.{at}.from"), &self.from)?;
        let until = checks.time_of_day(format!("shifts.{at}.until"), &self.until)?;
        if until <= from {
            checks.note(format!("shifts.{at}.until"), FieldProblem::EndsBeforeItBegins);
            return None;
        }
        Some(Shift { weekday: weekday?, from, until })
    }
}
