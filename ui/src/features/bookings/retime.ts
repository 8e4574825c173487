// A visit that takes another time than it was booked for; it begins as it did.
import type { BookingView, ServiceView, VisitPart } from '../../ipc/bindings';
import { core } from '../../ipc/call';

/** Whether a service is divided otherwise than a booking. */
export function takesOtherwise({ parts }: ServiceView, booking: BookingView): boolean {
  return (
    parts.length !== booking.parts.length ||
    parts.some((part, at) => {
      const has = booking.parts[at];
      return part.minutes !== has?.minutes || part.hands_on !== has.hands_on;
    })
  );
}

/** Gives a booking these parts where it stands. What is in its way is refused. */
export function retimed(
  { id, practitioner, room, start }: BookingView,
  version: number,
  parts: readonly VisitPart[],
  /** Why it may stand in the way of others, where that was said already. */
  despite: string | null = null,
): Promise<BookingView> {
  return core.bookingsReschedule({
    id,
    version,
    practitioner,
    room,
    start,
    which: null,
    minutes: null,
    parts: parts.map(({ hands_on, minutes }) => ({ hands_on, minutes })),
    despite,
    wait: null,
  });
}
