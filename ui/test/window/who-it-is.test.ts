// Whatever is done to somebody's record says first who it is.
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { forgetErasing } from '../../src/features/erasure/begun';
import type { AlertView } from '../../src/ipc/bindings';
import type { Answers } from '../fake-core';
import { twice } from '../twice';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

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
