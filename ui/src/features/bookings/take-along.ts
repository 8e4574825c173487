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

/** The ways, for the next of what somebody has booked. */
export function toTakeAlong(coming: readonly BookingView[]): MenuItem[] {
  const next = coming.find(({ status }) => status === 'booked' || status === 'confirmed');
  const client = next?.client?.id;
  if (!next || !client) return [];
  return [
    { label: say.printCard, icon: Printer, run: () => print(client, false) },
    { label: say.saveCard, run: () => save(client) },
    { label: say.printLetter, icon: Mail, run: () => print(client, true) },
    {
      label: say.calendar,
      icon: CalendarArrowDown,
      apart: true,
      run: () => saveIcs(next.id, 'everything'),
    },
    { label: say.calendarTimeOnly, run: () => saveIcs(next.id, 'time_only') },
  ];
}
