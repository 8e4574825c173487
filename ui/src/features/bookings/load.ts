// How full a day is for one person, or in some rooms.
import type { BookingView, DiaryDay, DiarySetup, DiaryView } from '../../ipc/bindings';
import { joined, long, without } from './spans';
import { later, minutesBetween } from './wall';

type Load = Pick<DiaryDay, 'minutes' | 'hands_on'>;
type Whose = { only: string; rooms: readonly string[] };

/** How long somebody works, and for how much of it their hands are taken; or how long rooms can be used, and are kept for
 * somebody. `taking` are the bookings of the day that take of it. */
export function loadOn(
  setup: DiarySetup,
  diary: DiaryView,
  day: DiaryDay,
  { only, rooms }: Whose,
  taking: readonly BookingView[],
): Load {
  if (!only && rooms.length === 0) return day;
  const own = day.working.filter(({ person }) => !only || person === only);
  if (rooms.length === 0) {
    const hands = taking.flatMap(({ parts }) => parts.filter(({ hands_on }) => hands_on));
    return { minutes: long(own), hands_on: sum(hands.map(({ minutes }) => minutes)) };
  }
  const open = setup.rooms
    .filter(({ id }) => rooms.includes(id))
    .map(({ id, chairs, people }) => {
      const used = own.filter(({ person }) => people.length === 0 || people.includes(person));
      const shut = diary.away.filter(({ room }) => room === id);
      return chairs * long(without(joined(used), shut));
    });
  const kept = taking
    .filter(({ room }) => room !== null)
    .map(({ start, end, before, after }) => minutesBetween(later(start, -before), later(end, after)));
  return { minutes: sum(open), hands_on: sum(kept) };
}

const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
