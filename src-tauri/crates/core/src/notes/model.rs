//! What a note says: typed, checked, and ready to be signed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::ids::{AddendumId, ClientId, NoteId};
use crate::points;

/// Characters a section may have: some five printed pages.
const LONGEST_SECTION: u32 = 20_000;
/// Entries of points: more than any treatment has, and few enough to draw.
const MOST_POINTS: usize = 200;

/// Where a point was needled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The client's left.
    Left,
    /// The client's right.
    Right,
    /// Both sides.
    Both,
    /// On the midline.
    Middle,
    /// All places of a group.
    Whole,
}

impl Side {
    /// The stored name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
            Self::Middle => "middle",
            Self::Whole => "whole",
        }
    }

    /// Reads a stored name.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Left, Self::Right, Self::Both, Self::Middle, Self::Whole]
            .into_iter()
            .find(|side| side.name() == name)
    }

    /// Whether a point that lies there can be needled on this side. A group may be needled on one side only.
    fn fits(self, place: points::Place) -> bool {
        match place {
            points::Place::Paired => matches!(self, Self::Left | Self::Right | Self::Both),
            points::Place::Middle => self == Self::Middle,
            points::Place::Whole => self != Self::Middle,
        }
    }
}

/// A needled point, as somebody enters it.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct NeedledPoint {
    /// The WHO's code.
    pub code: String,
    /// Where.
    pub side: Side,
    /// How many needles, 1 to 99.
    pub needles: i32,
}

/// A note as somebody types it.
#[derive(Debug, Clone, Default, Deserialize, Type)]
pub struct NoteText {
    /// The day of the treatment, ISO.
    pub visit_date: String,
    /// What the client says.
    pub subjective: String,
    /// What was found.
    pub objective: String,
    /// What it is taken for.
    pub assessment: String,
    /// What was done and comes next.
    pub plan: String,
    /// The points, in the order they were entered.
    pub points: Vec<NeedledPoint>,
}

/// A note's words and points, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body {
    /// ISO.
    pub(super) visit_date: String,
    pub(super) subjective: String,
    pub(super) objective: String,
    pub(super) assessment: String,
    pub(super) plan: String,
    pub(super) points: Vec<Needled>,
}

/// A needled point with the names it has on the day of signing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needled {
    /// Counted from 0.
    pub(super) position: i64,
    pub(super) code: String,
    pub(super) pinyin: String,
    pub(super) hanzi: String,
    pub(super) english: String,
    pub(super) side: Side,
    pub(super) needles: i64,
}

/// A note: whose it is, and what it says.
#[derive(Debug)]
pub(crate) struct Note {
    pub(super) id: NoteId,
    pub(super) client: ClientId,
    pub(super) version: i64,
    pub(super) template: String,
    pub(super) body: Body,
}

/// Words added to a signed note.
#[derive(Debug)]
pub(super) struct Addendum {
    pub(super) id: AddendumId,
    pub(super) note: NoteId,
    /// The hash of what was signed as the note, which ties the addendum to exactly those words.
    pub(super) note_sha256: Vec<u8>,
    /// Counted from 1.
    pub(super) number: i64,
    pub(super) text: String,
}

impl NoteText {
    /// Checks what is about to be signed: a day that has come, known points, and something that was written.
    pub(crate) fn validate(&self, today: NaiveDate) -> Result<Body> {
        let mut checks = Checks::default();
        if self.visit_date.trim().is_empty() {
            checks.note("visit_date", FieldProblem::Required);
        }
        let visit_date = checks.past_day("visit_date", &self.visit_date, today);
        let mut section = |path: &str, text: &str| checks.lines(path, text, LONGEST_SECTION);
        let subjective = section("subjective", &self.subjective);
        let objective = section("objective", &self.objective);
        let assessment = section("assessment", &self.assessment);
        let plan = section("plan", &self.plan);
        let silent = [&subjective, &objective, &assessment, &plan].iter().all(|text| text.trim().is_empty());
        if silent && self.points.is_empty() {
            checks.note("note", FieldProblem::Required);
        }
        if self.points.len() > MOST_POINTS {
            checks.note("points", FieldProblem::TooLong);
        }
        let points = self.points.iter().take(MOST_POINTS).zip(0_i64..);
        let points = points.filter_map(|(point, position)| point.validate(&mut checks, position)).collect();
        checks.finish()?;
        let visit_date = visit_date.map(|day| day.to_string()).unwrap_or_default();
        Ok(Body { visit_date, subjective, objective, assessment, plan, points })
    }
}

impl NeedledPoint {
    fn validate(&self, checks: &mut Checks, position: i64) -> Option<Needled> {
        if !(1..=99).contains(&self.needles) {
            checks.note(format!("points.{position}.needles"), FieldProblem::UnknownValue);
        }
        let Some(point) = points::point(&self.code) else {
            checks.note(format!("points.{position}.code"), FieldProblem::UnknownValue);
            return None;
        };
        if !self.side.fits(point.place) {
            checks.note(format!("points.{position}.side"), FieldProblem::UnknownValue);
        }
        Some(Needled {
            position,
            code: point.code.to_owned(),
            pinyin: point.pinyin.to_owned(),
            hanzi: point.hanzi.to_owned(),
            english: point.english.to_owned(),
            side: self.side,
            needles: i64::from(self.needles),
        })
    }
}
