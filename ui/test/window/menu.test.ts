import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientRow } from '../../src/ipc/bindings';
import { core } from '../../src/ipc/call';
import { askAbout } from '../../src/views/ask-about';
import { rowOf } from '../client-row';
import { clinic } from '../diary';
import { longNote, shortNote } from '../notes';
import { backPain, person } from '../what-is-typed';
import { atKeyboard } from '../willow-lane';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

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
  expect(entries()).toEqual([
    'Open',
    'New note',
    'Health history',
    'Call or message',
    'Put on the waiting list…',
    'Ask to come again…',
    'Give a sheet',
    'Merge with another record…',
    'Archive',
    'Move to trash',
    'Who opened this record',
    'Copy phone',
    'Copy email',
  ]);
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

test('from the list somebody is put on the waiting list, and it is said when they are asked again', async () => {
  const { practice, id } = withMargaret();
  practice.diary.setup = clinic();
  const { fake } = openAt('#/clients', practice);
  const row = page.getByRole('option', { name: /Margaret/ });
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Put on the waiting list…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on the waiting list' });
  await expect.element(dialog.getByRole('combobox', { name: 'Client' })).toHaveValue('Margaret Oyelaran');
  await accessible();
  await dialog.getByRole('button', { name: 'Put on the list' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(fake.inputs('waitingKeep')).toMatchObject([{ id: null, wait: { client: id, until: '2026-06-12' } }]);
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Ask to come again…' }).click();
  const asking = page.getByRole('dialog', { name: /When to ask .*Margaret Oyelaran/ });
  await accessible();
  await asking.getByRole('button', { name: 'Save' }).click();
  await expect.element(asking).not.toBeInTheDocument();
  expect(fake.inputs('waitingKeepRecall')).toMatchObject([{ client: id, ask: 'on_day', due: '2026-06-23' }]);
  expect(location.hash).toBe('#/clients');
});

test('neither is offered to who learns, nor for a record that lies in the archive', async () => {
  const { practice } = withMargaret();
  const { fake } = openAt('#/clients', practice, {
    sessionState: () => atKeyboard({ role: 'student' }),
  });
  const row = page.getByRole('option', { name: /Margaret/ });
  await row.click({ button: 'right' });
  expect(entries()).toContain('New note');
  expect(entries().join()).not.toMatch(/waiting list|come again/);
  const [view] = practice.clients.values();
  const lies: ClientRow = { ...rowOf(view!), put_away: 'archive' };
  expect(askAbout(lies)).toEqual([]);
  expect(fake.inputs('bookingsSetup')).toEqual([]);
});

test('what is not known is not offered, and a press outside closes the menu', async () => {
  const { practice } = withMargaret();
  practice.register({ ...person, given_name: 'Amara' });
  openAt('#/today', practice);
  await page.getByRole('link', { name: /Amara/ }).first().click({ button: 'right' });
  await expect.element(menu()).toBeVisible();
  expect(entries()).toEqual([
    'Open',
    'New note',
    'Health history',
    'Call or message',
    'Put on the waiting list…',
    'Ask to come again…',
    'Give a sheet',
    'Merge with another record…',
    'Archive',
    'Move to trash',
    'Who opened this record',
  ]);
  await page.getByRole('heading', { level: 1 }).click();
  await expect.element(menu()).not.toBeInTheDocument();
});

test('a sheet in the library has a menu of its own', async () => {
  const { practice } = withMargaret();
  practice.keep(backPain);
  const { fake } = openAt('#/handouts', practice);
  await page.getByRole('button', { name: /^Acupuncture for Back Pain/ }).click({ button: 'right' });
  expect(entries()).toEqual(['Show', 'Edit', 'Save PDF']);
  await accessible();
  await page.getByRole('menuitem', { name: 'Save PDF' }).click();
  await expect.poll(() => fake.inputs('handoutsSavePdf')).toHaveLength(1);
});

const menuKey = '{Shift>}{F10}{/Shift}';

function withANote() {
  const { practice, id } = withMargaret();
  return { practice, id, note: practice.notes.sign(id, shortNote) };
}

test('a signed note on the timeline is printed, saved and added to from its menu', async () => {
  const { practice, id, note } = withANote();
  const { fake } = openAt(`#/client/${id}`, practice);
  const link = page.getByRole('link', { name: 'Note of May 5' });
  await link.click({ button: 'right' });
  expect(entries()).toEqual(['Open note', 'Print', 'Save as PDF', 'Add an addendum']);
  await accessible();
  await page.getByRole('menuitem', { name: 'Print' }).click();
  await expect.element(page.getByText('Sent to the printer.').last()).toBeVisible();
  expect(fake.inputs('notesPrint')).toEqual([{ id: note.id }]);
  link.element().focus();
  await userEvent.keyboard(`${menuKey}s{Enter}`);
  await expect.poll(() => fake.inputs('notesSavePdf')).toEqual([{ id: note.id }]);
  link.element().focus();
  await userEvent.keyboard(`${menuKey}{End}{Enter}`);
  await expect.element(page.getByRole('textbox', { name: 'New addendum' })).toHaveFocus();
  expect(location.hash).toBe(`#/note/${note.id}`);
});

test('the note itself has the same menu, and leaves chosen words and fields to the system', async () => {
  const { practice, note } = withANote();
  openAt(`#/note/${note.id}`, practice);
  const words = page.getByText('Knee rolls 8 to 10, mornings. Walk daily.');
  await words.click({ button: 'right' });
  await expect.element(menu()).toHaveAccessibleName('What to do with the note of May 5');
  expect(entries()).toEqual(['Print', 'Save as PDF', 'Add an addendum']);
  await page.getByRole('menuitem', { name: 'Add an addendum' }).click();
  const addendum = page.getByRole('textbox', { name: 'New addendum' });
  await expect.element(addendum).toHaveFocus();
  const asked = () => new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 });
  expect(addendum.element().dispatchEvent(asked())).toBe(true);
  getSelection()?.selectAllChildren(words.element());
  expect(words.element().dispatchEvent(asked())).toBe(true);
  await expect.element(menu()).not.toBeInTheDocument();
});

