import { expect, test } from 'vitest';
import { cycleDay, dueFrom, weeksOn } from '../../src/messages/weeks';

test('forty weeks end on the day a child is due', () => {
  expect(weeksOn('2026-09-03', '2026-09-03')).toEqual({ weeks: 40, days: 0 });
  expect(weeksOn('2026-05-12', '2026-09-03')).toEqual({ weeks: 23, days: 5 });
  expect(weeksOn('2026-05-12', '2027-12-31')).toEqual({ weeks: 0, days: 0 });
});

test('weeks said today are a due date, and the same weeks again', () => {
  for (const [typed, weeks, days] of [
    ['12', 12, 0],
    ['12+3', 12, 3],
    [' 12 + 3 ', 12, 3],
    ['12w3d', 12, 3],
    ['12 weeks 3 days', 12, 3],
    ['0', 0, 0],
    ['39+6', 39, 6],
  ] as const) {
    expect(weeksOn('2026-02-20', dueFrom(typed, '2026-02-20') ?? ''), typed).toEqual({ weeks, days });
  }
  expect(dueFrom('42', '2026-05-12'), 'over its day').toBe('2026-04-28');
  for (const wrong of ['', 'twelve', '12+7', '45', '-3', '120', '12,5', '3 March']) {
    expect(dueFrom(wrong, '2026-02-20'), wrong).toBeNull();
  }
});

test('the first day of a cycle is its day one, also over a change of the clocks', () => {
  expect(cycleDay('2026-05-12', '2026-05-12')).toBe(1);
  expect(cycleDay('2026-03-01', '2026-03-30')).toBe(30);
});
