// The weeks of a pregnancy, counted as midwives do: 40 of them end on the day a child is due.

const DAY = 24 * 60 * 60 * 1000;
const WHOLE = 40 * 7;
/** No pregnancy is longer. */
const LONGEST = 44 * 7;

const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The completed weeks and days on a day, of a child who is due on another; both ISO. */
export function weeksOn(day: string, due: string): { weeks: number; days: number } {
  const gone = Math.max(0, WHOLE - Math.round((instant(due) - instant(day)) / DAY));
  return { weeks: Math.floor(gone / 7), days: gone % 7 };
}

/** The day a child is due, from "12", "12+3" or "12w 3d" said on a day; null for what is no such number of weeks. */
export function dueFrom(typed: string, day: string): string | null {
  const found = /^\s*(\d{1,2})(?:\s*(?:\+|w|weeks?)\s*(?:(\d)\s*(?:d|days?)?)?)?\s*$/i.exec(typed);
  if (!found) return null;
  const [, weeks = '', days = '0'] = found;
  const gone = Number(weeks) * 7 + Number(days);
  if (Number(days) > 6 || gone > LONGEST) return null;
  return new Date(instant(day) + (WHOLE - gone) * DAY).toISOString().slice(0, 10);
}

/** Which day of a cycle a day is that began on another; both ISO. The first is 1. */
export function cycleDay(began: string, day: string): number {
  return Math.round((instant(day) - instant(began)) / DAY) + 1;
}
