// Reads the day of a visit as it is typed into a line: "tomorrow", "fri", "next tuesday", "in 2 weeks", "3 june", "3/6".
import { words } from '../../messages';
import { dateOrder, readDate } from '../../shared/typed-date';
import { daysLater, monthsLater, weekOf } from './wall';

const say = words.oneLine.read;

/** A day and a month in either order, and perhaps the year. */
const named = /^(?:\d{1,2} \p{L}{3,}\.?|\p{L}{3,}\.? \d{1,2})(?<year> \d{4})?$/u;
const figures = /^\d{1,2}\/\d{1,2}(?<year>\/\d{4})?$/;
const iso = /^\d{4}-\d{1,2}-\d{1,2}$/;

/** The day that all of these words name, ISO. Nobody is booked into the past, so a day that is over is none. */
export function readDay(typed: readonly string[], today: string, locale: string): string | null {
  const small = typed.map((word) => word.toLowerCase());
  const day = fromToday(small, today, locale) ?? date(small.map(figure).join(' '), today, locale);
  return day !== null && day >= today ? day : null;
}

function fromToday(typed: readonly string[], today: string, locale: string): string | null {
  const [first = '', second = '', third = ''] = typed;
  if (typed.length === 1) return nearDay(first, today, locale);
  if (typed.length === 2 && say.next.includes(first)) return nextOne(second, today, locale);
  if (typed.length === 3 && say.in.includes(first)) return after(second, third, today);
  return null;
}

/** A weekday is the next of its name: on a Tuesday "tue" is in a week, because today has a word of its own. */
function nearDay(word: string, today: string, locale: string): string | null {
  if (say.today.includes(word)) return today;
  if (say.tomorrow.includes(word)) return daysLater(today, 1);
  const weekday = weekdayNamed(word, locale);
  return weekday === null ? null : weekOf(daysLater(today, 7), weekday);
}

/** "Next tuesday" is the one of the next week, which begins on Monday wherever one is. */
function nextOne(word: string, today: string, locale: string): string | null {
  if (say.months.includes(word)) return monthsLater(today, 1);
  const inAWeek = daysLater(today, 7);
  if (say.weeks.includes(word)) return inAWeek;
  const weekday = weekdayNamed(word, locale);
  return weekday === null ? null : daysLater(weekOf(inAWeek, 1), weekday - 1);
}

function after(count: string, of: string, today: string): string | null {
  const many = say.one.includes(count) ? 1 : /^\d{1,2}$/.test(count) ? Number(count) : 0;
  if (many === 0) return null;
  if (say.days.includes(of)) return daysLater(today, many);
  if (say.weeks.includes(of)) return daysLater(today, 7 * many);
  return say.months.includes(of) ? monthsLater(today, many) : null;
}

/** 1 for Monday to 7 for Sunday, of a name that is begun with three letters at least, in the person's language or in English. */
function weekdayNamed(word: string, locale: string): number | null {
  const begun = word.replace(/\.$/, '');
  if (begun.length < 3) return null;
  for (const language of [locale, 'en']) {
    const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    const fit = [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
      // 1 January 2024 was a Monday.
      name
        .format(Date.UTC(2024, 0, weekday))
        .toLowerCase()
        .startsWith(begun),
    );
    if (fit.length === 1) return fit[0] ?? null;
  }
  return null;
}

/** "3rd" is 3. */
function figure(word: string): string {
  const [, number, behind = ''] = /^(\d{1,2})(\p{L}+)$/u.exec(word) ?? [];
  return number && say.ordinals.includes(behind) ? number : word;
}

/** Without a year it is the next day of that name. */
function date(typed: string, today: string, locale: string): string | null {
  if (iso.test(typed)) return readDate(typed, locale, today);
  const inFigures = figures.exec(typed);
  const found = inFigures ?? named.exec(typed);
  if (!found) return null;
  if (found.groups?.year) return readDate(typed, locale, today);
  const year = Number(today.slice(0, 4));
  const days = [year, year + 1].map((one) => readDate(withYear(typed, one), locale, today));
  return days.find((day) => day !== null && day >= today) ?? null;

  function withYear(day: string, one: number): string {
    if (!inFigures) return `${day} ${one}`;
    return dateOrder(locale)[0] === 'year' ? `${one}/${day}` : `${day}/${one}`;
  }
}
