// When a client whom the palette found comes next, and the visit after that one: for whoever rings while something else is
// on the screen. Only for the chosen row, and the rows never wait for it.
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import { atNextFree, aWeekAfter } from '../features/bookings/beginning';
import { looking } from '../features/bookings/looking.svelte';
import { mayBook } from '../features/bookings/may-book';
import { roomOf, serviceOf, shortDayAndTime } from '../features/bookings/said';
import type { BookingView, DiarySetup } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words } from '../messages';
import { isolate } from '../messages/isolate';
import type { MenuItem } from '../shared/menu.svelte';
import { send } from '../views/errand';
import type { AtHand, ReadDiary } from './diary-at-hand';
import { practice } from './practice.svelte';

export class ComingBeside {
  /** By client, what stands beside their name. */
  #said = $state.raw<Record<string, string>>({});
  /** By client, the visit that is offered. */
  #offers = $state.raw<Record<string, MenuItem>>({});
  #asked: Record<string, true> = {};

  constructor(private readonly readDiary: ReadDiary) {}

  /** "Tue 27 May, 15:00 · Follow-up · Room 1"; empty until it is known. */
  said(client: string): string {
    return this.#said[client] ?? '';
  }

  /** The action that books them; nothing for whoever may not. It says for when as soon as that is known. */
  offer(client: string): MenuItem | null {
    if (!mayBook(practice.me.role)) return null;
    return (
      this.#offers[client] ?? {
        label: words.common.actions.newBooking,
        icon: CalendarPlus,
        run: () => send({ screen: 'calendar' }, { book: { client } }),
      }
    );
  }

  /** Asks once for each client; `told` hears what stands beside their name now. */
  async ask(client: string, told: (said: string) => void): Promise<void> {
    if (this.#asked[client]) return;
    this.#asked[client] = true;
    const [diary, coming] = await Promise.all([this.readDiary(), core.bookingsComing({ id: client })]);
    if (!diary) return;
    const next = coming.find(({ end }) => end > diary.now) ?? coming.at(-1);
    const said = next ? sayVisit(diary.setup, next) : words.bookings.coming.none;
    this.#said = { ...this.#said, [client]: said };
    told(said);
    if (!mayBook(practice.me.role)) return;
    const offer = await offered(client, coming, next, diary);
    this.#offers = { ...this.#offers, [client]: offer };
  }
}

function sayVisit(setup: DiarySetup, booking: BookingView): string {
  const { start, room } = booking;
  const named = [serviceOf(setup, booking), roomOf(setup, room)].filter(Boolean).map(isolate);
  return [shortDayAndTime(start), ...named].join(' · ');
}

/** The same visit a week later; where there is none to be like, the next free time. */
async function offered(
  client: string,
  coming: readonly BookingView[],
  next: BookingView | undefined,
  { setup, now }: AtHand,
): Promise<MenuItem> {
  const like = [...(next ? [next] : []), ...coming].find((booking) => canBeLike(setup, booking));
  const from = like ? aWeekAfter(like, coming) : now;
  const practitioner = looking.only || practice.me.id;
  const said = await atNextFree(setup, { client, from, like, practitioner });
  const when = shortDayAndTime(said.begins.start);
  return {
    label: like ? words.oneLine.like(when) : words.oneLine.next(when),
    icon: CalendarPlus,
    run: () => send({ screen: 'calendar' }, { book: { client, said } }),
  };
}

/** A visit that is booked still; an associate books into their own column only. */
function canBeLike(setup: DiarySetup, { service, practitioner }: BookingView): boolean {
  const { id, role } = practice.me;
  if (role === 'associate' && practitioner !== id) return false;
  return setup.services.some((kind) => kind.id === service && !kind.retired);
}
