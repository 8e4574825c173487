//! Where the next visit fits.

use crate::ids::RoomId;

use super::MINUTE;
use super::pattern::Pattern;
use super::span::Span;

/// What is looked for, and what is taken already. Spans are in order and do not overlap each other ([`Span::joined`]).
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// From here on, and so that it begins before the end.
    pub within: Span,
    /// When the practitioner works. The whole visit is in one of these: somebody is there while the client rests.
    pub working: &'a [Span],
    /// When the practitioner's hands are taken.
    pub hands: &'a [Span],
    /// When the client is elsewhere.
    pub client: &'a [Span],
    /// The rooms that would do, each with the times in which it has no chair left. Without any, none is needed.
    pub rooms: &'a [(RoomId, Vec<Span>)],
    /// The parts of the visit.
    pub pattern: &'a Pattern,
    /// So many minutes before it the room is held.
    pub before: u16,
    /// And so many after it.
    pub after: u16,
    /// It begins so many minutes, or a multiple of them, after the practitioner does.
    pub every: u16,
}

/// A time that is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Free {
    /// When the visit would begin (UTC milliseconds).
    pub start: i64,
    /// In which room: the first of the list that is free.
    pub room: Option<RoomId>,
}

/// The first time at which everything is free.
pub fn next_free(search: &Search<'_>) -> Option<Free> {
    search.working.iter().find_map(|shift| search.within_shift(*shift))
}

impl Search<'_> {
    fn within_shift(&self, shift: Span) -> Option<Free> {
        let mut start = on_grid(self.within.from, shift.from, self.every);
        while start < self.within.until && shift.holds(self.pattern.whole(start)) {
            match self.at(start) {
                Ok(room) => return Some(Free { start, room }),
                // Nothing before that can be free, so nothing is looked at twice.
                Err(not_before) => start = on_grid(not_before.max(start + 1), shift.from, self.every),
            }
        }
        None
    }

    /// The room in which a visit can begin at an instant, or the earliest instant at which what is in the way is over.
    fn at(&self, start: i64) -> Result<Option<RoomId>, i64> {
        let mut not_before = start;
        for part in self.pattern.hands_on(start) {
            if let Some(taken) = first_in(self.hands, part) {
                not_before = not_before.max(taken.until - (part.from - start));
            }
        }
        if let Some(elsewhere) = first_in(self.client, self.pattern.whole(start)) {
            not_before = not_before.max(elsewhere.until);
        }
        match self.room_at(start) {
            Ok(room) if not_before == start => Ok(room),
            Ok(_) => Err(not_before),
            Err(free_again) => Err(not_before.max(free_again)),
        }
    }

    fn room_at(&self, start: i64) -> Result<Option<RoomId>, i64> {
        let Span { from, until } = self.pattern.whole(start);
        let before = i64::from(self.before) * MINUTE;
        let held = Span { from: from - before, until: until + i64::from(self.after) * MINUTE };
        let mut free_again = i64::MAX;
        for (room, full) in self.rooms {
            match first_in(full, held) {
                None => return Ok(Some(*room)),
                Some(taken) => free_again = free_again.min(taken.until + before),
            }
        }
        if self.rooms.is_empty() { Ok(None) } else { Err(free_again) }
    }

    /// When a room with so many chairs has none left.
    pub fn full(held: &[Span], chairs: usize) -> Vec<Span> {
        let mut edges: Vec<(i64, i32)> = Vec::with_capacity(2 * held.len());
        for span in held.iter().filter(|span| !span.is_empty()) {
            edges.extend([(span.from, 1), (span.until, -1)]);
        }
        // Whoever goes has gone before somebody comes at the same instant.
        edges.sort_unstable();
        let chairs = i32::try_from(chairs.max(1)).unwrap_or(i32::MAX);
        let (mut sitting, mut since, mut full) = (0, None, Vec::new());
        for (at, change) in edges {
            sitting += change;
            match since {
                None if sitting >= chairs => since = Some(at),
                Some(from) if sitting < chairs => {
                    full.push(Span { from, until: at });
                    since = None;
                }
                _ => {}
            }
        }
        Span::joined(full)
    }
}

/// The first of spans in order that overlaps another.
fn first_in(spans: &[Span], with: Span) -> Option<Span> {
    let at = spans.partition_point(|span| span.until <= with.from);
    spans.get(at).copied().filter(|span| span.overlaps(with))
}

/// The first instant from `at` on that is a multiple of so many minutes after the anchor, and not before it.
fn on_grid(at: i64, anchor: i64, every: u16) -> i64 {
    let step = i64::from(every.max(1)) * MINUTE;
    let since = (at - anchor).max(0);
    anchor + (since + step - 1) / step * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookings::model_day::{Day, staggered, visit};

    fn minutes(from: i64, until: i64) -> Span {
        Span { from: from * MINUTE, until: until * MINUTE }
    }

    #[test]
    fn the_next_start_that_fits_beside_a_visit_is_in_its_rest() {
        let first = staggered(0, 0);
        let hands: Vec<Span> = first.pattern.hands_on(0).collect();
        let rooms = [(Day::room(0), vec![first.in_room()]), (Day::room(1), vec![])];
        let search = Search {
            within: minutes(0, 480),
            working: &[minutes(0, 480)],
            hands: &hands,
            client: &[],
            rooms: &rooms,
            pattern: &first.pattern,
            before: 0,
            after: 0,
            every: 5,
        };
        assert_eq!(next_free(&search), Some(Free { start: 20 * MINUTE, room: Some(Day::room(1)) }));
        let alone = Search { rooms: &rooms[..1], ..search };
        assert_eq!(next_free(&alone), Some(Free { start: 55 * MINUTE, room: Some(Day::room(0)) }));
        let busy = Search { client: &[minutes(0, 70)], ..search };
        assert_eq!(next_free(&busy).map(|free| free.start), Some(70 * MINUTE));
        let late = Search { within: minutes(426, 480), ..search };
        assert_eq!(next_free(&late), None, "the practitioner goes home before it would be over");
        let from_now = Search { within: minutes(57, 480), ..search };
        assert_eq!(next_free(&from_now).map(|free| free.start), Some(60 * MINUTE), "on the grid");
    }

    #[test]
    fn a_room_is_full_while_every_chair_is_taken() {
        let held = [minutes(0, 30), minutes(10, 40), minutes(30, 60), minutes(5, 5)];
        assert_eq!(Search::full(&held, 1), [minutes(0, 60)]);
        assert_eq!(Search::full(&held, 2), [minutes(10, 40)]);
        assert_eq!(Search::full(&held, 3), [], "who goes at thirty makes room for who comes then");
    }

    #[test]
    fn a_year_that_is_full_has_nothing_free_and_says_so() {
        let day = |nth: i64| minutes(nth * 1440 + 540, nth * 1440 + 1020);
        let working: Vec<Span> = (0..366).map(day).collect();
        let visit = visit(0, 0, 0, 60);
        let rooms = [(Day::room(0), Vec::new())];
        let search = Search {
            within: minutes(0, 366 * 1440),
            working: &working,
            hands: &working,
            client: &[],
            rooms: &rooms,
            pattern: &visit.pattern,
            before: 0,
            after: 0,
            every: 5,
        };
        assert_eq!(next_free(&search), None);
        let last_hour = [&working[..365], &[minutes(365 * 1440 + 540, 365 * 1440 + 960)]].concat();
        let free = next_free(&Search { hands: &last_hour, ..search });
        assert_eq!(free.map(|free| free.start), Some((365 * 1440 + 960) * MINUTE));
    }
}
