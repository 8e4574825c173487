//! Moves a booking: another time, another length, another room, another practitioner.

use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::checks::{Checks, FieldProblem};
use crate::error::{Error, Result};
use crate::ids::BookingId;
use crate::practice::Practice;

use super::book::subject;
use super::model::{self, VisitPart, WhichTime};
use super::pattern::{LONGEST_VISIT, Pattern, UnfitPattern};
use super::place::{self, Guests, Wanted};
use super::seen::seen;
use super::store;
use super::view::{self, BookingView};
use super::{own, setup, waiting};

/// A booking with the place it should have.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct Reschedule {
    /// The booking.
    pub id: String,
    /// The version that was moved.
    pub version: i32,
    /// To whom.
    pub practitioner: String,
    /// Where; nothing for a visit elsewhere.
    pub room: Option<String>,
    /// When, on the clinic's wall: "2026-05-12T10:15".
    pub start: String,
    /// Which of two, where that time comes twice.
    pub which: Option<WhichTime>,
    /// How long all of it is; what changes is the rest first. Nothing for as long as it is.
    pub minutes: Option<i32>,
    /// All its parts, where they are given one by one, as undo does. They go before `minutes`.
    pub parts: Option<Vec<VisitPart>>,
    /// Why it is moved there although something stands in the way.
    pub despite: Option<String>,
    /// The entry of the waiting list that it is moved for.
    pub wait: Option<String>,
}

/// Moves a booking, or answers [`Error::InTheWay`] with everything that stands in its way; the booking then stays where it
/// is. Undo is the same act with the place as it was.
pub async fn reschedule(practice: &Practice, input: Reschedule) -> Result<BookingView> {
    place::permit(practice, input.despite.as_deref()).await?;
    let id = BookingId::parse(&input.id)?;
    let before = store::read(practice, id).await?;
    own::permit_column(practice, &before.practitioner.to_string()).await?;
    own::permit_column(practice, &input.practitioner).await?;
    let mut change = practice.change(Action::BookingMoved).await?;
    let zone = setup::zone_of(&change, practice.clock()).await?;
    let stored = seen(&change, id, input.version).await?;
    // What has taken place is not moved up for somebody who waits.
    if input.wait.is_some() && !(stored.is_to_come() && stored.whole.from > practice.now()) {
        return Err(Error::NotFound);
    }
    let visit = stored.visit();
    let wanted = Wanted {
        practitioner: &input.practitioner,
        room: input.room.as_deref(),
        start: &input.start,
        which: input.which,
        pattern: input.pattern(&stored.pattern)?,
        before: visit.before,
        after: visit.after,
        despite: input.despite.as_deref(),
    };
    let guests = Guests { client: stored.client, company: stored.company, moving: Some(id) };
    let place = place::decide(&change, wanted, guests, zone).await?;
    store::replace(&mut change, id, &place).await?;
    waiting::given(&mut change, input.wait.as_deref(), stored.client, id).await?;
    if place.despite.is_some() {
        change.note("despite", true);
    }
    change.commit(subject(id, stored.client)).await?;
    view::of(practice, id).await
}

impl Reschedule {
    pub(super) fn pattern(&self, now: &Pattern) -> Result<Pattern> {
        let mut checks = Checks::default();
        let wanted = match (&self.parts, self.minutes) {
            (Some(parts), _) => model::pattern(&mut checks, "parts", parts),
            (None, None) => Some(now.clone()),
            (None, Some(minutes)) => stretched(&mut checks, now, minutes),
        };
        checks.finish()?;
        wanted.ok_or_else(|| Error::unexpected("moving a booking", "no parts and no problem"))
    }
}

fn stretched(checks: &mut Checks, now: &Pattern, minutes: i32) -> Option<Pattern> {
    let longest = u32::from(LONGEST_VISIT);
    let Ok(length) = u16::try_from(minutes) else {
        if minutes > 0 {
            checks.too_much("minutes", longest);
        } else {
            checks.note("minutes", FieldProblem::NotANumber);
        }
        return None;
    };
    match now.stretched_to(length) {
        Ok(pattern) => Some(pattern),
        Err(UnfitPattern::TooLong) => {
            checks.too_much("minutes", longest);
            None
        }
        Err(_) => {
            checks.note("minutes", FieldProblem::NotANumber);
            None
        }
    }
}
