import { expect, test } from 'vitest';
import { readBody } from '../../src/features/drafts/read-body';
import { wrap } from '../../src/features/handouts/marks';
import {
  cutBefore,
  emptySheet,
  languages,
  listed,
  questionedLines,
  writtenLines,
} from '../../src/features/handouts/sheet-text';
import { isolate } from '../../src/messages/isolate';
import { yearsBetween } from '../../src/shared/local-date';

test('the end is cut before its first line, and only lines with words are counted', () => {
  const text = 'one\n\ntwo\n\nJoin us\n\nBook now\n';
  expect(writtenLines(text, 5)).toBe(2);
  expect(cutBefore(text, 5)).toBe('one\n\ntwo\n');
});

test('what the promotional end says is asked once, and every line of it is tinted', () => {
  const review = {
    findings: [
      { kind: 'old' as const, line: 1, quote: null },
      { kind: 'flat_claim' as const, line: 3, quote: 'It works.' },
      { kind: 'promotion' as const, line: 7, quote: 'Book now' },
    ],
    tail: { first_line: 6, text: 'Join us\nBook now' },
    words: 9,
  };
  expect(listed(review).map(({ kind }) => kind)).toEqual(['old', 'flat_claim']);
  expect([...questionedLines(review, [], 7)].sort()).toEqual([3, 6, 7]);
  const gap = { field: 'foo', why: 'unknown' as const, line: 2 };
  expect([...questionedLines(review, [gap], 7)].sort()).toEqual([2, 3, 6, 7]);
});

test('a mark goes around the selection and comes off again; italic leaves bold alone', () => {
  expect(wrap('Rest now', 0, 4, '**')).toEqual({ text: '**Rest**', from: 0, to: 4, start: 2, end: 6 });
  expect(wrap('**Rest** now', 2, 6, '**')).toEqual({ text: 'Rest', from: 0, to: 8, start: 0, end: 4 });
  expect(wrap('**Rest** now', 2, 6, '*').text).toBe('*Rest*');
  expect(wrap('***Rest*** now', 3, 7, '*')).toMatchObject({ text: 'Rest', from: 2, to: 8 });
});

test('a draft of another age or another hand still opens, with what it has', () => {
  const empty = { ...emptySheet('en', 'Ines'), version: null as number | null };
  expect(readBody('{"title":"Knees","markdown":7,"more":true}', empty)).toEqual({ ...empty, title: 'Knees' });
  expect(readBody('{"version":3}', empty).version).toBe(3);
  expect(readBody('no JSON', empty)).toEqual(empty);
});

test('a sheet keeps a language that is not offered', () => {
  expect(languages('ga')[0]).toBe('ga');
  expect(languages('en').filter((tag) => tag === 'en')).toHaveLength(1);
});

test('names of the other direction are kept together, others are untouched', () => {
  expect(isolate('Margaret')).toBe('Margaret');
  expect(isolate('שרה')).toBe('\u2068שרה\u2069');
});

test('years are counted to the day, also on 29 February', () => {
  expect(yearsBetween('1964-05-13', '2026-05-12')).toBe(61);
  expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(17);
  expect(yearsBetween('2008-02-29', '2026-03-01')).toBe(18);
  expect(yearsBetween('2030-01-01', '2026-05-12')).toBeNull();
  expect(yearsBetween('spring', '2026-05-12')).toBeNull();
});
