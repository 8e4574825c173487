import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { daysLater } from '../../src/features/bookings/wall';
import { somebody } from '../calls-to-make';
import { clinic, TODAY } from '../diary';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, visit } from './working';

const toast = () => page.getByRole('region', { name: 'What was just done' });
const dialog = () => page.getByRole('dialog');
const row = (name: RegExp) => page.getByRole('listitem').filter({ hasText: name });
const undo = () => toast().getByRole('button', { name: /Undo/ }).click();
const save = () => dialog().getByRole('button', { name: 'Save' }).click();

/** In six weeks and more, further than any calendar shows. */
const FAR = daysLater(TODAY, 70);

function working(): WorkingPractice {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  return practice;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T17:57:00Z`) });
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

afterEach(() => void vi.useRealTimers());

test('time off says whom it concerns before it is kept, names them after, and is taken back', async () => {
  const practice = working();
  practice.diary.comes({ name: 'Lena Fischer', phone: '250-555-0111' }, `${FAR}T10:15`);
  practice.diary.comes({ name: 'Wim Dekker' }, `${FAR}T14:00`, { practitioner: 'p2' });
  const { fake } = openAt('#/settings/calendar', practice);
  await page.getByRole('button', { name: 'Add time off' }).click();
  await dialog().getByLabelText('Who or what').selectOptions('Ines Marlow');
  await expect.element(dialog().getByRole('status')).toHaveTextContent('');
  await dialog().getByLabelText('To', { exact: true }).fill(FAR);
  await userEvent.tab();
  await expect.element(dialog().getByText(/^1 visit is booked in this time/)).toBeVisible();
  await accessible();
  expect(fake.inputs('bookingsGoAway')).toEqual([]);
  await save();
  await expect
    .element(page.getByRole('heading', { name: /Booked while .*Ines Marlow.* is away/ }))
    .toBeVisible();
  await expect.element(row(/Lena Fischer/)).toHaveTextContent(/10:15/);
  await expect.element(row(/Wim Dekker/)).not.toBeInTheDocument();
  await accessible();
  await undo();
  await expect.element(page.getByRole('heading', { name: 'Nobody to call' })).toBeVisible();
  expect(practice.diary.setup.away).toEqual([]);
  expect(practice.diary.bookings.map(({ status }) => status)).toEqual(['booked', 'booked']);
});

test('whoever is stranded is opened in the calendar, or their whole day is cancelled, and Today counts them', async () => {
  const practice = working();
  practice.diary.comes({ name: 'Lena Fischer', phone: '250-555-0111' }, `${FAR}T10:15`);
  const closed = { id: 'a9', person: null, room: null, reason: 'Painted' };
  const away = [{ ...closed, from: `${FAR}T00:00`, until: `${daysLater(FAR, 1)}T00:00` }];
  practice.diary.setup = { ...practice.diary.setup, away };
  const { fake } = openAt('#/today', practice);
  await page.getByRole('link', { name: /^1 visit is booked in time off or outside working hours/ }).click();
  await expect.element(page.getByRole('heading', { name: /the practice is closed/ })).toBeVisible();
  await page.getByRole('button', { name: /Open the booking of .*Lena Fischer/ }).click();
  await expect
    .element(
      page.getByRole('complementary', { name: 'Booking' }).getByRole('heading', { name: 'Lena Fischer' }),
    )
    .toBeVisible();
  visit('#/waiting/calls');
  await page.getByRole('button', { name: 'Cancel a whole day…' }).click();
  await expect.element(dialog().getByText(/^1 visit is cancelled, and you get a list/)).toBeVisible();
  await dialog().getByRole('button', { name: 'Cancel the day' }).click();
  await expect.element(page.getByText('1 of 1 call left')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: /the practice is closed/ })).not.toBeInTheDocument();
  expect(fake.inputs('waitingCallOffDay')).toEqual([
    { practitioner: 'p1', from: `${FAR}T00:00`, reason: '' },
  ]);
});

test('new hours say who is outside of them, and undo gives back the week that was there', async () => {
  const practice = working();
  practice.diary.comes({ name: 'Lena Fischer' }, `${FAR}T16:30`);
  practice.diary.comes({ name: 'Early bird' }, `${FAR}T07:00`, { despite: 'Flies at ten' });
  const [before] = practice.diary.setup.people[0]?.hours ?? [];
  openAt('#/settings/calendar', practice);
  await row(/Ines Marlow/)
    .getByRole('button', { name: /Ines Marlow/ })
    .first()
    .click();
  const weekday = new Date(`${FAR}T12:00Z`).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
  await dialog().getByLabelText(`${weekday}, to`).nth(1).fill('15:00');
  await expect.element(dialog().getByText(/booked visits? (is|are) outside of these hours/)).toBeVisible();
  await accessible();
  await save();
  await expect
    .element(page.getByRole('heading', { name: /outside the working hours of .*Ines/ }))
    .toBeVisible();
  await expect.element(row(/Lena Fischer/)).toBeVisible();
  await expect.element(row(/Early bird/)).not.toBeInTheDocument();
  await undo();
  await expect.element(page.getByRole('heading', { name: 'Nobody to call' })).toBeVisible();
  expect(practice.diary.setup.people[0]?.hours).toEqual([{ ...before, version: 3 }]);
});

test('a week that was added is taken back, and one that is removed comes again', async () => {
  const practice = working();
  openAt('#/settings/calendar', practice);
  const weeks = () => practice.diary.setup.people[1]?.hours.length;
  await page.getByRole('button', { name: /Add working hours.*Daniel Osei/ }).click();
  await save();
  await expect.poll(weeks).toBe(2);
  await undo();
  await expect.poll(weeks).toBe(1);
  await page.getByRole('button', { name: /^Daniel Osei/ }).click();
  await dialog().getByRole('button', { name: 'Remove these working hours' }).click();
  await expect.poll(weeks).toBe(0);
  await undo();
  await expect.poll(weeks).toBe(1);
});

test('a room and a visit that are added or changed are taken back', async () => {
  const practice = working();
  openAt('#/settings/calendar', practice);
  const rooms = () => practice.diary.setup.rooms.map(({ name }) => name);
  const services = () => practice.diary.setup.services.map(({ name }) => name);
  await page.getByRole('button', { name: 'Add a room' }).click();
  await dialog().getByLabelText('Name').fill('Garden room');
  await save();
  await expect.poll(rooms).toContain('Garden room');
  await undo();
  await expect.poll(rooms).toEqual(['Room 1', 'Room 2', 'Room 3']);
  await page.getByRole('button', { name: /^Room 2/ }).click();
  await dialog().getByLabelText('Name').fill('Back room');
  await save();
  await expect.poll(rooms).toContain('Back room');
  await undo();
  await expect.poll(rooms).toEqual(['Room 1', 'Room 2', 'Room 3']);
  await page.getByRole('button', { name: 'Add a visit' }).click();
  await dialog().getByLabelText('Name').fill('Facial');
  await save();
  await expect.poll(services).toContain('Facial');
  await undo();
  await expect.poll(services).toEqual(['Follow-up', 'Initial visit', 'Cupping']);
  await page.getByRole('button', { name: /^Cupping/ }).click();
  await dialog().getByLabelText('Price').fill('70');
  await save();
  await undo();
  await expect.poll(() => practice.diary.setup.services[2]).toMatchObject({ price: '85.00', version: 3 });
});

test('what somebody changed meanwhile is not undone, and it is said', async () => {
  const practice = working();
  openAt('#/settings/calendar', practice);
  await page.getByRole('button', { name: /^Room 2/ }).click();
  await dialog().getByLabelText('Name').fill('Back room');
  await save();
  await expect.element(page.getByRole('button', { name: /^Back room/ })).toBeVisible();
  const { setup } = practice.diary;
  const theirs = { name: 'Blue room', version: 9 };
  const rooms = setup.rooms.map((room) => (room.id === 'r2' ? { ...room, ...theirs } : room));
  practice.diary.setup = { ...setup, rooms };
  await undo();
  await expect
    .element(toast())
    .toHaveTextContent('This was changed by someone else meanwhile. Nothing was overwritten.');
  expect(practice.diary.setup.rooms[1]).toMatchObject(theirs);
});

test('the three usual visits are taken out again in one go', async () => {
  const practice = new WorkingPractice();
  openAt('#/settings/calendar', practice);
  await page.getByRole('button', { name: 'Put in the three usual ones' }).click();
  await expect.poll(() => practice.diary.setup.services.length).toBe(3);
  await undo();
  await expect.poll(() => practice.diary.setup.services.length).toBe(0);
});

test('what somebody waits for is changed back', async () => {
  const practice = working();
  const wait = practice.diary.calls.waitsFor(somebody('Aiko Tanaka'), {
    service: 'v1',
    weekdays: [2, 4],
    not_before: '09:30',
    note: 'Mornings',
    instead_of: { id: 'b7', version: 1, start: `${FAR}T10:15` },
  });
  const { fake } = openAt('#/waiting', practice);
  await page.getByRole('button', { name: 'What to do for Aiko Tanaka' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await dialog()
    .getByRole('checkbox', { name: /Urgent/ })
    .click();
  await save();
  await expect.element(row(/Aiko Tanaka/)).toHaveTextContent(/Urgent/);
  await undo();
  await expect.element(row(/Aiko Tanaka/)).not.toHaveTextContent(/Urgent/);
  const { service, practitioner, weekdays, not_before, over_by, urgent, until, note } = wait;
  expect(fake.inputs('waitingKeep').at(-1)).toEqual({
    id: wait.id,
    version: 2,
    wait: {
      client: 'of-Aiko Tanaka',
      instead_of: 'b7',
      ...{ service, practitioner, weekdays, not_before, over_by, urgent, until, note },
    },
  });
});
