//! The rules against a model that anybody can see is right: a hundred thousand random days, every minute of them looked at
//! by itself. Half of them are days on which the clocks change.

use chrono::{Datelike, NaiveDate};

use super::MINUTE;
use super::clash::{Visit, clashes};
use super::free::{Search, next_free};
use super::hours::{Away, Hours as Week, Shift, working};
use super::model_day::Day;
use super::model_free::Minutes;
use super::model_wall::{Hours, WallDay, days_of};
use super::span::Span;

/// So many for each of five zones.
const DAYS: usize = 20_000;

#[test]
fn new_york() {
    in_zone("America/New_York");
}

#[test]
fn london() {
    in_zone("Europe/London");
}

#[test]
fn sydney() {
    in_zone("Australia/Sydney");
}

#[test]
fn lord_howe() {
    in_zone("Australia/Lord_Howe");
}

#[test]
fn kathmandu() {
    in_zone("Asia/Kathmandu");
}

fn in_zone(zone: &str) {
    let mut random = fastrand::Rng::with_seed(6);
    let days = days_of(zone, &mut random);
    assert_eq!(days[0].len(), if zone == "Asia/Kathmandu" { 1 } else { 104 }, "changes of {zone}");
    let mut counted = [0; 4];
    for nth in 0..DAYS {
        let hours = Hours::random(random.choice(&days[nth % 2]).unwrap(), &mut random);
        let day = Day::at(&mut random, |minute, random| hours.start(minute, random));
        let clashing = clashes(&day.new, &day.others, |room| day.chairs(room));
        assert_eq!(clashing, day.clashes_by_the_minute(), "day {nth}: {hours:?} {day:?}");
        counted[usize::from(clashing.is_empty())] += 1;
        counted[2 + usize::from(is_free(nth, hours, &day, &mut random))] += 1;
    }
    assert!(
        counted.iter().all(|counted| *counted > DAYS / 10),
        "clashing, not, nothing free, free: {counted:?}"
    );
}

/// Looks for the next time that fits by the rule and by the minute, and says whether there is one.
fn is_free(nth: usize, hours: Hours<'_>, day: &Day, random: &mut fastrand::Rng) -> bool {
    let begin = hours.begin_at();
    let noon = begin + random.u16(60..120);
    let shifts =
        [(begin + random.u16(0..50), noon), (noon + random.u16(0..40), begin + random.u16(170..300))];
    let gone = begin + random.u16(0..300);
    let gone = (random.u8(0..3) == 0).then_some((gone, gone + random.u16(1..60)));
    let rooms: Vec<_> = (0..random.u8(0..4)).map(Day::room).collect();
    let minutes = |from: i64, until: i64| Span {
        from: hours.first() + from * MINUTE,
        until: hours.first() + until * MINUTE,
    };
    let within = minutes(random.i64(0..150), random.i64(150..300));
    let every = [1, 5, 10, 15][random.usize(0..4)];

    let mut by_the_minute = Minutes::of(day, hours.first());
    for (from, until) in shifts {
        by_the_minute.work(hours.day.between(from, until), true);
    }
    if let Some((from, until)) = gone {
        by_the_minute.work(hours.day.between(from, until), false);
    }
    let expected = by_the_minute.first_free(&day.new, &rooms, |room| day.chairs(room), within, every);

    let mine = |visit: &&Visit| visit.practitioner == day.new.practitioner;
    let hands = day.others.iter().filter(mine).flat_map(|visit| visit.pattern.hands_on(visit.start));
    let theirs = |visit: &&Visit| day.new.client.is_some() && visit.client == day.new.client;
    let client = day.others.iter().filter(theirs).map(Visit::whole);
    let full = rooms.iter().map(|room| {
        let held = day.others.iter().filter(|visit| visit.room == Some(*room)).map(Visit::in_room);
        (*room, Search::full(&held.collect::<Vec<_>>(), day.chairs(*room)))
    });
    let search = Search {
        within,
        working: &shifts_of(hours.day, shifts, gone),
        hands: &Span::joined(hands.collect()),
        client: &Span::joined(client.collect()),
        rooms: &full.collect::<Vec<_>>(),
        pattern: &day.new.pattern,
        before: day.new.before,
        after: day.new.after,
        every,
    };
    let found = next_free(&search);
    assert_eq!(found, expected, "day {nth}: {hours:?} {day:?} {search:?} {shifts:?} {gone:?}");
    found.is_some()
}

/// When the practitioner works, as the diary reads it from their week.
fn shifts_of(day: &WallDay, shifts: [(u16, u16); 2], gone: Option<(u16, u16)>) -> Vec<Span> {
    let weekday = day.date.weekday();
    let shifts = shifts.map(|(from, until)| Shift { weekday, from, until });
    let week = Week { since: NaiveDate::MIN, until: None, shifts: shifts.to_vec() };
    let gone = gone.map(|(from, until)| Away { from: day.at(from), until: day.at(until) });
    working(day.date, &[week], gone.as_slice(), day.zone)
}
