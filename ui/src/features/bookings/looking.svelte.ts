// How the calendar is looked at. It stays while the window is open, so that whoever comes back finds their day.
import type { BookingStatus } from '../../ipc/bindings';
import { localDate } from '../../shared/local-date';
import type { Filter, Kind } from './filter';
import type { By } from './grid';
import { daysLater, monthOf, monthsLater, weekOf } from './wall';

export type View = 'day' | 'week' | 'month' | 'list';

/** So many pixels an hour; 72 are drawn as designed. */
const HOURS = [48, 60, 72, 96, 120, 160];

class Looking {
  view = $state<View>('day');
  day = $state(localDate());
  by = $state<By>('rooms');
  /** Only this person's bookings; empty for everybody's. */
  only = $state('');
  /** Only what is in these rooms, for these services, and stands so; nothing for everything. */
  rooms = $state.raw<readonly string[]>([]);
  services = $state.raw<readonly string[]>([]);
  statuses = $state.raw<readonly BookingStatus[]>([]);
  hour = $state(72);
  /** Somebody else may look at the screen: nobody is named. */
  freeOnly = $state(false);
  /** What was cancelled and who did not come are drawn beside what took their place. */
  cancelled = $state(false);

  /** The days that are shown, given the first day of the week (1 is Monday). */
  days(first: number): { from: string; until: string } {
    if (this.view === 'day') return { from: this.day, until: this.day };
    if (this.view === 'month') {
      const from = weekOf(monthOf(this.day), first);
      const last = daysLater(monthOf(this.day, 1), -1);
      return { from, until: daysLater(weekOf(last, first), 6) };
    }
    const from = weekOf(this.day, first);
    return { from, until: daysLater(from, 6) };
  }

  step(by: 1 | -1): void {
    if (this.view === 'month') this.day = monthsLater(this.day, by);
    else this.day = daysLater(this.day, this.view === 'day' ? by : 7 * by);
  }

  get filter(): Filter {
    const { only, rooms, services, statuses } = this;
    return { only, rooms, services, statuses };
  }

  /** Takes one choice in or out. */
  choose(kind: Kind, value: string, on: boolean): void {
    const others: readonly string[] = this[kind].filter((other) => other !== value);
    Object.assign(this, { [kind]: on ? [...others, value] : others });
  }

  showEverything(): void {
    this.rooms = this.services = this.statuses = [];
  }

  zoom(by: 1 | -1): void {
    const at = HOURS.indexOf(this.hour);
    this.hour = HOURS[Math.min(HOURS.length - 1, Math.max(0, at + by))] ?? 72;
  }

  get canGrow(): boolean {
    return this.hour !== HOURS.at(-1);
  }

  get canShrink(): boolean {
    return this.hour !== HOURS[0];
  }
}

export const looking = new Looking();
