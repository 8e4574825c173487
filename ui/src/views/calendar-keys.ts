// The single keys of the calendar. W and T mean something else on every other screen; with Shift they do here too.
import { titleOf } from '../features/bookings/glance';
import { looking, type View } from '../features/bookings/looking.svelte';
import type { OwnKey } from '../main/own-keys';
import { words } from '../messages';
import { locale } from '../messages/locale.svelte';
import { announce } from '../shared/announce.svelte';
import { firstWeekday } from '../shared/week';

/** `today`: the clinic's day, ISO. */
export function calendarKeys(today: () => string): OwnKey[] {
  const say = words.looking.keys;
  /** Nothing has the focus that would say where one is now. */
  const to = (id: keyof typeof say, key: string, act: () => void): OwnKey => ({
    id,
    key,
    label: say[id],
    run: () => {
      act();
      const days = looking.days(firstWeekday(locale.tag) || 7);
      announce(titleOf(looking.view, looking.day, days));
    },
  });
  const view = (key: string, of: View) => to(of, key, () => (looking.view = of));
  return [
    to('previous', '[', () => looking.step(-1)),
    to('next', ']', () => looking.step(1)),
    to('today', 'T', () => (looking.day = today())),
    view('D', 'day'),
    view('W', 'week'),
    view('M', 'month'),
    view('L', 'list'),
  ];
}
