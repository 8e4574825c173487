//! Which backups are kept: close together for the last hours, further apart the older they are.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike};

/// How many of each: of two hours, of a day, of a week, of a month.
const HOURLY: usize = 4;
const DAILY: usize = 7;
const WEEKLY: usize = 4;
const MONTHLY: usize = 6;
/// So many stay whatever the rule and the room on the disk say.
const ALWAYS: usize = 3;
/// All together take at most this share of the room that is free.
const SHARE_OF_FREE: u64 = 10;

/// How long one stays that was made before the records were changed as a whole.
const BEFORE_CHANGE: i64 = 90 * 24 * HOUR;
const HOUR: i64 = 60 * 60 * 1000;

/// A backup, as far as the rule needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kept {
    /// UTC milliseconds.
    pub(super) at: i64,
    pub(super) bytes: u64,
    /// Whether it was made because the records were about to be changed as a whole.
    pub(super) before_change: bool,
}

/// The positions of those that go. `backups` are in any order; `free` is the room on the disk in bytes, where it is known.
pub(super) fn to_remove(backups: &[Kept], free: Option<u64>) -> Vec<usize> {
    let mut newest_first: Vec<usize> = (0..backups.len()).collect();
    newest_first.sort_by_key(|index| std::cmp::Reverse(backups[*index].at));
    let mut kept: BTreeSet<usize> = newest_first.iter().take(ALWAYS).copied().collect();
    let mut keep_newest_of_each = |most: usize, slot_of: fn(i64) -> i64| {
        let mut seen = BTreeSet::new();
        for index in &newest_first {
            if seen.len() < most && seen.insert(slot_of(backups[*index].at)) {
                kept.insert(*index);
            }
        }
    };
    keep_newest_of_each(HOURLY, |at| at.div_euclid(2 * HOUR));
    keep_newest_of_each(DAILY, day);
    keep_newest_of_each(WEEKLY, week);
    keep_newest_of_each(MONTHLY, month);
    let newest = newest_first.first().map_or(0, |index| backups[*index].at);
    let recent = |backup: &Kept| backup.before_change && newest - backup.at < BEFORE_CHANGE;
    kept.extend(newest_first.iter().filter(|index| recent(&backups[**index])));
    let most = free.map_or(u64::MAX, |free| free / SHARE_OF_FREE);
    let mut size: u64 = kept.iter().map(|index| backups[*index].bytes).sum();
    for index in newest_first.iter().skip(ALWAYS).rev() {
        if size > most && kept.remove(index) {
            size -= backups[*index].bytes;
        }
    }
    newest_first.retain(|index| !kept.contains(index));
    newest_first
}

fn day(at: i64) -> i64 {
    at.div_euclid(24 * HOUR)
}

fn week(at: i64) -> i64 {
    // The first of January 1970 was a Thursday; weeks begin on Monday.
    (day(at) + 3).div_euclid(7)
}

fn month(at: i64) -> i64 {
    let date = DateTime::from_timestamp_millis(at).unwrap_or_default();
    i64::from(date.year()) * 12 + i64::from(date.month0())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * HOUR;

    fn every(step: i64, count: i64) -> Vec<Kept> {
        (0..count)
            .map(|nth| Kept { at: 1_790_000_000_000 + nth * step, bytes: 10, before_change: false })
            .collect()
    }

    fn left(backups: &[Kept], free: Option<u64>) -> Vec<i64> {
        let gone = to_remove(backups, free);
        let newest = backups.iter().map(|backup| backup.at).max().unwrap();
        let stays = |(index, backup): (usize, &Kept)| (!gone.contains(&index)).then_some(newest - backup.at);
        let mut ages: Vec<i64> = backups.iter().enumerate().filter_map(stays).collect();
        ages.sort();
        ages
    }

    #[test]
    fn years_of_work_leave_some_of_the_last_hours_days_weeks_and_months() {
        let ages = left(&every(2 * HOUR, 24 * 365), None);
        assert!(ages.starts_with(&[0, 2 * HOUR, 4 * HOUR, 6 * HOUR]), "{ages:?}");
        let within = |from: i64, to: i64| ages.iter().filter(|age| (from..to).contains(*age)).count();
        assert!(within(0, 7 * DAY) >= 9, "each of the last seven days: {ages:?}");
        assert!(within(7 * DAY, 31 * DAY) >= 2, "weeks before: {ages:?}");
        assert!(within(31 * DAY, 190 * DAY) >= 4, "months before: {ages:?}");
        assert!(ages.len() <= HOURLY + DAILY + WEEKLY + MONTHLY, "{ages:?}");
        assert!(ages.last().is_some_and(|oldest| *oldest > 120 * DAY), "{ages:?}");
    }

    #[test]
    fn the_last_three_stay_however_close_together_and_however_full_the_disk_is() {
        assert_eq!(left(&every(1_000, 5), None), [0, 1_000, 2_000]);
        assert_eq!(left(&every(DAY, 30), Some(100)), [0, DAY, 2 * DAY]);
        assert_eq!(left(&every(DAY, 30), Some(0)).len(), 3);
        assert_eq!(to_remove(&[], Some(0)), [0_usize; 0]);
    }

    #[test]
    fn a_disk_that_fills_takes_the_oldest_first() {
        let ages = left(&every(DAY, 30), Some(600));
        assert_eq!(ages, [0, DAY, 2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY]);
    }

    #[test]
    fn one_from_before_the_records_were_changed_stays_for_ninety_days() {
        let mut backups = every(2 * HOUR, 24 * 365);
        let newest = backups.last().unwrap().at;
        let before = |days: i64| Kept { at: newest - days * DAY + 1, bytes: 10, before_change: true };
        backups.extend([before(10), before(11), before(89), before(91)]);
        let stays = |days: i64| left(&backups, None).contains(&(days * DAY - 1));
        assert_eq!([10, 11, 89, 91].map(stays), [true, true, true, false]);
        assert_eq!(left(&backups, Some(0)).len(), 3, "a full disk takes those too");
    }
}
