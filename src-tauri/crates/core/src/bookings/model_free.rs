//! Where the next visit fits, looked for by trying: every minute of a few hours has what is taken in it written down. For
//! the tests of the rules.

use std::ops::Range;

use crate::ids::RoomId;

use super::MINUTE;
use super::clash::Visit;
use super::free::Free;
use super::model_day::Day;
use super::span::Span;

/// So many minutes are written down, and none of a visit that is looked for is outside them.
const WRITTEN: usize = 480;
/// So many of them are before what is looked at.
const BEFORE: i64 = 40;

/// What is taken in each minute.
#[derive(Debug)]
pub(super) struct Minutes {
    /// The first minute, counted as instants are.
    first: i64,
    works: [bool; WRITTEN],
    hands: [bool; WRITTEN],
    elsewhere: [bool; WRITTEN],
    sitting: [[usize; WRITTEN]; 3],
}

impl Minutes {
    /// Writes down who is where, for the new visit of a day.
    pub(super) fn of(day: &Day, first: i64) -> Self {
        let none = [false; WRITTEN];
        let mut minutes = Self {
            first: first / MINUTE - BEFORE,
            works: none,
            hands: none,
            elsewhere: none,
            sitting: [[0; WRITTEN]; 3],
        };
        for there in &day.others {
            if there.practitioner == day.new.practitioner {
                for span in there.pattern.hands_on(there.start) {
                    let needed = minutes.within(span);
                    minutes.hands[needed].fill(true);
                }
            }
            if day.new.client.is_some() && there.client == day.new.client {
                let there = minutes.within(there.whole());
                minutes.elsewhere[there].fill(true);
            }
            if let Some(room) = there.room.map(number) {
                let held = minutes.within(there.in_room());
                minutes.sitting[room][held].iter_mut().for_each(|sitting| *sitting += 1);
            }
        }
        minutes
    }

    /// The practitioner works in these minutes, or does not.
    pub(super) fn work(&mut self, minutes: Range<i64>, works: bool) {
        for minute in minutes {
            self.works[self.place(minute)] = works;
        }
    }

    /// The first start at which nothing is taken by another, one tried after the other.
    pub(super) fn first_free(
        &self,
        visit: &Visit,
        rooms: &[RoomId],
        chairs: impl Fn(RoomId) -> usize,
        within: Span,
        every: u16,
    ) -> Option<Free> {
        let mut since_they_began = 0;
        for minute in 0..WRITTEN {
            if !self.works[minute] {
                since_they_began = 0;
                continue;
            }
            let start = (self.first + i64::try_from(minute).unwrap()) * MINUTE;
            let is_a_start = since_they_began % every == 0 && within.from <= start && start < within.until;
            since_they_began += 1;
            if !is_a_start || !self.has_time(visit, start) {
                continue;
            }
            let held = self.within(Visit { start, ..visit.clone() }.in_room());
            let has_a_chair = |room: &&RoomId| {
                held.clone().all(|minute| self.sitting[number(**room)][minute] < chairs(**room))
            };
            match rooms.iter().find(has_a_chair) {
                Some(room) => return Some(Free { start, room: Some(*room) }),
                None if rooms.is_empty() => return Some(Free { start, room: None }),
                None => {}
            }
        }
        None
    }

    /// Whether the practitioner is there in every minute of a visit with hands free where they are needed, and the client is
    /// not elsewhere.
    fn has_time(&self, visit: &Visit, start: i64) -> bool {
        self.within(visit.pattern.whole(start)).all(|minute| self.works[minute] && !self.elsewhere[minute])
            && visit.pattern.hands_on(start).all(|span| self.within(span).all(|minute| !self.hands[minute]))
    }

    fn within(&self, span: Span) -> Range<usize> {
        self.place(span.from / MINUTE)..self.place(span.until / MINUTE)
    }

    fn place(&self, minute: i64) -> usize {
        usize::try_from(minute - self.first).unwrap()
    }
}

/// Which of the three rooms it is.
fn number(room: RoomId) -> usize {
    (0..3).position(|number| Day::room(number) == room).unwrap()
}
