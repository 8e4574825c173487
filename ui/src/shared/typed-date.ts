// Reads a date as people type it: 3/4/1964 in the order of their locale, 3 Mar 1964, March 3, 1964, 19640303, 1964-03-03.

type Part = 'day' | 'month' | 'year';

/** The order in which this locale writes day, month and year. */
export function dateOrder(locale: string): Part[] {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    calendar: 'gregory',
  })
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type): type is Part => type === 'day' || type === 'month' || type === 'year');
}

/** ISO date, or null when the text is no date. `latest` decides what a two-digit year means: never a later one. */
export function readDate(text: string, locale: string, latest: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const month = namedMonth(trimmed, locale);
  const numbers = trimmed.match(/\d+/g) ?? [];
  if (month !== null && numbers.length === 2) {
    const [a = '', b = ''] = numbers;
    const yearFirst = a.length > 2;
    return checked(fullYear(yearFirst ? a : b, latest), month, Number(yearFirst ? b : a));
  }

  const order = dateOrder(locale);
  const digits = numbers.length === 1 ? runTogether(numbers[0] ?? '', order) : numbers;
  if (digits.length !== 3 || /\p{L}/u.test(trimmed.replace(/[年月日]/g, ''))) return null;
  // A four-digit first number is the year, whatever the locale's habit.
  const parts: Part[] = (digits[0]?.length ?? 0) > 2 ? ['year', 'month', 'day'] : order;
  const value = (part: Part) => digits[parts.indexOf(part)] ?? '';
  const year = fullYear(value('year'), latest);
  const inOrder = checked(year, Number(value('month')), Number(value('day')));
  // 28/2/1980 can only be one day, in whichever order this locale writes it.
  return inOrder ?? checked(year, Number(value('day')), Number(value('month')));
}

/** Whether this is a day of the calendar, as "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found !== null && checked(Number(found[1]), Number(found[2]), Number(found[3])) !== null;
}

/** A time as people know it: a year, a month or a day, as "2019", "2019-03" or "2019-03-05"; null for anything else. */
export function readWhen(text: string, locale: string, latest: string): string | null {
  const trimmed = text.trim();
  if (/^\d{4}$/.test(trimmed)) return trimmed;
  const numbered = /^(\d{4})[-/.\s](\d{1,2})$/.exec(trimmed) ?? /^(\d{1,2})[-/.\s](\d{4})$/.exec(trimmed);
  if (numbered) {
    const [a = '', b = ''] = numbered.slice(1);
    const [year, month] = a.length === 4 ? [a, b] : [b, a];
    return checked(Number(year), Number(month), 1)?.slice(0, 7) ?? null;
  }
  const month = namedMonth(trimmed, locale);
  const numbers = trimmed.match(/\d+/g) ?? [];
  if (month !== null && numbers.length === 1 && numbers[0]?.length === 4) {
    return checked(Number(numbers[0]), month, 1)?.slice(0, 7) ?? null;
  }
  return readDate(trimmed, locale, latest);
}

/** Eight digits without anything between. */
function runTogether(digits: string, order: Part[]): string[] {
  if (digits.length !== 8) return [];
  let at = 0;
  return order.map((part) => digits.slice(at, (at += part === 'year' ? 4 : 2)));
}

function namedMonth(text: string, locale: string): number | null {
  const written = text.toLocaleLowerCase(locale).match(/\p{L}{3,}/gu) ?? [];
  for (const language of [locale, 'en']) {
    const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const full = name.format(Date.UTC(2024, month - 1, 1)).toLocaleLowerCase(language);
      if (written.some((word) => full.startsWith(word))) return month;
    }
  }
  return null;
}

function fullYear(digits: string, latest: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const lastYear = Number(latest.slice(0, 4));
  const century = lastYear - (lastYear % 100);
  return century + year > lastYear ? century - 100 + year : century + year;
}

function checked(year: number, month: number, day: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, day));
  const real = made.getUTCMonth() === month - 1 && made.getUTCDate() === day && year >= 1000;
  return real ? made.toISOString().slice(0, 10) : null;
}

/** The latest day that is meant by a two-digit year where a day may be yet to come. */
export function latestToCome(today: string): string {
  return `${Number(today.slice(0, 4)) + 50}${today.slice(4)}`;
}
