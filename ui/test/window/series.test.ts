// Visits of a series that are changed together, and taken up again together.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { daysLater } from '../../src/features/bookings/wall';
import { clinic, TODAY } from '../diary';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const toast = () => page.getByRole('region', { name: 'What was just done' });
const panel = () => page.getByRole('complementary', { name: 'Booking' });
const dialog = () => page.getByRole('dialog');

/** Margaret comes on four Tuesdays; of the third something is noted. */
function weekly(): { practice: WorkingPractice; notes: () => string[] } {
  const practice = new WorkingPractice();
  const { diary } = practice;
  diary.setup = clinic();
  const { id } = practice.register(margaret);
  for (const week of [0, 1, 2, 3]) {
    const note = week === 2 ? 'Comes with her son' : '';
    const start = `${daysLater(TODAY, 7 * week)}T14:00`;
    diary.comes({ id, name: 'Margaret Oyelaran' }, start, { series: 'weekly', note });
  }
  return { practice, notes: () => diary.bookings.map(({ note }) => note) };
}

async function open(): Promise<void> {
  await page.getByRole('button', { name: /Margaret Oyelaran/ }).click();
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

test('a note goes to all that are still to come, an exception keeps its own, and one undo takes it back', async () => {
  const { practice, notes } = weekly();
  const { fake } = openAt('#/calendar', practice);
  await open();
  await panel().getByRole('button', { name: 'Change' }).click();
  await dialog().getByLabelText('Note for the desk').fill('Parks behind');
  await dialog().getByRole('radio', { name: 'All that are still to come' }).click();
  await expect.element(dialog()).toHaveTextContent('something of its own keeps it');
  await accessible();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect.element(toast()).toHaveTextContent('Margaret Oyelaran: 4 visits are changed');
  expect(fake.inputs('seriesAmend')).toMatchObject([{ part: 'all', visit: { note: 'Parks behind' } }]);
  expect(fake.inputs('bookingsAmend')).toEqual([]);
  await expect.poll(notes).toEqual(['Parks behind', 'Parks behind', 'Comes with her son', 'Parks behind']);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(notes).toEqual(['', '', 'Comes with her son', '']);
  expect(fake.inputs('seriesAmendSeveral')).toHaveLength(1);
});

test('this one alone is changed unless something else is said', async () => {
  const { practice, notes } = weekly();
  const { fake } = openAt('#/calendar', practice);
  await open();
  await panel().getByRole('button', { name: 'Change' }).click();
  await dialog().getByLabelText('Note for the desk').fill('Parks behind');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect.poll(notes).toEqual(['Parks behind', '', 'Comes with her son', '']);
  expect(fake.inputs('seriesAmend')).toEqual([]);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(notes).toEqual(['', '', 'Comes with her son', '']);
});

test('where somebody is booked elsewhere each clash stands in the form with its day', async () => {
  const { practice } = weekly();
  const { diary } = practice;
  const clash = (week: number) =>
    diary.comes({ name: 'Peter Novak' }, `${daysLater(TODAY, 7 * week)}T14:20`, { room: 'r2' });
  diary.obstacles = [clash(1), clash(2)].map(({ id }) => ({ kind: 'client' as const, booking: id }));
  openAt('#/calendar', practice);
  await open();
  await panel().getByRole('button', { name: 'Change' }).click();
  await dialog().getByRole('radio', { name: 'This and the following' }).click();
  await dialog().getByRole('button', { name: 'Save' }).click();
  const alert = dialog().getByRole('alert');
  await expect.element(alert).toHaveTextContent(/May 19.*Peter Novak.*May 26.*Peter Novak/);
  await accessible();
  await dialog().getByRole('radio', { name: 'This one' }).click();
  await expect.element(alert).not.toBeInTheDocument();
});

test('a cancelled series is taken up in one act, and who was booked meanwhile is named', async () => {
  const { practice } = weekly();
  const { diary } = practice;
  const { fake } = openAt('#/calendar', practice);
  await open();
  await panel().getByRole('button', { name: 'Cancel the booking' }).click();
  await dialog().getByRole('radio', { name: 'This and the following' }).click();
  await dialog().getByRole('button', { name: 'Cancel the booking' }).click();
  await expect.element(toast()).toHaveTextContent('Margaret Oyelaran: 4 visits are cancelled');
  const peter = diary.comes({ name: 'Peter Novak' }, `${daysLater(TODAY, 7)}T14:00`);
  diary.obstacles = [{ kind: 'room', booking: peter.id }];
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect
    .element(toast())
    .toHaveTextContent(/All of them stay as they are\. .*May 19.*Room 1 is taken by Peter Novak/);
  expect(fake.inputs('seriesTakeUp').map(({ visits }) => visits.length)).toEqual([4]);
  expect(fake.inputs('bookingsTakeBackStatus')).toEqual([]);
});
