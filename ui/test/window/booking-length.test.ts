// How long a visit is once it is another visit, and what a room asks of a start.
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { rhythmOf } from '../../src/features/bookings/rhythm';
import { clinic, TODAY, WorkingDiary } from '../diary';
import type { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const button = (name: RegExp | string) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog', { name: 'Change the booking' });
const visit = () => dialog().getByLabelText('Visit', { exact: true });
const save = () => dialog().getByRole('button', { name: 'Save' }).click();

function margaretComes(): WorkingPractice {
  const { practice, id } = withMargaret();
  practice.diary.setup = clinic();
  practice.diary.comes({ id, name: 'Margaret Oyelaran' }, '14:15');
  return practice;
}

async function change(): Promise<void> {
  await button(/Margaret Oyelaran/).click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', freeOnly: false });
  looking.showEverything();
});

test('another visit takes its own time, which is said, and one undo takes both back', async () => {
  const { practice } = openAt('#/calendar', margaretComes());
  await change();
  await expect.element(page.getByRole('radio', { name: /as it was booked/ })).not.toBeInTheDocument();
  await visit().selectOptions('Initial visit');
  const own = page.getByRole('radio', { name: /^75 minutes, as .*Initial visit.* takes$/ });
  await expect.element(own).toBeChecked();
  await expect.element(own).toHaveAccessibleDescription(/^2:15.p\.m\. to 3:30.p\.m\.$/);
  await accessible();
  await save();
  await expect.element(dialog()).not.toBeInTheDocument();
  const one = () => practice.diary.bookings[0];
  expect([one()?.service, one()?.minutes, one()?.start]).toEqual(['v2', 75, `${TODAY}T14:15`]);
  await button('Undo').click();
  await expect.poll(() => [one()?.service, one()?.minutes]).toEqual(['v1', 55]);
});

test('the old time is kept where that was chosen', async () => {
  const { fake, practice } = openAt('#/calendar', margaretComes());
  await change();
  await visit().selectOptions('Cupping');
  await page.getByRole('radio', { name: '55 minutes, as it was booked' }).click();
  await save();
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(practice.diary.bookings[0]?.service).toBe('v3');
  expect(fake.inputs('bookingsReschedule')).toEqual([]);
});

test('a time that is taken is said at the visit, and nothing is changed', async () => {
  const practice = margaretComes();
  practice.diary.obstacles = [{ kind: 'room', booking: null }];
  const { fake } = openAt('#/calendar', practice);
  await change();
  await visit().selectOptions('Initial visit');
  await save();
  await expect.element(visit()).toHaveAccessibleDescription('The room is taken.');
  expect(fake.inputs('bookingsAmend')).toEqual([]);
  expect(practice.diary.bookings[0]?.service).toBe('v1');
});

test('a room says what is in it, and in a community room which starts there are', async () => {
  const practice = margaretComes();
  const { setup } = practice.diary;
  const [one, two, three] = setup.rooms;
  if (!one || !two || !three) throw new Error('there are three rooms');
  const equipment = 'Table that rises\nInfrared lamp';
  const community = { ...three, name: 'Community', chairs: 6, every: 10, equipment: 'Recliners' };
  practice.diary.setup = { ...setup, rooms: [{ ...one, equipment }, two, community] };
  openAt('#/calendar', practice);
  await button('Book').first().click();
  const room = page.getByLabelText('Room', { exact: true });
  const time = page.getByLabelText('Time', { exact: true });
  await expect.element(room).toHaveAccessibleDescription('Table that rises, Infrared lamp');
  await expect.element(time).not.toHaveAccessibleDescription();
  await room.selectOptions('Community · Recliners');
  await time.fill('10:05');
  await expect
    .element(time)
    .toHaveAccessibleDescription(
      /^10:00.a\.m\. or 10:10.a\.m\. would fit: somebody comes every 10 minutes here\.$/,
    );
  await time.fill('10:10');
  await expect.element(time).toHaveAccessibleDescription('Somebody comes every 10 minutes here.');
  await accessible();
});

test('a rhythm counts from when the practitioner begins', () => {
  const { setup } = Object.assign(new WorkingDiary(), { setup: clinic() });
  const rooms = setup.rooms.map((room) => ({ ...room, chairs: 4 }));
  const late = [{ weekday: 2, from: '09:10', until: '12:00' }];
  const people = setup.people.map((one) => ({
    ...one,
    hours: one.hours.map((hours) => ({ ...hours, shifts: late })),
  }));
  const at = (time: string, day = TODAY) =>
    rhythmOf({ ...setup, rooms, people }, 'r1', 'p1', day, time)?.instead;
  expect(at('09:25')).toBeNull();
  expect(at('09:30')).toMatchObject({ earlier: expect.stringMatching(/9:25/) });
  expect(at('09:30', '2026-05-13'), 'on a day off it counts from the hour').toBeNull();
  expect(rhythmOf(setup, 'r1', 'p1', TODAY, '09:30'), 'a room for one has none').toBeNull();
});
