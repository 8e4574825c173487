import { emit } from '@tauri-apps/api/event';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import type { AuditVerdict } from '../../src/ipc/bindings';
import { words } from '../../src/messages';
import { auditAnswers, trail, whole } from '../audit-trail';
import { refuse, type Answers } from '../fake-core';
import { atKeyboard, open } from '../willow-lane';
import { accessible, core, stand } from './stand';

const list = () => page.getByRole('region', { name: 'Entries, newest first' });
const line = (text: string) => list().getByText(text);
const result = () => page.getByRole('region', { name: 'Result of the check' });

async function opened(answers: Answers = auditAnswers(), hash = '#/audit') {
  const fake = core(open(answers));
  history.replaceState(null, '', hash);
  stand(App, {});
  await expect.element(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
  return fake;
}

async function checked(verdict: Partial<AuditVerdict>) {
  const fake = await opened(auditAnswers(trail(), { ...whole, ...verdict }));
  await page.getByRole('button', { name: 'Check every entry' }).click();
  await expect.element(result()).toBeVisible();
  return fake;
}

test('entries read as sentences under their days', async () => {
  await opened();
  await expect.element(page.getByRole('heading', { name: /May 12/ })).toBeVisible();
  const read = Array.from(document.querySelectorAll('.body > p:first-child'), (p) => p.textContent);
  expect(read.slice(0, 8)).toEqual([
    'Ines Marlow read a note of Margaret Oyelaran',
    'Ines Marlow opened Margaret Oyelaran’s record',
    'Ines Marlow searched the records',
    'Ines Marlow signed a note of Jonas Backman',
    'Ines Marlow gave their passphrase once more',
    'Ines Marlow began to write about Jonas Backman',
    'Ines Marlow opened Jonas Backman’s record',
    'Grace Tan was refused: reading notes',
  ]);
  await expect.element(line('4 found')).toBeVisible();
  await expect.element(line('phone and email')).toBeVisible();
  await expect.element(list()).not.toHaveTextContent('0196c000');
  await expect.element(line('registered a client who is no longer here')).toBeVisible();
  await accessible();
});

test('every act has a sentence in which somebody does it, also where no client is known', () => {
  for (const [action, { record, person, alone }] of Object.entries(words.audit.sentences)) {
    expect(alone, action).toMatch(/\{person\}|^Hegu /);
    expect(alone, action).not.toMatch(/\{client\}|\{about\}/);
    if (person) expect(person, action).toMatch(/\{person\}.*\{about\}/);
    if (record) expect(record, action).toMatch(/\{person\}.*\{client\}/);
  }
});

test('what was done to a colleague names them', async () => {
  const [newest] = trail();
  const jun = { id: 'p2', name: 'Jun Mori' };
  const removed = { ...newest!, action: 'person_removed' as const, kind: 'people' as const };
  await opened(auditAnswers([{ ...removed, client: null, about: jun, facts: [] }]));
  await expect.element(line('removed Jun Mori from the practice')).toBeVisible();
});

test('a hostile name stands there as text', async () => {
  const entry = {
    ...trail()[0]!,
    client: { id: 'x', number: 1, name: '<img src=x onerror=alert(1)>{person}' },
  };
  await opened(auditAnswers([entry]));
  await expect
    .element(page.getByRole('link', { name: '<img src=x onerror=alert(1)>{person}' }))
    .toBeVisible();
});

test('it is narrowed by person, kind and days, and cleared in one click', async () => {
  const fake = await opened();
  await page.getByLabelText('Who did it').selectOptions('Grace Tan');
  await expect.element(line('Ines Marlow').first()).not.toBeInTheDocument();
  await page.getByLabelText('What', { exact: true }).selectOptions('Refused or failed');
  await expect.poll(() => document.querySelectorAll('.days li').length).toBe(1);
  await page.getByLabelText('From', { exact: true }).fill('12 May 2026');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(() => fake.inputs('auditRead').at(-1))
    .toEqual({ client: null, person: 'p3', kind: 'refused', from: '2026-05-12', to: null, before: null });
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(() => document.querySelectorAll('.days li').length).toBe(trail().length);
  await expect.element(page.getByLabelText('From', { exact: true })).toHaveValue('');
  // The button went, the focus did not.
  await expect.element(page.getByLabelText('Who did it')).toHaveFocus();
});

test('a day that cannot be read is said once the field is left, and nothing is asked for it', async () => {
  const fake = await opened();
  const asked = fake.inputs('auditRead').length;
  await page.getByLabelText('To', { exact: true }).fill('soon');
  expect(fake.inputs('auditRead')).toHaveLength(asked);
  await expect.element(page.getByText('This date cannot be read.')).not.toBeInTheDocument();
  await userEvent.keyboard('{Tab}{Tab}');
  await expect.element(page.getByText('This date cannot be read.')).toBeVisible();
  await page.getByLabelText('To', { exact: true }).fill('1 May 2026');
  await page.getByLabelText('From', { exact: true }).fill('2 May 2026');
  await page.getByLabelText('What', { exact: true }).click();
  await expect.element(page.getByText('This day is before the first.')).toBeVisible();
  const take = page.getByRole('button', { name: 'Export' });
  await expect.element(take).toHaveAttribute('aria-disabled', 'true');
  await take.click({ force: true });
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('what fits nothing says so and offers the way back', async () => {
  await opened();
  await page.getByLabelText('Who did it').selectOptions('Grace Tan');
  await page.getByLabelText('What', { exact: true }).selectOptions('People and keys');
  await expect.element(page.getByRole('heading', { name: 'Nothing fits' })).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Show everything' }).last().click();
  await expect.element(page.getByLabelText('Who did it')).toHaveFocus();
});

test('older entries follow when the end comes into sight', async () => {
  const all = trail(20);
  const fake = await opened(auditAnswers(all));
  await expect.poll(() => document.querySelectorAll('.days li').length).toBe(100);
  page.getByRole('button', { name: 'Show earlier entries' }).element().scrollIntoView();
  await expect.element(list().getByText('no. 200', { exact: true })).toBeInTheDocument();
  expect(fake.inputs('auditRead')[1]).toMatchObject({ before: all[99]!.seq });
});

test('a record leads to who opened it, for the owner', async () => {
  const fake = await opened(auditAnswers(), '#/audit/opened/c417');
  await expect.element(page.getByRole('combobox', { name: 'Whose record' })).toHaveValue('Margaret Oyelaran');
  expect(fake.inputs('auditRead')[0]).toMatchObject({ client: 'c417', kind: 'looking' });
  await expect.poll(() => document.querySelectorAll('.days li').length).toBe(2);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(() => document.querySelectorAll('.days li').length).toBe(trail().length);
});

test('whoever is not the owner is told what they see, and takes nothing along', async () => {
  await opened({
    ...auditAnswers(),
    sessionState: () => atKeyboard({ role: 'receptionist' }),
  });
  await expect.element(page.getByText('You see what you did yourself.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Export' })).not.toBeInTheDocument();
});

test('a check says how far it has come and then that all is well', async () => {
  let answer: (verdict: AuditVerdict) => void = () => undefined;
  await opened({ ...auditAnswers(), auditVerify: () => new Promise((done) => (answer = done)) });
  await page.getByRole('button', { name: 'Check every entry' }).click();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await emit('progress', { done: 4000, of: 12408 });
  await expect.element(page.getByText('4,000 of 12,408 entries checked')).toBeVisible();
  await accessible();
  answer(whole);
  await expect.element(result()).toHaveTextContent('All 12,408 entries are as they were written.');
  await expect
    .element(result())
    .toHaveTextContent('31 signed checkpoints fit. The note on this computer fits.');
  await accessible();
  await page.getByRole('button', { name: 'Close the result' }).click();
  await expect.element(result()).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Check every entry' })).toHaveFocus();
});

test('an entry that was changed is named, with what to do', async () => {
  await checked({ entries: 412, first_bad: 413, checkpoints: 3 });
  await expect.element(result().getByRole('alert')).toHaveTextContent('Entry 413 is not as it was written');
  await expect.element(result()).toHaveTextContent('The 412 entries before are as they were written.');
  await expect.element(result()).toHaveTextContent('What to do');
  await accessible();
});

test('an end that is missing, a chain written anew and another history are told apart', async () => {
  const fake = await checked({ entries: 412, first_bad: 413, anchor: 'older_than_anchor' });
  await expect.element(result().getByRole('alert')).toHaveTextContent('The end of the audit is missing');
  fake.set({ auditVerify: () => ({ ...whole, bad_checkpoint: 7310 }) });
  await page.getByRole('button', { name: 'Check every entry' }).click();
  await expect
    .element(result().getByRole('alert'))
    .toHaveTextContent('What was signed at entry 7,310 does not fit');
  fake.set({ auditVerify: () => ({ ...whole, anchor: 'differs' }) });
  await page.getByRole('button', { name: 'Check every entry' }).click();
  await expect
    .element(result().getByRole('alert'))
    .toHaveTextContent('The note on this computer knows another entry');
  await expect.element(result().getByRole('alert')).not.toHaveTextContent('as they were written');
});

test('a key to sign with that did not come through Hegu is named, with whose it is', async () => {
  await checked({ strange_key: 'Jun Mori' });
  await expect
    .element(result().getByRole('alert'))
    .toHaveTextContent('A signing key of Jun Mori did not come through Hegu');
  await expect.element(result()).toHaveTextContent('What to do');
  await expect.element(result()).not.toHaveTextContent('older copy');
});

test('taking it along asks for the passphrase when it has to, and says where it went', async () => {
  let proved = false;
  const fake = await opened({
    ...auditAnswers(),
    auditExport: () => (proved ? { file_name: 'Audit.csv' } : refuse({ code: 'proof_needed' })),
    sessionProve: () => ((proved = true), null),
  });
  await page.getByLabelText('What', { exact: true }).selectOptions('Signing');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect
    .element(page.getByRole('dialog'))
    .toHaveAccessibleDescription(/holds the entries you asked for/);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await page.getByLabelText('Passphrase', { exact: true }).fill('violet ankle orbit');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.element(page.getByText('Saved as Audit.csv.').first()).toBeVisible();
  expect(fake.inputs('auditExport').at(-1)).toEqual({
    client: null,
    person: null,
    kind: 'signing',
    from: null,
    to: null,
  });
});

test('a failure says why and is tried again', async () => {
  const fake = await opened({
    ...auditAnswers(),
    auditRead: () => refuse({ code: 'unexpected', reference: 'H-7' }),
  });
  await expect.element(page.getByText('Something went wrong (H-7).')).toBeVisible();
  fake.set(auditAnswers());
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('heading', { name: /May 12/ })).toBeVisible();
});
