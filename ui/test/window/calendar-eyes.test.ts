import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { freeOn } from '../../src/features/bookings/free-stretches';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { clinic, TODAY, WorkingDiary } from '../diary';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const CLIENTS =
  /Whitford|Novak|Tran|Oyelaran|Rivera|Bellamy|Lindqvist|Kovač|Adeyemi|Rahman|Haddad|Ferreira|Park|Wen Li|Cole|Sørensen|Backman/;

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

const button = (name: RegExp | string) => page.getByRole('button', { name });
const freeOnly = () => button('Free times only');
const panel = () => page.getByRole('complementary', { name: 'Booking' });
const toast = () => page.getByRole('region', { name: 'What was just done' });
const block = (name: RegExp) => button(name).element() as HTMLElement;
const shown = () => document.body.textContent;

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
  looking.cancelled = false;
});

test('while only free times show, an open booking goes, none opens or moves, and it comes back', async () => {
  const practice = busy();
  const { fake } = openAt('#/calendar', practice);
  await button(/Margaret Oyelaran/).click();
  await expect.element(panel().getByRole('heading', { name: 'Margaret Oyelaran' })).toHaveFocus();
  await freeOnly().click();
  await expect.element(panel()).not.toBeInTheDocument();
  await expect
    .element(page.getByText('Names are hidden: only free and taken times show.').first())
    .toBeVisible();
  expect(shown()).not.toMatch(CLIENTS);
  expect(shown(), 'why somebody is away is theirs too').not.toMatch(/Dentist/);
  await accessible();
  block(/Taken.*, 11:30/).click();
  block(/Taken.*, 11:30/).focus();
  await userEvent.keyboard('{Enter}{Alt>}{ArrowDown}{/Alt}{Escape}');
  const lane = document.querySelectorAll('.ec-body .ec-day')[0] as HTMLElement;
  await userEvent.click(lane, { position: { x: 60, y: 370 } });
  expect(panel().query()).toBeNull();
  expect(fake.inputs('bookingsReschedule')).toEqual([]);
  await expect.element(page.getByRole('button', { name: 'Book', exact: true })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Waiting list' })).toBeVisible();
  expect(page.getByRole('menuitem').elements().length, 'nothing that asks about those who come').toBe(1);
  await userEvent.keyboard('{Escape}');
  await freeOnly().click();
  await expect.element(panel().getByRole('heading', { name: 'Margaret Oyelaran' })).toBeVisible();
});

test('forms go as well, and come back with what was typed into them', async () => {
  const practice = busy();
  practice.register(margaret);
  openAt('#/calendar', practice);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await userEvent.keyboard('marg');
  await page.getByRole('option', { name: /Margaret/ }).click();
  await page.getByLabelText('Note for the desk').fill('Parks behind');
  await freeOnly().click();
  await expect.element(panel()).not.toBeInTheDocument();
  expect(shown()).not.toMatch(/Oyelaran|Parks behind/);
  await freeOnly().click();
  await expect.element(page.getByLabelText('Note for the desk')).toHaveValue('Parks behind');
  await button(/Rosa Ferreira/).click();
  await panel().getByRole('button', { name: 'Move to…' }).click();
  await page.getByLabelText('Time', { exact: true }).fill('3:33 pm');
  await freeOnly().click();
  await expect.element(panel()).not.toBeInTheDocument();
  await freeOnly().click();
  await expect.element(page.getByLabelText('Time', { exact: true })).toHaveValue('3:33 pm');
});

test('the list says when somebody could come, and the month how much is free', async () => {
  openAt('#/calendar', busy());
  await freeOnly().click();
  await page.getByRole('radio', { name: 'List' }).click();
  const free = page.getByRole('listitem').filter({ hasText: 'Free' });
  await expect.element(free.getByText(/^Free 3:10.p\.m\. to 4:10.p\.m\.$/)).toBeVisible();
  await expect.element(free.getByText(/^Free 12:10.p\.m\. to 12:45.p\.m\.$/)).toBeVisible();
  await expect.element(page.getByText('Nothing is free.').first()).toBeVisible();
  expect(shown()).not.toMatch(CLIENTS);
  expect(document.querySelector('main')?.textContent).not.toMatch(/Taken|bookings/);
  await accessible();
  await page.getByRole('radio', { name: 'Month' }).click();
  await expect.element(button(/Tuesday, May 12, 2 h 10 min free/)).toBeVisible();
  await expect.element(button(/Monday, May 11, Nothing is free/)).toBeVisible();
  expect(shown()).not.toMatch(CLIENTS);
  await accessible();
  looking.only = 'p1';
  await expect.element(button(/Tuesday, May 12, 1 h free/)).toBeVisible();
});

test('a time is free where a room is, with the minutes in which it is made ready', () => {
  const diary = new WorkingDiary();
  diary.setup = { ...clinic(), rooms: clinic().rooms.slice(0, 1) };
  const day = '2026-05-13';
  diary.comes({ name: 'Owen Tran' }, `${day}T10:00`, { practitioner: 'p2', before: 10, after: 5 });
  diary.comes({ name: 'Jun Park' }, `${day}T14:00`, { practitioner: 'p2', status: 'cancelled' });
  const ines = () =>
    freeOn(diary.setup, diary.view(), day, { only: 'p1', rooms: [] }).map(({ from, until }) => [
      from.slice(11),
      until.slice(11),
    ]);
  expect(ines()).toEqual([
    ['09:00', '09:50'],
    ['11:00', '12:45'],
    ['13:30', '17:30'],
  ]);
  diary.setup.rooms = diary.setup.rooms.map((room) => ({ ...room, chairs: 2 }));
  expect(ines()[0], 'where two have room, one is in nobody’s way').toEqual(['09:00', '12:45']);
  diary.setup.rooms = diary.setup.rooms.map((room) => ({ ...room, people: ['p2'] }));
  expect(ines(), 'the room is kept for others').toEqual([]);
});

test('what was just done names nobody while only free times show, and can be taken back', async () => {
  const practice = busy();
  openAt('#/calendar', practice);
  await expect.element(button(/Rosa Ferreira/)).toBeVisible();
  block(/Rosa Ferreira/).focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(toast()).toHaveTextContent(/Rosa Ferreira moved to/);
  await freeOnly().click();
  await expect.element(toast()).toHaveTextContent(/This names somebody, and names are hidden now\./);
  expect(shown()).not.toMatch(CLIENTS);
  await userEvent.keyboard('{Control>}z{/Control}');
  const rosa = () => practice.diary.bookings.find(({ client }) => client?.name === 'Rosa Ferreira');
  await expect.poll(() => rosa()?.start).toBe(`${TODAY}T14:15`);
});

test('a booking that another screen asks for waits until everything shows again', async () => {
  looking.freeOnly = true;
  openAt('#/today', busy());
  await button(/Beatrix Cole 15/).click();
  await expect.element(page.getByText(/opens when everything shows again/)).toBeVisible();
  expect(panel().query()).toBeNull();
  expect(document.querySelector('main')?.textContent).not.toMatch(CLIENTS);
  await accessible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect.element(panel().getByRole('heading', { name: 'Beatrix Cole' })).toBeVisible();
  expect(document.activeElement, 'the keyboard is not lost').not.toBe(document.body);
});

test('what was booked all the same says so in hours however narrow, in the list and in the month', async () => {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  const at = `${TODAY}T14:00`;
  for (const name of ['Peter Novak', 'Wen Li-Hua', 'Ellen Sørensen', 'Jun Park', 'Owen Tran']) {
    practice.diary.comes({ name }, at, { practitioner: 'p2', room: 'r3' });
  }
  practice.diary.comes({ name: 'Rosa Ferreira' }, at, { room: 'r3', despite: 'Her train' });
  practice.diary.comes({ name: 'Beatrix Cole' }, '16:30', { despite: 'Her father waits' });
  openAt('#/calendar', practice);
  await expect.element(button(/Beatrix Cole.*Booked all the same/)).toBeVisible();
  await page.getByRole('radio', { name: 'Week' }).click();
  await expect.element(button(/Rosa Ferreira.*Double-booked/)).toBeVisible();
  const edge = block(/Rosa Ferreira/).getBoundingClientRect();
  const sign = block(/Rosa Ferreira/)
    .querySelector('[title="Double-booked"]')
    ?.getBoundingClientRect();
  expect(edge.width, 'there is little room').toBeLessThan(60);
  expect(sign?.width).toBeGreaterThan(8);
  expect(sign?.right).toBeLessThanOrEqual(edge.right);
  await accessible();
  await page.getByRole('radio', { name: 'List' }).click();
  await expect.element(button(/Beatrix Cole/).getByText('Booked all the same')).toBeVisible();
  await expect.element(button(/Rosa Ferreira/).getByText('Double-booked')).toBeVisible();
  await accessible();
  await page.getByRole('radio', { name: 'Month' }).click();
  await expect.element(button(/Tuesday, May 12, 7 bookings.*4 more.*Double-booked/)).toBeVisible();
  practice.diary.bookings = practice.diary.bookings.filter(({ despite }) => despite);
  practice.changed('bookings');
  await expect.element(button(/Tuesday, May 12, 2 bookings.*Booked all the same/)).toBeVisible();
});

test('what was cancelled takes no room from what took its place, and can be shown', async () => {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  practice.diary.comes({ name: 'Jun Park' }, '14:00', { status: 'cancelled' });
  practice.diary.comes({ name: 'Owen Tran' }, '14:00', { status: 'no_show' });
  practice.diary.comes({ name: 'Rosa Ferreira' }, '14:00');
  openAt('#/calendar', practice);
  await expect.element(button(/Rosa Ferreira/)).toBeVisible();
  const width = () => block(/Rosa Ferreira/).getBoundingClientRect().width;
  const alone = width();
  expect(button(/Jun Park/).query()).toBeNull();
  expect(button(/Owen Tran/).query()).toBeNull();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Show cancelled ones' }).click();
  await expect.element(button(/Jun Park.*Cancelled in time/)).toBeVisible();
  await expect.element(button(/Owen Tran.*Did not come/)).toBeVisible();
  expect(width()).toBeLessThan(alone / 2);
  await page.getByRole('radio', { name: 'Week' }).click();
  await expect.element(button(/Jun Park/)).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Hide cancelled ones' }).click();
  await expect.element(button(/Jun Park/)).not.toBeInTheDocument();
  await page.getByRole('radio', { name: 'List' }).click();
  await button(/Jun Park/).click();
  await expect.element(panel().getByRole('heading', { name: 'Jun Park' })).toHaveFocus();
  await page.getByRole('radio', { name: 'Day' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(panel()).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('the minutes in which a room is made ready are drawn and said', async () => {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  practice.diary.comes({ name: 'Rosa Ferreira' }, '14:00', { before: 10, after: 5 });
  openAt('#/calendar', practice);
  await expect
    .element(button(/Rosa Ferreira.*the room is kept 10 minutes before and 5 minutes after/))
    .toBeVisible();
  const box = block(/Rosa Ferreira/).getBoundingClientRect();
  const strips = [...document.querySelectorAll('.kept')].map((strip) => strip.getBoundingClientRect());
  expect(strips.map(({ height }) => Math.round(height))).toEqual([12, 6]);
  expect(Math.abs((strips[0]?.bottom ?? 0) - box.top)).toBeLessThan(2);
  expect(Math.abs((strips[1]?.top ?? 0) - box.bottom)).toBeLessThan(2);
  await accessible();
});
