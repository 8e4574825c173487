import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { freeOn } from '../../src/features/bookings/free-stretches';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { clinic, TODAY, WorkingDiary } from '../diary';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

const button = (name: RegExp | string) => page.getByRole('button', { name });
const option = (name: string) => page.getByRole('checkbox', { name, exact: true });
const view = (name: string) => page.getByRole('radio', { name, exact: true }).click();
const shown = () => document.querySelectorAll('[data-booking]').length;
const load = () => page.getByText(/% taken$/);

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', freeOnly: false });
  looking.cancelled = false;
  looking.showEverything();
});

test('only one room, one kind of visit and one standing show, until everything is asked for again', async () => {
  openAt('#/calendar', busy());
  await expect.element(button(/Grace Bellamy/)).toBeVisible();
  await button('Filter').click();
  const panel = page.getByRole('dialog', { name: 'Which bookings to show' });
  await expect.element(option('Room 3')).toHaveAccessibleDescription('5 bookings');
  await expect.element(option('Cancelled late')).toHaveAccessibleDescription('1 booking');
  await expect.element(panel.getByRole('button', { name: 'Show all bookings' })).not.toBeInTheDocument();
  await option('Room 3').click();
  await expect.element(button(/Margaret Oyelaran/)).not.toBeInTheDocument();
  await expect.element(button(/Grace Bellamy/)).toBeVisible();
  expect(document.querySelectorAll('.ec-body .ec-day').length, 'the other rooms have no column').toBe(1);
  // The other kinds count within the room.
  await expect.element(option('Cupping')).toHaveAccessibleDescription('1 booking');
  await accessible();
  await option('Follow-up').click();
  await option('Confirmed').click();
  expect(shown()).toBe(2);
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Filter: 3 chosen')).toHaveFocus();
  const chips = page.getByRole('list', { name: 'Only what is filtered' });
  expect(
    chips
      .getByRole('button')
      .elements()
      .map((one) => one.textContent?.trim()),
  ).toEqual(['Room 3', 'Follow-up', 'Confirmed', 'Show all bookings']);
  await accessible();
  await chips.getByRole('button', { name: 'Show without: Room 3' }).click();
  await expect.element(button(/Samuel Adeyemi/)).toBeVisible();
  await chips.getByRole('button', { name: 'Show all bookings' }).click();
  await expect.element(chips).not.toBeInTheDocument();
  await expect.element(button(/Grace Bellamy/)).toBeVisible();
});

test('the week, the month and the list honour it, and say that something may be left out', async () => {
  openAt('#/calendar', busy());
  await expect.element(button(/Grace Bellamy/)).toBeVisible();
  looking.services = ['v3'];
  await view('Week');
  await expect.poll(shown).toBe(1);
  await view('Month');
  await expect.element(button(/Tuesday, May 12, 1 booking(?!s)/)).toBeVisible();
  await view('List');
  await expect.poll(shown).toBe(1);
  await expect.element(page.getByText('Nothing fits the filter.').first()).toBeVisible();
  await expect.element(page.getByText('Nothing is booked.')).not.toBeInTheDocument();
  looking.showEverything();
  await expect.element(page.getByText('Nothing is booked.').first()).toBeVisible();
});

test('whoever filters by what was cancelled sees it in every view', async () => {
  openAt('#/calendar', busy());
  await expect.element(button(/Grace Bellamy/)).toBeVisible();
  expect(document.body.textContent).not.toContain('Jun Park');
  looking.statuses = ['cancelled_late'];
  await expect.element(button(/Jun Park/)).toBeVisible();
  await view('Month');
  await expect.element(button(/Tuesday, May 12, 1 booking(?!s)/)).toBeVisible();
});

test('how full it is holds for the person or the rooms that are filtered', async () => {
  const practice = new WorkingPractice();
  const { diary } = practice;
  diary.setup = clinic();
  diary.comes({ name: 'Owen Tran' }, '09:00', { practitioner: 'p2', room: 'r3' });
  diary.comes({ name: 'Alice Whitford' }, '09:00', { service: 'v2', after: 15 });
  openAt('#/calendar', practice);
  // Hands are needed for 30 and for 55 minutes of two times 465.
  await expect.element(load()).toHaveTextContent(/^9 % taken$/);
  looking.only = 'p2';
  await expect.element(load()).toHaveTextContent(/^6 % taken$/);
  looking.only = '';
  // The room is kept for 75 and 15 minutes of 465.
  looking.rooms = ['r1'];
  await expect.element(load()).toHaveTextContent(/^19 % taken$/);
  await view('Month');
  await expect.element(page.getByTitle('1 h 30 min taken of 7 h 45 min')).toBeVisible();
});

test('what is free is free in the rooms that are filtered, whatever else is chosen', async () => {
  const diary = new WorkingDiary();
  diary.setup = clinic();
  const day = '2026-05-13';
  diary.comes({ name: 'Owen Tran' }, `${day}T10:00`, { practitioner: 'p2' });
  const ines = (rooms: string[]) =>
    freeOn(diary.setup, diary.view(), day, { only: 'p1', rooms }).map(({ from }) => from.slice(11));
  expect(ines([])).toEqual(['09:00', '13:30']);
  expect(ines(['r1'])).toEqual(['09:00', '10:55', '13:30']);
  openAt('#/calendar', busy());
  await expect.element(button(/Grace Bellamy/)).toBeVisible();
  const taken = shown();
  looking.services = ['v3'];
  await expect.poll(shown).toBe(1);
  await button('Free times only').click();
  await expect.poll(shown, { message: 'a time that is taken is taken by whatever it is' }).toBe(taken);
  await button(/^Filter/).click();
  await expect.element(option('Room 1')).toBeVisible();
  await expect.element(option('Cupping')).not.toBeInTheDocument();
});
