import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browsing } from '../../src/features/clients/browsing.svelte';
import { choosing } from '../../src/features/clients/choosing.svelte';
import { machine, settings } from '../willow-lane';
import { person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const search = () => page.getByRole('combobox', { name: 'Name, phone, email or birth date' });
const rows = () => page.getByRole('listbox', { name: 'Clients' }).getByRole('option');
const bar = () => page.getByRole('toolbar', { name: 'The chosen clients' });
const count = (text: string) => expect.element(bar().getByText(text, { exact: true })).toBeVisible();
const said = (text: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeInTheDocument();

beforeEach(() => {
  choosing.end();
  browsing.showEverybody();
  browsing.order = { by: 'name', down: false };
});

function many(): WorkingPractice {
  const practice = new WorkingPractice();
  for (let at = 0; at < 80; at++) {
    const given_name = `N${String(at).padStart(2, '0')}`;
    practice.register({ ...person, given_name, family_name: `Lund ${given_name}`, birth_date: '1970-01-01' });
  }
  return practice;
}

const tagsOf = (practice: WorkingPractice) =>
  [...practice.clients.values()].filter(({ client }) => client.tags.includes('Evening')).length;

test('several are ticked by the keyboard, get a tag, and lose it again by the way back', async () => {
  const practice = many();
  openAt('#/clients', practice);
  await expect.element(rows().first()).toBeVisible();
  await page.getByRole('button', { name: 'Choose' }).click();
  await expect.element(search()).toHaveFocus();
  await count('0 chosen');
  await accessible();
  await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}');
  await count('2 chosen');
  await expect.element(rows().nth(0)).toHaveAttribute('aria-selected', 'true');
  await expect.element(rows().nth(1)).toHaveAttribute('aria-selected', 'false');
  await said(/N02.* chosen, 2 in all/);
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await count('4 chosen');
  await userEvent.keyboard('{Enter}');
  await count('3 chosen');
  expect(location.hash, 'nobody was opened').toBe('#/clients');
  await page.getByRole('button', { name: 'Add a tag…' }).click();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await expect.element(page.getByLabelText('Tag', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await accessible();
  await page.getByLabelText('Tag', { exact: true }).fill('Evening');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await said(/3 clients got the tag .*Evening/);
  expect(tagsOf(practice)).toBe(3);
  await page.getByRole('button', { name: /Undo/ }).click();
  await said(/3 clients as before/);
  expect(tagsOf(practice)).toBe(0);
  await count('3 chosen');
});

test('a range by Shift and a click, also over rows that were never in sight, and all of a search', async () => {
  openAt('#/clients', many());
  await expect.element(rows().first()).toBeVisible();
  await rows()
    .nth(1)
    .click({ modifiers: ['Control'] });
  await count('1 chosen');
  const list = page.getByRole('listbox', { name: 'Clients' }).element();
  list.scrollTop = list.scrollHeight;
  await expect.element(page.getByRole('option', { name: /N79/ })).toBeVisible();
  await page.getByRole('option', { name: /N79/ }).click({ modifiers: ['Shift'] });
  await count('79 chosen');
  await page.getByRole('button', { name: 'None' }).click();
  await count('0 chosen');
  await search().fill('N1');
  await page.getByRole('button', { name: 'All 10' }).click();
  await count('10 chosen');
  await search().fill('N2');
  await expect.element(page.getByRole('button', { name: 'All 10' })).toBeVisible();
  await page.getByRole('button', { name: 'All 10' }).click();
  await count('20 chosen');
  await search().fill('');
  await userEvent.keyboard('{Control>}a{/Control}');
  await count('80 chosen');
});

test('the status of all who are chosen changes at once, and each goes back to their own', async () => {
  const practice = many();
  openAt('#/clients', practice);
  await rows()
    .nth(0)
    .click({ modifiers: ['Control'] });
  await rows().nth(1).click();
  await count('2 chosen');
  await page.getByRole('button', { name: 'Status' }).click();
  expect(page.getByRole('menuitem', { name: /Deceased/ }).elements()).toEqual([]);
  await page.getByRole('menuitem', { name: 'Discharged from today' }).click();
  await said(/2 clients: discharged now/);
  await expect.element(rows().nth(0)).toHaveTextContent('Discharged');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(rows().nth(0)).not.toHaveTextContent('Discharged');
});

test('who is chosen stays chosen over a look into a record, until it is said to be done', async () => {
  openAt('#/clients', many());
  await rows()
    .nth(0)
    .click({ modifiers: ['Control'] });
  await rows().nth(4).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open', exact: true }).click();
  await expect.element(page.getByRole('heading', { name: /N04/, level: 1 })).toBeVisible();
  location.hash = '#/clients';
  await count('1 chosen');
  await search().click();
  await userEvent.keyboard('{Escape}');
  await count('1 chosen');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.element(bar()).not.toBeInTheDocument();
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: /N00/, level: 1 })).toBeVisible();
});

test('Shift ticks from where one is, and never from a row of another list or another round', async () => {
  openAt('#/clients', many());
  await expect.element(rows().first()).toBeVisible();
  await page.getByRole('button', { name: 'Choose' }).click();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
  await count('2 chosen');
  await expect.element(rows().nth(3)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'None' }).click();
  await expect.element(search()).toHaveFocus();
  await rows()
    .nth(6)
    .click({ modifiers: ['Shift'] });
  await count('1 chosen');
  await search().fill('N2');
  await expect.element(page.getByRole('button', { name: 'All 10' })).toBeVisible();
  await rows()
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await count('2 chosen');
  await search().fill('Nobody called so');
  await expect.element(page.getByText(/No one found|Nobody|not found/i).first()).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await search().fill('N2');
  await expect.element(rows().nth(2)).toHaveAttribute('aria-selected', 'true');
  await count('2 chosen');
});

test('the menu of a row begins with it', async () => {
  openAt('#/clients', many());
  await rows().nth(2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Choose several from here' }).click();
  await count('1 chosen');
});

test('nobody is chosen where nobody may be seen', async () => {
  const secure = { settingsRead: () => ({ ...settings, machine: { ...machine, secure_search: true } }) };
  openAt('#/clients', many(), secure);
  await expect.element(page.getByRole('heading', { name: 'Type until one is left' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Choose' }).elements()).toEqual([]);
});

test('who was chosen is let go when this machine begins to show nobody', async () => {
  choosing.on = true;
  choosing.ids.add('client-1');
  const secure = { settingsRead: () => ({ ...settings, machine: { ...machine, secure_search: true } }) };
  openAt('#/clients', many(), secure);
  await expect.element(page.getByRole('heading', { name: 'Type until one is left' })).toBeVisible();
  await expect.element(bar()).not.toBeInTheDocument();
  expect(choosing.ids.size).toBe(0);
});
