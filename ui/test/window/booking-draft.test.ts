import { beforeEach, expect, test } from 'vitest';
import { emptyPhone } from '../../src/features/clients/client-input';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { TODAY } from '../diary';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, visit } from './working';

const panel = () => page.getByRole('complementary', { name: 'Booking' });
const toast = () => page.getByRole('region', { name: 'What was just done' });

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  practice.register(margaret);
  return practice;
}

/** The same, with bookings that end their draft as the core does. */
function opened(practice: WorkingPractice) {
  const book = practice.answers().bookingsBook!;
  return openAt('#/calendar', practice, {
    bookingsBook: (input) => {
      practice.drafts.delete(input.draft ?? '');
      return book(input);
    },
  });
}

async function begin() {
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await panel().getByRole('combobox', { name: 'Client' }).fill('oyel');
  await page.getByRole('option', { name: /Margaret Oyelaran/ }).click();
  await panel().getByLabelText('Time').fill('16:20');
  await panel().getByLabelText('Note for the desk').fill('Her knee again');
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

test('a booking that is typed is kept, taken up again elsewhere, and ends with the booking', async () => {
  const practice = busy();
  const { fake } = opened(practice);
  await begin();
  await expect.poll(() => practice.drafts.size, { timeout: 5000 }).toBe(1);
  visit('#/today');
  await page.getByRole('button', { name: /Book Margaret Oyelaran/ }).click();
  await expect.element(panel().getByLabelText('Time')).toHaveValue('16:20');
  await expect.element(panel().getByLabelText('Note for the desk')).toHaveValue('Her knee again');
  await expect.element(panel().getByRole('combobox', { name: 'Client' })).toHaveValue('Margaret Oyelaran');
  await panel().getByRole('button', { name: 'Book the visit' }).click();
  await expect.element(toast()).toHaveTextContent(/Margaret Oyelaran.*booked for/);
  expect(fake.inputs('bookingsBook')).toMatchObject([{ note: 'Her knee again', draft: expect.any(String) }]);
  expect(practice.drafts.size).toBe(0);
});

test('above the calendar it goes on, or is thrown away and comes back', async () => {
  const practice = busy();
  opened(practice);
  await begin();
  await expect.poll(() => practice.drafts.size, { timeout: 5000 }).toBe(1);
  visit('#/today');
  await expect.element(page.getByRole('button', { name: /Book Margaret Oyelaran/ })).toBeVisible();
  visit('#/calendar');
  await expect.element(page.getByText(/You began to book .*Margaret Oyelaran/)).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect.element(page.getByText(/You began to book/)).not.toBeInTheDocument();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.element(panel().getByLabelText('Time')).toHaveValue('16:20');
});

test('a form that is closed is put aside with its draft, and undo brings it back', async () => {
  const practice = busy();
  opened(practice);
  await begin();
  await userEvent.keyboard('{Escape}');
  await expect.element(toast()).toHaveTextContent('The booking you began is put aside.');
  await expect.element(page.getByText(/You began to book .*Margaret Oyelaran/)).toBeVisible();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(panel().getByLabelText('Note for the desk')).toHaveValue('Her knee again');
  await expect.element(page.getByText(/You began to book/)).not.toBeInTheDocument();
  expect(practice.drafts.size).toBe(1);
});

test('who waited and comes with somebody is known again when the form is taken up', async () => {
  const practice = busy();
  const { diary } = practice;
  const [view] = practice.clients.values();
  const client = {
    id: view!.id,
    number: 1,
    name: view!.name,
    preferred_name: null,
    age: 62,
    phone: null,
    phone_allows: emptyPhone().allows,
    text_phone: null,
    status: 'active' as const,
    email: null,
  };
  const later = diary.comes(client, `${TODAY}T17:00`);
  diary.calls.waitsFor(client, { instead_of: { id: later.id, version: 1, start: later.start } });
  const { fake } = opened(practice);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await panel().getByLabelText('Time').fill('13:00');
  await panel()
    .getByRole('button', { name: /Book .*Margaret Oyelaran/ })
    .click();
  await expect.element(panel().getByText('From the waiting list')).toBeVisible();
  await expect.poll(() => practice.drafts.size, { timeout: 5000 }).toBe(1);
  visit('#/today');
  await page.getByRole('button', { name: /Book Margaret Oyelaran/ }).click();
  await expect.element(panel().getByText('From the waiting list')).toBeVisible();
  await panel().getByRole('button', { name: 'Book the visit' }).click();
  await expect.poll(() => fake.inputs('bookingsReschedule').length, { timeout: 5000 }).toBe(1);
  expect(fake.inputs('bookingsBook')).toEqual([]);
});

test('a form in which nobody typed anything leaves no draft', async () => {
  const practice = busy();
  const { fake } = opened(practice);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect.element(panel().getByLabelText('Time')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  visit('#/today');
  await expect.element(page.getByRole('heading', { name: /To finish/ })).toBeVisible();
  expect(fake.inputs('draftsSave')).toEqual([]);
});
