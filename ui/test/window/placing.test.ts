import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { TODAY } from '../diary';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const panel = () => page.getByRole('complementary', { name: 'Booking' });

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

/** Chooses her in the form beside the calendar. */
async function beginToBookMargaret() {
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await panel().getByRole('combobox', { name: 'Client' }).fill('oyel');
  await page.getByRole('option', { name: /Margaret Oyelaran/ }).click();
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

test('a mother comes together with her child, and the panel of each says so', async () => {
  const practice = busy();
  practice.register(margaret);
  const { diary } = practice;
  const child = diary.comes({ name: 'Tomi Oyelaran', age: 7 }, '16:00');
  diary.obstacles = [{ kind: 'room', booking: child.id }];
  const { fake } = openAt('#/calendar', practice);
  await beginToBookMargaret();
  await panel().getByLabelText('Time').fill('16:00');
  await panel().getByRole('button', { name: 'Book the visit' }).click();
  await panel()
    .getByRole('button', { name: /Comes together with .*Tomi Oyelaran/ })
    .click();
  await expect.element(panel().getByText('Comes with')).toBeVisible();
  await accessible();
  await panel().getByRole('button', { name: 'Book the visit' }).click();
  await expect.element(panel().getByText('Comes with')).toBeVisible();
  await expect.element(panel().getByText('Tomi Oyelaran')).toBeVisible();
  expect(fake.inputs('bookingsBook').at(-1)).toMatchObject({ company: child.id, despite: null });
});

test('whoever still rests though their time is over is said to be there still', async () => {
  const practice = busy();
  practice.register(margaret);
  const { diary } = practice;
  const rests = diary.comes({ name: 'Ruth Adler' }, '08:00');
  diary.said(rests.id, 'resting', '08:20');
  diary.obstacles = [{ kind: 'room', booking: rests.id }];
  openAt('#/calendar', practice);
  await beginToBookMargaret();
  await panel().getByLabelText('Time').fill('11:00');
  await panel().getByRole('button', { name: 'Book the visit' }).click();
  await expect.element(panel().getByText(/Room 1: .*Ruth Adler.* is still there/)).toBeVisible();
});

test('the first Tuesday afternoon is looked for from the day on, whatever hour stands in the form', async () => {
  const { fake } = openAt('#/calendar', busy());
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await panel().getByLabelText('Time').fill('16:00');
  await panel().getByRole('button', { name: 'On certain days…' }).click();
  await panel().getByRole('checkbox', { name: 'Tuesday' }).click();
  await panel().getByLabelText('Part of the day').selectOptions('Afternoon');
  await accessible();
  await panel().getByRole('button', { name: 'Next free' }).click();
  await expect
    .element(
      panel()
        .getByText(/3:10 p\.m\./)
        .first(),
    )
    .toBeVisible();
  expect(fake.inputs('bookingsFindFree').at(-1)).toMatchObject({
    from: expect.stringMatching(/T(00:00|10:57)$/),
    weekdays: [2],
    not_before: '12:00',
    over_by: '17:00',
  });
  await panel().getByRole('button', { name: 'On any day' }).click();
  await panel().getByRole('button', { name: 'Next free' }).click();
  expect(fake.inputs('bookingsFindFree').at(-1)).toMatchObject({ weekdays: [], not_before: '' });
});

test('a series ends on a day, and which one is asked for', async () => {
  const practice = busy();
  practice.register(margaret);
  const { fake } = openAt('#/calendar', practice);
  await beginToBookMargaret();
  await panel().getByLabelText('Repeat').selectOptions('Every week');
  await panel().getByLabelText('It ends').selectOptions('On a day');
  await panel().getByRole('button', { name: 'Look at the days' }).click();
  await expect.element(panel().getByLabelText('Last day')).toHaveAttribute('aria-invalid', 'true');
  await panel().getByLabelText('Last day').fill('2026-06-30');
  await panel().getByRole('button', { name: 'Look at the days' }).click();
  expect(fake.inputs('bookingsPlanSeries').at(-1)).toMatchObject({
    repeat: { count: 0, until: '2026-06-30' },
  });
});
