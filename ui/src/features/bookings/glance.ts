// What the head of the calendar says: which days these are, and how full they are.
import type { DiaryView } from '../../ipc/bindings';
import { words } from '../../messages';
import { daySpan, monthAndYear, weekday } from '../../messages/formats';
import type { View } from './looking.svelte';

/** The days that are looked at. */
export function titleOf(view: View, day: string, range: { from: string; until: string }): string {
  if (view === 'day') return weekday(day);
  return view === 'month' ? monthAndYear(day) : daySpan(range.from, range.until);
}

/** How much of the working time hands are taken; nothing where nobody said when they work. */
export function loadOf(diary: DiaryView | undefined): string | undefined {
  const sum = (of: number[]) => of.reduce((all, one) => all + one, 0);
  const works = sum((diary?.days ?? []).map(({ minutes }) => minutes));
  const hands = sum((diary?.days ?? []).map(({ hands_on }) => hands_on));
  return works ? words.bookings.full(Math.round((100 * hands) / works)) : undefined;
}
