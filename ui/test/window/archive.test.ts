// The page of the records that nobody works with.
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { refuse } from '../fake-core';
import { person } from '../what-is-typed';
import { atKeyboard, machine, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const said = (text: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeInTheDocument();
const undo = () => page.getByRole('button', { name: /Undo/ }).click();
const list = (name: string) => page.getByRole('list', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const beside = (name: string) =>
  page.getByRole('complementary', { name: 'Contact' }).getByRole('button', { name, exact: true });
const placeOf = (practice: WorkingPractice, id: string) => practice.clients.get(id)?.put_away?.place ?? null;

const asDesk = { sessionState: () => atKeyboard({ role: 'receptionist' }) };
const asStudent = { sessionState: () => atKeyboard({ role: 'student' }) };
const secure = { settingsRead: () => ({ ...settings, machine: { ...machine, secure_search: true } }) };

function several(count = 4) {
  const practice = new WorkingPractice();
  const ids = Array.from({ length: count }, (_, at) => {
    const fields = { given_name: `N${at}`, family_name: `Lund ${at}`, birth_date: '1970-01-01' };
    return practice.register({ ...person, ...fields }).id;
  });
  return { practice, ids };
}

test('the archive lists who lies where, takes out at once, and opens records', async () => {
  const { practice, ids } = several();
  practice.keeping.lay(ids[0] ?? '', 'archive');
  practice.keeping.lay(ids[1] ?? '', 'archive', undefined, 'Daniel Osei');
  practice.keeping.lay(ids[2] ?? '', 'trash');
  openAt('#/clients', practice);
  await button('Archive').click();
  await expect.poll(() => location.hash).toBe('#/clients/archive');
  const clients = page.getByRole('navigation').getByRole('link', { name: 'Clients' });
  await expect.element(clients).toHaveAttribute('aria-current', 'page');
  await expect.element(list('Archived').getByText(/archived May 12, 2026 by Daniel Osei/)).toBeVisible();
  await expect.element(list('Archived').getByText(/client 0001/)).toBeVisible();
  await accessible();
  await button('Take out: N0 Lund 0').click();
  await said(/N0 Lund 0.* is back in use/);
  await expect.element(page.getByRole('link', { name: 'N1 Lund 1' })).toHaveFocus();
  await undo();
  await expect.element(button('Take out: N0 Lund 0')).toBeVisible();
  await page.getByRole('radio', { name: 'Trash' }).click();
  await expect.poll(() => location.hash).toBe('#/clients/archive/trash');
  await button('Restore: N2 Lund 2').click();
  await expect.element(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await undo();
  await button('Erase… N2 Lund 2').click();
  await expect.poll(() => location.hash).toBe(`#/clients/erase/${ids[2]}`);
  visit('#/clients/archive');
  await page.getByRole('link', { name: 'N1 Lund 1' }).click();
  await expect.poll(() => location.hash).toBe(`#/client/${ids[1]}`);
});

test('lists are empty in words, and more than two hundred say so', async () => {
  const { practice } = withMargaret();
  const { fake } = openAt('#/clients/archive', practice);
  await expect.element(page.getByRole('heading', { name: 'Nothing is archived' })).toBeVisible();
  await page.getByRole('radio', { name: 'Kept by law' }).click();
  await expect
    .element(page.getByRole('heading', { name: 'Nothing is kept for the law alone' }))
    .toBeVisible();
  practice.keeping.lay('client-1', 'archive');
  const rows = practice.keeping.lying('archive');
  fake.set({ clientsLying: () => ({ rows, total: 312 }) });
  visit('#/clients/archive');
  await expect.element(page.getByText('312 records')).toBeVisible();
  await expect.element(page.getByText(/put here last are shown, of 312\./)).toBeVisible();
});

test('what cannot be read is tried again', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'archive');
  const { clientsLying } = practice.answers();
  const { fake } = openAt('#/clients/archive', practice, {
    clientsLying: () => refuse({ code: 'unexpected', reference: 'a1b2' }),
  });
  await expect.element(page.getByText(/Something went wrong \(a1b2\)/)).toBeVisible();
  await accessible();
  fake.set({ clientsLying });
  await button('Try again').click();
  await expect.element(list('Archived')).toBeVisible();
});

test('the desk sees neither what is due nor what is kept, and erases nothing', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'trash');
  const { fake } = openAt('#/clients/archive/due', practice, asDesk);
  await expect.element(page.getByRole('radio', { name: 'Trash' })).toBeInTheDocument();
  await expect.element(page.getByRole('radio', { name: 'Need not be kept' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('radio', { name: 'Kept by law' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: 'Nothing is archived' })).toBeVisible();
  expect(fake.inputs('retentionDue')).toEqual([]);
  await page.getByRole('radio', { name: 'Trash' }).click();
  await expect.element(button('Restore: Margaret Oyelaran')).toBeVisible();
  await expect.element(button(/^Erase/)).not.toBeInTheDocument();
  visit(`#/client/${id}`);
  await expect.element(button('Restore')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Erase record…' })).not.toBeInTheDocument();
});

test('a student looks and puts nothing away', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'archive');
  openAt('#/clients/archive', practice, asStudent);
  await expect.element(list('Archived').getByRole('link', { name: 'Margaret Oyelaran' })).toBeVisible();
  await expect.element(button(/^Take/)).not.toBeInTheDocument();
  visit(`#/client/${id}`);
  await expect.element(page.getByText(/^Archived on/)).toBeVisible();
  await expect.element(button('Take out')).not.toBeInTheDocument();
  await expect.element(beside('Move to trash')).not.toBeInTheDocument();
});

test('without a rule nothing is due, and a rule can be chosen', async () => {
  const { practice } = withMargaret();
  openAt('#/clients/archive/due', practice);
  await expect.element(page.getByRole('heading', { name: 'No rule is chosen' })).toBeVisible();
  await expect.element(page.getByText(/Nothing is erased by itself/)).toBeVisible();
  await accessible();
  await button('Choose the rule').click();
  await expect.poll(() => location.hash).toBe('#/settings');
});

test('what is due says by which rule, until when it had to be kept, and what is not known', async () => {
  const { practice, ids } = several();
  const [first = '', second = '', third = ''] = ids;
  const { keeping } = practice;
  keeping.goBy('uk');
  keeping.over = [first, second, third];
  keeping.entries = { [first]: '2018-02-03', [second]: '2017-05-06' };
  keeping.holds[third] = [{ id: 'h', reason: 'A court', at: 0, by: 'Ines Marlow' }];
  practice.change(second, { birth_date: '' });
  keeping.lay(second, 'archive');
  openAt('#/clients/archive/due', practice);
  await expect.element(page.getByText(/7 years after the last entry, and of children .* 25/)).toBeVisible();
  await expect.element(page.getByText('2 records are due. 1 more would be due, and is held.')).toBeVisible();
  const row = (name: string) =>
    list('Records whose time is over').getByRole('listitem').filter({ hasText: name });
  await expect
    .element(row('N0'))
    .toHaveTextContent(/last entry February 3, 2018 · had to be kept until February 3, 2025/);
  await expect.element(row('N0')).not.toHaveTextContent(/birth date is not known/);
  await expect.element(row('N1')).toHaveTextContent(/birth date is not known/);
  await expect.element(row('N1')).toHaveTextContent(/Archived/);
  await accessible();
  await button('Erase… N0 Lund 0').click();
  await expect.poll(() => location.hash).toBe(`#/clients/erase/${first}`);
});

test('what is kept for the law is taken up again after a question, and its details are asked anew', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'kept');
  openAt('#/clients/archive/kept', practice);
  await button('Take up again: Margaret Oyelaran').click();
  const ask = page.getByRole('alertdialog', { name: 'Take this record up again?' });
  await expect.element(ask.getByText(/Ask for it anew/)).toBeVisible();
  await accessible();
  await ask.getByRole('button', { name: 'Go back' }).click();
  expect(placeOf(practice, id)).toBe('kept');
  await button('Take up again: Margaret Oyelaran').click();
  await ask.getByRole('button', { name: 'Take up again' }).click();
  await said(/is back in use/);
  await expect.poll(() => location.hash).toBe(`#/client/${id}`);
  await expect.element(page.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByRole('button', { name: /Undo/ })).not.toBeInTheDocument();
});

test('secure search lists nobody who is put away', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'archive');
  openAt('#/clients/archive', practice, secure);
  await expect.element(page.getByText('While secure search is on, nobody is listed here.')).toBeVisible();
  await expect.element(page.getByText('Oyelaran')).not.toBeInTheDocument();
});
