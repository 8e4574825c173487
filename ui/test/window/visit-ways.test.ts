// The ways of a visit: walking in, resting, and not coming at all; and what of it is blurred.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { names } from '../../src/shared/names.svelte';
import { busyDay } from '../busy-day';
import { somebody } from '../calls-to-make';
import { clinic, HERE, TODAY } from '../diary';
import { margaret } from '../what-is-typed';
import { atKeyboard, machine, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const panel = () => page.getByRole('complementary', { name: 'Booking' });
const toast = () => page.getByRole('region', { name: 'What was just done' });
const time = () => page.getByLabelText('Time', { exact: true });
const save = () => page.getByRole('button', { name: 'Book the visit' });
const undo = '{Control>}z{/Control}';

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

/** Somebody is in the clinic already, and Margaret is known. */
function working(): WorkingPractice {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  practice.register(margaret);
  practice.diary.comes({ name: 'Peter Novak' }, '10:15');
  return practice;
}

async function chooseMargaret() {
  await expect.element(page.getByRole('combobox', { name: 'Client' })).toHaveFocus();
  await userEvent.keyboard('marg');
  await page.getByRole('option', { name: /Margaret/ }).click();
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

afterEach(() => {
  vi.useRealTimers();
  if (names.hidden) names.toggle();
});

test('whoever walks in is booked for now, has arrived, and one undo takes all of it back', async () => {
  const practice = working();
  const [peter] = practice.diary.bookings;
  looking.day = '2026-06-01';
  const { fake } = openAt('#/today', practice);
  await page.getByRole('button', { name: 'Walk-in' }).click();
  await chooseMargaret();
  expect(looking.day).toBe(TODAY);
  await expect.element(time()).toHaveValue('10:57 a.m.');
  practice.diary.obstacles = [{ kind: 'room', booking: peter?.id ?? null }];
  await save().click();
  await expect.element(page.getByText(/Room 1 is taken by Peter Novak/)).toBeVisible();
  expect(fake.inputs('bookingsSayStatus'), 'nobody has come to a visit that is not booked').toEqual([]);
  await page.getByLabelText('Book it all the same, because').fill('She is in pain');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(toast()).toHaveTextContent(/Margaret Oyelaran booked for Tuesday.*and arrived/);
  expect(fake.inputs('bookingsBook').at(-1)).toMatchObject({ start: HERE, despite: 'She is in pain' });
  expect(practice.diary.bookings.at(-1)?.status).toBe('arrived');
  await expect.element(panel().getByRole('heading', { name: 'Margaret Oyelaran' })).toBeVisible();
  await userEvent.keyboard(undo);
  await expect.poll(() => practice.diary.bookings.map(({ id }) => id)).toEqual([peter?.id]);
});

test('whoever walked in and is given another day has not arrived', async () => {
  const practice = working();
  const { fake } = openAt('#/today', practice);
  await page.getByRole('button', { name: 'Walk-in' }).click();
  await chooseMargaret();
  await page.getByRole('textbox', { name: 'Day' }).fill('2026-05-13');
  await save().click();
  await expect.element(toast()).toHaveTextContent(/Margaret Oyelaran booked for Wednesday, May 13/);
  await expect.element(toast()).not.toHaveTextContent('arrived');
  expect(fake.inputs('bookingsSayStatus')).toEqual([]);
  await userEvent.keyboard(undo);
  await expect.poll(() => practice.diary.bookings.length).toBe(1);
});

test('a walk-in is begun from anywhere by one key', async () => {
  openAt('#/about', working(), {
    settingsRead: () => ({ ...settings, machine: { ...machine, single_keys: true } }),
  });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await userEvent.keyboard('w');
  await expect.element(time()).toHaveValue('10:57 a.m.');
});

test('and it is found by its name', async () => {
  openAt('#/about', working());
  await expect.element(page.getByRole('heading', { name: 'About Hegu' })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}walk');
  await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent('Walk-in');
  await userEvent.keyboard('{Enter}');
  await expect.element(time()).toHaveValue('10:57 a.m.');
});

test('whoever learns is offered no walk-in', async () => {
  openAt('#/about', working(), { sessionState: () => atKeyboard({ role: 'student' }) });
  await expect.element(page.getByRole('heading', { name: 'About Hegu' })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}walk');
  await expect.element(page.getByText('Nothing found for “walk”.')).toBeVisible();
});

test('who did not come is said with the reason and whether it is charged, and taken back', async () => {
  const { fake } = openAt('#/calendar', busy());
  await page.getByRole('button', { name: /Beatrix Cole/ }).click();
  await panel().getByRole('button', { name: 'Did not come' }).click();
  const asks = page.getByRole('dialog', { name: /did not come/ });
  await asks.getByLabelText('Reason').fill('Forgot the day');
  await asks.getByRole('checkbox', { name: 'Charge it' }).click();
  expect(asks.getByRole('radio').query(), 'it was not cancelled').toBeNull();
  await accessible();
  await asks.getByRole('button', { name: 'Did not come' }).click();
  await expect.element(toast()).toHaveTextContent('Beatrix Cole: Did not come');
  await expect.element(panel()).toHaveTextContent(/Did not come · charged.*Forgot the day/);
  expect(fake.inputs('bookingsSayStatus')).toMatchObject([
    { status: 'no_show', reason: 'Forgot the day', fee: true },
  ]);
  await userEvent.keyboard(undo);
  await expect.element(panel()).not.toHaveTextContent('Forgot the day');
});

test('Today says that a rest is over when it is, also where nobody waits', async () => {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  const { id } = practice.diary.comes({ name: 'Rosa Ferreira' }, '10:15');
  practice.diary.said(id, 'resting', '10:35');
  let now = HERE;
  const view = practice.diary.view();
  vi.spyOn(practice.diary, 'view').mockImplementation(() => ({ ...view, now }));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  openAt('#/today', practice);
  const here = page.getByRole('list', { name: /In the clinic/ });
  await expect.element(here).toHaveTextContent('Rests to 11:00');
  now = `${TODAY}T11:01`;
  vi.advanceTimersByTime(15_000);
  await expect.element(here).toHaveTextContent('rest is over');
});

test('whoever is in the room is left to rest from Today, where the visit has a rest', async () => {
  const practice = busy();
  openAt('#/today', practice);
  const rests = (who: string) => page.getByRole('button', { name: `Resting ${who}`, exact: true });
  await expect.element(rests('Tomás Rivera')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Open note Tomás Rivera' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Start note Grace Bellamy' })).toBeVisible();
  expect(rests('Grace Bellamy').query(), 'cups are not left alone').toBeNull();
  await accessible();
  await rests('Tomás Rivera').click();
  await expect.element(toast()).toHaveTextContent('Tomás Rivera: Resting');
  await expect.element(rests('Tomás Rivera')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Open note Tomás Rivera' })).toBeVisible();
});

/** Whether all of these words are there, each of them blurred. */
function expectBlurred(where: Element, ...said: string[]) {
  const walker = document.createTreeWalker(where, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    const words = said.filter((one) => textContent?.includes(one));
    const seen = !parentElement?.closest('[data-name], .sr-only');
    found.push(...words.map((one) => (seen ? `${one} can be read` : one)));
  }
  expect([...new Set(found)].sort()).toEqual([...said].sort());
}

test('what is said of somebody beside the calendar, on Today and in a list of calls is blurred', async () => {
  const practice = busy();
  const maggie = { name: 'Margaret Oyelaran', preferred_name: 'Maggie', phone: '250-555-0138' };
  const { id } = practice.diary.comes(maggie, '17:10', { note: 'Her son drives', despite: 'She flies home' });
  practice.diary.said(id, 'no_show', '10:50');
  const [said] = practice.diary.one(id).steps;
  if (said) said.reason = 'At a funeral';
  practice.diary.said(id, 'confirmed', '10:55');
  practice.diary.calls.waitsFor(somebody('Aiko Tanaka', { phone: '250-555-0177' }));
  openAt('#/calendar', practice);
  await page.getByRole('button', { name: /Margaret Oyelaran.*5:10/ }).click();
  await expect.element(panel()).toHaveTextContent('Her son drives');
  const known = ['Maggie', '250-555-0138', 'Her son drives', 'She flies home', 'At a funeral'];
  expectBlurred(panel().element(), ...known);
  location.hash = '#/today';
  const coming = page.getByRole('list', { name: /Still to come/ });
  await expect.element(coming).toHaveTextContent('Her son drives');
  expectBlurred(coming.element(), 'Her son drives');
  location.hash = '#/waiting';
  const aiko = page.getByRole('listitem').filter({ hasText: 'Aiko Tanaka' });
  await expect.element(aiko).toHaveTextContent('250-555-0177');
  expectBlurred(aiko.element(), '250-555-0177');
});
