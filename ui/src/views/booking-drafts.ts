// A booking that is typed and not made: kept like every other form.
import { BeingBooked, NOTHING_TYPED, type BookingTyped } from '../features/bookings/being-booked.svelte';
import { Draft } from '../features/drafts/draft.svelte';
import { readBody } from '../features/drafts/read-body';
import type { DiarySetup, DraftView } from '../ipc/bindings';
import { core } from '../ipc/call';

/** Each form has one draft for as long as it is typed, whether it stands beside the calendar or was put aside. */
const drafts = new WeakMap<BeingBooked, Draft<BookingTyped>>();

export function draftOf(typed: BeingBooked, found: DraftView | null = null): Draft<BookingTyped> {
  const known = drafts.get(typed);
  if (known) return known;
  const draft = new Draft<BookingTyped>(
    { kind: 'booking', subject: null, label: () => typed.label, body: () => typed.typed },
    found,
  );
  drafts.set(typed, draft);
  return draft;
}

/** The form with everything that was typed into it. */
export async function resumed(draft: string, setup: DiarySetup): Promise<BeingBooked> {
  const found = await core.draftsRead({ id: draft });
  const kept = readBody(found.body, NOTHING_TYPED);
  const [client] = kept.client ? await core.clientsRows({ ids: [kept.client] }) : [];
  const { practitioner, room, day } = kept;
  const begins = { practitioner, room: room || null, start: day, minutes: 0 };
  const typed = new BeingBooked(setup, { begins, service: kept.what }, null);
  typed.take(kept, client ?? null);
  // What was taken off the list or cancelled meanwhile is not there any more.
  if (kept.wait) typed.wait = (await core.waitingList()).find(({ id }) => id === kept.wait) ?? null;
  if (kept.company) typed.company = (await core.bookingsRows({ ids: [kept.company] }))[0] ?? null;
  draftOf(typed, found);
  return typed;
}
