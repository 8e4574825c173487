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
