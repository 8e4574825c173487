// Where the form for the next booking begins, so that Enter alone would do.
import type { BookingView, DiarySetup, WaitView } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import type { Wanted } from './BookingCalendar.svelte';
import type { Begins } from './placing.svelte';
import { clockOf, dayOf, daysLater } from './wall';

export type Beginning = { begins: Begins; service: string };

type Search = {
  client: string | null;
  /** From here on, on the clinic's wall. */
  from: string;
  /** The booking that this is the next of: the same visit, room and practitioner, where they are free. */
  like?: BookingView;
  /** What for, where it was said. */
  service?: string | null;
  practitioner: string;
};

/** The next time that is free. */
export async function atNextFree(
  setup: DiarySetup,
  { client, from, like, service: said, practitioner }: Search,
): Promise<Beginning> {
  const services = setup.services.filter(({ retired }) => !retired);
  const wanted = like?.service ?? said;
  const service = services.find(({ id }) => id === wanted) ?? services[0];
  const me = here(setup, like?.practitioner ?? practitioner);
  const [free] = service
    ? await core.bookingsFindFree({
        client,
        service: service.id,
        parts: null,
        practitioner: me || null,
        room: like?.room ?? null,
        from,
        weekdays: [],
        not_before: '',
        over_by: '',
        moving: null,
        count: 1,
      })
    : [];
  const begins = {
    practitioner: free?.practitioner ?? me,
    room: free?.room ?? firstRoom(setup),
    start: free?.start ?? from,
    minutes: service?.minutes ?? 60,
  };
  return { begins, service: service?.id ?? '' };
}

/** The next time that suits somebody who waits; null where there is none while it is of use to them. */
export async function forWait(
  setup: DiarySetup,
  wait: WaitView,
  from: string,
  only: string | null,
): Promise<Beginning | null> {
  const services = setup.services.filter(({ retired }) => !retired);
  const service = services.find(({ id }) => id === wait.service) ?? services[0];
  if (!service) return null;
  const [free] = await core.bookingsFindFree({
    client: wait.client.id,
    service: service.id,
    parts: null,
    practitioner: wait.practitioner ?? only,
    room: null,
    from,
    weekdays: wait.weekdays,
    not_before: wait.not_before,
    over_by: wait.over_by,
    moving: wait.instead_of?.id ?? null,
    count: 1,
  });
  const before = wait.instead_of?.start ?? `${wait.until}T24:00`;
  // Somebody whose time has lapsed is found whatever there is.
  if (!free || (!wait.lapsed && free.start >= before)) return null;
  return { begins: { ...free, minutes: service.minutes }, service: service.id };
}

/** The time that was said. What is in its way there is for the form to say. */
export async function atSaid(setup: DiarySetup, search: Search): Promise<Beginning> {
  const { begins, service } = await atNextFree(setup, search);
  if (begins.start === search.from) return { begins, service };
  const practitioner = here(setup, search.practitioner);
  return { begins: { ...begins, practitioner, room: firstRoom(setup), start: search.from }, service };
}

/** For whoever is here already: the time that it is now, with whom and where the next time is free. What is in its way there
 * is for the form to say. */
export async function atOnce(setup: DiarySetup, search: Search): Promise<Beginning> {
  const { begins, service } = await atNextFree(setup, search);
  return { begins: { ...begins, start: search.from }, service };
}

/** From when on the next visit like this one is looked for: a week later, past those that are booked already and past now. */
export function aWeekAfter(
  { start }: BookingView,
  { coming = [], now = '' }: { coming?: readonly BookingView[]; now?: string } = {},
): string {
  const at = (day: string) => `${day}T${clockOf(start)}`;
  const isTaken = (day: string) => at(day) < now || coming.some((other) => dayOf(other.start) === day);
  let day = daysLater(dayOf(start), 7);
  while (isTaken(day)) day = daysLater(day, 7);
  return at(day);
}

/** The place that was drawn in the calendar; of the visits the one that is as long. */
export function where(setup: DiarySetup, wanted: Wanted, practitioner: string): Beginning {
  const services = setup.services.filter(({ retired }) => !retired);
  const service = services.find(({ minutes }) => minutes === wanted.minutes) ?? services[0];
  const begins = {
    practitioner: wanted.practitioner ?? here(setup, practitioner),
    room: wanted.room ?? firstRoom(setup),
    start: wanted.start,
    minutes: wanted.minutes || (service?.minutes ?? 60),
  };
  return { begins, service: service?.id ?? '' };
}

function here(setup: DiarySetup, practitioner: string): string {
  const people = setup.people.filter((person) => person.here);
  return (people.find(({ id }) => id === practitioner) ?? people[0])?.id ?? '';
}

function firstRoom(setup: DiarySetup): string | null {
  return setup.rooms.find(({ closed }) => !closed)?.id ?? null;
}
