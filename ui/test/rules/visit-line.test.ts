import { describe, expect, test } from 'vitest';
import { readDay } from '../../src/features/bookings/read-day';
import { readLine, type VisitLine } from '../../src/features/bookings/visit-line';
import { clinic } from '../diary';

/** A Tuesday. */
const today = '2026-05-12';
const { services } = clinic();
const [followUp, initial, cupping] = ['v1', 'v2', 'v3'];

function read(text: string, locale = 'en-GB', known = services): VisitLine[] {
  return readLine(text, { services: known, today, locale });
}

/** As it is read with the shortest name: who, for what, on which day, at which time. */
function short(text: string) {
  const line = read(text).at(-1);
  return line ? [line.who, line.service, line.day, line.time] : null;
}

const day = (text: string, locale = 'en-GB', from = today) => readDay(text.split(' '), from, locale);

describe('a day is read as it is said', () => {
  test.each([
    ['today', '2026-05-12'],
    ['Tomorrow', '2026-05-13'],
    ['wed', '2026-05-13'],
    ['thurs', '2026-05-14'],
    ['Friday', '2026-05-15'],
    ['sun.', '2026-05-17'],
    ['mon', '2026-05-18'],
    ['next fri', '2026-05-22'],
    ['next tuesday', '2026-05-19'],
    ['next week', '2026-05-19'],
    ['next month', '2026-06-12'],
    ['in 2 weeks', '2026-05-26'],
    ['in a week', '2026-05-19'],
    ['in 10 days', '2026-05-22'],
    ['in 1 month', '2026-06-12'],
    ['3 june', '2026-06-03'],
    ['June 3', '2026-06-03'],
    ['3rd jun', '2026-06-03'],
    ['jun. 1st', '2026-06-01'],
    ['12 may', '2026-05-12'],
    ['3 june 2027', '2027-06-03'],
    ['2026-06-03', '2026-06-03'],
    ['3/6', '2026-06-03'],
    ['3/6/2027', '2027-06-03'],
  ])('%s', (text, is) => {
    expect(day(text)).toBe(is);
  });

  test('a weekday is never today, which has a word of its own', () => {
    expect(day('tue')).toBe('2026-05-19');
    expect(day('tue', 'en-GB', '2026-05-11')).toBe('2026-05-12');
    expect(day('next tue', 'en-GB', '2026-05-11'), 'of the next week, on a Monday').toBe('2026-05-19');
    expect(day('next tue', 'en-GB', '2026-05-17'), 'and on a Sunday').toBe('2026-05-19');
  });

  test('figures stand in the order of the locale, or in the only one that is a day', () => {
    expect(day('3/6', 'en-US')).toBe('2027-03-06');
    expect(day('6/3', 'en-US')).toBe('2026-06-03');
    expect(day('6/3', 'ja-JP')).toBe('2026-06-03');
    expect(day('28/5', 'en-US')).toBe('2026-05-28');
  });

  test('the names of days and months are also those of the person’s language', () => {
    expect(day('vendredi', 'fr-CA')).toBe('2026-05-15');
    expect(day('3 juin', 'fr-CA')).toBe('2026-06-03');
    expect(day('星期五', 'zh-CN')).toBe('2026-05-15');
    expect(day('fri', 'zh-CN')).toBe('2026-05-15');
  });

  test('a day that is over this year is the one of the next', () => {
    expect(day('11 may')).toBe('2027-05-11');
    expect(day('1/1')).toBe('2027-01-01');
  });

  test.each([
    '31 april',
    '29 feb',
    '31/4',
    '0 june',
    '3 june 2020',
    '3/6/2025',
    '2026-05-11',
    'tu',
    'may',
    'june',
    'next',
    'in weeks',
    'in 0 days',
    'in 9999999 days',
    '3pm june',
    'today tomorrow',
    'spring',
    '',
  ])('%s is no day', (text) => {
    expect(day(text)).toBeNull();
  });
});

