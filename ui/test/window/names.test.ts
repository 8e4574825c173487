import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { names } from '../../src/shared/names.svelte';
import { backPain } from '../what-is-typed';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

afterEach(() => {
  if (names.hidden) names.toggle();
});

const blur = '{Control>}{Shift>}p{/Shift}{/Control}';

/** Everything on the screen that says who she is and is not blurred. */
function readable(): string[] {
  const known = /margaret|oyelaran|maggie|250-555|linden/i;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    const unseen = at?.closest('[data-name], .sr-only, option, [hidden]');
    if (known.test(walker.currentNode.textContent ?? '') && !unseen) found.push(at?.outerHTML ?? '');
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
    if (known.test(field.value) && !('name' in field.dataset)) found.push(field.outerHTML);
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
  await page.getByRole('button', { name: /Give to Margaret/ }).click();
  await expect.element(page.getByRole('link', { name: /Margaret/ }).first()).toBeVisible();
  expect(readable()).toEqual([]);

  await userEvent.keyboard('{Control>}k{/Control}marg');
  await expect.element(page.getByRole('option', { name: /Margaret/ })).toBeVisible();
  (document.activeElement as HTMLInputElement).value = '';
  expect(readable()).toEqual([]);
  await userEvent.keyboard('{Escape}');

  await page.getByRole('button', { name: /^Show names/ }).click();
  await expect.element(page.getByText('Names blurred')).not.toBeInTheDocument();
  expect(document.documentElement.dataset.names).toBeUndefined();
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
