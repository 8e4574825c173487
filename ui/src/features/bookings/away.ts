// When nobody comes, and whom it concerns, in words.
import type { AwayView, DiarySetup, StrandedBy } from '../../ipc/bindings';
import { words } from '../../messages';
import { shortDate } from '../../messages/formats';
import { clock, personOf, roomOf } from './said';
import { dayOf, later } from './wall';

/** Days where they are whole, times where they are not. */
export function whenAway({ from, until }: AwayView): string {
  const whole = from.endsWith('T00:00') && until.endsWith('T00:00');
  const last = whole ? dayOf(later(until, -1)) : dayOf(until);
  const first = shortDate(dayOf(from));
  if (whole) return last === dayOf(from) ? first : `${first} – ${shortDate(last)}`;
  const begins = `${first} ${clock(from)}`;
  return `${begins} – ${last === dayOf(from) ? clock(until) : `${shortDate(last)} ${clock(until)}`}`;
}

/** Who or what is away. */
export function whoseAway(setup: DiarySetup, { person, room }: AwayView): string {
  if (person) return personOf(setup, person);
  return roomOf(setup, room) || words.bookings.setup.wholePractice;
}

/** Why nobody comes, above those who are booked then. */
export function strandedBy(setup: DiarySetup, by: StrandedBy): string {
  const say = words.waiting.stranded;
  if (by.kind === 'hours') return say.hours(personOf(setup, by.person));
  const { away } = by;
  if (away.person) return say.person(personOf(setup, away.person), whenAway(away));
  return away.room ? say.room(roomOf(setup, away.room), whenAway(away)) : say.practice(whenAway(away));
}

/** Names a group of those who are booked where nobody comes. */
export function strandedKey(by: StrandedBy): string {
  return by.kind === 'hours' ? by.person : by.away.id;
}
