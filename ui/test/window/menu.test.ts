import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { backPain, person } from '../what-is-typed';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const menu = () => page.getByRole('menu');
const entries = () =>
  [...document.querySelectorAll('[role=menuitem]')].map((entry) => entry.textContent?.trim());

test('a client in the list has a menu by the right button and by key, and the focus comes back', async () => {
  const { practice, id } = withMargaret();
  openAt('#/clients', practice);
  const search = page.getByRole('combobox');
  await expect.element(search).toHaveFocus();
  await page.getByRole('option', { name: /Margaret/ }).click({ button: 'right' });
  await expect.element(menu()).toHaveAccessibleName('What to do with Margaret Oyelaran');
  expect(entries()).toEqual(['Open', 'Give a sheet', 'Who opened this record', 'Copy phone', 'Copy email']);
  await expect.element(page.getByRole('menuitem', { name: 'Open', exact: true })).toHaveFocus();
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(menu()).not.toBeInTheDocument();
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await expect.element(page.getByRole('menuitem', { name: 'Open', exact: true })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByRole('menuitem', { name: 'Copy email' })).toHaveFocus();
  await userEvent.keyboard('g');
  await expect.element(page.getByRole('menuitem', { name: 'Give a sheet' })).toHaveFocus();
  await userEvent.keyboard('{Home}{Enter}');
  await expect.poll(() => location.hash).toBe(`#/client/${id}`);
});

test('giving a sheet from the menu begins with that person', async () => {
  const { practice } = withMargaret();
  practice.keep(backPain);
  openAt('#/today', practice);
  await page
    .getByRole('link', { name: /Margaret/ })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Give a sheet' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Give to' })).toHaveValue('Margaret Oyelaran');
});

test('what is not known is not offered, and a press outside closes the menu', async () => {
  const { practice } = withMargaret();
  practice.register({ ...person, given_name: 'Amara' });
  openAt('#/today', practice);
  await page.getByRole('link', { name: /Amara/ }).first().click({ button: 'right' });
  await expect.element(menu()).toBeVisible();
  expect(entries()).toEqual(['Open', 'Give a sheet', 'Who opened this record']);
  await page.getByRole('heading', { level: 1 }).click();
  await expect.element(menu()).not.toBeInTheDocument();
});

test('a sheet in the library and a given sheet have menus of their own', async () => {
  const { practice } = withMargaret();
  practice.keep(backPain);
  const { fake } = openAt('#/handouts', practice);
  await page.getByRole('button', { name: /^Acupuncture for Back Pain/ }).click({ button: 'right' });
  expect(entries()).toEqual(['Show', 'Edit', 'Save PDF']);
  await accessible();
  await page.getByRole('menuitem', { name: 'Save PDF' }).click();
  await expect.poll(() => fake.inputs('handoutsSavePdf')).toHaveLength(1);
});

test('a menu at the edge of the window stays inside it', async () => {
  const { practice } = withMargaret();
  for (let at = 0; at < 30; at++) {
    practice.register({ ...person, given_name: 'Person', family_name: `N${String(at).padStart(2, '0')}` });
  }
  openAt('#/clients', practice);
  const row = page.getByRole('option', { name: /N10/ });
  await expect.element(row).toBeVisible();
  const { right, bottom } = row.element().getBoundingClientRect();
  row.element().dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      button: 2,
      clientX: Math.max(right, innerWidth - 2),
      clientY: Math.max(bottom, innerHeight - 2),
    }),
  );
  await expect.element(menu()).toBeVisible();
  const box = menu().element().getBoundingClientRect();
  expect(box.right).toBeLessThanOrEqual(innerWidth);
  expect(box.bottom).toBeLessThanOrEqual(innerHeight);
});
