// When a client whom the palette found comes next, and the visit after that one: for whoever rings while something else is
// on the screen. Only for the chosen row, and the rows never wait for it.
import { tick } from 'svelte';
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import { BeingBooked } from '../features/bookings/being-booked.svelte';
import { atNextFree, aWeekAfter, type Beginning } from '../features/bookings/beginning';
import { looking } from '../features/bookings/looking.svelte';
import { mayBook } from '../features/bookings/may-book';
import { roomOf, serviceOf, shortDayAndTime } from '../features/bookings/said';
import { dayOf } from '../features/bookings/wall';
import type { BookingView, DiarySetup } from '../ipc/bindings';
import { core } from '../ipc/call';
import { words } from '../messages';
import { isolate } from '../messages/isolate';
import type { MenuItem } from '../shared/menu.svelte';
import { send } from '../views/errand';
import type { AtHand, ReadDiary } from './diary-at-hand';
import { overlay } from './overlay.svelte';
import { practice } from './practice.svelte';
import { router } from './router.svelte';

/** A visit to be offered; its form takes the palette's place by itself. */
export type Offer = MenuItem & { over: true };

type Offered = { label: string; said: Beginning };

export class ComingBeside {
  /** By client, what stands beside their name. */
  #said = $state.raw<Record<string, string>>({});
  /** By client, the visit that is offered. */
  #offers = $state.raw<Record<string, Offered>>({});
  #asked: Record<string, Promise<void>> = {};

  constructor(private readonly readDiary: ReadDiary) {}

  /** "Tue 27 May, 15:00 · Follow-up · Room 1"; empty until it is known. */
  said(client: string): string {
    return this.#said[client] ?? '';
  }

  /** The action that books them; nothing for whoever may not. It says for when as soon as that is known. */
  offer(client: string): Offer | null {
    if (!mayBook(practice.me.role)) return null;
    const label = this.#offers[client]?.label ?? words.common.actions.newBooking;
    return { label, icon: CalendarPlus, over: true, run: () => this.#show(client) };
  }

  /** Asks once for each client; `told` hears what stands beside their name now. */
  ask(client: string, told: (said: string) => void): Promise<void> {
    return (this.#asked[client] ??= this.#ask(client, told));
  }

  async #ask(client: string, told: (said: string) => void): Promise<void> {
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

  /**
   * The form stands over whatever is on the screen, so that a note beneath stays as it is; in the calendar it stands where
   * it always does. The palette keeps the keys until then: a key too many would be written into the note.
   */
  async #show(client: string): Promise<void> {
    // What cannot be asked is said already, and is no reason to book nobody.
    await this.#asked[client]?.catch(() => undefined);
    const said = this.#offers[client]?.said;
    const diary = await this.readDiary();
    const [row] = await core.clientsRows({ ids: [client] });
    // Whoever has left the palette meanwhile, or pressed twice, wants nothing more of it.
    if (overlay.open !== 'palette') return;
    if (said && diary && router.route.screen !== 'calendar') {
      const { setup, now } = diary;
      const typed = new BeingBooked(setup, said, row ?? null);
      return overlay.askAbout({ what: 'visit', typed, setup, today: dayOf(now) });
    }
    overlay.close();
    await tick();
    send({ screen: 'calendar' }, { book: { client, said } });
  }
}

function sayVisit(setup: DiarySetup, booking: BookingView): string {
  const { start, room } = booking;
  const named = [serviceOf(setup, booking), roomOf(setup, room)].filter(Boolean).map(isolate);
  return [shortDayAndTime(start), ...named].join(' · ');
}

/** The same visit a week later, or like the last one in a week to come; where there is none to be like, the next free time. */
async function offered(
  client: string,
  coming: readonly BookingView[],
  next: BookingView | undefined,
  { setup, now }: AtHand,
): Promise<Offered> {
  const known = next
    ? [next, ...coming]
    : [await core.bookingsLast({ id: client })].filter((one) => one !== null);
  const like = known.find((booking) => canBeLike(setup, booking));
  const from = like ? aWeekAfter(like, { coming, now }) : now;
  const practitioner = looking.only || practice.me.id;
  const said = await atNextFree(setup, { client, from, like, practitioner });
  const when = shortDayAndTime(said.begins.start);
  return { label: like ? words.oneLine.like(when) : words.oneLine.next(when), said };
}

/** A visit that is booked still; an associate books into their own column only. */
function canBeLike(setup: DiarySetup, { service, practitioner }: BookingView): boolean {
  const { id, role } = practice.me;
  if (role === 'associate' && practitioner !== id) return false;
  return setup.services.some((kind) => kind.id === service && !kind.retired);
}
