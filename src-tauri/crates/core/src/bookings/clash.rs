//! What stands in the way of a visit.

use crate::ids::{BookingId, ClientId, PersonId, RoomId};

use super::MINUTE;
use super::pattern::Pattern;
use super::span::Span;

/// Somebody's visit to somebody, as far as it keeps others from coming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Who treats.
    pub practitioner: PersonId,
    /// Where; nothing for a visit elsewhere.
    pub room: Option<RoomId>,
    /// Who comes; nothing while a time is only held.
    pub client: Option<ClientId>,
    /// People who come together and share a room for one, such as a mother and her child, carry the booking of one of them.
    /// In a community room each has a chair.
    pub company: Option<BookingId>,
    /// When it begins (UTC milliseconds).
    pub start: i64,
    /// Its parts.
    pub pattern: Pattern,
    /// So many minutes before it the room is held, to be made ready. The practitioner is not: what takes their hands is a part
    /// of the visit.
    pub before: u16,
    /// And so many after it.
    pub after: u16,
}

impl Visit {
    /// From the client's coming to their going.
    pub fn whole(&self) -> Span {
        self.pattern.whole(self.start)
    }

    /// How long the room is held.
    pub fn in_room(&self) -> Span {
        let Span { from, until } = self.whole();
        Span { from: from - i64::from(self.before) * MINUTE, until: until + i64::from(self.after) * MINUTE }
    }

    fn needs_hands_with(&self, other: &Self) -> bool {
        self.pattern
            .hands_on(self.start)
            .any(|mine| other.pattern.hands_on(other.start).any(|theirs| mine.overlaps(theirs)))
    }

    fn comes_with(&self, other: &Self) -> bool {
        self.company.is_some() && self.company == other.company
    }
}

/// What two visits both want.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clash {
    /// The practitioner's hands at the same time.
    Practitioner,
    /// A room, or the last chair in it.
    Room,
    /// The same client would be in two places.
    Client,
}

/// A visit that stands in the way of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// Its place in the list that was asked about.
    pub other: usize,
    /// What both want.
    pub clash: Clash,
}

/// Everything that stands in the way of a visit, by the order of the others. `chairs` says for how many a room is: one, but
/// in a community room.
pub fn clashes(new: &Visit, others: &[Visit], chairs: impl Fn(RoomId) -> usize) -> Vec<Standing> {
    let mut found = Vec::new();
    for (other, there) in others.iter().enumerate() {
        if there.practitioner == new.practitioner && new.needs_hands_with(there) {
            found.push(Standing { other, clash: Clash::Practitioner });
        }
        if new.client.is_some() && new.client == there.client && new.whole().overlaps(there.whole()) {
            found.push(Standing { other, clash: Clash::Client });
        }
    }
    if let Some(room) = new.room {
        found.extend(without_a_chair(new, others, room, chairs(room).max(1)));
    }
    found.sort();
    found
}

/// Those that have the chairs of the room at a moment at which none is left. They only grow more when one of them comes, so
/// those moments and the beginning are all there are to look at.
fn without_a_chair(new: &Visit, others: &[Visit], room: RoomId, chairs: usize) -> Vec<Standing> {
    let held = new.in_room();
    let there: Vec<(usize, Span)> = others
        .iter()
        .enumerate()
        .filter(|(_, there)| there.room == Some(room) && !(chairs == 1 && there.comes_with(new)))
        .map(|(other, there)| (other, there.in_room()))
        .filter(|(_, span)| span.overlaps(held))
        .collect();
    let mut in_the_way: Vec<usize> = Vec::new();
    for (_, coming) in &there {
        let moment = coming.from.max(held.from);
        let sitting = there.iter().filter(|(_, span)| span.from <= moment && moment < span.until);
        let sitting: Vec<usize> = sitting.map(|(other, _)| *other).collect();
        if sitting.len() >= chairs {
            in_the_way.extend(sitting);
        }
    }
    in_the_way.sort_unstable();
    in_the_way.dedup();
    in_the_way.into_iter().map(|other| Standing { other, clash: Clash::Room }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookings::model_day::{Day, staggered, visit};

    #[test]
    fn one_person_runs_two_rooms_while_hands_are_free() {
        let first = staggered(0, 0);
        // 20 hands on, 25 at rest, 10 hands on: the other room fits into the rest, from 20 to 40.
        for (start, clash) in
            [(0, true), (19, true), (20, false), (25, false), (26, true), (54, true), (55, false)]
        {
            let second = staggered(1, start);
            let found = clashes(&second, std::slice::from_ref(&first), |_| 1);
            assert_eq!(!found.is_empty(), clash, "the second room at minute {start}: {found:?}");
        }
        let same_room = clashes(&staggered(0, 20), &[first], |_| 1);
        assert_eq!(same_room, [Standing { other: 0, clash: Clash::Room }]);
    }

    #[test]
    fn a_client_is_in_one_place_and_a_child_has_its_mother_with_it() {
        let child =
            Visit { company: Some(Day::booking(1)), client: Some(Day::client(1)), ..visit(0, 0, 0, 60) };
        let mother = Visit { client: Some(Day::client(2)), practitioner: Day::person(1), ..child.clone() };
        assert_eq!(clashes(&mother, std::slice::from_ref(&child), |_| 1), []);
        let stranger = Visit { company: None, ..mother.clone() };
        assert_eq!(clashes(&stranger, std::slice::from_ref(&child), |_| 1)[0].clash, Clash::Room);
        let twice = Visit { room: Some(Day::room(1)), client: child.client, ..mother };
        assert_eq!(clashes(&twice, &[child], |_| 1)[0].clash, Clash::Client);
    }

    #[test]
    fn a_community_room_takes_as_many_as_it_has_chairs() {
        // Every ten minutes somebody comes; three sit at any time once it is full.
        let sitting: Vec<Visit> = (0..6).map(|nth| visit(nth, 0, 10 * i64::from(nth), 30)).collect();
        let new = visit(9, 0, 25, 30);
        assert_eq!(clashes(&new, &sitting, |_| 4), []);
        let full = clashes(&new, &sitting, |_| 3);
        let there: Vec<usize> = full.iter().map(|standing| standing.other).collect();
        assert_eq!(there, [0, 1, 2, 3, 4, 5], "whoever sits there while no chair is free");
    }

    #[test]
    fn the_room_is_held_while_it_is_made_ready_and_hands_are_not() {
        let first = Visit { after: 10, ..visit(0, 0, 0, 30) };
        assert_eq!(clashes(&visit(1, 0, 35, 30), std::slice::from_ref(&first), |_| 1)[0].clash, Clash::Room);
        assert_eq!(clashes(&visit(1, 0, 40, 30), std::slice::from_ref(&first), |_| 1), []);
        assert_eq!(clashes(&visit(0, 1, 30, 30), &[first], |_| 1), [], "in another room at once");
    }
}
