// In a room for several somebody comes every so many minutes.
import type { DiarySetup } from '../../ipc/bindings';
import { clock } from './said';
import { clockOf, later, minutesBetween } from './wall';

export type Rhythm = {
  every: number;
  /** The starts before and after the one that is typed, where that one is off the rhythm. */
  instead: { earlier: string; later: string } | null;
};

/** The rhythm of a room and how a start fits it; null where the room has none. It counts from when the practitioner begins, as
 * the search for the next free time does. */
export function rhythmOf(
  setup: DiarySetup,
  room: string,
  practitioner: string,
  day: string,
  time: string | null,
): Rhythm | null {
  const found = setup.rooms.find(({ id }) => id === room);
  if (!found || found.chairs === 1 || found.every <= 1) return null;
  const { every } = found;
  if (time === null || day === '') return { every, instead: null };
  const start = `${day}T${time}`;
  const off = minutesBetween(begins(setup, practitioner, start), start) % every;
  if (off === 0) return { every, instead: null };
  const earlier = later(start, -off);
  return { every, instead: { earlier: clock(earlier), later: clock(later(earlier, every)) } };
}

/** When somebody began to work last before a time; midnight where nobody said. */
function begins(setup: DiarySetup, practitioner: string, start: string): string {
  const day = start.slice(0, 10);
  const weekday = new Date(`${day}T12:00Z`).getUTCDay() || 7;
  const weeks = setup.people.find(({ id }) => id === practitioner)?.hours ?? [];
  const week = weeks
    .filter(({ since, until }) => since <= day && (until === '' || day <= until))
    .sort((one, other) => one.since.localeCompare(other.since))
    .at(-1);
  const began = (week?.shifts ?? [])
    .filter((shift) => shift.weekday === weekday && shift.from <= clockOf(start))
    .map(({ from }) => from)
    .sort()
    .at(-1);
  return `${day}T${began ?? '00:00'}`;
}
