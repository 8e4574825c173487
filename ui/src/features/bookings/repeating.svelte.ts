// A series while it is being put together: how often, how many times, and what becomes of the visits that clash.
import type { Book, BookingView, FreeTime, PlannedVisit, Repeat, SeriesVisit } from '../../ipc/bindings';
import { core } from '../../ipc/call';
import { whole } from '../../shared/whole-number';

export type Rhythm = 'once' | '1 weeks' | '2 weeks' | '4 weeks' | 'days';

/** A visit that clashes is left out, or takes place at another time. */
export type Instead = 'out' | number;

export class Repeating {
  rhythm = $state<Rhythm>('once');
  /** So many days apart, where it is days. */
  days = $state('3');
  /** It ends after so many visits, or on a day. */
  ends = $state<'count' | 'until'>('count');
  count = $state('6');
  until = $state('');
  plan = $state.raw<PlannedVisit[] | null>(null);
  /** By the start of the visit that clashes. */
  instead = $state<Record<string, Instead>>({});
  /** The bookings that stand in the way of any of them. */
  others = $state.raw<BookingView[]>([]);

  get repeats(): boolean {
    return this.rhythm !== 'once';
  }

  /** It is to end on a day, and none was given. */
  get lacksEnd(): boolean {
    return this.ends === 'until' && this.until.trim() === '';
  }

  get repeat(): Repeat {
    const weeks = this.rhythm.endsWith('weeks');
    return {
      every: weeks ? Number(this.rhythm.split(' ')[0]) : whole(this.days),
      unit: weeks ? 'weeks' : 'days',
      count: this.ends === 'count' ? whole(this.count) : 0,
      until: this.ends === 'until' ? this.until : '',
    };
  }

  /** Asks what is in the way of each. Nothing is made. */
  async look(visit: Book): Promise<void> {
    const plan = await core.bookingsPlanSeries({ visit, repeat: this.repeat });
    const ids = plan
      .flatMap(({ obstacles }) => obstacles.map(({ booking }) => booking))
      .filter((id) => id !== null);
    this.others = ids.length ? await core.bookingsRows({ ids }) : [];
    const clashing = plan.filter(({ obstacles }) => obstacles.length);
    this.instead = Object.fromEntries(
      clashing.map(({ start, instead }) => [start, instead.length ? 0 : 'out']),
    );
    this.plan = plan;
  }

  /** Another time, room or person is another plan. */
  changed(): void {
    this.plan = null;
  }

  /** The visits as they are wanted now. */
  visits(room: string | null): SeriesVisit[] {
    const wanted = (this.plan ?? []).map(({ start, obstacles, instead }): SeriesVisit | null => {
      if (!obstacles.length) return { start, room };
      const choice = this.instead[start];
      const free: FreeTime | undefined = typeof choice === 'number' ? instead[choice] : undefined;
      return free ? { start: free.start, room: free.room } : null;
    });
    return wanted.filter((visit) => visit !== null);
  }
}
