// A record of which only that is left which the law wants: it is read, and that is all.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Correspondence } from '../correspondence';
import { emptyHistory, Health, line } from '../health';
import { shortNote } from '../notes';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const alert = {
  id: 'alert-1',
  version: 1,
  severity: 'danger',
  audience: 'clinical',
  text: 'Blood thinner',
  raised: null,
  since: Date.UTC(2026, 4, 1),
  by: 'Ines Marlow',
} as const;

/** Margaret's record, with something of every kind in it. */
async function written() {
  const { practice, id } = withMargaret();
  const { id: note } = practice.notes.sign(id, shortNote);
  await practice.notes.answers().notesPin!({ note, from: { kind: 'plan' }, text: 'Knee rolls 8 to 10' });
  const health = new Health(practice);
  health.save(id, { ...emptyHistory(), allergies: [line('Latex')] }, { day: '2026-05-05' });
  const { correspondenceKeep, clientsOverview } = new Correspondence(practice).answers();
  const entry = {
    kind: 'phone_call',
    day: '2026-05-12',
    text: 'Slept well',
    clinical: true,
    follow_up: '',
  } as const;
  await correspondenceKeep!({ id: null, version: null, client: id, entry, draft: null });
  const opened = openAt(`#/client/${id}`, practice, {
    clientsOverview,
    alertsList: () => [alert],
    ...health.answers(),
  });
  return { ...opened, id, note };
}

async function offered(...names: (string | RegExp)[]) {
  for (const name of names) await expect.element(button(name)).toBeInTheDocument();
}

async function notOffered(...names: (string | RegExp)[]) {
  for (const name of names) await expect.element(button(name)).not.toBeInTheDocument();
}

test('it is read from its page, and nothing is added or changed there', async () => {
  const { practice, fake, id } = await written();
  const overview = ['Add an alert', /Blood thinner$/, 'Call or message', 'Change', /^Take down: .*Knee/];
  const entries = () =>
    [...document.querySelectorAll('[role=menuitem]')].map((entry) => entry.textContent?.trim());
  await offered(...overview);
  practice.keeping.lay(id, 'kept');
  await fake.changed('clients');
  await notOffered(...overview);
  for (const words of ['Slept well', 'Blood thinner', 'Knee rolls 8 to 10'])
    await expect.element(page.getByText(words, { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Note of May 5' }).first().click({ button: 'right' });
  await expect.element(page.getByRole('menuitem').first()).toBeVisible();
  expect(entries()).not.toContain('Add an addendum');
  await userEvent.keyboard('{Escape}');
  await accessible();
});

test('its health history is read as it is and as it was, and not written', async () => {
  const { practice, fake, id } = await written();
  await page.getByRole('tab', { name: 'Health history' }).click();
  await offered('Change', 'Unchanged today');
  practice.keeping.lay(id, 'kept');
  await fake.changed('clients');
  await notOffered('Change', 'Unchanged today');
  await expect.element(page.getByText('Latex')).toBeVisible();
  await offered('As it was on…');
  await accessible();
});

test('a history that was never taken is not taken any more', async () => {
  const { practice, id } = withMargaret();
  practice.keeping.lay(id, 'kept');
  openAt(`#/client/${id}`, practice);
  await page.getByRole('tab', { name: 'Health history' }).click();
  await expect.element(page.getByRole('heading', { name: 'No health history yet' })).toBeVisible();
  await notOffered('Take the history');
});

test('whose notes these are is said, and nothing is added to them', async () => {
  const { practice, fake, id, note } = await written();
  visit(`#/note/${note}`);
  await offered('Add an addendum', 'Add an alert', 'Give a sheet', 'Pin words of Plan');
  practice.keeping.lay(id, 'kept');
  await fake.changed('clients');
  await notOffered('Add an addendum', 'Add an alert', 'Give a sheet', 'Pin words of Plan');
  await offered('Save as PDF');
  await expect.element(page.getByRole('link', { name: 'Margaret Oyelaran' })).toBeVisible();
  await accessible();
});
