// Records that are put away and taken out again, from wherever they are met.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browsing } from '../../src/features/clients/browsing.svelte';
import { choosing } from '../../src/features/clients/choosing.svelte';
import { refuse } from '../fake-core';
import { person } from '../what-is-typed';
import { atKeyboard } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const said = (text: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeInTheDocument();
const undo = () => page.getByRole('button', { name: /Undo/ }).click();
const dialog = (name: string) => page.getByRole('dialog', { name });
const rows = () => page.getByRole('listbox', { name: 'Clients' }).getByRole('option');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const beside = (name: string) =>
  page.getByRole('complementary', { name: 'Contact' }).getByRole('button', { name, exact: true });
const placeOf = (practice: WorkingPractice, id: string) => practice.clients.get(id)?.put_away?.place ?? null;

beforeEach(() => {
  choosing.end();
  browsing.showEverybody();
});

function several(count = 4) {
  const practice = new WorkingPractice();
  const ids = Array.from({ length: count }, (_, at) => {
    const fields = { given_name: `N${at}`, family_name: `Lund ${at}`, birth_date: '1970-01-01' };
    return practice.register({ ...person, ...fields }).id;
  });
  return { practice, ids };
}

test('a record is archived beside it, and is back in use by the way back', async () => {
  const { practice, id } = withMargaret();
  openAt(`#/client/${id}`, practice);
  await beside('Archive').click();
  await said(/Margaret Oyelaran.* is archived/);
  await expect.element(page.getByText(/^Archived on May 12, 2026 by Ines Marlow\./)).toBeVisible();
  await expect.element(beside('Archive')).not.toBeInTheDocument();
  expect(document.activeElement, 'the focus is not lost').not.toBe(document.body);
  await accessible();
  await undo();
  await said(/back in use/);
  expect(placeOf(practice, id)).toBeNull();
  await expect.element(page.getByText(/^Archived on/)).not.toBeInTheDocument();
});

test('an archived record is taken out above it, and put back by the way back', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'archive');
  openAt(`#/client/${id}`, practice);
  await expect.element(button('Take out')).toBeVisible();
  (button('Take out').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await said(/Margaret Oyelaran.* is back in use/);
  await expect.element(button('Take out')).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement !== document.body).toBe(true);
  expect(placeOf(practice, id)).toBeNull();
  await undo();
  await said(/in the archive again/);
  await expect.element(button('Take out')).toBeVisible();
});

test('whoever is still in use stays, and every reason is said', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.unfinished[id] = ['booked', 'waiting', 'follow_up', 'being_written'];
  openAt(`#/client/${id}`, practice);
  await beside('Archive').click();
  const told = dialog('1 client was not archived');
  await expect
    .element(told.getByText(/^A booking is still to come, they are on the waiting list, something is to be/))
    .toBeVisible();
  await expect.element(told.getByRole('button', { name: 'Archive instead' })).not.toBeInTheDocument();
  await accessible();
  await told.getByRole('button', { name: 'Close' }).last().click();
  await expect.element(told).not.toBeInTheDocument();
  await expect.element(beside('Archive')).toHaveFocus();
  expect(placeOf(practice, id)).toBeNull();
});

test('a record in which something is written is too good for the trash, and archived instead', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.entries[id] = '2026-03-04';
  openAt(`#/client/${id}`, practice);
  await beside('Move to trash').click();
  await expect.element(page.getByText('Something is written in it.')).toBeVisible();
  await button('Archive instead').click();
  await said(/Margaret Oyelaran.* is archived/);
  expect(placeOf(practice, id)).toBe('archive');
  expect(location.hash, 'the record stays before them').toBe(`#/client/${id}`);
});

test('what was made by mistake goes to the trash and comes back from it', async () => {
  const { practice, id } = withMargaret();
  practice.register({ ...person, given_name: 'Amara' });
  openAt(`#/client/${id}`, practice);
  await beside('Move to trash').click();
  await expect.poll(() => location.hash).toBe('#/clients');
  await said(/Margaret Oyelaran.* is in the trash/);
  await expect.element(rows().filter({ hasText: 'Amara' })).toBeVisible();
  await expect.element(rows().filter({ hasText: 'Margaret' })).not.toBeInTheDocument();
  await undo();
  await expect.element(rows().filter({ hasText: 'Margaret' })).toBeVisible();
  practice.keeping.lay(id, 'trash');
  visit(`#/client/${id}`);
  await expect.element(page.getByText(/^In the trash since May 12, 2026/)).toBeVisible();
  await expect.element(beside('Move to trash')).not.toBeInTheDocument();
  await button('Restore').click();
  await said(/Margaret Oyelaran.* is back in use/);
  expect(placeOf(practice, id)).toBeNull();
});

test('out of the archive into the trash, the way back leads into the archive', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'archive');
  openAt(`#/client/${id}`, practice);
  await beside('Move to trash').click();
  await said(/is in the trash/);
  await undo();
  await said(/in the archive again/);
  expect(placeOf(practice, id)).toBe('archive');
});

