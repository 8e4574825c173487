// What is done with whoever waits or is called, each with its way back.
import type { BookedClient, BookingView, ContactOutcome, DiarySetup, WaitView } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { words } from '../../messages';
import { shortDate } from '../../messages/formats';
import { toast } from '../../shared/toasts.svelte';
import type { CallAbout } from './message';
import { clock, dayAndTime, personOf, whoOf } from './said';

const say = words.waiting;
const personal = { personal: true };

/** Takes somebody off the waiting list; undo puts them back in the place they had. */
export async function stopWaiting(wait: WaitView): Promise<void> {
  const { id, version } = await core.waitingStop({ id: wait.id, version: wait.version });
  toast(say.waits.removed(wait.client.name), () => core.waitingAgain({ id, version }), personal);
}

/** Gives somebody who waits what they waited for before, unless it was changed again since. */
export function waitAgain(before: WaitView, version: number): Promise<WaitView> {
  const { id, client, service, practitioner, weekdays, not_before, over_by, urgent, until, note } = before;
  const typed = { service, practitioner, weekdays, not_before, over_by, urgent, until, note };
  const wait = { ...typed, client: client.id, instead_of: before.instead_of?.id ?? null };
  return core.waitingKeep({ id, version, wait });
}

/** Notes what came of a call or a message; undo takes it back. */
export async function sayContact(
  client: BookedClient,
  about: CallAbout,
  booking: string | null,
  outcome: ContactOutcome,
): Promise<void> {
  // Whose time was moved is called for the same reason as whose was called off: it cannot be as it was booked.
  const why = about === 'late' ? 'called_off' : about;
  const { id } = await core.waitingSayContact({ client: client.id, about: why, booking, outcome });
  const text = say.contact.said(client.name, say.contact.outcomes[outcome]);
  toast(text, () => core.waitingTakeBackContact({ id }), personal);
}

/** Notes that somebody was reached and will come; undo takes both back. */
export async function confirmed({ id, version }: BookingView): Promise<void> {
  const { booking, contact } = await core.waitingConfirm({ id, version });
  toast(
    words.bookings.said(whoOf(booking), words.bookings.status.confirmed),
    () => core.waitingTakeBackConfirmed({ id, version: booking.version, contact }),
    personal,
  );
}

/** What somebody waits for: "Follow-up · with Jun Mori · Tue, Thu · 9:30 to 12:00 · instead of Tuesday 19 May, 10:15". */
export function wanted(setup: DiarySetup, wait: WaitView): string {
  const service = setup.services.find(({ id }) => id === wait.service);
  const days = wait.weekdays.map((day) => say.form.days[day - 1]).join(', ');
  return [
    service?.name ?? say.waits.anything,
    wait.practitioner && personOf(setup, wait.practitioner),
    days,
    hours(wait),
    wait.instead_of && say.waits.instead(dayAndTime(wait.instead_of.start)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function hours({ not_before, over_by }: WaitView): string {
  const at = (time: string) => clock(`2000-01-01T${time}`);
  if (not_before && over_by) return say.waits.between(at(not_before), at(over_by));
  if (not_before) return say.waits.after(at(not_before));
  return over_by ? say.waits.before(at(over_by)) : '';
}

/** Since when, until when, and whether something is booked meanwhile. */
export function standingOf(wait: WaitView): string {
  return [
    say.waits.since(shortDate(wait.since)),
    say.waits.until(shortDate(wait.until)),
    wait.coming && wait.coming !== wait.instead_of?.start && say.waits.comes(dayAndTime(wait.coming)),
  ]
    .filter(Boolean)
    .join(' · ');
}
