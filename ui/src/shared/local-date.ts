// Calendar dates as the practice counts them.

let days = daysIn(undefined);

/** The practice counts its days in this zone, wherever its computer was taken; null leaves it to the computer's clock. */
export function countDaysIn(zone: string | null): void {
  days = daysIn(zone ?? undefined);
}

function daysIn(timeZone: string | undefined): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'iso8601' } as const;
  try {
    return new Intl.DateTimeFormat('en', { ...parts, timeZone });
  } catch {
    // A zone that this web engine does not know yet.
    return new Intl.DateTimeFormat('en', parts);
  }
}

/** "YYYY-MM-DD" of the day in which this instant (UTC milliseconds) falls in the practice. */
export function localDate(at = Date.now()): string {
  const parts = Object.fromEntries(days.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** Whole years between two "YYYY-MM-DD" dates; null when the first is no date or lies after the second. */
export function yearsBetween(from: string, to: string): number | null {
  const [a, b] = [parts(from), parts(to)];
  if (!a || !b || from > to) return null;
  const beforeBirthday = b.month < a.month || (b.month === a.month && b.day < a.day);
  return b.year - a.year - (beforeBirthday ? 1 : 0);
}

function parts(date: string): { year: number; month: number; day: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return found && { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}