test('all who are ticked are archived at once, and who stays is told with the reason', async () => {
  const { practice, ids } = several();
  practice.keeping.unfinished[ids[1] ?? ''] = ['booked'];
  openAt('#/clients', practice);
  for (const at of [0, 1, 2])
    await rows()
      .nth(at)
      .click({ modifiers: at === 0 ? ['Control'] : [] });
  const bar = page.getByRole('toolbar', { name: 'The chosen clients' });
  await bar.getByRole('button', { name: 'Archive' }).click();
  const told = dialog('1 client was not archived');
  await expect
    .element(told.getByRole('listitem'))
    .toHaveTextContent(/N1 Lund 1.*A booking is still to come\./);
  await accessible();
  await userEvent.keyboard('{Escape}');
  await said(/2 clients are archived/);
  await expect.element(bar.getByText('1 chosen')).toBeVisible();
  await expect.element(bar.getByRole('button', { name: 'Archive' })).toHaveFocus();
  expect(ids.map((id) => placeOf(practice, id))).toEqual(['archive', null, 'archive', null]);
  await undo();
  await said(/2 records are back in use/);
  expect(ids.every((id) => placeOf(practice, id) === null)).toBe(true);
});

test('when everybody who was ticked is archived, the cursor is back in the search', async () => {
  const { practice, ids } = several();
  openAt('#/clients', practice);
  await rows()
    .nth(0)
    .click({ modifiers: ['Control'] });
  await page.getByRole('toolbar').getByRole('button', { name: 'Archive' }).click();
  await said(/1 client is archived/);
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  expect(placeOf(practice, ids[0] ?? '')).toBe('archive');
});

test('a client is put away and taken out from any list', async () => {
  const { practice, id } = withMargaret();
  openAt('#/today', practice);
  const link = page.getByRole('link', { name: /Margaret/ }).first();
  await link.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await said(/is archived/);
  await link.click({ button: 'right' });
  await expect.element(page.getByRole('menuitem', { name: 'Archive', exact: true })).not.toBeInTheDocument();
  await page.getByRole('menuitem', { name: 'Take out of the archive' }).click();
  await said(/is back in use/);
  expect(placeOf(practice, id)).toBeNull();
});

test('a record that is kept for the law says so and is taken up above it', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'kept');
  openAt(`#/client/${id}`, practice);
  await expect.element(page.getByText(/^Kept for the law alone since May 12, 2026/)).toBeVisible();
  await expect.element(beside('Move to trash')).not.toBeInTheDocument();
  await button('Take up again').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take up again' }).click();
  await said(/is back in use/);
  await expect.element(page.getByRole('tab', { name: 'Details' })).toHaveAttribute('aria-selected', 'true');
});

test('whoever may put records away finds it beside the record, also where nothing is known of keeping it', async () => {
  const { practice, id } = withMargaret();
  const asDesk = { sessionState: () => atKeyboard({ role: 'receptionist' }) };
  openAt(`#/client/${id}`, practice, {
    ...asDesk,
    retentionKeeping: () => refuse({ code: 'unexpected', reference: 'a1b2' }),
  });
  await expect.element(page.getByText(/Something went wrong \(a1b2\)/)).toBeVisible();
  await accessible();
  await beside('Archive').click();
  await said(/is archived/);
  await expect.element(beside('Move to trash')).toHaveFocus();
  expect(placeOf(practice, id)).toBe('archive');
});

test('a search finds who is archived, and says so', async () => {
  const { practice, id } = withMargaret();
  practice.register({ ...person, given_name: 'Amara' });
  practice.keeping.lay(id, 'archive');
  openAt('#/clients', practice);
  await expect.element(rows().filter({ hasText: 'Amara' })).toBeVisible();
  await expect.element(rows().filter({ hasText: 'Margaret' })).not.toBeInTheDocument();
  await page.getByRole('combobox').fill('marg');
  await expect.element(rows().filter({ hasText: 'Margaret' })).toHaveTextContent(/Archived/);
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.keyboard('marg');
  const found = page.getByRole('dialog').getByRole('option', { name: /Margaret/ });
  await expect.element(found).toHaveTextContent(/Archived/);
  await userEvent.keyboard('{Escape}');
  visit(`#/clients/merge/client-3`);
  await page.getByRole('combobox').fill('marg');
  await expect.element(page.getByRole('option', { name: /Margaret/ })).toHaveTextContent(/Archived/);
});

test('whoever is registered again is shown to lie in the archive or in the trash', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'trash');
  openAt('#/clients/new', practice);
  await page.getByLabelText('Given name').fill('Margaret');
  await page.getByLabelText('Family name').fill('Oyelaran');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const twin = dialog('Is this someone you know already?');
  await expect.element(twin.getByRole('columnheader', { name: /0001/ })).toHaveTextContent(/In the trash/);
  await accessible();
});