test('who may not sign is not offered an addendum', async () => {
  const { practice, id } = withANote();
  const student = () => atKeyboard({ role: 'student' });
  openAt(`#/client/${id}`, practice, { sessionState: student });
  await page.getByRole('link', { name: 'Note of May 5' }).click({ button: 'right' });
  expect(entries()).toEqual(['Open note', 'Print', 'Save as PDF']);
});

test('a given sheet is printed and saved from its menu, with its exact bytes', async () => {
  const { practice, id } = withMargaret();
  const { text, ...sheet } = practice.keep(backPain);
  const { fake } = openAt(`#/client/${id}`, practice);
  await core.handoutsGive({ sheet: sheet.id, version: 1, client: id, paper: 'a4', text_size: 14 });
  await page.getByRole('button', { name: 'Open PDF' }).click({ button: 'right' });
  expect(entries()).toEqual(['Open PDF', 'Open in viewer', 'Print', 'Save copy']);
  await page.getByRole('menuitem', { name: 'Print' }).click();
  await expect.poll(() => fake.inputs('handoutsPrintGiven')).toHaveLength(1);
  visit('#/today');
  await page.getByRole('link', { name: new RegExp(text.title) }).click({ button: 'right' });
  expect(entries()).toEqual(['Open Margaret Oyelaran', 'Open in viewer', 'Print', 'Save copy']);
  await page.getByRole('menuitem', { name: 'Save copy' }).click();
  await expect.poll(() => fake.inputs('handoutsSaveGivenPdf')).toHaveLength(1);
});

test('what was begun is thrown away from Today, and comes back by Undo', async () => {
  const { practice, id } = withMargaret();
  const body = JSON.stringify(longNote);
  practice.draft({ kind: 'note', subject: id, label: 'Margaret Oyelaran', body });
  openAt('#/today', practice);
  await page.getByRole('button', { name: /Margaret Oyelaran/ }).click({ button: 'right' });
  expect(entries()).toEqual(['Continue', 'Throw away']);
  await page.getByRole('menuitem', { name: 'Throw away' }).click();
  await expect.element(page.getByRole('button', { name: /Typed until/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: /Undo/ }).click();
  await expect.element(page.getByRole('button', { name: /Typed until/ })).toBeVisible();
  expect([...practice.drafts.values()].map((draft) => draft.body)).toEqual([body]);
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
