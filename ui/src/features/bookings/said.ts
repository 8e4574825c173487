// Bookings in words.
import type { BookedClient, BookingView, DiarySetup } from '../../ipc/bindings';
import { words } from '../../messages';
import { bareTime, shortDay, timeOfDay, weekday } from '../../messages/formats';
import { clockOf, dayOf } from './wall';

const say = words.bookings;

/** Whether the visit does not come about. */
export function isOff({ status }: BookingView): boolean {
  return status === 'no_show' || status === 'cancelled' || status === 'cancelled_late';
}

/** Whoever is in the clinic now: they wait, are treated or rest. */
export function isHere({ status }: BookingView): boolean {
  return status === 'arrived' || status === 'in_room' || status === 'resting';
}

/** Who comes, as far as this person may know. */
export function whoOf(booking: BookingView): string {
  if (booking.client) return booking.client.name;
  return booking.hidden ? say.taken : booking.note.split('\n')[0] || say.held;
}

/** What somebody is called in a message to them. */
export function calledName({ name, preferred_name }: BookedClient): string {
  return preferred_name ?? name.split(' ')[0] ?? name;
}

/** "10:15" as the person's locale writes it. */
export function clock(wall: string): string {
  if (wall === '') return '';
  return timeOfDay(clockOf(wall));
}

/** The same without morning or afternoon, where the place says which. */
export function bareClock(wall: string): string {
  return bareTime(clockOf(wall));
}

/** "Tuesday 19 May, 10:15" */
export function dayAndTime(wall: string): string {
  return `${weekday(dayOf(wall))}, ${clock(wall)}`;
}

/** "Tue 19 May, 10:15", where there is little room. */
export function shortDayAndTime(wall: string): string {
  return `${shortDay(dayOf(wall))}, ${clock(wall)}`;
}

export function roomOf(setup: DiarySetup, id: string | null): string {
  return setup.rooms.find((room) => room.id === id)?.name ?? '';
}

export function personOf(setup: DiarySetup, id: string): string {
  return setup.people.find((person) => person.id === id)?.name ?? '';
}

export function serviceOf(setup: DiarySetup, { service }: Pick<BookingView, 'service'>): string {
  return setup.services.find(({ id }) => id === service)?.name ?? '';
}

/** When the longest rest of a visit is over, on the wall, where there is one. */
export function restEnds(booking: BookingView): string | null {
  const rests = booking.parts.filter((part) => !part.hands_on);
  const longest = rests.reduce((best, part) => (part.minutes > (best?.minutes ?? 0) ? part : best), rests[0]);
  return longest ? longest.until : null;
}

/** In a room for several people rest as long as they like: since when, where somebody does. */
export function restsOpenly(setup: DiarySetup, booking: BookingView): string | null {
  const room = setup.rooms.find(({ id }) => id === booking.room);
  const since = booking.steps.at(-1)?.wall;
  if (booking.status !== 'resting' || !room || room.chairs === 1 || !since) return null;
  return say.restsSince(clock(since));
}

/** The line below the name: where the visit stands. */
export function standing(setup: DiarySetup, booking: BookingView): string {
  const last = booking.steps.at(-1);
  if (isOff(booking)) return say.status[booking.status];
  if (booking.status === 'arrived' && last) return say.hereSince(clock(last.wall));
  if (booking.status === 'done') return say.treatmentNote[booking.treatment_note];
  const open = restsOpenly(setup, booking);
  if (open) return open;
  const rest = restEnds(booking);
  if (rest) return say.rests(clock(rest));
  return `${clock(booking.start)} – ${clock(booking.end)}`;
}
