// Calendar dates of this machine's clock.

/** "YYYY-MM-DD" of the day in which this instant (UTC milliseconds) falls here. */
export function localDate(at = Date.now()): string {
  const when = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
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
