import { expect, test } from 'vitest';
import {
  daysLater,
  fromLocal,
  later,
  minutesBetween,
  monthOf,
  monthsLater,
  readClock,
  weekOf,
} from '../../src/features/bookings/wall';

test('a time of day is read as people type it', () => {
  const read: [string, string | null][] = [
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['0930', '09:30'],
    ['3pm', '15:00'],
    ['3:15 p.m.', '15:15'],
    ['12 am', '00:00'],
    ['12 p.m.', '12:00'],
    ['15:00', '15:00'],
    ['9h15', '09:15'],
    ['25:00', null],
    ['9:75', null],
    ['13pm', null],
    ['0pm', null],
    ['noon', null],
    ['', null],
    ['٩:٠٠', null],
    ['9:5', null],
  ];
  for (const [typed, clock] of read) expect([typed, readClock(typed)]).toEqual([typed, clock]);
});

test('sums on the wall know months, years and leap days, and no clocks that change', () => {
  expect(later('2026-03-08T01:30', 90)).toBe('2026-03-08T03:00');
  expect(later('2026-12-31T23:30', 45)).toBe('2027-01-01T00:15');
  expect(minutesBetween('2026-03-07T12:00', '2026-03-09T12:00')).toBe(2 * 24 * 60);
  expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysLater('2026-03-01', -1)).toBe('2026-02-28');
});

test('a week begins on the first day of the locale, and a month with its first', () => {
  expect(weekOf('2026-05-12', 1)).toBe('2026-05-11');
  expect(weekOf('2026-05-12', 7)).toBe('2026-05-10');
  expect(weekOf('2026-05-10', 7)).toBe('2026-05-10');
  expect(weekOf('2026-05-10', 1)).toBe('2026-05-04');
  expect(monthOf('2026-05-12')).toBe('2026-05-01');
  expect(monthOf('2026-12-31', 1)).toBe('2027-01-01');
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
  expect(monthsLater('2026-03-31', -1)).toBe('2026-02-28');
});

test('a date of the calendar library says what its local clock shows', () => {
  expect(fromLocal(new Date(2026, 4, 12, 10, 15))).toBe('2026-05-12T10:15');
});
