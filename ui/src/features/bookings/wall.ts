// Times on the clinic's wall: "2026-05-12T10:15". They know no time zone; where the zone matters, the core decides.

const MINUTE = 60_000;

/** The wall as if it stood in UTC, for sums: the days of UTC all have their 24 hours. */
function utc(wall: string): number {
  return Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}:00Z`);
}

/** The day of a time: "2026-05-12". */
export function dayOf(wall: string): string {
  return wall.slice(0, 10);
}

/** The time of a day: "10:15". */
export function clockOf(wall: string): string {
  return wall.slice(11, 16);
}

/** Minutes from one time on the wall to another. */
export function minutesBetween(from: string, until: string): number {
  return Math.round((utc(until) - utc(from)) / MINUTE);
}

/** The time so many minutes later on the wall. */
export function later(wall: string, minutes: number): string {
  return new Date(utc(wall) + minutes * MINUTE).toISOString().slice(0, 16);
}

/** The day so many days later. */
export function daysLater(day: string, days: number): string {
  return later(`${day}T00:00`, days * 24 * 60).slice(0, 10);
}

/** The first of seven days that hold this one; `first` is 1 for Monday and 7 for Sunday. */
export function weekOf(day: string, first: number): string {
  const weekday = new Date(utc(day)).getUTCDay() || 7;
  return daysLater(day, -((weekday - first + 7) % 7));
}

/** The first day of its month, or of one so many months later. */
export function monthOf(day: string, months = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const first = monthOf(day, months);
  const length = minutesBetween(first, monthOf(day, months + 1)) / (24 * 60);
  return daysLater(first, Math.min(Number(day.slice(8)), length) - 1);
}

/** What a calendar library hands out: a date whose local clock shows the wall. */
export function fromLocal(date: Date): string {
  return new Date(
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes()),
  )
    .toISOString()
    .slice(0, 16);
}

/** A time of day as people type it: "9", "9.30", "0930", "3pm", "15:00"; null where it is none. */
export function readClock(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '');
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(a|am|a\.m\.|p|pm|p\.m\.)?$/.exec(typed);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const half = match[3]?.[0];
  if (half && (hour < 1 || hour > 12)) return null;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
