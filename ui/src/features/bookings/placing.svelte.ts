// Where a visit is to be, as it is typed.
import type { BookingView, DiarySetup, FindFree, FreeTime, Obstacle, WhichTime } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { Problems } from '../../messages/problems.svelte';
import { inTheWay } from './obstacles';
import { clock } from './said';
import { dayOf, readClock } from './wall';

/** Where a form begins; what is unknown is empty. */
export type Begins = {
  practitioner: string;
  room: string | null;
  /** "2026-05-12T10:15", or only the day. */
  start: string;
  minutes: number;
};

export const PARTS_OF_DAY = ['any', 'morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** From when, and over by when: noon and five, as people say it. */
const HOURS: Record<PartOfDay, [string, string]> = {
  any: ['', ''],
  morning: ['', '12:00'],
  afternoon: ['12:00', '17:00'],
  evening: ['17:00', ''],
};

export class Placing {
  practitioner = $state('');
  /** Empty for a visit in no room. */
  room = $state('');
  day = $state('');
  time = $state('');
  minutes = $state('');
  which = $state<WhichTime | null>(null);
  /** The time comes twice on that day, so it is asked which. */
  twice = $state(false);
  despite = $state('');
  obstacles = $state.raw<Obstacle[]>([]);
  others = $state.raw<BookingView[]>([]);
  found = $state.raw<FreeTime[] | null>(null);
  /** Which days and hours suit, for the next free time: 1 for Monday; none for every day. */
  weekdays = $state<number[]>([]);
  partOfDay = $state<PartOfDay>('any');
  problems = new Problems();

  constructor(begins: Begins) {
    this.minutes = String(begins.minutes);
    this.put(begins);
  }

  /** Takes it to another place; everything else stays as it was typed. */
  put({ practitioner, room, start }: Omit<Begins, 'minutes'>): void {
    this.practitioner = practitioner;
    this.room = room ?? '';
    this.day = dayOf(start);
    this.time = start.length > 10 ? clock(start) : '';
    this.found = null;
    this.changed();
  }

  /** The start on the wall. A time that cannot be read goes as it was typed, and the core says so at the field. */
  get start(): string {
    return `${this.day}T${readClock(this.time) ?? this.time.trim()}`;
  }

  /** What goes with the start in every act. */
  get asked() {
    return {
      practitioner: this.practitioner,
      room: this.room || null,
      start: this.start,
      which: this.twice ? this.which : null,
      despite: this.obstacles.length && this.despite.trim() ? this.despite : null,
    };
  }

  /** Another time or place may have nothing in its way. */
  changed(): void {
    this.obstacles = [];
    this.others = [];
    this.twice = false;
    this.which = null;
    this.problems.clear('start');
  }

  /** Keeps what a refusal says; false for one that is of another kind. */
  async take(thrown: unknown): Promise<boolean> {
    const way = await inTheWay(thrown);
    if (way) {
      this.obstacles = way.obstacles;
      this.others = way.others;
      return true;
    }
    if (!this.problems.take(thrown)) return false;
    this.twice = this.problems.has('start', 'time_comes_twice');
    return true;
  }

  /** Looks for times that are free from the one that is typed on. */
  async look(
    search: Pick<FindFree, 'client' | 'service' | 'parts' | 'moving'>,
    setup: DiarySetup,
  ): Promise<void> {
    const open = setup.rooms.some(({ closed }) => !closed);
    const [not_before, over_by] = HOURS[this.partOfDay];
    const suits = this.weekdays.length > 0 || this.partOfDay !== 'any';
    const from = suits ? await this.fromNow() : `${this.day}T${readClock(this.time) ?? '00:00'}`;
    this.found = await core.bookingsFindFree({
      ...search,
      practitioner: this.practitioner || null,
      room: null,
      from,
      weekdays: [...this.weekdays],
      not_before,
      over_by,
      count: open || setup.rooms.length === 0 ? 4 : 1,
    });
  }

  /** "The first Tuesday afternoon" is not meant from a certain hour on, and nothing that is over is free. */
  private async fromNow(): Promise<string> {
    const { now } = await core.bookingsDiary({ from: this.day, until: this.day });
    const begins = `${this.day}T00:00`;
    return begins < now ? now : begins;
  }

  choose(free: FreeTime): void {
    this.put(free);
  }
}
