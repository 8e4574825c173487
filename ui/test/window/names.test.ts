import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { names } from '../../src/shared/names.svelte';
import { Alerts } from '../alerts';
import { Correspondence } from '../correspondence';
import { shortNote } from '../notes';
import { twice } from '../twice';
import { backPain } from '../what-is-typed';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

afterEach(() => {
  if (names.hidden) names.toggle();
});

const blur = '{Control>}{Shift>}p{/Shift}{/Control}';

/** Everything on the screen that says who she is and is not blurred. */
function readable(): string[] {
  const known = /margaret|oyelaran|maggie|250-555|linden|march 3, 1964/i;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    const unseen = at?.closest('[data-name], .sr-only, option, [hidden]');
    if (known.test(walker.currentNode.textContent ?? '') && !unseen) found.push(at?.outerHTML ?? '');
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
    if (known.test(field.value) && !('name' in field.dataset)) found.push(field.outerHTML);
    // It is not blurred while its field has the focus.
    if (known.test(field.placeholder)) found.push(field.outerHTML);
  }
  return found;
}

test('blurred names can be read on no screen, and the sidebar says so and takes it back', async () => {
  const { practice, id } = withMargaret();
  const sheet = practice.keep(backPain);
  openAt('#/today', practice);
  await expect.element(page.getByRole('link', { name: /Margaret/ }).first()).toBeVisible();
  await userEvent.keyboard(blur);
  await expect.element(page.getByText('Names blurred')).toBeVisible();
  expect(readable()).toEqual([]);
  const name = document.querySelector('[data-name]');
  expect(name && getComputedStyle(name).filter).toMatch(/blur/);
  await accessible();

  visit('#/clients');
  await expect.element(page.getByRole('option', { name: /Margaret/ })).toBeVisible();
  expect(readable()).toEqual([]);

  visit(`#/client/${id}`);
  await expect.element(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  expect(readable()).toEqual([]);
  await page.getByRole('tab', { name: 'Details' }).click();
  await expect.element(page.getByLabelText('Preferred name')).toHaveValue('Maggie');
  expect(readable()).toEqual([]);

  visit(`#/sheet/${sheet.id}`);
  await page.getByRole('combobox', { name: 'Give to' }).click();
  await page.getByRole('option', { name: /Margaret/ }).click();
  await expect.element(page.getByText('62, born March 3, 1964 · client 0001')).toBeVisible();
  await page.getByRole('button', { name: /Give to Margaret/ }).click();
  await expect.element(page.getByRole('link', { name: /Margaret/ }).first()).toBeVisible();
  expect(readable()).toEqual([]);
  await page.getByRole('combobox', { name: 'Give to' }).click();
  await expect.element(page.getByRole('option', { name: /Margaret/ })).toBeVisible();
  expect(readable()).toEqual([]);
  await userEvent.keyboard('{Escape}');

  await userEvent.keyboard('{Control>}k{/Control}marg');
  await expect.element(page.getByRole('option', { name: /Margaret/ })).toBeVisible();
  (document.activeElement as HTMLInputElement).value = '';
  expect(readable()).toEqual([]);
  await userEvent.keyboard('{Escape}');

  await page.getByRole('button', { name: /^Show names/ }).click();
  await expect.element(page.getByText('Names blurred')).not.toBeInTheDocument();
  expect(document.documentElement.dataset.names).toBeUndefined();
});

/** Opens a screen with all names blurred. */
async function blurredAt(...to: Parameters<typeof openAt>) {
  openAt(...to);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  names.toggle();
}

test('no dialog over a record says in the clear whose it is', async () => {
  const { practice, id } = withMargaret();
  practice.files.add(id, { name: 'Margaret Oyelaran, tongue.jpg' });
  practice.files.add(id, { name: 'Margaret Oyelaran, back.jpg' });
  const alerts = new Alerts(() => practice.changed('clients'));
  const answers = { ...alerts.answers(), ...new Correspondence(practice).answers() };
  await blurredAt(`#/client/${id}`, practice, answers);
  const dialog = page.getByRole('dialog');
  const shut = async () => {
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  };

  await page.getByRole('button', { name: 'Add an alert' }).click();
  await dialog.getByRole('textbox', { name: 'What has to be known' }).fill('Ask for Maggie');
  expect(readable()).toEqual([]);
  const title = dialog.getByRole('heading', { name: /Alert about/ }).element();
  expect(getComputedStyle(title).filter).toMatch(/blur/);
  await shut();

  await page.getByRole('button', { name: 'Call or message' }).click();
  await dialog.getByLabelText('What was said, asked or arranged').fill('Maggie called');
  expect(readable()).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText('Maggie called')).toBeVisible();
  expect(readable()).toEqual([]);

  await page.getByRole('tab', { name: /Files/ }).click();
  await page.getByRole('button', { name: /^Margaret Oyelaran, tongue/ }).click();
  await expect.element(dialog.getByText('62', { exact: true })).toBeVisible();
  expect(readable()).toEqual([]);
  // The title of a dialog that is only read has the focus, and is blurred all the same.
  const file = dialog.getByRole('heading', { name: /tongue\.jpg/ });
  await expect.element(file).toHaveFocus();
  expect(getComputedStyle(file.element()).filter).toMatch(/blur/);
  await shut();
  await page.getByRole('button', { name: 'Compare photos' }).click();
  await expect.element(dialog.getByText('62', { exact: true })).toBeVisible();
  expect(readable()).toEqual([]);
});

test('a note is written, signed and read without a name in the clear', async () => {
  const { practice, id } = withMargaret();
  const body = JSON.stringify(shortNote);
  const draft = practice.draft({ kind: 'note', subject: id, label: 'Margaret Oyelaran', body });
  await blurredAt(`#/note/draft/${draft.id}`, practice);
  await page.getByRole('textbox', { name: /Complaint/ }).click();
  expect(readable()).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('dialog')).toHaveAccessibleDescription(/for .*Margaret Oyelaran/);
  expect(readable()).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText(/take a sheet home/)).toBeVisible();
  expect(readable()).toEqual([]);
});

test('a record is erased, and two are made one, without a name in the clear', async () => {
  const { practice, first, second } = twice();
  practice.keeping.goBy('uk');
  practice.keeping.over = [first];
  await blurredAt(`#/clients/merge/${first}/${second}`, practice);
  await expect.element(page.getByRole('group', { name: 'Whose number is kept' })).toBeVisible();
  expect(readable()).toEqual([]);

  visit(`#/clients/erase/${first}`);
  await expect.element(page.getByRole('heading', { name: /Margaret/ })).toBeVisible();
  expect(readable()).toEqual([]);
  await page.getByRole('button', { name: 'Erase…', exact: true }).click();
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  expect(readable()).toEqual([]);
});

test('what was blurred before the lock is blurred after it', async () => {
  names.toggle();
  delete document.documentElement.dataset.names;
  openAt('#/today');
  await expect.poll(() => document.documentElement.dataset.names).toBe('hidden');
});

test('Chinese and Japanese names have a face on every computer', async () => {
  for (const name of ['王小明', '佐々木さくら', '臺北']) {
    const faces = await document.fonts.load("14px 'Sheet Han'", name);
    expect(faces).toHaveLength(1);
  }
  expect(getComputedStyle(document.body).fontFamily).toContain('Sheet Han');
});
