//! What becomes of a day when somebody runs late.

use crate::ids::{PersonId, RoomId};

use super::MINUTE;
use super::clash::{Standing, Visit, clashes};
use super::pattern::{Part, Pattern};
use super::span::Span;

/// Visits are moved by multiples of so many minutes.
const STEP: i64 = 5 * MINUTE;
/// Nobody waits longer than that; a day in which they would have to is not moved.
const MOST: i64 = 4 * 60 * MINUTE;
/// Whoever should have begun so long ago has, though nobody said so.
const SURELY_BEGUN: i64 = 15 * MINUTE;

/// A visit of the day.
#[derive(Debug, Clone)]
pub struct Running {
    /// The visit.
    pub visit: Visit,
    /// How far it is.
    pub stage: Stage,
}

/// How far a visit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// They are expected.
    Expected,
    /// They are here, and nobody has begun.
    Waiting,
    /// It has begun.
    Begun,
    /// It is over.
    Over,
}

/// A visit with its new place in the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delayed {
    /// Its place in the list that was given.
    pub visit: usize,
    /// When it begins (UTC milliseconds).
    pub start: i64,
    /// Its parts: what has begun goes on longer instead of beginning later.
    pub pattern: Pattern,
}

/// Where the visits of somebody who is so many minutes late go. What they are in the middle of takes so much longer, or,
/// if their hands are free, the next visit begins so much later; everything after that moves only as far as it must, so a
/// gap swallows the delay. Colleagues' visits stay. Nothing where somebody would have to wait for hours.
pub fn delayed(
    practitioner: PersonId,
    day: &[Running],
    now: i64,
    minutes: u16,
    chairs: impl Fn(RoomId) -> usize + Copy,
) -> Option<Vec<Delayed>> {
    let late = i64::from(minutes) * MINUTE;
    let moves = |running: &Running| running.visit.practitioner == practitioner && running.open(now);
    let (mut theirs, fixed): (Vec<usize>, Vec<usize>) = (0..day.len()).partition(|at| moves(&day[*at]));
    theirs.sort_by_key(|at| (day[*at].next_hands(now), day[*at].visit.start));
    let mut standing: Vec<(Option<usize>, Visit)> =
        fixed.into_iter().map(|at| (Some(at), day[at].visit.clone())).collect();
    let mut found = Vec::new();
    let at_work = theirs.iter().position(|at| day[*at].has_hands_on(now));
    if let Some(at) = at_work.map(|position| theirs.remove(position)) {
        let longer = day[at].placed(now, late)?;
        found.push(Delayed { visit: at, start: longer.start, pattern: longer.pattern.clone() });
        standing.push((Some(at), longer));
    } else {
        let Some(first) = theirs.first() else { return Some(found) };
        let next = day[*first].next_hands(now);
        let until = (next + late).max(now);
        let minutes = u16::try_from((until - next + MINUTE - 1) / MINUTE).ok()?;
        let pattern = Pattern::hands_on_for(minutes).ok()?;
        let late = Visit {
            room: None,
            client: None,
            company: None,
            start: next,
            pattern,
            before: 0,
            after: 0,
            practitioner,
        };
        standing.push((None, late));
    }
    for at in theirs {
        let free = |visit: &Visit| {
            let others: Vec<Visit> = standing.iter().map(|(_, visit)| visit.clone()).collect();
            let meant = |Standing { other, .. }: &Standing| {
                // Whoever was booked there on purpose stays together.
                standing[*other].0.is_some_and(|other| {
                    !clashes(&day[at].visit, std::slice::from_ref(&day[other].visit), chairs).is_empty()
                })
            };
            clashes(visit, &others, chairs).iter().all(meant)
        };
        let (by, visit) = (0..=MOST / STEP)
            .filter_map(|step| Some((step, day[at].placed(now, step * STEP)?)))
            .find(|(_, visit)| free(visit))?;
        if by > 0 {
            found.push(Delayed { visit: at, start: visit.start, pattern: visit.pattern.clone() });
        }
        standing.push((Some(at), visit));
    }
    found.sort_by_key(|delayed| day[delayed.visit].visit.start);
    Some(found)
}

