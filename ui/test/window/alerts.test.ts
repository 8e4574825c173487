import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Alerts } from '../alerts';
import { busyDay } from '../busy-day';
import { TODAY } from '../diary';
import { looking } from '../../src/features/bookings/looking.svelte';
import { atKeyboard } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const toast = () => page.getByRole('region', { name: 'What was just done' });

test('an alert stands in the header of everything about somebody until it does not hold any more', async () => {
  const { practice, id } = withMargaret();
  const alerts = new Alerts(() => practice.changed('clients'));
  const { fake } = openAt(`#/client/${id}`, practice, alerts.answers());
  await page.getByRole('button', { name: 'Add an alert' }).click();
  const dialog = page.getByRole('dialog', { name: /Alert about/ });
  await accessible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog.getByLabelText('What has to be known')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabelText('What has to be known').fill('Blood thinner');
  await dialog.getByRole('radio', { name: 'Danger' }).click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const mark = page
    .getByRole('list', { name: 'Alerts' })
    .getByRole('button', { name: /Danger: *Blood thinner/ });
  await expect.element(mark).toBeVisible();
  await accessible();
  expect(fake.inputs('alertsKeep').at(-1)).toMatchObject({
    client: id,
    alert: { severity: 'danger', audience: 'clinical', text: 'Blood thinner' },
  });
  await page.getByRole('button', { name: 'New note' }).click();
  await expect.element(page.getByRole('heading', { name: /Margaret Oyelaran/ })).toBeVisible();
  await mark.click();
  await page.getByRole('dialog').getByRole('button', { name: 'It does not hold any more' }).click();
  await expect.element(mark).not.toBeInTheDocument();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(mark).toBeVisible();
});

test('a clinical alert is a sign without words for the desk, on the booking and on Today', async () => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  const [first] = practice.diary.bookings;
  const since = Date.UTC(2026, 4, 1);
  const alert = { version: 1, raised: null, since, by: 'Ines Marlow' };
  practice.diary.put({
    ...first!,
    alerts: [
      { ...alert, id: 'a1', severity: 'danger', audience: 'clinical', text: null },
      { ...alert, id: 'a2', severity: 'note', audience: 'desk', text: 'Deaf in the left ear' },
    ],
  });
  openAt('#/calendar', practice, { sessionState: () => atKeyboard({ role: 'receptionist' }) });
  const block = page.getByRole('button', { name: new RegExp(first!.client!.name) }).first();
  await expect.element(block).toHaveTextContent(/An alert for those who treat/);
  await block.click();
  const panel = page.getByRole('complementary', { name: 'Booking' });
  await expect.element(panel.getByText('Deaf in the left ear')).toBeVisible();
  await expect.element(panel.getByText('An alert for those who treat')).toBeInTheDocument();
  await accessible();
});

test('an alert that ended is kept out of the way with who ended it, and can hold again', async () => {
  const { practice, id } = withMargaret();
  const alerts = new Alerts(() => practice.changed('clients')).answers();
  const alert = { severity: 'danger', audience: 'clinical', text: 'Blood thinner' } as const;
  const kept = await alerts.alertsKeep!({ id: null, version: null, client: id, alert });
  await alerts.alertsEnd!({ id: kept.id, version: kept.version });
  openAt(`#/client/${id}`, practice, alerts);
  const group = page.getByRole('group').filter({ hasText: '1 ended' });
  await expect.element(group).toBeVisible();
  await expect.element(page.getByText('Blood thinner').first()).not.toBeVisible();
  await group.getByText('1 ended').click();
  await expect.element(group).toHaveTextContent(/Blood thinner.*Danger · On .*12.* · ended by .?Ines Marlow/);
  await accessible();
  await group.getByRole('button', { name: /It holds again/ }).click();
  const mark = page.getByRole('list', { name: 'Alerts' }).getByRole('button', { name: /Blood thinner/ });
  await expect.element(mark).toBeVisible();
  await expect.element(group).not.toBeInTheDocument();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(group).toBeVisible();
});
