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
        Self::at(random, |minute, _| Some(i64::from(minute) * MINUTE))
    }

    /// A random day whose visits begin when a clock has them begin. What it leaves out is not booked.
    pub(super) fn at(
        random: &mut fastrand::Rng,
        start: impl Fn(u16, &mut fastrand::Rng) -> Option<i64>,
    ) -> Self {
        let mut visits: Vec<Visit> = (0..random.usize(1..8))
            .map(|_| {
                let start = loop {
                    if let Some(start) = start(random.u16(0..160), random) {
                        break start;
                    }
                };
                random_visit(start, random)
            })
            .collect();
        let new = visits.remove(0);
        Self { new, others: visits, chairs: [1, 1, random.usize(1..4)] }
    }

    /// Looks at every minute in which the new visit holds anything by itself.
    pub(super) fn clashes_by_the_minute(&self) -> Vec<Standing> {
        let mut found = BTreeSet::new();
        let new = Taken::by(&self.new);
        let others: Vec<Taken> = self.others.iter().map(Taken::by).collect();
        for minute in new.room.from / MINUTE..new.room.until / MINUTE {
            let now = Span { from: minute * MINUTE, until: (minute + 1) * MINUTE };
            let mut sitting = Vec::new();
            for (other, there) in others.iter().enumerate() {
                let in_way = |clash| Standing { other, clash };
                if there.visit.practitioner == self.new.practitioner && there.hands(now) && new.hands(now) {
                    found.insert(in_way(Clash::Practitioner));
                }
                let same_client = self.new.client.is_some() && there.visit.client == self.new.client;
                if same_client && there.client.holds(now) && new.client.holds(now) {
                    found.insert(in_way(Clash::Client));
                }
                if self.shares_its_room(there.visit) && there.room.holds(now) {
                    sitting.push(in_way(Clash::Room));
                }
            }
            if self.new.room.is_some_and(|room| sitting.len() >= self.chairs(room)) {
                found.extend(sitting);
            }
        }
        found.into_iter().collect()
    }

    /// Whether the new visit is in the same room as another, with which it does not come.
    fn shares_its_room(&self, there: &Visit) -> bool {
        let for_one = self.new.room.is_some_and(|room| self.chairs(room) == 1);
        let together = for_one && self.new.company.is_some() && self.new.company == there.company;
        self.new.room.is_some() && there.room == self.new.room && !together
    }
}

/// When a visit takes what.
struct Taken<'a> {
    visit: &'a Visit,
    hands: Vec<Span>,
    client: Span,
    room: Span,
}

impl<'a> Taken<'a> {
    fn by(visit: &'a Visit) -> Self {
        let hands = visit.pattern.hands_on(visit.start).collect();
        Self { visit, hands, client: visit.whole(), room: visit.in_room() }
    }

    fn hands(&self, now: Span) -> bool {
        self.hands.iter().any(|span| span.holds(now))
    }
}

fn random_visit(start: i64, random: &mut fastrand::Rng) -> Visit {
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
        start,
        pattern: Pattern::of(&parts).unwrap(),
        before: random.u16(0..15),
        after: random.u16(0..15),
    }
}