impl Running {
    /// Whether it has begun, whatever was said.
    fn begun(&self, now: i64) -> bool {
        match self.stage {
            Stage::Begun => true,
            Stage::Expected | Stage::Waiting => self.visit.start + SURELY_BEGUN < now,
            Stage::Over => false,
        }
    }

    /// Whether something of it is still to come for the practitioner.
    fn open(&self, now: i64) -> bool {
        let last = self.visit.pattern.hands_on(self.visit.start).last();
        match self.stage {
            Stage::Over => false,
            Stage::Expected | Stage::Waiting | Stage::Begun => last.is_some_and(|last| last.until > now),
        }
    }

    /// When hands are needed next, or since when they are.
    fn next_hands(&self, now: i64) -> i64 {
        let mut hands = self.visit.pattern.hands_on(self.visit.start);
        let next = |span: &Span| !self.begun(now) || span.until > now;
        hands.find(next).map_or(self.visit.start, |span| span.from)
    }

    /// Whether the practitioner is in the middle of it.
    fn has_hands_on(&self, now: i64) -> bool {
        let mut hands = self.visit.pattern.hands_on(self.visit.start);
        self.begun(now) && hands.any(|span| span.from <= now && now < span.until)
    }

    /// The visit so much later: what has begun goes on longer in the part it is in.
    fn placed(&self, now: i64, by: i64) -> Option<Visit> {
        if by == 0 {
            return Some(self.visit.clone());
        }
        if !self.begun(now) {
            return Some(Visit { start: self.visit.start + by, ..self.visit.clone() });
        }
        let minutes = u16::try_from(by / MINUTE).ok()?;
        let mut at = self.visit.start;
        let mut longer = false;
        let parts = self.visit.pattern.parts().iter().map(|part| {
            at += i64::from(part.minutes) * MINUTE;
            // Where the clock is past the end of its last part, that one goes on.
            let now_in_it = !longer && now < at;
            longer |= now_in_it;
            Part { minutes: if now_in_it { part.minutes + minutes } else { part.minutes }, ..*part }
        });
        let parts: Vec<Part> = parts.collect();
        Some(Visit { pattern: Pattern::of(&parts).ok()?, ..self.visit.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::super::model_day::{Day, staggered, visit};
    use super::*;

    fn expected(visit: Visit) -> Running {
        Running { visit, stage: Stage::Expected }
    }

    fn starts(day: &[Running], now: i64, minutes: u16) -> Vec<(usize, i64)> {
        let moved = delayed(Day::person(0), day, now * MINUTE, minutes, |_| 1).unwrap();
        moved.iter().map(|delayed| (delayed.visit, delayed.start / MINUTE)).collect()
    }

    #[test]
    fn before_the_first_visit_everything_begins_later_until_a_gap_swallows_it() {
        let day = [visit(0, 0, 60, 30), visit(0, 0, 90, 30), visit(0, 0, 125, 30), visit(0, 0, 200, 30)];
        let day = day.map(expected);
        assert_eq!(
            starts(&day, 55, 10),
            [(0, 70), (1, 100), (2, 130)],
            "five minutes were free before the third"
        );
    }

    #[test]
    fn a_client_who_waits_begins_no_earlier_than_now() {
        let day = [Running { visit: visit(0, 0, 60, 30), stage: Stage::Waiting }];
        assert_eq!(starts(&day, 65, 10), [(0, 70)]);
        assert_eq!(starts(&day, 74, 10), [(0, 75)], "and on a multiple of five minutes");
        // Whoever should have begun long ago has, though nobody said so.
        let longer = delayed(Day::person(0), &day, 85 * MINUTE, 10, |_| 1).unwrap();
        assert_eq!(longer[0].pattern.written(), "h40");
    }

    #[test]
    fn what_they_are_in_the_middle_of_takes_longer_and_who_rests_rests_longer() {
        let begun = |visit| Running { visit, stage: Stage::Begun };
        let day = [staggered(0, 0), staggered(1, 20)].map(begun);
        let moved = delayed(Day::person(0), &day, 30 * MINUTE, 15, |_| 1).unwrap();
        // At minute 30 they are at the second's needles until 40, and now until 55; the first's were to come out at 45.
        let longer: Vec<String> = moved.iter().map(|delayed| delayed.pattern.written()).collect();
        assert_eq!(longer, ["h20 r35 h10", "h35 r25 h10"]);
        assert!(moved.iter().all(|delayed| delayed.start == day[delayed.visit].visit.start));
    }

    #[test]
    fn a_colleagues_visits_stay_and_so_does_who_has_been() {
        let mut day = [visit(0, 0, 0, 30), visit(1, 1, 40, 30), visit(0, 1, 75, 30)].map(expected);
        day[0].stage = Stage::Over;
        assert_eq!(starts(&day, 40, 20), [(2, 95)]);
        assert_eq!(
            delayed(Day::person(2), &day, 0, 10, |_| 1),
            Some(Vec::new()),
            "who has nobody is not late"
        );
        assert_eq!(starts(&day, 300, 10), [], "nor is anybody whose visits are over");
    }

    #[test]
    fn who_was_booked_twice_on_purpose_stays_together() {
        let day = [visit(0, 0, 60, 30), visit(0, 1, 60, 30)].map(expected);
        assert_eq!(starts(&day, 55, 10), [(0, 70), (1, 70)]);
    }

    #[test]
    fn on_random_days_nobody_gets_into_anybodys_way() {
        let mut random = fastrand::Rng::with_seed(7);
        let mut moved_at_all = 0;
        for nth in 0..20_000 {
            let of = Day::random(&mut random);
            let chairs = |room| of.chairs(room);
            let mut visits: Vec<Visit> = Vec::new();
            for visit in of.others.iter().chain([&of.new]) {
                if clashes(visit, &visits, chairs).is_empty() {
                    visits.push(visit.clone());
                }
            }
            let now = random.i64(0..200) * MINUTE;
            let running = |visit: &Visit| {
                let whole = visit.whole();
                let stage = match () {
                    () if whole.until <= now => Stage::Over,
                    () if whole.from <= now => Stage::Begun,
                    () => Stage::Expected,
                };
                Running { visit: visit.clone(), stage }
            };
            let day: Vec<Running> = visits.iter().map(running).collect();
            let late = random.u16(1..40);
            let Some(moved) = delayed(Day::person(0), &day, now, late, chairs) else { continue };
            for delayed in &moved {
                let before = &visits[delayed.visit];
                assert_eq!(before.practitioner, Day::person(0), "day {nth}");
                assert!(
                    delayed.start >= before.start && delayed.pattern.minutes() >= before.pattern.minutes()
                );
                assert!(
                    delayed.start == before.start || delayed.start > now,
                    "day {nth}: a start that is over"
                );
            }
            let at_work =
                day.iter().position(|of| of.visit.practitioner == Day::person(0) && of.has_hands_on(now));
            for Delayed { visit, start, pattern } in moved.iter().cloned() {
                visits[visit] = Visit { start, pattern, ..visits[visit].clone() };
            }
            for Delayed { visit, .. } in &moved {
                let mut others = visits.clone();
                let new = others.remove(*visit);
                let in_the_way = clashes(&new, &others, chairs);
                // Whom they are treating stays in the room, whichever colleague is to have it next.
                let of_colleague = |there: &Standing| others[there.other].practitioner != Day::person(0);
                let meant = at_work == Some(*visit) && in_the_way.iter().all(of_colleague);
                assert!(in_the_way.is_empty() || meant, "day {nth}: {in_the_way:?} {day:?}");
            }
            moved_at_all += usize::from(!moved.is_empty());
        }
        assert!(moved_at_all > 5_000, "{moved_at_all}");
    }
}
