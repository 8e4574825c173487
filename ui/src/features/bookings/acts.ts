// What is done with a booking at once, each with its way back.
import type {
  AmendBooking,
  BookingStatus,
  BookingView,
  DiarySetup,
  DiaryView,
  SeriesPart,
} from '../../ipc/bindings';
import { core } from '../../ipc/call';
import type { Live } from '../../ipc/live.svelte';
import { words } from '../../messages';
import { failed, toast } from '../../shared/toasts.svelte';
import type { Wanted } from './BookingCalendar.svelte';
import { moved } from './moved';
import { allBack, inTheWay, sayObstacles } from './obstacles';
import { dayAndTime, whoOf } from './said';
import { later } from './wall';

const say = words.bookings;
const personal = { personal: true };

/** Says that somebody was booked; undo takes the booking back. */
export function booked(booking: BookingView): void {
  const { id, version } = booking;
  toast(
    say.booked(whoOf(booking), dayAndTime(booking.start)),
    () => core.bookingsTakeBack({ id, version }),
    personal,
  );
}

/** Says that whoever walked in was booked and is here; one undo takes all of it back. */
export async function walkedIn(booking: BookingView): Promise<void> {
  const said = { id: booking.id, version: booking.version, reason: '', fee: false };
  const after = await core.bookingsSayStatus({ ...said, status: 'arrived' });
  const { id, version } = after;
  toast(
    say.walkedIn(whoOf(after), dayAndTime(after.start)),
    () => core.bookingsTakeBack({ id, version }),
    personal,
  );
}

/** Says that a series was booked; undo takes all of it back. */
export function seriesBooked(bookings: readonly BookingView[]): void {
  const [first] = bookings;
  const series = first?.series;
  if (!first || !series) return;
  const undo = () => core.bookingsTakeBackSeries({ id: series });
  toast(say.repeat.booked(whoOf(first), bookings.length), undo, personal);
}

/** Who comes, for what, and what the desk should know. */
type Amended = Pick<AmendBooking, 'client' | 'service' | 'note'>;

const asItIs = ({ client, service, note }: BookingView): Amended => ({
  client: client?.id ?? null,
  service,
  note,
});

/** Changes it in visits of a series; one undo gives each of them its own back. */
export async function amendSeries(booking: BookingView, part: SeriesPart, wanted: Amended): Promise<void> {
  const { id, version } = booking;
  const { before, after } = await core.seriesAmend({ visit: { id, version, ...wanted }, part });
  const amends = after.flatMap((now) => {
    const then = before.find((one) => one.id === now.id);
    return then ? [{ id: now.id, version: now.version, ...asItIs(then) }] : [];
  });
  const named = after.find((one) => one.id === id) ?? booking;
  toast(
    say.repeat.changed(whoOf(named), after.length),
    () => allBack(core.seriesAmendSeveral({ amends }), before[0]),
    personal,
  );
}

/** Cancels visits of a series; one undo takes all of them up again, or none. */
export async function cancelSeries(booking: BookingView, part: SeriesPart, reason: string): Promise<void> {
  const { id, version } = booking;
  const cancelled = await core.bookingsCancelSeries({ id, version, part, reason });
  const visits = cancelled.map((one) => ({ id: one.id, version: one.version }));
  const undo = () => allBack(core.seriesTakeUp({ visits }), cancelled[0]);
  toast(say.repeat.cancelled(whoOf(booking), visits.length), visits.length ? undo : null, personal);
}

/** Moves a booking to where it was dropped. It is drawn there at once; what is refused slides back, and the reason is said. */
export async function dropped(
  diary: Live<DiaryView>,
  setup: DiarySetup,
  booking: BookingView,
  wanted: Wanted,
): Promise<void> {
  const to = { ...wanted, practitioner: wanted.practitioner ?? booking.practitioner };
  if (diary.value) {
    const drawn = { ...booking, ...to, end: later(to.start, to.minutes) };
    const bookings = diary.value.bookings.map((one) => (one.id === booking.id ? drawn : one));
    diary.show({ ...diary.value, bookings });
  }
  try {
    const { id, version } = booking;
    const after = await core.bookingsReschedule({
      id,
      version,
      ...to,
      which: null,
      parts: null,
      despite: null,
      wait: null,
    });
    moved(setup, booking, after);
  } catch (thrown) {
    diary.refresh();
    const way = await inTheWay(thrown);
    if (!way) return failed(thrown);
    const why = sayObstacles(way.obstacles, way.others, setup).join(' ');
    toast(say.inTheWay.stays(whoOf(booking), why), null, personal);
  }
}

/** Says what became of a booking; undo takes it back. */
export async function becomes(
  booking: BookingView,
  status: BookingStatus,
  { reason = '', fee = false } = {},
): Promise<BookingView> {
  const after = await core.bookingsSayStatus({
    id: booking.id,
    version: booking.version,
    status,
    reason,
    fee,
  });
  const { id, version } = after;
  toast(
    say.said(whoOf(after), say.status[status]),
    () => core.bookingsTakeBackStatus({ id, version }),
    personal,
  );
  return after;
}

/** Takes back what was said last. */
export async function takeBackStatus(booking: BookingView): Promise<BookingView> {
  const after = await core.bookingsTakeBackStatus({ id: booking.id, version: booking.version });
  toast(say.said(whoOf(after), say.status[after.status]), null, personal);
  return after;
}
