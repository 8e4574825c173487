// The calendar to look at.
import type { AlertView, MachineSettings, CorrespondenceView } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { margaret } from '../what-is-typed';
import { Correspondence } from '../correspondence';
import { WorkingPractice } from '../working-practice';
import { busyDay } from '../busy-day';
import { somebody } from '../calls-to-make';
import { daysLater } from '../../src/features/bookings/wall';
import { clinic, TODAY, WorkingDiary } from '../diary';
import { atKeyboard, machine, open, quietDay, settings } from '../willow-lane';
import { photo } from './files-scenes';

const filesPortrait = () => photo(3, 192, 192);

const look = (more: Partial<MachineSettings>): Answers => ({
  settingsRead: () => ({ ...settings, machine: { ...machine, ...more } }),
});

function busy(more: Answers = {}): Answers {
  const diary = busyDay();
  const todayRead = () => ({ ...quietDay, diary: diary.view() });
  return open({ ...diary.answers(), todayRead, copiesList: () => ({ place: null }), ...more });
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

/** Everybody on the three lists, some with names that are long or read the other way. */
function waiting(more: Partial<MachineSettings> = {}): Answers {
  const diary = busyDay();
  const { calls } = diary;
  const made = { id: 'c1', client: 'of-Aiko Tanaka', booking: null, at: 0, by: 'Ines Marlow' } as const;
  calls.waitsFor(somebody('Aiko Tanaka', { age: 44, phone: '250-555-0177' }), {
    service: 'v1',
    practitioner: 'p1',
    weekdays: [2, 4],
    not_before: '09:30',
    over_by: '12:00',
    urgent: true,
    note: 'Mornings, once the children are at school',
    contacts: [{ ...made, about: 'waiting', outcome: 'message', wall: `${TODAY}T09:12` }],
  });
  calls.waitsFor(somebody('Maria Wolfeschlegelsteinhausenbergerdorffhohenstaufenoberscheinfeldvorstadt'), {
    coming: `${daysLater(TODAY, 20)}T10:15`,
    instead_of: { id: 'b1', version: 1, start: `${daysLater(TODAY, 20)}T10:15` },
  });
  calls.waitsFor(somebody('محمد الأنصاري', { phone: '250-555-0100' }), { service: 'v2' });
  calls.waitsFor(somebody('溫麗華', { age: 66 }), { until: daysLater(TODAY, -3), lapsed: true });
  calls.due(somebody('Ruth Adler', { age: 58, phone: '250-555-0102', email: 'ruth@example.org' }), {
    reason: 'due',
    due: TODAY,
    note: 'Before the marathon',
  });
  for (const [at, name] of ['Ольга Иванова', 'Peter Novak', 'Zoë Müller'].entries()) {
    calls.due(somebody(name, { phone: `250-555-01${at}7` }), { last_visit: daysLater(TODAY, -60 - 9 * at) });
  }
  diary.comes({ name: 'Lena Fischer', phone: '250-555-0111' }, `${daysLater(TODAY, 9)}T10:15`, {
    practitioner: 'p3',
  });
  const gone = { id: 'p3', name: 'Jun Mori', colour: 3, here: false, hours: [] };
  diary.setup = { ...diary.setup, people: [...diary.setup.people, gone] };
  const todayRead = () => ({ ...quietDay, diary: diary.view() });
  return open({ ...diary.answers(), todayRead, ...look(more) });
}

/** Three alerts, as those who treat read them, or as the desk does. */
function held(desk: boolean): AlertView[] {
  const alert = { version: 1, raised: null, since: Date.UTC(2026, 4, 1), by: 'Ines Marlow' };
  const words = (text: string) => (desk ? null : text);
  return [
    { ...alert, id: 'a1', severity: 'danger', audience: 'clinical', text: words('Blood thinner') },
    { ...alert, id: 'a2', severity: 'caution', audience: 'clinical', text: words('Faints at needles') },
    {
      ...alert,
      id: 'a3',
      severity: 'note',
      audience: 'desk',
      text: 'Deaf in the left ear: speak to her right',
    },
  ];
}

/** Alerts on bookings, and one that was begun. */
function alerted(desk: boolean): Answers {
  const diary = busyDay();
  for (const [at, one] of diary.bookings.entries()) {
    if (at > 2 && at < 6) diary.put({ ...one, alerts: held(desk).slice(0, at - 2) });
  }
  const todayRead = () => ({ ...quietDay, diary: diary.view() });
  const label = 'Margaret Oyelaran';
  return open({
    ...diary.answers(),
    todayRead,
    copiesList: () => ({ place: null }),
    draftsList: () => [{ id: 'd1', kind: 'booking', subject: null, label, saved_at: 0 }],
    ...(desk ? { sessionState: () => atKeyboard({ role: 'receptionist' }) } : {}),
  });
}

/** Somebody with alerts, on their own page. */
function alertedClient(): Answers {
  const practice = new WorkingPractice();
  practice.register(margaret);
  return { ...practice.answers(), alertsList: () => held(false) };
}

const entry = {
  version: 1,
  client: 'client-1',
  followed_up: false,
  struck: null,
  made_at: Date.UTC(2026, 4, 12, 8, 50),
  made_by: 'Ines Marlow',
  earlier: [],
};
const written: CorrespondenceView[] = [
  {
    ...entry,
    id: 'w1',
    entry: {
      kind: 'administrative',
      day: '2026-05-04',
      text: 'Insurer wants the dates of all visits since January.',
      clinical: false,
      follow_up: '',
    },
    struck: 'Another Margaret',
  },
  {
    ...entry,
    id: 'w2',
    entry: {
      kind: 'message',
      day: '2026-05-08',
      text: '王秀英 will bring her. שלום, תודה רבה 🙏',
      clinical: false,
      follow_up: '',
    },
  },
  {
    ...entry,
    id: 'w3',
    entry: {
      kind: 'email',
      day: '2026-05-10',
      text: 'Her doctor changed the blood thinner to apixaban 5 mg twice a day.\n\nShe asks whether cupping can go on, and sends a picture of the marks on her left shoulder after the last visit, which were still there after nine days.',
      clinical: true,
      follow_up: '2026-05-11',
    },
    followed_up: true,
  },
  {
    ...entry,
    id: 'w4',
    entry: {
      kind: 'phone_call',
      day: '2026-05-12',
      text: 'Asks whether she can swim after cupping. Call back.',
      clinical: true,
      follow_up: '2026-05-12',
    },
  },
];

/** Calls and messages of every standing, on a page and on Today. */
function corresponded(more: Answers = {}): Answers {
  const practice = new WorkingPractice();
  practice.register(margaret);
  const correspondence = new Correspondence(practice);
  for (const view of written) correspondence.put(view);
  return { ...practice.answers(), ...correspondence.answers(), alertsList: () => held(false), ...more };
}

export const bookingScenes: Record<string, () => Answers> = {
  calendar: () => busy(),
  waiting: () => waiting(),
  waitingLarge: () => waiting({ text_percent: 200 }),
  waitingEmpty: () => busy(),
  alerted: () => alerted(false),
  alertedAtDesk: () => alerted(true),
  alertedClient,
  corresponded: () => corresponded(),
  correspondedLarge: () => corresponded(look({ text_percent: 200 })),
  calendarPhoto: () => busy({ filesPortrait }),
  calendarPhotoLarge: () => busy({ filesPortrait, ...look({ text_percent: 200 }) }),
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
