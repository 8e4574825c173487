// Only what is filtered: whose bookings, in which rooms, for what, and how they stand.
import type { BookingStatus, BookingView, DiaryDay, DiarySetup, DiaryView } from '../../ipc/bindings';
import { NOWHERE } from './grid';
import { loadOn } from './load';
import { isOff } from './said';
import { dayOf } from './wall';

/** What is chosen of each kind; nothing for everything. */
export type Narrowing = {
  /** Rooms, or `NOWHERE`. */
  rooms: readonly string[];
  /** Services, or `OTHER`. */
  services: readonly string[];
  statuses: readonly BookingStatus[];
};
export type Kind = keyof Narrowing;

export type Filter = Narrowing & {
  /** Only this person's bookings; empty for everybody's. */
  only: string;
};

/** In place of a service: a visit of a length of its own, or a time that is held. */
export const OTHER = 'other';
/** In the order of a visit, and at last what did not come about. */
export const STATUSES: readonly BookingStatus[] = [
  'booked',
  'confirmed',
  'arrived',
  'in_room',
  'resting',
  'done',
  'no_show',
  'cancelled',
  'cancelled_late',
];
const OFF: readonly BookingStatus[] = ['no_show', 'cancelled', 'cancelled_late'];

export function isNarrowed({ rooms, services, statuses }: Narrowing): boolean {
  return rooms.length + services.length + statuses.length > 0;
}

/** Whoever filters by what did not come about means to see it. */
export function asksForOff({ statuses }: Narrowing): boolean {
  return statuses.some((status) => OFF.includes(status));
}

/** What a booking counts as among the choices of a kind. */
function valueOf(booking: BookingView, kind: Kind): string {
  if (kind === 'rooms') return booking.room ?? NOWHERE;
  return kind === 'services' ? (booking.service ?? OTHER) : booking.status;
}

function fits(booking: BookingView, filter: Filter, kinds: readonly Kind[]): boolean {
  if (filter.only && booking.practitioner !== filter.only) return false;
  return kinds.every((kind) => {
    const chosen: readonly string[] = filter[kind];
    return chosen.length === 0 || chosen.includes(valueOf(booking, kind));
  });
}

/** The days with only what is filtered, and as full as that person or those rooms are. Where it shows what is free, nothing is
 * left out by service or status: a time that is taken is taken by whatever it is. */
export function filtered(setup: DiarySetup, diary: DiaryView, filter: Filter, freeOnly: boolean): DiaryView {
  if (!filter.only && !isNarrowed(filter)) return diary;
  const kinds: Kind[] = freeOnly ? ['rooms'] : ['rooms', 'services', 'statuses'];
  const taking = diary.bookings.filter((booking) => !isOff(booking) && fits(booking, filter, ['rooms']));
  const load = (day: DiaryDay) => {
    const own = taking.filter(({ start }) => dayOf(start) === day.date);
    return loadOn(setup, diary, day, filter, own);
  };
  return {
    ...diary,
    days: diary.days.map((day) => ({ ...day, ...load(day) })),
    bookings: diary.bookings.filter((booking) => fits(booking, filter, kinds)),
  };
}

/** So many bookings each choice of a kind would show, with what is chosen of the other kinds. */
export function counted(
  diary: DiaryView,
  filter: Filter,
  kind: Kind,
  cancelled: boolean,
): Map<string, number> {
  const others = (['rooms', 'services', 'statuses'] as const).filter((other) => other !== kind);
  const counts = new Map<string, number>();
  for (const booking of diary.bookings) {
    const seen = kind === 'statuses' || cancelled || asksForOff(filter) || !isOff(booking);
    if (!seen || !fits(booking, filter, others)) continue;
    const value = valueOf(booking, kind);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
