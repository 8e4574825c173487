// Erasing a record that is left for a moment: what was typed about it is there again.
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { forgetErasing } from '../../src/features/erasure/begun';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { openAt, visit } from './working';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const to = () => page.getByRole('textbox', { name: 'To', exact: true });
const askedOn = () => page.getByRole('textbox', { name: 'Day on which they asked' });
const choice = (name: string) => page.getByRole('radio', { name, exact: true });
const question = () => page.getByRole('alertdialog');
const said = (text: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeInTheDocument();

function erasing() {
  const practice = new WorkingPractice();
  const ids = [practice.register(margaret).id, practice.register({ ...margaret, given_name: 'Ada' }).id];
  const [id = '', other = ''] = ids;
  ids.forEach(forgetErasing);
  practice.keeping.goBy('uk');
  practice.keeping.entries = { [id]: '2024-05-12', [other]: '2024-05-12' };
  return { ...openAt(`#/clients/erase/${id}`, practice), id, other };
}

test('what was typed is there again after a look at the record or the settings', async () => {
  const { id, other } = erasing();
  await choice('Somebody for them').click();
  await askedOn().fill('2026-05-04');
  await to().fill('The trustee\nPO Box 9');
  await page.getByRole('link', { name: 'Margaret Oyelaran' }).click();
  await expect.poll(() => location.hash).toBe(`#/client/${id}`);
  await page.getByRole('link', { name: 'Erase record…' }).click();
  await expect.element(choice('Somebody for them')).toBeChecked();
  await expect.element(askedOn()).toHaveValue('May 4, 2026');
  await expect.element(to()).toHaveValue('The trustee\nPO Box 9');
  visit('#/settings');
  await expect.element(page.getByRole('heading', { name: 'How long records are kept' })).toBeVisible();
  visit(`#/clients/erase/${other}`);
  await expect.element(to()).toHaveValue('Ada Oyelaran\n18 Linden Avenue\nVictoria BC V8V 1A1');
  await expect.element(askedOn()).toHaveValue('');
  visit(`#/clients/erase/${id}`);
  await expect.element(to()).toHaveValue('The trustee\nPO Box 9');
});

test('what was filled in follows the record, and what is wrong is said anew', async () => {
  const { practice, id } = erasing();
  await expect.element(to()).toHaveValue('Margaret Oyelaran\n18 Linden Avenue\nVictoria BC V8V 1A1');
  await button('Erase…').click();
  await expect.element(askedOn()).toHaveAttribute('aria-invalid', 'true');
  visit(`#/client/${id}`);
  await expect.element(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  practice.change(id, { family_name: 'Adeyemi', addresses: [] });
  practice.keeping.over = [id];
  visit(`#/clients/erase/${id}`);
  await expect.element(choice('Nobody')).toBeChecked();
  await choice('The client').click();
  await expect.element(to()).toHaveValue('Margaret Adeyemi');
  await expect.element(askedOn()).not.toHaveAttribute('aria-invalid');
});

test('a letter that left is remembered, unless it told something else', async () => {
  const { practice, id } = erasing();
  const noLetter = () => question().getByText(/^No letter has been saved or printed yet/);
  const back = () => question().getByRole('button', { name: 'Go back' }).click();
  await askedOn().fill('2026-05-04');
  await button('Save letter…').click();
  await said(/Saved as/);
  visit(`#/client/${id}`);
  await page.getByRole('link', { name: 'Erase record…' }).click();
  await button('Erase…').click();
  await expect.element(question()).toBeVisible();
  await expect.element(noLetter()).not.toBeInTheDocument();
  await back();
  practice.keeping.over = [id];
  practice.changed('clients');
  await expect.element(page.getByRole('heading', { name: 'Nothing has to be kept' })).toBeVisible();
  await choice('The client').click();
  await button('Erase…').click();
  await expect.element(noLetter()).toBeVisible();
});

test('once the record is erased, nothing that was typed about it is left', async () => {
  const { id } = erasing();
  await askedOn().fill('2026-05-04');
  await to().fill('The trustee');
  await button('Erase…').click();
  await question()
    .getByRole('button', { name: /^Erase for good/ })
    .click();
  await expect.poll(() => location.hash).toBe('#/clients/archive/kept');
  visit(`#/clients/erase/${id}`);
  await expect.element(askedOn()).toHaveValue('');
  await expect.element(to()).toHaveValue('Margaret Oyelaran\n18 Linden Avenue\nVictoria BC V8V 1A1');
});
