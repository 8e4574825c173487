// Who is booked where nobody comes, from memory: by day, time and person, as the core would say.
import type { AwayView, BookingView, CallToMake, ShiftInput } from '../src/ipc/bindings';
import { clockOf, dayOf } from '../src/features/bookings/wall';
import { HERE, type WorkingDiary } from './diary';
import type { Answers } from './fake-core';

type Gone = Omit<AwayView, 'id'>;

const during = (booking: BookingView, { person, room, from, until }: Gone): boolean =>
  (person === null || person === booking.practitioner) &&
  (room === null || room === booking.room) &&
  booking.start < until &&
  booking.end > from;

const outside = ({ start, end }: BookingView, shifts: readonly ShiftInput[]): boolean => {
  const weekday = new Date(`${dayOf(start)}T12:00Z`).getUTCDay() || 7;
  return !shifts.some(
    (shift) => shift.weekday === weekday && shift.from <= clockOf(start) && clockOf(end) <= shift.until,
  );
};

export function stranded(diary: WorkingDiary, call: (booking: BookingView) => CallToMake): Answers {
  const toCome = () =>
    diary.bookings.filter(
      ({ start, status, client }) =>
        client && start > HERE && (status === 'booked' || status === 'confirmed'),
    );
  return {
    waitingStranded: () => {
      let left = toCome();
      const take = (which: (booking: BookingView) => boolean) => {
        const taken = left.filter(which);
        left = left.filter((one) => !which(one));
        return taken.map(call);
      };
      const away = diary.setup.away.map((away) => ({
        by: { kind: 'away' as const, away },
        calls: take((one) => during(one, away)),
      }));
      const hours = diary.setup.people.map(({ id, hours }) => ({
        by: { kind: 'hours' as const, person: id },
        calls: take((one) => {
          const week = hours.findLast(({ since }) => since <= dayOf(one.start));
          return one.practitioner === id && one.despite === null && !!week && outside(one, week.shifts);
        }),
      }));
      return [...away, ...hours].filter(({ calls }) => calls.length);
    },
    waitingWouldStrand: (input) => {
      const concerned = (one: BookingView) => {
        if (input.kind === 'away') return during(one, input.away);
        const { person, since, shifts } = input.week;
        return one.practitioner === person && dayOf(one.start) >= since && outside(one, shifts);
      };
      return toCome().filter(concerned).length;
    },
  };
}
