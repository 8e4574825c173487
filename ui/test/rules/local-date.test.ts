import { afterEach, expect, test } from 'vitest';
import { countDaysIn, localDate } from '../../src/shared/local-date';

afterEach(() => countDaysIn(null));

// Five past six in the morning of 13 May by UTC.
const at = Date.parse('2026-05-13T06:05:00Z');

test('which day it is goes by the zone of the practice', () => {
  countDaysIn('Etc/GMT+7');
  expect(localDate(at)).toBe('2026-05-12');
  countDaysIn('Asia/Kathmandu');
  expect(localDate(Date.parse('2026-05-12T18:14:00Z'))).toBe('2026-05-12');
  expect(localDate(Date.parse('2026-05-12T18:15:00Z'))).toBe('2026-05-13');
});

test('a zone that this web engine does not know leaves the day to the clock of the computer', () => {
  const here = localDate(at);
  countDaysIn('Mars/Olympus_Mons');
  expect(localDate(at)).toBe(here);
});
