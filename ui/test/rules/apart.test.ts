import { expect, test } from 'vitest';
import { apart } from '../../src/messages/apart';
import { words } from '../../src/messages';

test.each([
  ['2026-05-12', '2026-05-12', 'On the same day'],
  ['2026-05-12', '2026-05-13', '1 day apart'],
  ['2026-05-01', '2026-05-14', '13 days apart'],
  ['2026-05-01', '2026-05-15', '2 weeks apart'],
  ['2026-03-31', '2026-05-12', '6 weeks apart'],
  ['2026-05-12', '2026-03-31', '6 weeks apart'],
  ['2026-03-01', '2026-05-03', '2 months apart'],
  ['2024-11-12', '2026-05-12', '18 months apart'],
  ['2024-05-12', '2026-05-12', '2 years apart'],
  ['2016-05-12', '2026-05-12', '10 years apart'],
])('from %s to %s it is “%s”', (one, other, said) => {
  expect(words.files.compared.apart(apart(one, other))).toBe(said);
});

test('a change of the clocks is no day more or less', () => {
  expect(apart('2026-03-07', '2026-03-09')).toEqual({ count: 2, of: 'days' });
  expect(apart('2026-10-31', '2026-11-02')).toEqual({ count: 2, of: 'days' });
});
