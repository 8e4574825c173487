//! A random day and a slow, obvious model of it: a grid of minutes. For the tests of the rules.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::ids::{BookingId, ClientId, PersonId, RoomId};

use super::MINUTE;
use super::clash::{Clash, Standing, Visit};
use super::pattern::{Part, Pattern};
use super::span::Span;

/// A day with visits on it, and one that is to be booked.
#[derive(Debug)]
pub(super) struct Day {
    pub(super) new: Visit,
    pub(super) others: Vec<Visit>,
    chairs: [usize; 3],
}

/// A visit with hands on, in minutes of the day.
pub(super) fn visit(person: u8, room: u8, start: i64, minutes: u16) -> Visit {
    Visit {
        practitioner: Day::person(person),
        room: Some(Day::room(room)),
        client: None,
        company: None,
        start: start * MINUTE,
        pattern: Pattern::hands_on_for(minutes).unwrap(),
        before: 0,
        after: 0,
    }
}

/// Needles in, rest, needles out, by one person.
pub(super) fn staggered(room: u8, start: i64) -> Visit {
    let parts = [(true, 20), (false, 25), (true, 10)].map(|(hands_on, minutes)| Part { hands_on, minutes });
    Visit { pattern: Pattern::of(&parts).unwrap(), ..visit(0, room, start, 55) }
}

impl Day {
    pub(super) fn person(number: u8) -> PersonId {
        PersonId::new(Uuid::from_u128(u128::from(number)))
    }

    pub(super) fn room(number: u8) -> RoomId {
        RoomId::new(Uuid::from_u128(100 + u128::from(number)))
    }

    pub(super) fn client(number: u8) -> ClientId {
        ClientId::new(Uuid::from_u128(200 + u128::from(number)))
    }

    pub(super) fn booking(number: u8) -> BookingId {
        BookingId::new(Uuid::from_u128(300 + u128::from(number)))
    }

    pub(super) fn chairs(&self, room: RoomId) -> usize {
        (0..3).find(|number| Self::room(*number) == room).map_or(1, |number| self.chairs[usize::from(number)])
    }

    pub(super) fn random(random: &mut fastrand::Rng) -> Self {
        let others = (0..random.usize(0..7)).map(|_| random_visit(random)).collect();
        Self { new: random_visit(random), others, chairs: [1, 1, random.usize(1..4)] }
    }

    /// Looks at every minute in which the new visit holds anything by itself.
    pub(super) fn clashes_by_the_minute(&self) -> Vec<Standing> {
        let mut found = BTreeSet::new();
        let held = self.new.in_room();
        for minute in held.from / MINUTE..held.until / MINUTE {
            let now = Span { from: minute * MINUTE, until: (minute + 1) * MINUTE };
            let hands = |visit: &Visit| visit.pattern.hands_on(visit.start).any(|span| span.holds(now));
            let here = |visit: &Visit| visit.whole().holds(now);
            let in_room = |visit: &Visit| visit.in_room().holds(now);
            let new = &self.new;
            let mut sitting = Vec::new();
            for (other, there) in self.others.iter().enumerate() {
                if there.practitioner == new.practitioner && hands(there) && hands(new) {
                    found.insert(Standing { other, clash: Clash::Practitioner });
                }
                if new.client.is_some() && there.client == new.client && here(there) && here(new) {
                    found.insert(Standing { other, clash: Clash::Client });
                }
                let for_one = new.room.is_some_and(|room| self.chairs(room) == 1);
                let together = for_one && new.company.is_some() && new.company == there.company;
                if new.room.is_some() && there.room == new.room && !together && in_room(there) && in_room(new)
                {
                    sitting.push(other);
                }
            }
            if new.room.is_some_and(|room| sitting.len() >= self.chairs(room)) {
                found.extend(sitting.into_iter().map(|other| Standing { other, clash: Clash::Room }));
            }
        }
        found.into_iter().collect()
    }
}

fn random_visit(random: &mut fastrand::Rng) -> Visit {
    let minutes = |random: &mut fastrand::Rng| random.u16(1..25);
    let mut parts = vec![Part { hands_on: true, minutes: minutes(random) }];
    for nth in 0..random.usize(0..4) {
        parts.push(Part { hands_on: nth % 2 == 1, minutes: minutes(random) });
    }
    Visit {
        practitioner: Day::person(random.u8(0..2)),
        room: (random.u8(0..5) > 0).then(|| Day::room(random.u8(0..3))),
        client: (random.u8(0..3) > 0).then(|| Day::client(random.u8(0..3))),
        company: (random.u8(0..4) == 0).then(|| Day::booking(random.u8(0..2))),
        start: random.i64(15..160) * MINUTE,
        pattern: Pattern::of(&parts).unwrap(),
        before: random.u16(0..15),
        after: random.u16(0..15),
    }
}
