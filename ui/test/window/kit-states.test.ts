// The whole kit in every look: whatever state a part can be in stands on that page.
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Kit from '../../kit/Kit.svelte';
import { names } from '../../src/shared/names.svelte';
import { accessible, stand } from './stand';

afterEach(() => {
  delete document.documentElement.dataset.density;
  if (names.hidden) names.toggle();
});

async function kit() {
  stand(Kit, {});
  await expect.element(page.getByRole('heading', { name: 'The kit' })).toBeVisible();
}

test('every state reads well for axe in light and dark, compact and large for touch', async () => {
  await kit();
  await page.getByRole('button', { name: 'Never done' }).click();
  await expect.element(page.getByRole('button', { name: 'Never done' })).toHaveAttribute('aria-busy', 'true');
  for (const density of ['compact', 'touch']) {
    document.documentElement.dataset.density = density;
    await accessible();
  }
});

test('nothing is wider than its window, also at twice the text size and with blurred names', async () => {
  await kit();
  names.toggle();
  document.documentElement.style.setProperty('--text-scale', '2');
  const main = document.querySelector('main');
  expect(main?.scrollWidth).toBe(main?.clientWidth);
  await accessible();
});

test('a popover takes the focus, gives it back, and leaves with Tab', async () => {
  await kit();
  const opener = page.getByRole('button', { name: 'Open popover' });
  await opener.click();
  await expect.element(page.getByRole('button', { name: 'Close it' })).toHaveFocus();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog', { name: 'A few words' })).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  await opener.click();
  await page.getByRole('button', { name: 'Close it' }).click();
  await expect.element(opener).toHaveFocus();
  await opener.click();
  await expect.element(page.getByRole('button', { name: 'Close it' })).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
});

test('a refusal of something chosen from a menu is said', async () => {
  await kit();
  await page.getByRole('button', { name: 'Has a menu' }).click({ button: 'right' });
  await userEvent.keyboard('c{Enter}');
  await expect.element(page.getByLabelText('Done')).toHaveTextContent('copied');
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
});

test('a table is sorted from its heads, both ways, and says so', async () => {
  await kit();
  const table = page.getByRole('table', { name: 'Needles of today' });
  const first = () => table.getByRole('row').nth(1);
  await page.getByRole('button', { name: 'Needles' }).first().click();
  await expect.element(first()).toHaveTextContent('9');
  await expect
    .element(table.getByRole('columnheader', { name: 'Needles' }))
    .toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Needles' }).first().click();
  await expect.element(first()).toHaveTextContent('14');
  await accessible();
});

test('tabs move by arrows and show their part', async () => {
  await kit();
  await page.getByRole('tab', { name: 'Overview' }).click();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: /Details/ })).toHaveFocus();
  await expect.element(page.getByRole('tabpanel')).toHaveTextContent('What is known.');
});

test('one of many is found by typing and chosen by Enter', async () => {
  await kit();
  const box = page.getByRole('combobox', { name: 'Person' });
  await box.click();
  await userEvent.keyboard('wen');
  await expect.element(page.getByRole('option', { name: /Wen Li-Hua/ })).toBeVisible();
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(box).toHaveValue('Wen Li-Hua 溫麗華');
});

test('a letter with an accent takes the place of the plain one, and Ctrl+Z gives it back', async () => {
  await kit();
  const name = page.getByLabelText('Name', { exact: true });
  await name.click();
  await userEvent.keyboard('Lefe{Alt>}{ArrowDown}{/Alt}');
  await expect.element(page.getByRole('dialog', { name: 'Letters with accents' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'é', exact: true }).first()).toHaveFocus();
  await accessible();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await expect.element(name).toHaveValue('Lefè');
  await expect.element(name).toHaveFocus();
  await userEvent.keyboard('vre');
  await expect.element(name).toHaveValue('Lefèvre');
  await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
  await expect.element(name).toHaveValue('Lefe');
});
