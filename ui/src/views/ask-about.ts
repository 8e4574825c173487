// What is asked about a client from any list, over whatever is on the screen: that they wait, and when they are asked again.
import Hourglass from '@lucide/svelte/icons/hourglass';
import PhoneCall from '@lucide/svelte/icons/phone-call';
import { mayBook } from '../features/bookings/may-book';
import { dayOf } from '../features/bookings/wall';
import type { ClientRow } from '../ipc/bindings';
import { core } from '../ipc/call';
import { overlay } from '../main/overlay.svelte';
import { practice } from '../main/practice.svelte';
import { words } from '../messages';
import { localDate } from '../shared/local-date';
import type { MenuItem } from '../shared/menu.svelte';

/** Whoever may book says this of everybody who still comes. */
export function askAbout(client: ClientRow): MenuItem[] {
  const { put_away, status } = client;
  if (!mayBook(practice.me.role) || put_away !== null || status === 'deceased') return [];
  return [
    { label: words.clients.menu.waits, icon: Hourglass, run: () => ask('wait', client) },
    { label: words.waiting.recall.action, icon: PhoneCall, run: () => ask('recall', client) },
  ];
}

async function ask(what: 'wait' | 'recall', client: ClientRow): Promise<void> {
  const day = localDate();
  const [setup, { now }] = await Promise.all([
    core.bookingsSetup(),
    core.bookingsDiary({ from: day, until: day }),
  ]);
  overlay.askAbout({ what, client, setup, today: dayOf(now) });
}
