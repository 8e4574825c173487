// What leaves the calendar: on paper, and for somebody's own calendar.
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { TODAY } from '../diary';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

const button = (name: RegExp | string) => page.getByRole('button', { name });
const panel = () => page.getByRole('complementary', { name: 'Booking' });

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', freeOnly: false });
  looking.showEverything();
});

test('the card, the letter and the file for a calendar are at the booking that is to come', async () => {
  const { fake, practice } = openAt('#/calendar', busy());
  const rosa = practice.diary.bookings.find(({ client }) => client?.name === 'Rosa Ferreira');
  await button(/Rosa Ferreira/).click();
  await panel().getByRole('button', { name: 'To take along…' }).click();
  const item = (name: string) => page.getByRole('menuitem', { name });
  await accessible();
  await item('This one for a calendar…').click();
  await expect.element(page.getByText(/Appointment 2026-05-19.ics/).first()).toBeVisible();
  expect(fake.inputs('appointmentsSaveIcs')).toEqual([{ id: rosa?.id, says: 'everything' }]);
  await panel().getByRole('button', { name: 'To take along…' }).click();
  await item('Print an appointment card').click();
  await expect
    .poll(() => fake.inputs('appointmentsPrint'))
    .toEqual([{ client: rosa?.client?.id, letter: false }]);
  // Whoever is treated now has nothing of it to take along.
  await button(/Margaret Oyelaran/).click();
  await expect.element(panel().getByRole('heading', { name: 'Margaret Oyelaran' })).toBeVisible();
  await expect.element(panel().getByRole('button', { name: 'To take along…' })).not.toBeInTheDocument();
});

test('from the month its week is printed or the day, because a sheet holds a fortnight', async () => {
  looking.view = 'month';
  const { fake } = openAt('#/calendar', busy());
  await button('Print the calendar').click();
  const dialog = page.getByRole('dialog', { name: 'Print the calendar' });
  await expect.element(dialog.getByText('A sheet holds 14 days at most', { exact: false })).toBeVisible();
  await accessible();
  await dialog.getByRole('button', { name: 'Print', exact: true }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await button('Print the calendar').click();
  await dialog.getByRole('radio', { name: 'The day' }).click();
  await dialog.getByRole('button', { name: 'Print', exact: true }).click();
  await expect
    .poll(() => fake.inputs('bookingsPrintDaySheet').map(({ from, until }) => [from, until]))
    .toEqual([
      ['2026-05-10', '2026-05-16'],
      ['2026-05-12', '2026-05-12'],
    ]);
});

test('from a week what is looked at is printed, and nothing is said of a limit', async () => {
  looking.view = 'week';
  openAt('#/calendar', busy());
  await button('Print the calendar').click();
  const dialog = page.getByRole('dialog', { name: 'Print the calendar' });
  await expect.element(dialog.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await expect.element(dialog.getByText('A sheet holds', { exact: false })).not.toBeInTheDocument();
});
