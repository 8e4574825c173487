// A visit while it is being typed. It outlives its form, so that what was typed can be taken up again.
import type { Book, BookingView, ClientRow, DiarySetup, WaitView } from '../../ipc/bindings';
import type { Beginning } from './beginning';
import { whole } from '../../shared/whole-number';
import { Placing } from './placing.svelte';
import { Repeating, type Rhythm } from './repeating.svelte';

/** In place of a service: a visit of another length, or a time that is held for nobody. */
export const OWN = 'own';
export const HELD = 'held';

/** What is typed, as it is kept. */
export type BookingTyped = {
  client: string | null;
  /** The entry of the waiting list, and the booking of whom they come with. */
  wait: string | null;
  company: string | null;
  what: string;
  note: string;
  practitioner: string;
  room: string;
  day: string;
  time: string;
  minutes: string;
  rhythm: Rhythm;
  days: string;
  ends: 'count' | 'until';
  count: string;
  until: string;
  walkIn: boolean;
};

/** A form in which nothing was typed. */
export const NOTHING_TYPED: BookingTyped = {
  client: null,
  wait: null,
  company: null,
  what: '',
  note: '',
  practitioner: '',
  room: '',
  day: '',
  time: '',
  minutes: '',
  rhythm: 'once',
  days: '3',
  ends: 'count',
  count: '6',
  until: '',
  walkIn: false,
};

export class BeingBooked {
  placing: Placing;
  repeating = new Repeating();
  /** The service, `OWN` or `HELD`. */
  what = $state('');
  client = $state.raw<ClientRow | null>(null);
  note = $state('');
  /** The entry of the waiting list that it is for. */
  wait = $state.raw<WaitView | null>(null);
  /** The booking of whom they come together with. */
  company = $state.raw<BookingView | null>(null);
  /** They are here already. */
  walkIn: boolean;

  constructor(setup: DiarySetup, { begins, service }: Beginning, client: ClientRow | null, walkIn = false) {
    const services = setup.services.filter(({ retired }) => !retired);
    this.placing = new Placing(begins);
    this.what = services.some(({ id }) => id === service) ? service : (services[0]?.id ?? OWN);
    this.client = client;
    this.walkIn = walkIn;
  }

  /** What is typed. */
  get typed(): BookingTyped {
    const { practitioner, room, day, time, minutes } = this.placing;
    const { rhythm, days, ends, count, until } = this.repeating;
    return {
      client: this.client?.id ?? null,
      wait: this.waits?.id ?? null,
      company: this.company?.id ?? null,
      what: this.what,
      note: this.note,
      practitioner,
      room,
      day,
      time,
      minutes,
      rhythm,
      days,
      ends,
      count,
      until,
      walkIn: this.walkIn,
    };
  }

  /** Takes up what was kept; somebody who cannot be found any more is to be chosen again. */
  take(kept: BookingTyped, client: ClientRow | null): void {
    this.client = client;
    this.what = kept.what || this.what;
    this.note = kept.note;
    const { practitioner, room, day, time, minutes } = kept;
    Object.assign(this.placing, { practitioner, room, day, time, minutes });
    const { rhythm, days, ends, count, until } = kept;
    Object.assign(this.repeating, { rhythm, days, ends, count, until });
    this.walkIn = kept.walkIn;
  }

  /** What it is called in a list of unfinished things. */
  get label(): string {
    return this.client?.name ?? this.note.split('\n')[0]?.trim() ?? '';
  }

  /** Somebody was chosen or something was written, which would be missed. */
  get begun(): boolean {
    return this.client !== null || this.note.trim() !== '';
  }

  /** It is no service, so its length is typed. */
  get own(): boolean {
    return this.what === OWN || this.what === HELD;
  }

  /** Nobody was chosen for a visit that is somebody's. */
  get lacksSomebody(): boolean {
    return this.what !== HELD && this.client === null;
  }

  /** The entry of the waiting list, as long as it is theirs who comes. */
  get waits(): WaitView | null {
    return this.wait && this.wait.client.id === this.client?.id ? this.wait : null;
  }

  get asked(): Book {
    return {
      ...this.placing.asked,
      client: this.what === HELD ? null : (this.client?.id ?? null),
      service: this.own ? null : this.what,
      parts: this.own ? [{ hands_on: true, minutes: whole(this.placing.minutes) }] : null,
      company: this.repeating.repeats ? null : (this.company?.id ?? null),
      note: this.note,
      wait: this.waits?.id ?? null,
      draft: null,
    };
  }
}
