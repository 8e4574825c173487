//! Checks a health history as it was typed, once, at the door.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};

use crate::checks::{Checks, FieldProblem};
use crate::error::Result;

use super::model::{
    Fertility, HealthFlag, HealthHistory, HealthLine, HealthSection, Pregnancy, PregnancyState, Sport,
};
use super::when;

/// How many lines a section may have.
const MOST_LINES: usize = 100;

/// How long what somebody has may be called (characters).
const LONGEST_NAME: u32 = 200;

/// How long a remark may be (characters).
const LONGEST_NOTE: u32 = 1_000;

/// How much may be said beyond all sections (characters).
const LONGEST_OTHER: u32 = 10_000;

/// The furthest a birth can be ahead (days): no pregnancy is longer than 42 weeks from its first day.
const LONGEST_PREGNANCY: i64 = 42 * 7;

impl HealthHistory {
    /// What was typed, cleaned: blank lines are left out. Everything to correct is said at once.
    pub(super) fn validate(&self, today: NaiveDate) -> Result<Self> {
        let mut checks = Checks::default();
        let mut lines = |section: &str, lines: &[HealthLine], ahead: bool| {
            if lines.len() > MOST_LINES {
                checks.too_much(section, u32::try_from(MOST_LINES).unwrap_or(u32::MAX));
            }
            let typed = lines.iter().enumerate().filter(|(_, line)| !line.is_blank());
            typed
                .map(|(place, line)| line.check(&mut checks, &format!("{section}.{place}"), today, ahead))
                .collect::<Vec<_>>()
        };
        let conditions = lines("conditions", &self.conditions, false);
        let surgeries = lines("surgeries", &self.surgeries, true);
        let medicines = lines("medicines", &self.medicines, false);
        let allergies = lines("allergies", &self.allergies, false);
        let empty: BTreeSet<HealthSection> = [
            (HealthSection::Conditions, &conditions),
            (HealthSection::Surgeries, &surgeries),
            (HealthSection::Medicines, &medicines),
            (HealthSection::Allergies, &allergies),
        ]
        .into_iter()
        .filter_map(|(section, lines)| lines.is_empty().then_some(section))
        .collect();
        let said: BTreeSet<HealthSection> = self.none.iter().copied().collect();
        let checked = Self {
            conditions,
            surgeries,
            medicines,
            allergies,
            none: said.intersection(&empty).copied().collect(),
            flags: check_flags(&mut checks, &self.flags, today),
            pregnancy: self.pregnancy.as_ref().map(|pregnancy| pregnancy.check(&mut checks, today)),
            fertility: self.fertility.as_ref().map(|fertility| fertility.check(&mut checks, today)),
            sport: self.sport.as_ref().map(|sport| sport.check(&mut checks)),
            other: checks.lines("other", &self.other, LONGEST_OTHER),
        };
        checks.finish()?;
        Ok(Self {
            fertility: checked.fertility.filter(|fertility| *fertility != Fertility::default()),
            sport: checked.sport.filter(|sport| *sport != Sport::default()),
            ..checked
        })
    }
}

impl HealthLine {
    fn is_blank(&self) -> bool {
        [&self.what, &self.detail, &self.since, &self.until, &self.note]
            .iter()
            .all(|text| text.trim().is_empty())
    }

    fn check(&self, checks: &mut Checks, path: &str, today: NaiveDate, ahead: bool) -> Self {
        let (since, until) = when::check_span(checks, path, (&self.since, &self.until), today, ahead);
        Self {
            what: checks.required(format!("{path}.what"), &self.what, LONGEST_NAME),
            detail: checks.line(format!("{path}.detail"), &self.detail, LONGEST_NAME),
            since,
            until,
            note: checks.lines(format!("{path}.note"), &self.note, LONGEST_NOTE),
        }
    }
}

fn check_flags(checks: &mut Checks, flags: &[HealthFlag], today: NaiveDate) -> Vec<HealthFlag> {
    let mut seen = BTreeSet::new();
    let mut checked = Vec::new();
    for (place, flag) in flags.iter().enumerate() {
        let path = format!("flags.{place}");
        if !seen.insert(flag.kind) {
            checks.note(format!("{path}.kind"), FieldProblem::NameTaken);
        }
        let (since, until) = when::check_span(checks, &path, (&flag.since, &flag.until), today, false);
        let note = checks.line(format!("{path}.note"), &flag.note, LONGEST_NAME);
        checked.push(HealthFlag { kind: flag.kind, since, until, note });
    }
    checked.sort_by_key(|flag| flag.kind);
    checked
}

impl Pregnancy {
    fn check(&self, checks: &mut Checks, today: NaiveDate) -> Self {
        let due = match self.due.trim() {
            typed if typed.is_empty() || self.state != PregnancyState::Pregnant => None,
            typed => checks.day("pregnancy.due", typed),
        };
        if due.is_some_and(|due| due > today + TimeDelta::days(LONGEST_PREGNANCY)) {
            checks.note("pregnancy.due", FieldProblem::TooFarAhead);
        }
        Self {
            state: self.state,
            since: when::check(checks, "pregnancy.since", &self.since, today, false),
            due: due.map(|due| due.to_string()).unwrap_or_default(),
            note: checks.lines("pregnancy.note", &self.note, LONGEST_NOTE),
        }
    }
}

impl Fertility {
    fn check(&self, checks: &mut Checks, today: NaiveDate) -> Self {
        let began = checks.past_day("fertility.cycle_began", &self.cycle_began, today);
        let transfer = match self.transfer.trim() {
            "" => None,
            typed => checks.day("fertility.transfer", typed),
        };
        Self {
            cycle_began: began.map(|day| day.to_string()).unwrap_or_default(),
            transfer: transfer.map(|day| day.to_string()).unwrap_or_default(),
            medicines: checks.lines("fertility.medicines", &self.medicines, LONGEST_NOTE),
        }
    }
}

impl Sport {
    fn check(&self, checks: &mut Checks) -> Self {
        let day = match self.event_day.trim() {
            "" => None,
            typed => checks.day("sport.event_day", typed),
        };
        Self {
            event: checks.line("sport.event", &self.event, LONGEST_NAME),
            event_day: day.map(|day| day.to_string()).unwrap_or_default(),
            anti_doping: self.anti_doping,
            note: checks.lines("sport.note", &self.note, LONGEST_NOTE),
        }
    }
}
