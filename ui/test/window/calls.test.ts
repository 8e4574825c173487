// Whom to call: who runs late, who is reminded, and who is sent a text.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { lateCalls } from '../../src/features/bookings/late-calls.svelte';
import { looking } from '../../src/features/bookings/looking.svelte';
import { daysLater } from '../../src/features/bookings/wall';
import { busyDay } from '../busy-day';
import { NOW } from '../calls-to-make';
import { clinic, TODAY } from '../diary';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const toast = () => page.getByRole('region', { name: 'What was just done' });
const row = (name: RegExp) => page.getByRole('listitem').filter({ hasText: name });

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

/** Two who come this afternoon, and one tomorrow. */
function three(): WorkingPractice {
  const practice = new WorkingPractice();
  const { diary } = practice;
  diary.setup = clinic();
  diary.comes({ name: 'Peter Novak', phone: '250-555-0101' }, '14:00');
  diary.comes({ name: 'Rosa Ferreira', phone: '250-555-0102' }, '15:00', { status: 'confirmed' });
  diary.comes({ name: 'Wim Dekker', phone: '250-555-0144' }, `${daysLater(TODAY, 1)}T09:30`);
  return practice;
}

async function runLate(): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Running late…' }).click();
  await page.getByRole('button', { name: 'Move 2 visits' }).click();
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
  lateCalls.takenBack(NOW);
});

test('who runs late sees whom it affects before anything moves, and takes it back at once', async () => {
  const { fake } = openAt('#/calendar', busy());
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Running late…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Running late' });
  await expect.element(dialog.getByRole('listitem').first()).toHaveTextContent(/→/);
  await accessible();
  await dialog.getByLabelText('Minutes late').fill('0');
  await expect.element(dialog.getByLabelText('Minutes late')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabelText('Minutes late').fill('20');
  await dialog.getByRole('button', { name: 'Move 2 visits' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => fake.inputs('bookingsRescheduleSeveral').at(-1)?.moves).toHaveLength(2);
});

test('whom it moves becomes a list of calls with the new time, which is ticked off', async () => {
  const { fake } = openAt('#/calendar', three());
  await runLate();
  await expect.element(page.getByRole('heading', { name: /Ines Marlow runs late/ })).toBeVisible();
  const peter = row(/Peter Novak/);
  await expect.element(peter).toHaveTextContent(/2:10.*instead of 2:00.*250-555-0101/);
  await expect.element(page.getByText('2 of 2 calls left')).toBeVisible();
  await accessible();
  await peter.getByRole('button', { name: /Called/ }).click();
  await page.getByRole('menuitem', { name: 'Text by phone…' }).click();
  await expect
    .element(page.getByRole('dialog').getByLabelText('Message', { exact: true }))
    .toHaveValue(
      'Hello Peter, we are sorry: Willow Lane Acupuncture is running late. Your visit today begins at 2:10 p.m. instead.',
    );
  await page.getByRole('dialog').getByRole('button', { name: 'It was sent' }).click();
  await expect.element(page.getByText('1 of 2 calls left')).toBeVisible();
  expect(fake.inputs('waitingSayContact')).toMatchObject([{ about: 'called_off', outcome: 'sent' }]);
});

test('once the visits are back where they were nobody is to be called', async () => {
  openAt('#/calendar', three());
  await runLate();
  await expect.element(page.getByText('2 of 2 calls left')).toBeVisible();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(page.getByRole('heading', { name: 'Nobody to call' })).toBeVisible();
});

test('who says on the telephone that they will come is confirmed in their row, with one undo', async () => {
  const practice = three();
  const { fake } = openAt('#/waiting/reminders', practice);
  const wim = row(/Wim Dekker/);
  await wim.getByRole('button', { name: /^Confirm Wim/ }).click();
  await expect.element(wim).toHaveTextContent(/Follow-up · Confirmed.*Reached/);
  await expect.element(page.getByText('Everybody is reminded.')).toBeVisible();
  await expect.element(wim.getByRole('button', { name: /^Confirm Wim/ })).not.toBeInTheDocument();
  await accessible();
  expect(fake.inputs('waitingConfirm')).toHaveLength(1);
  expect(fake.inputs('waitingSayContact')).toEqual([]);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(wim).not.toHaveTextContent(/Reached/);
  await expect.element(wim.getByRole('button', { name: /^Confirm Wim/ })).toBeVisible();
});

test('a text that was scanned in the row is ticked off in the row', async () => {
  const { fake } = openAt('#/waiting/reminders', three());
  await page.getByRole('button', { name: 'Show a code beside each name' }).click();
  const wim = row(/Wim Dekker/);
  await expect.element(wim.getByRole('img', { name: /Code that opens a message/ })).toBeVisible();
  await accessible();
  await wim.getByRole('button', { name: /It was sent/ }).click();
  await expect.element(wim).toHaveTextContent(/Sent a message/);
  await expect.element(wim.getByRole('button', { name: /It was sent/ })).not.toBeInTheDocument();
  expect(fake.inputs('waitingSayContact')).toMatchObject([{ about: 'reminder', outcome: 'sent' }]);
});
