// From booking to booking by the arrows.
import type { BookingView } from '../../ipc/bindings';

/**
 * The booking above or below in the same column, or the one nearest in time in the next that has any. `place` orders the
 * columns as text.
 */
export function neighbourOf(
  from: BookingView,
  bookings: readonly BookingView[],
  key: string,
  place: (booking: BookingView) => string,
): BookingView | undefined {
  const own = bookings
    .filter((booking) => place(booking) === place(from))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const at = own.findIndex(({ id }) => id === from.id);
  if (key === 'ArrowUp' || key === 'ArrowDown') return own[at + (key === 'ArrowUp' ? -1 : 1)];
  const places = [...new Set(bookings.map(place))].sort();
  const next = places[places.indexOf(place(from)) + (key === 'ArrowLeft' ? -1 : 1)];
  const apart = (booking: BookingView) => Math.abs(minuteOf(booking) - minuteOf(from));
  return bookings.filter((booking) => place(booking) === next).sort((a, b) => apart(a) - apart(b))[0];
}

function minuteOf({ start }: BookingView): number {
  return Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
}
