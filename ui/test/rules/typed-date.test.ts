import { describe, expect, test } from 'vitest';
import { latestToCome, readDate, readWhen } from '../../src/shared/typed-date';

const today = '2026-05-12';

describe('a date is read the way the person writes dates', () => {
  test.each([
    ['3/4/1964', 'en-GB', '1964-04-03'],
    ['3/4/1964', 'en-US', '1964-03-04'],
    ['03.04.1964', 'de-DE', '1964-04-03'],
    ['1964/4/3', 'ja-JP', '1964-04-03'],
    ['1964年4月3日', 'zh-CN', '1964-04-03'],
    ['04/03/64', 'en-US', '1964-04-03'],
    ['1964-04-03', 'en-US', '1964-04-03'],
    ['3 April 1964', 'en-CA', '1964-04-03'],
    ['3 apr 64', 'en-CA', '1964-04-03'],
    ['April 3, 1964', 'en-US', '1964-04-03'],
    ['3 avril 1964', 'fr-CA', '1964-04-03'],
    ['3 April 1964', 'fr-CA', '1964-04-03'],
    ['04031964', 'en-US', '1964-04-03'],
    ['03041964', 'en-GB', '1964-04-03'],
    ['29 Feb 2024', 'en-GB', '2024-02-29'],
    ['28/2/1980', 'en-US', '1980-02-28'],
    ['2/28/1980', 'en-GB', '1980-02-28'],
  ])('%s in %s', (text, locale, date) => {
    expect(readDate(text, locale, today)).toBe(date);
  });

  test('a two-digit year is never in the future', () => {
    expect(readDate('1/1/26', 'en-GB', today)).toBe('2026-01-01');
    expect(readDate('1/1/27', 'en-GB', today)).toBe('1927-01-01');
    expect(readDate('1/1/27', 'en-GB', latestToCome(today))).toBe('2027-01-01');
    expect(readDate('1/1/95', 'en-GB', latestToCome(today))).toBe('1995-01-01');
  });
});

describe('what is no date stays what was typed', () => {
  test.each(['', '31/2/1964', '29 Feb 2023', 'about 1964', '3/4', 'spring', '13/13/1964', '1964'])(
    '%s',
    (text) => {
      expect(readDate(text, 'en-GB', today)).toBeNull();
    },
  );
});

test.each([
  ['2019', '2019'],
  [' 2019 ', '2019'],
  ['3/2019', '2019-03'],
  ['03.2019', '2019-03'],
  ['2019-03', '2019-03'],
  ['2019-3', '2019-03'],
  ['March 2019', '2019-03'],
  ['mar 2019', '2019-03'],
  ['5 March 2019', '2019-03-05'],
  ['2019-03-05', '2019-03-05'],
])('a time as people know it: %s', (text, known) => {
  expect(readWhen(text, 'en-CA', today)).toBe(known);
});

test.each(['', 'last spring', '13/2019', '2019-00', 'March', 'March 19', '19', '30 February 2019'])(
  'no year, month or day: %s',
  (text) => {
    expect(readWhen(text, 'en-CA', today)).toBeNull();
  },
);
