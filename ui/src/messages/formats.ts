// Dates, times and sizes as the person reads them. Calendar dates are "YYYY-MM-DD" and know no time zone.
import { locale } from './locale.svelte';

const cache = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale.tag} ${name}`;
  const found = cache.get(key) ?? new Intl.DateTimeFormat(locale.tag, options);
  cache.set(key, found);
  return found;
}

/** A calendar date as an instant that UTC formats show as that very day. */
function atNoon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}

/** 3 March 1964; what cannot be read as a date stays as it was typed. */
export function longDate(date: string): string {
  if (Number.isNaN(atNoon(date).getTime())) return date;
  return format('long', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    atNoon(date),
  );
}

/**
 * 5 May, with the year unless it is this one; what cannot be read as a date stays as it was typed. `now` only decides
 * about the year.
 */
export function shortDate(date: string, now = Date.now()): string {
  const at = atNoon(date);
  if (Number.isNaN(at.getTime())) return date;
  const year = at.getUTCFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return format(`short ${year ?? ''}`, { day: 'numeric', month: 'long', year, timeZone: 'UTC' }).format(at);
}

/** Tuesday 12 May, with the year unless it is this one. `now` only decides about the year. */
export function weekday(date: string, now = Date.now()): string {
  const at = atNoon(date);
  const year = at.getUTCFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return format(`weekday ${year ?? ''}`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year,
    timeZone: 'UTC',
  }).format(at);
}

/** 10:42, in the clock the locale uses. */
export function time(at: number): string {
  return format('time', { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** 5 May, with the year unless it is this one. `now` only decides about the year. */
export function day(at: number, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear
    ? format('day', { day: 'numeric', month: 'short' }).format(at)
    : format('day-year', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** 5 May 2026, 10:42 */
export function moment(at: number): string {
  return format('moment', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** 38 kB, 4.2 MB */
export function size(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  const [value, unit] = kilobytes < 1000 ? [kilobytes, 'kilobyte'] : [kilobytes / 1000, 'megabyte'];
  return new Intl.NumberFormat(locale.tag, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** The name of a language in itself (English, Español, 中文), or in the words of whoever sits here. */
export function languageName(tag: string, here = false): string {
  try {
    return new Intl.DisplayNames([here ? locale.tag : tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "09:30" in the clock the locale uses. */
export function timeOfDay(clock: string): string {
  return format('time of day', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    new Date(`2000-01-01T${clock}:00Z`),
  );
}

/** "1:30" where the locale writes "1:30 p.m.": beside an axis that says the rest. */
export function bareTime(clock: string): string {
  const parts = format('time of day', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).formatToParts(
    new Date(`2000-01-01T${clock}:00Z`),
  );
  return parts
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim();
}

/** Tue 12, for the head of a narrow column. */
export function shortWeekday(date: string): string {
  return format('short weekday', { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(atNoon(date));
}

/** Tue 12 May, with the year unless it is this one. `now` only decides about the year. */
export function shortDay(date: string, now = Date.now()): string {
  const at = atNoon(date);
  const year = at.getUTCFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return format(`short day ${year ?? ''}`, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year,
    timeZone: 'UTC',
  }).format(at);
}

/** March; months are counted from 1. */
export function monthName(month: number): string {
  return format('month name', { month: 'long', timeZone: 'UTC' }).format(
    atNoon(`2000-${String(month).padStart(2, '0')}-15`),
  );
}

/** May 2026 */
export function monthAndYear(date: string): string {
  return format('month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(atNoon(date));
}

/**
 * A time as people know it, "2019", "2019-03" or "2019-03-05": 2019, March 2019, 5 March 2019. What cannot be read so stays
 * as it was typed.
 */
export function when(known: string): string {
  if (/^\d{4}$/.test(known)) return known;
  if (!/^\d{4}-\d{2}$/.test(known)) return longDate(known);
  return Number.isNaN(atNoon(`${known}-01`).getTime()) ? known : monthAndYear(`${known}-01`);
}

/** 12 to 18 May 2026, as the locale writes a stretch of days. */
export function daySpan(from: string, until: string): string {
  return format('span', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(
    atNoon(from),
    atNoon(until),
  );
}
