// Whoever comes without a booking is booked for the time that it is now, whatever day the calendar stands at.
import { atOnce } from '../features/bookings/beginning';
import { looking } from '../features/bookings/looking.svelte';
import { core } from '../ipc/call';
import { practice } from '../main/practice.svelte';
import { localDate } from '../shared/local-date';
import { send } from './errand';

export async function walkIn(): Promise<void> {
  const today = localDate();
  const [setup, { now }] = await Promise.all([
    core.bookingsSetup(),
    core.bookingsDiary({ from: today, until: today }),
  ]);
  const practitioner = looking.only || practice.me.id;
  const said = await atOnce(setup, { client: null, from: now, practitioner });
  send({ screen: 'calendar' }, { book: { walkIn: true, said } });
}
