// Whatever is done to somebody's record says first who it is.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { forgetErasing } from '../../src/features/erasure/begun';
import type { AlertView } from '../../src/ipc/bindings';
import { clinic, TODAY } from '../diary';
import type { Answers } from '../fake-core';
import { twice } from '../twice';
import { person } from '../what-is-typed';
import { atKeyboard } from '../willow-lane';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const pacemaker: AlertView = {
  id: 'a1',
  version: 1,
  severity: 'danger',
  audience: 'clinical',
  text: 'Pacemaker',
  raised: null,
  since: Date.UTC(2026, 4, 12, 17, 57),
  by: 'Ines Marlow',
};
const alertOf = (client: string): Answers => ({ alertsList: ({ id }) => (id === client ? [pacemaker] : []) });

test('whose record is erased is said with age, photo and alerts', async () => {
  const { practice, id } = withMargaret();
  forgetErasing(id);
  const { fake } = openAt(`#/clients/erase/${id}`, practice, alertOf(id));
  await expect.element(page.getByText('62, born March 3, 1964 · client 0001')).toBeVisible();
  await expect.element(page.getByRole('list', { name: 'Alerts' }).getByText('Pacemaker')).toBeVisible();
  // An alert is not changed while its record goes.
  await expect.element(page.getByRole('button', { name: 'Add an alert' })).not.toBeInTheDocument();
  expect(fake.inputs('filesPortrait')).toContainEqual({ id });
  await accessible();
});

test('two records that become one stand beside each other with age, photo and alerts', async () => {
  const { practice, first, second } = twice();
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice, alertOf(second));
  const kept = page.getByRole('group', { name: 'Whose number is kept' });
  await expect.element(kept.getByText(/^62, born March 3, 1964/)).toBeVisible();
  await expect.element(kept.getByText(/^62, born March 8, 1964/)).toBeVisible();
  await expect.element(kept.getByRole('radio', { name: /Keep no\. 0002.*Alerts/ })).toBeVisible();
  await expect.element(kept.getByRole('radio', { name: /Keep no\. 0001.*Alerts/ })).not.toBeInTheDocument();
  await expect.element(kept.getByText('Pacemaker')).toBeVisible();
  expect(fake.inputs('filesPortrait')).toEqual(expect.arrayContaining([{ id: first }, { id: second }]));
  await accessible();
});

test('a file that fills the window says whose it is, with a sign for each alert', async () => {
  const { practice, id } = withMargaret();
  practice.files.add(id, { name: 'tongue.jpg' });
  practice.files.add(id, { name: 'back.jpg' });
  openAt(`#/client/${id}`, practice, alertOf(id));
  await page.getByRole('tab', { name: /Files/ }).click();
  const dialog = page.getByRole('dialog');
  for (const opener of ['tongue.jpg', 'Compare photos']) {
    await page.getByRole('button', { name: opener, exact: true }).click();
    await expect.element(dialog.getByText('Margaret Oyelaran', { exact: true })).toBeVisible();
    await expect.element(dialog.getByText('62', { exact: true })).toBeVisible();
    await expect.element(dialog.getByText('Pacemaker')).toBeInTheDocument();
    await accessible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
  }
});

test('who is booked, or waits, is said with age, photo and alerts as soon as they are chosen', async () => {
  const { practice, id } = withMargaret();
  const jonas = practice.register({ ...person, given_name: 'Jonas' }).id;
  practice.diary.setup = clinic();
  practice.diary.comes({ id, name: 'Margaret Oyelaran' }, '12:00');
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
  const { fake } = openAt('#/calendar', practice, alertOf(id));
  const panel = page.getByRole('complementary', { name: 'Booking' });
  const said = (within: typeof panel) => within.getByText(/^62, born March 3, 1964 · .*client 0001$/);
  const choose = async (typed: string, name: RegExp) => {
    await panel.getByRole('combobox', { name: 'Client' }).fill(typed);
    await page.getByRole('option', { name }).click();
  };
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await choose('oyel', /Margaret Oyelaran/);
  await expect.element(said(panel)).toBeVisible();
  await expect.element(panel.getByRole('list', { name: 'Alerts' }).getByText('Pacemaker')).toBeVisible();
  await expect.element(panel.getByRole('button', { name: /Pacemaker|Add an alert/ })).not.toBeInTheDocument();
  expect(fake.inputs('filesPortrait')).toContainEqual({ id });
  await accessible();
  await choose('jonas', /Jonas/);
  await expect.element(panel.getByText('client 0002', { exact: true }).last()).toBeVisible();
  await expect.element(panel.getByText('Pacemaker')).not.toBeInTheDocument();
  expect(fake.inputs('alertsList')).toContainEqual({ id: jonas });
  visit('#/clients');
  await page.getByRole('option', { name: /Margaret/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Put on the waiting list…' }).click();
  await expect.element(said(page.getByRole('dialog'))).toBeVisible();
  await expect.element(page.getByRole('dialog').getByText('Pacemaker')).toBeVisible();
  await accessible();
});

test('whoever may not read what is clinical sees the sign of it alone beside whom they book', async () => {
  const { practice } = withMargaret();
  practice.diary.setup = clinic();
  openAt('#/about', practice, {
    sessionState: () => atKeyboard({ role: 'receptionist' }),
    bookingsFindFree: ({ from }) => [{ start: from, practitioner: 'p1', room: 'r1' }],
    alertsList: () => [{ ...pacemaker, text: null }],
  });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await page.getByRole('combobox', { name: /^A client/ }).fill('0138');
  await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent(/Margaret/);
  await userEvent.keyboard('{Enter}');
  const alerts = page.getByRole('dialog').getByRole('list', { name: 'Alerts' });
  await expect.element(alerts).toHaveTextContent(/^Danger: .+$/);
  const seen = alerts.element().cloneNode(true) as Element;
  seen.querySelectorAll('.sr-only').forEach((word) => word.remove());
  expect(seen.textContent?.trim(), 'no word is to be seen').toBe('');
});
