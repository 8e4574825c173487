// What somebody takes along of what they have booked: a card, a letter, a file for their own calendar.
import CalendarArrowDown from '@lucide/svelte/icons/calendar-arrow-down';
import Mail from '@lucide/svelte/icons/mail';
import Printer from '@lucide/svelte/icons/printer';
import type { BookingView, CalendarSays } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import type { MenuItem } from '../../shared/menu.svelte';
import { sayPrinted } from '../../shared/printing';
import { toast } from '../../shared/toasts.svelte';

const say = words.bookings.coming;

async function print(client: string, letter: boolean): Promise<void> {
  const said = sayPrinted(await core.appointmentsPrint({ client, letter }));
  if (said !== null) toast(said);
}

async function save(client: string): Promise<void> {
  const { file_name } = await core.appointmentsSave({ client, letter: false });
  if (file_name !== null) toast(words.notes.view.savedAs(file_name));
}

async function saveIcs(id: string, says: CalendarSays): Promise<void> {
  const { file_name } = await core.appointmentsSaveIcs({ id, says });
  if (file_name !== null) toast(words.notes.view.savedAs(file_name));
}

function ways(booking: string, client: string, whole: string): MenuItem[] {
  return [
    { label: say.printCard, icon: Printer, run: () => print(client, false) },
    { label: say.saveCard, run: () => save(client) },
    { label: say.printLetter, icon: Mail, run: () => print(client, true) },
    { label: whole, icon: CalendarArrowDown, apart: true, run: () => saveIcs(booking, 'everything') },
    { label: say.calendarTimeOnly, run: () => saveIcs(booking, 'time_only') },
  ];
}

/** The ways, for the next of what somebody has booked. */
export function toTakeAlong(coming: readonly BookingView[]): MenuItem[] {
  const next = coming.find(stands);
  return next?.client ? ways(next.id, next.client.id, say.calendar) : [];
}

/** The ways, for one booking that is to come; `now` is on the clinic's wall. */
export function takenAlong(booking: BookingView, now: string): MenuItem[] {
  if (!booking.client || !stands(booking) || booking.start <= now) return [];
  return ways(booking.id, booking.client.id, say.thisOne);
}

const stands = ({ status }: BookingView) => status === 'booked' || status === 'confirmed';
