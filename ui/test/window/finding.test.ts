import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browsing } from '../../src/features/clients/browsing.svelte';
import type { ClientInput, FoundClients } from '../../src/ipc/bindings';
import { clients, machine, settings } from '../willow-lane';
import { person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const search = () => page.getByRole('combobox', { name: 'Name, phone, email or birth date' });
const rows = () => page.getByRole('listbox', { name: 'Clients' }).getByRole('option');
const known = {
  clientsKnown: () => ({ tags: ['Qigong'], practices: [], referrers: [], funds: [], languages: [] }),
};
const filter = () => page.getByRole('button', { name: /^Filter/ });
const lists = () => page.getByRole('button', { name: /^\W?(Lists|To call|Minors)/ });
const secure = { settingsRead: () => ({ ...settings, machine: { ...machine, secure_search: true } }) };

function some(): WorkingPractice {
  browsing.showEverybody();
  browsing.order = { by: 'name', down: false };
  const practice = new WorkingPractice();
  const register = (given_name: string, birth_date: string, more: Partial<ClientInput> = {}) =>
    practice.register({ ...person, given_name, family_name: `Lund ${given_name}`, birth_date, ...more });
  register('Al', '1950-06-01', { tags: ['Qigong'] });
  register('Bo', '1990-05-01', { tags: ['Evening'], status: 'inactive' });
  register('Cy', '2020-06-15');
  return practice;
}

async function names(...expected: string[]) {
  await expect.element(rows().nth(expected.length - 1)).toBeVisible();
  await expect
    .poll(() =>
      rows()
        .elements()
        .map((row) => row.querySelector('bdi')?.textContent.split(' ')[0]),
    )
    .toEqual(expected);
}

test('the list is sorted by what stands above its columns, and the other way round by the same', async () => {
  openAt('#/clients', some());
  await names('Al', 'Bo', 'Cy');
  await page.getByRole('button', { name: 'Birth date' }).click();
  await names('Al', 'Bo', 'Cy');
  await page.getByRole('button', { name: 'Birth date ascending' }).click();
  await names('Cy', 'Bo', 'Al');
  await expect.element(page.getByRole('button', { name: 'Birth date descending' })).toBeVisible();
  await accessible();
});

test('what is asked of the list stands beside it, each with its way out', async () => {
  openAt('#/clients', some());
  await names('Al', 'Bo', 'Cy');
  await filter().click();
  await expect.element(page.getByRole('dialog', { name: 'Which clients to show' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Inactive' }).click();
  await names('Bo');
  await page.getByRole('checkbox', { name: 'Active', exact: true }).click();
  await page.getByRole('combobox', { name: 'Born in' }).selectOptions('June');
  await names('Al', 'Cy');
  await page.getByRole('radio', { name: 'Under 18' }).click();
  await names('Cy');
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Filter: 4 chosen' })).toHaveFocus();
  await page.getByRole('button', { name: 'Show without: Under 18' }).click();
  await names('Al', 'Cy');
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await names('Al', 'Bo', 'Cy');
});

test('somebody whom the list leaves out is not taken for somebody new', async () => {
  const { fake } = openAt('#/clients', some(), known);
  await names('Al', 'Bo', 'Cy');
  await filter().click();
  await page.getByRole('checkbox', { name: 'Qigong' }).click();
  await userEvent.keyboard('{Escape}');
  await names('Al');
  await search().fill('bo');
  await expect.element(page.getByText(/Nobody in this list fits/)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await names('Bo');
  expect(fake.inputs('clientsRegister')).toEqual([]);
});

test('a list is saved under a name, chosen again, changed, removed and put back', async () => {
  const { fake } = openAt('#/clients', some());
  await names('Al', 'Bo', 'Cy');
  await expect.element(lists()).not.toBeInTheDocument();
  await filter().click();
  await page.getByRole('radio', { name: 'Under 18' }).click();
  await userEvent.keyboard('{Escape}');
  await names('Cy');
  await lists().click();
  await page.getByRole('menuitem', { name: 'Save as a list…' }).click();
  await page.getByLabelText('Name of the list').fill('To call');
  await accessible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('button', { name: 'To call' })).toBeVisible();
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await names('Al', 'Bo', 'Cy');
  await lists().click();
  await page.getByRole('menuitem', { name: 'To call' }).click();
  await names('Cy');
  await page.getByRole('button', { name: 'Number' }).click();
  await lists().click();
  await page.getByRole('menuitem', { name: /Save the change to/ }).click();
  await expect
    .poll(() => fake.inputs('clientsSaveList').at(-1)?.order)
    .toEqual({ by: 'number', down: false });
  await lists().click();
  await page.getByRole('menuitem', { name: /Remove the list/ }).click();
  await page.getByRole('button', { name: /Undo/ }).click();
  await expect.element(page.getByRole('button', { name: 'To call' })).toBeVisible();
});

test('a name that is taken is said at the name, and the list stays to be named', async () => {
  openAt('#/clients', some());
  await page.getByRole('button', { name: 'Birth date' }).click();
  for (const name of ['Minors', 'minors']) {
    await lists().click();
    await page.getByRole('menuitem', { name: 'Save as a list…' }).click();
    await page.getByLabelText('Name of the list').fill(name);
    await page.getByRole('button', { name: 'Save list' }).click();
    if (name === 'Minors') await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  }
  await expect.element(page.getByLabelText('Name of the list')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByLabelText('Name of the list')).toHaveValue('minors');
});

test('who comes back to the list finds it as it was', async () => {
  openAt('#/clients', some());
  await page.getByRole('button', { name: 'Birth date' }).click();
  await page.getByRole('button', { name: 'Birth date ascending' }).click();
  await names('Cy', 'Bo', 'Al');
  await rows().first().click();
  await expect.element(page.getByRole('heading', { name: /Cy/, level: 1 })).toBeVisible();
  location.hash = '#/clients';
  await names('Cy', 'Bo', 'Al');
});

test('what was only nearly typed is marked and counted apart', async () => {
  browsing.showEverybody();
  openAt('#/clients', some(), {
    clientsFind: ({ text }) => ({ rows: clients.slice(0, 2), total: 2, near: text ? 1 : 0 }),
  });
  await expect.element(rows().nth(1)).toBeVisible();
  await expect.element(page.getByText('similar', { exact: true })).not.toBeInTheDocument();
  await search().fill('margrt');
  await expect.element(rows().nth(1)).toHaveTextContent('similar');
  await expect.element(rows().first()).not.toHaveTextContent('similar');
  await expect.element(rows().first()).toHaveAttribute('aria-selected', 'true');
  await expect
    .element(page.getByRole('status').filter({ hasText: '2 clients found, 1 of them only similar' }))
    .toBeInTheDocument();
});

test('secure search shows nobody until one is left, in the list and in the palette', async () => {
  openAt('#/clients', some(), secure);
  await expect.element(page.getByRole('heading', { name: 'Type until one is left' })).toBeVisible();
  await expect.element(page.getByText(/3 clients fit so far/)).toBeVisible();
  await accessible();
  await search().fill('lund');
  await expect.element(page.getByText(/3 clients fit so far/)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(location.hash).toBe('#/clients');
  expect(document.body.textContent).not.toMatch(/Lund/);
  await search().fill('lund bo');
  await names('Bo');
  await search().fill('');
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.keyboard('lund');
  await expect
    .element(page.getByRole('dialog').getByText(/3 clients fit so far. Type until one is left/))
    .toBeVisible();
  await accessible();
  expect(document.body.textContent).not.toMatch(/Lund/);
  await userEvent.keyboard(' cy');
  await expect.element(page.getByRole('option', { name: /Cy Lund/ })).toBeVisible();
});

const similar = {
  clientsFind: ({ text }: { text: string }) => ({ rows: clients.slice(0, 2), total: 2, near: text ? 2 : 0 }),
};

test('whoever is only similar is not opened by Enter, which registers whom nobody fits', async () => {
  openAt('#/clients', some(), similar);
  await expect.element(rows().nth(1)).toBeVisible();
  await search().fill('jansen');
  await expect.element(page.getByText(/Nobody quite fits/)).toBeVisible();
  expect(page.getByRole('option', { selected: true }).elements()).toEqual([]);
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Given name')).toHaveValue('jansen');
});

test('whoever is similar is a key away, in the list and in a question, and comes last in the palette', async () => {
  openAt('#/clients', some(), similar);
  await expect.element(rows().nth(1)).toBeVisible();
  await search().fill('jansen');
  await expect.element(page.getByText(/Nobody quite fits/)).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => location.hash).toContain('#/client/');
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.keyboard('today');
  const options = () => page.getByRole('dialog').getByRole('option').elements();
  await expect.poll(() => options().length).toBeGreaterThan(2);
  expect(options()[0]?.textContent).toContain('Today');
  expect(options().at(-1)?.textContent).toContain('similar');
});

test('Enter twice before the answer never opens somebody of the answer before', async () => {
  const late: ((found: FoundClients) => void)[] = [];
  const practice = some();
  openAt('#/clients', practice, {
    clientsFind: ({ text }) =>
      text
        ? new Promise<FoundClients>((resolve) => late.push(resolve))
        : { rows: clients.slice(0, 2), total: 2, near: 0 },
  });
  await expect.element(rows().nth(1)).toBeVisible();
  await search().fill('bo');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(() => late.length).toBeGreaterThan(1);
  for (const answer of late) answer({ rows: [], total: 0, near: 0 });
  await expect.element(page.getByLabelText('Given name')).toHaveValue('bo');
});

test('a list that is no longer as it was saved says so, and an empty filter is no list', async () => {
  openAt('#/clients', some());
  await filter().click();
  await page.getByRole('radio', { name: 'Under 18' }).click();
  await userEvent.keyboard('{Escape}');
  await lists().click();
  await page.getByRole('menuitem', { name: 'Save as a list…' }).click();
  await page.getByLabelText('Name of the list').fill('Minors');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('button', { name: 'Minors', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Number' }).click();
  await expect.element(page.getByRole('button', { name: 'Minors (changed)' })).toBeVisible();
  await lists().click();
  await expect.element(page.getByRole('menuitem', { name: 'Minors', exact: true })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Show without: Under 18' }).click();
  await expect.element(page.getByRole('button', { name: 'Lists', exact: true })).toBeVisible();
  expect(document.activeElement).not.toBe(document.body);
});
