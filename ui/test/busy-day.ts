// A day on which many come.
import { daysLater } from '../src/features/bookings/wall';
import { clinic, TODAY, WorkingDiary } from './diary';

/** A Tuesday in the middle of its morning: two practitioners, three rooms. */
export function busyDay(diary = new WorkingDiary()): WorkingDiary {
  diary.setup = clinic();
  const two = { practitioner: 'p2', room: 'r3' };
  const done = { status: 'done', treatment_note: 'signed' } as const;
  diary.comes({ name: 'Alice Whitford', age: 71 }, '09:00', done);
  diary.comes({ name: 'Peter Novak', age: 47 }, '09:20', { ...done, room: 'r2', treatment_note: 'begun' });
  diary.comes({ name: 'Owen Tran' }, '09:00', { ...two, ...done });
  const margaret = diary.comes({ name: 'Margaret Oyelaran', age: 62, phone: '250-555-0138' }, '10:15', {
    note: 'Parks behind; let her rest a minute before standing.',
  });
  for (const [status, at] of [
    ['confirmed', '08:20'],
    ['arrived', '10:08'],
    ['in_room', '10:15'],
    ['resting', '10:35'],
  ] as const) {
    diary.said(margaret.id, status, at);
  }
  diary.comes({ name: 'Tomás Rivera', age: 45 }, '10:35', {
    room: 'r2',
    status: 'in_room',
    treatment_note: 'begun',
  });
  diary.comes({ name: 'Grace Bellamy' }, '10:30', { ...two, status: 'in_room', service: 'v3' });
  const hannah = diary.comes({ name: 'Hannah Lindqvist', age: 34 }, '11:30');
  diary.said(hannah.id, 'arrived', '10:51');
  diary.comes({ name: 'Nadia Kovač' }, '11:15', { ...two, status: 'confirmed' });
  diary.comes({ name: 'Samuel Adeyemi', age: 58 }, '11:50', { room: 'r2', status: 'confirmed' });
  diary.comes({ name: 'Idris Rahman' }, '13:30', { ...two, status: 'confirmed' });
  diary.comes({ name: 'Leila Haddad', age: 38 }, '13:30', { first_visit: true });
  diary.comes({ name: 'Rosa Ferreira', age: 51 }, '14:15', { room: 'r2' });
  const jun = diary.comes({ name: 'Jun Park', age: 29 }, '15:10');
  diary.said(jun.id, 'cancelled_late', '09:12');
  diary.comes({ name: 'Wen Li-Hua 溫麗華', age: 66 }, '16:10', { room: 'r2', status: 'confirmed' });
  diary.comes({ name: 'Beatrix Cole', age: 15 }, '16:30', {
    status: 'confirmed',
    despite: 'Her father waits',
  });
  diary.comes({ name: 'Ellen Sørensen' }, '16:00', two);
  diary.comes({ name: 'Jonas Backman' }, `${daysLater(TODAY, 1)}T09:30`);
  diary.setup.away = [
    {
      id: 'a1',
      person: 'p2',
      room: null,
      from: `${TODAY}T14:30`,
      until: `${TODAY}T16:00`,
      reason: 'Dentist',
    },
  ];
  return diary;
}
