// How long is between two days, in the measure in which people count it.

const DAY = 24 * 60 * 60 * 1000;
const MONTH = 30.44;
const YEAR = 365.25;

export type Apart = { count: number; of: 'days' | 'weeks' | 'months' | 'years' };

const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The time between two days (ISO), whichever comes first: days up to two weeks, then weeks, months and years. */
export function apart(one: string, other: string): Apart {
  const days = Math.round(Math.abs(instant(other) - instant(one)) / DAY);
  if (days < 14) return { count: days, of: 'days' };
  if (days < 9 * 7) return { count: Math.round(days / 7), of: 'weeks' };
  const months = Math.round(days / MONTH);
  return months < 24 ? { count: months, of: 'months' } : { count: Math.round(days / YEAR), of: 'years' };
}
