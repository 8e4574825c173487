// What a booking that was made all the same stands beside.
import type { BookingView, DiarySetup } from '../../ipc/bindings';
import { isOff } from './said';

/** Whether a booking that was made all the same takes what another has too: hands, the last place of a room, or the
 * client. What else was in its way, such as the hours, is no other booking. */
export function doubleBooked(
  setup: DiarySetup,
  booking: BookingView,
  bookings: readonly BookingView[],
): boolean {
  if (booking.despite === null || isOff(booking)) return false;
  const beside = bookings.filter(
    (other) =>
      other.id !== booking.id && !isOff(other) && other.start < booking.end && booking.start < other.end,
  );
  const chairs = setup.rooms.find(({ id }) => id === booking.room)?.chairs ?? Infinity;
  const inRoom = beside.filter((other) => other.room === booking.room && party(other) !== party(booking));
  return (
    inRoom.length >= chairs || beside.some((other) => sameHands(booking, other) || sameClient(booking, other))
  );
}

/** Those who come together name the booking of one of them, and share a room. */
const party = ({ id, company }: BookingView) => company ?? id;

function sameHands(one: BookingView, other: BookingView): boolean {
  if (one.practitioner !== other.practitioner) return false;
  const hands = ({ parts }: BookingView) => parts.filter(({ hands_on }) => hands_on);
  return hands(one).some((mine) =>
    hands(other).some((theirs) => mine.from < theirs.until && theirs.from < mine.until),
  );
}

function sameClient(one: BookingView, other: BookingView): boolean {
  return one.client !== null && one.client.id === other.client?.id;
}
