// The calendar to look at.
import type { MachineSettings } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { busyDay } from '../busy-day';
import { daysLater } from '../../src/features/bookings/wall';
import { clinic, TODAY, WorkingDiary } from '../diary';
import { machine, open, quietDay, settings } from '../willow-lane';

const look = (more: Partial<MachineSettings>): Answers => ({
  settingsRead: () => ({ ...settings, machine: { ...machine, ...more } }),
});

function busy(more: Answers = {}): Answers {
  const diary = busyDay();
  return open({ ...diary.answers(), todayRead: () => ({ ...quietDay, diary: diary.view() }), ...more });
}

/** Names that are long, or read the other way, in a practice of one. */
function extreme(): Answers {
  const diary = new WorkingDiary();
  diary.setup = clinic(false);
  const long = 'Maria Wolfeschlegelsteinhausenbergerdorffhohenstaufenoberscheinfeldvorstadt';
  diary.comes({ name: long, age: 41 }, '09:00', { note: 'Rings twice. '.repeat(40) });
  diary.comes({ name: 'محمد الأنصاري' }, '09:20', { room: 'r2', first_visit: true });
  diary.comes({ name: '溫麗華' }, '10:00', { service: 'v3' });
  return open(diary.answers());
}

export const bookingScenes: Record<string, () => Answers> = {
  calendar: () => busy(),
  calendarLarge: () => busy(look({ text_percent: 200 })),
  calendarTouch: () => busy(look({ density: 'touch' })),
  calendarEmpty: () => open(),
  calendarExtreme: extreme,
  calendarBroken: () => busy({ bookingsDiary: () => refuse({ code: 'unexpected', reference: 'a1b2' }) }),
  calendarAway: () => {
    const diary = busyDay();
    diary.setup = { ...diary.setup, other_zone: 'America/Toronto' };
    return open(diary.answers());
  },
  ringing: () => {
    const diary = busyDay();
    diary.comes({ id: 'c417', name: 'Margaret Oyelaran' }, `${daysLater(TODAY, 7)}T10:15`);
    return open(diary.answers());
  },
  calendarInTheWay: () => {
    const diary = busyDay();
    const [first] = diary.bookings.filter(({ room }) => room === 'r1');
    diary.obstacles = [
      { kind: 'hands', booking: first?.id ?? null },
      { kind: 'room', booking: first?.id ?? null },
      { kind: 'outside_hours', booking: null },
    ];
    return open(diary.answers());
  },
};
