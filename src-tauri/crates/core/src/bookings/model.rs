//! What a booking is made of.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};

use super::pattern::{LONGEST_VISIT, MOST_PARTS, Part, Pattern, UnfitPattern};
use super::wall::{OnTheWall, instant_of};

/// What became of a booking, in the order of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BookingStatus {
    /// Promised by the practice.
    Booked,
    /// Promised by the client too.
    Confirmed,
    /// The client is here and waits.
    Arrived,
    /// The client is in the room, with hands on.
    InRoom,
    /// The client rests, with the needles in.
    Resting,
    /// The visit is over.
    Done,
    /// The client did not come and did not say so.
    NoShow,
    /// It was cancelled in time.
    Cancelled,
    /// It was cancelled so late that nobody else could come.
    CancelledLate,
}

impl BookingStatus {
    const ALL: [Self; 9] = [
        Self::Booked,
        Self::Confirmed,
        Self::Arrived,
        Self::InRoom,
        Self::Resting,
        Self::Done,
        Self::NoShow,
        Self::Cancelled,
        Self::CancelledLate,
    ];

    /// The stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Confirmed => "confirmed",
            Self::Arrived => "arrived",
            Self::InRoom => "in_room",
            Self::Resting => "resting",
            Self::Done => "done",
            Self::NoShow => "no_show",
            Self::Cancelled => "cancelled",
            Self::CancelledLate => "cancelled_late",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Whether the visit takes hands, a room and the client's time; one that does not come about takes nothing.
    pub fn takes_time(self) -> bool {
        !matches!(self, Self::NoShow | Self::Cancelled | Self::CancelledLate)
    }
}

/// A part of a visit on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct VisitPart {
    /// Whether the practitioner is needed.
    pub hands_on: bool,
    /// How long it lasts, in minutes.
    pub minutes: i32,
}

/// Which of two, where the clocks go back and a time comes twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WhichTime {
    /// Before the clocks go back.
    Earlier,
    /// After.
    Later,
}

/// When a visit begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    /// As the clinic's wall has it.
    pub(super) wall: NaiveDateTime,
    /// The same in UTC milliseconds.
    pub(super) at: i64,
}

/// Reads when a visit begins, in the clinic's zone. A time that the clocks leave out is refused; for one that comes twice it
/// must be said which.
pub(super) fn start(checks: &mut Checks, text: &str, which: Option<WhichTime>, zone: Tz) -> Option<Start> {
    let wall = checks.wall("start", text)?;
    let at = match (instant_of(wall, zone), which) {
        (OnTheWall::Once(at), _) => at,
        (OnTheWall::Twice { earlier, .. }, Some(WhichTime::Earlier)) => earlier,
        (OnTheWall::Twice { later, .. }, Some(WhichTime::Later)) => later,
        (OnTheWall::Twice { .. }, None) => {
            checks.note("start", FieldProblem::TimeComesTwice);
            return None;
        }
        (OnTheWall::Never, _) => {
            checks.note("start", FieldProblem::NoSuchTime);
            return None;
        }
    };
    Some(Start { wall, at })
}

/// Reads the parts of a visit; each problem stands at its part.
pub(super) fn pattern(checks: &mut Checks, path: &str, parts: &[VisitPart]) -> Option<Pattern> {
    let mut read = Vec::new();
    for (at, part) in parts.iter().enumerate().take(MOST_PARTS + 1) {
        match u16::try_from(part.minutes) {
            Ok(minutes) if minutes > 0 && minutes <= LONGEST_VISIT => {
                read.push(Part { hands_on: part.hands_on, minutes });
            }
            _ if part.minutes > 0 => {
                checks.too_much(format!("{path}.{at}.minutes"), u32::from(LONGEST_VISIT));
                return None;
            }
            _ => {
                checks.note(format!("{path}.{at}.minutes"), FieldProblem::NotANumber);
                return None;
            }
        }
    }
    match Pattern::of(&read) {
        Ok(pattern) => return Some(pattern),
        Err(UnfitPattern::Empty | UnfitPattern::NobodysHands) => {
            checks.note(path, FieldProblem::Required);
        }
        Err(UnfitPattern::TooLong) => checks.too_much(path, u32::from(LONGEST_VISIT)),
        Err(UnfitPattern::TooManyParts) => checks.note(path, FieldProblem::TooLong),
    }
    None
}

/// The parts of a visit for the wire.
pub(super) fn parts(pattern: &Pattern) -> Vec<VisitPart> {
    pattern
        .parts()
        .iter()
        .map(|part| VisitPart { hands_on: part.hands_on, minutes: i32::from(part.minutes) })
        .collect()
}

/// A time on the wall, as it is stored and crosses: "2026-05-12T10:15".
pub(super) fn written(wall: NaiveDateTime) -> String {
    wall.format("%Y-%m-%dT%H:%M").to_string()
}
