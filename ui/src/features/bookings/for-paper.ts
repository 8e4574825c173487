// Which days a sheet begins with, given those that are looked at.
import { daysLater, weekOf } from './wall';

/** A sheet holds at most so many days, as the core says. */
export const MOST_DAYS = 14;

type Days = { from: string; until: string };

/** The days that are looked at, where a sheet holds them; and the week of the day that is meant, where it does not. `first` is
 * the first day of the week (1 is Monday). */
export function forPaper(range: Days, day: string, first: number): { fits: Days | null; week: Days } {
  const from = weekOf(day, first);
  const fits = range.until < daysLater(range.from, MOST_DAYS) ? range : null;
  return { fits, week: { from, until: daysLater(from, 6) } };
}