describe('a line is read as who, what for, which day and what time', () => {
  test.each([
    ['mei chen follow-up tomorrow 3pm', ['mei chen', followUp, '2026-05-13', '15:00']],
    ['0412 initial fri 10:30', ['0412', initial, '2026-05-15', '10:30']],
    ['mei next free', ['mei', null, null, null]],
    ['mei next free fri', ['mei', null, '2026-05-15', null]],
    ['mei cupping next free', ['mei', cupping, null, null]],
    ['mei 9', ['mei', null, null, '09:00']],
    ['mei 9:30', ['mei', null, null, '09:30']],
    ['mei at 3 pm on friday', ['mei', null, '2026-05-15', '15:00']],
    ['mei 15:00 in 2 weeks', ['mei', null, '2026-05-26', '15:00']],
    ['mei fri 1030', ['mei', null, '2026-05-15', '10:30']],
    ['mei fri follow up 3 p.m.', ['mei', followUp, '2026-05-15', '15:00']],
    ['Mei Chen, FOLLOWUP, 3/6, 15:00', ['Mei Chen', followUp, '2026-06-03', '15:00']],
    ['mei init', ['mei', initial, null, null]],
    ['mei initial visit today', ['mei', initial, '2026-05-12', null]],
    ['0412 9', ['0412', null, null, '09:00']],
    ['0412 10:30', ['0412', null, null, '10:30']],
    ['0412 3pm', ['0412', null, null, '15:00']],
  ])('%s', (text, is) => {
    expect(short(text)).toEqual(is);
  });

  test('a day before a time, where figures could be of either', () => {
    expect(short('quack cupping 3 june 9')).toEqual(['quack', cupping, '2026-06-03', '09:00']);
    expect(short('quack june 3 9')).toEqual(['quack', null, '2026-06-03', '09:00']);
    expect(short('quack 9 3 june')).toEqual(['quack', null, '2026-06-03', '09:00']);
  });

  test('names stay as they are typed: Chinese, with apostrophes, and in any direction', () => {
    expect(short('溫麗華 fri 3pm')).toEqual(['溫麗華', null, '2026-05-15', '15:00']);
    expect(short('陳，tomorrow')).toEqual(['陳', null, '2026-05-13', null]);
    expect(short("d’Arcy o'neill fri")).toEqual(["d’Arcy o'neill", null, '2026-05-15', null]);
    expect(short('محمد الأنصاري 9:30')).toEqual(['محمد الأنصاري', null, null, '09:30']);
    expect(short('<b>mei</b> fri')).toEqual(['<b>mei</b>', null, '2026-05-15', null]);
  });

  test('a service is named by an unmistakable beginning, or whole, and not once it is retired', () => {
    const [one, two, three] = services;
    if (!one || !two || !three) throw new Error('the clinic has three services');
    const kinds = [
      { ...one, name: 'Cupping' },
      { ...two, name: 'Cupping, long' },
      { ...three, name: '拔罐' },
      { ...three, id: 'v4', name: 'Moxa', retired: true },
    ];
    const of = (text: string) => read(text, 'en-GB', kinds)[0]?.service;
    expect(of('mei cupp'), 'either of two').toBeUndefined();
    expect(of('mei cupping')).toBe(one.id);
    expect(of('mei cupping long')).toBe(two.id);
    expect(of('mei 拔罐')).toBe(three.id);
    expect(of('mei moxa')).toBeUndefined();
    expect(of('mei cu'), 'two letters begin a name more often').toBeUndefined();
  });

  test('a name that is a day or a month is read both ways, the longest name first', () => {
    const ways = (text: string) => read(text).map(({ who, unsure, day, time }) => [who, unsure, day, time]);
    expect(ways('may fri 3pm')).toEqual([
      ['may fri', ['fri'], null, '15:00'],
      ['may', [], '2026-05-15', '15:00'],
    ]);
    expect(ways('may fri')).toEqual([['may', [], '2026-05-15', null]]);
    expect(ways('June 9')).toEqual([['June', [], null, '09:00']]);
    expect(ways('june may 3 10')).toEqual([
      ['june may 3', ['may', '3'], null, '10:00'],
      ['june', [], '2027-05-03', '10:00'],
    ]);
    expect(ways('wed wed wed')).toEqual([['wed wed', ['wed'], '2026-05-13', null]]);
    expect(ways('250 555 0138 fri')[0]).toEqual(['250 555 0138', ['555', '0138'], '2026-05-15', null]);
  });

  test('what a visit has once is part of a name the second time, for the search to tell', () => {
    const who = (text: string) => read(text).map((line) => [line.who, line.unsure]);
    expect(who('mei fri sat')).toEqual([['mei fri', ['fri']]]);
    expect(who('mei 9 10')).toEqual([['mei 9', ['9']]]);
    expect(who('mei next free 3pm')).toEqual([['mei next free', []]]);
  });

  test.each([
    'mei',
    'mei chen',
    '  ',
    'tomorrow',
    'mei 25:00',
    'mei fri 25:00',
    'mei 31 april',
    'mei 3 june 2020',
    'mei 3 june 1945',
    'mei fri 3pm please',
    '250 555 0138',
    '0412 930',
    'mei 0412',
    '12 9',
    `mei ${'fri '.repeat(40)}`,
  ])('“%s” says no visit', (text) => {
    expect(read(text)).toEqual([]);
  });
});
