import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refuse } from '../fake-core';
import { longNote, shortNote } from '../notes';
import { backPain } from '../what-is-typed';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const SIGN = '{Control>}{Enter}{/Control}';
const complaint = () => page.getByRole('textbox', { name: /Complaint/ });
const dialog = () => page.getByRole('dialog');
const passphrase = () => page.getByLabelText('Passphrase', { exact: true });
const sealed = () => page.getByText(/^Signed by Ines Marlow, R\.Ac\. on .*, checked just now/);

function writing(body: object = longNote) {
  const { practice, id } = withMargaret();
  const label = 'Margaret Oyelaran';
  const draft = practice.draft({ kind: 'note', subject: id, label, body: JSON.stringify(body) }).id;
  return { ...openAt(`#/note/draft/${draft}`, practice), id, draft };
}

function reading() {
  const { practice, id } = withMargaret();
  const note = practice.notes.sign(id, shortNote);
  return { ...openAt(`#/note/${note.id}`, practice), id, note };
}

test('a note is signed by keys alone, after the question has named it', async () => {
  const { practice, fake, id, draft } = writing();
  await complaint().click();
  await userEvent.keyboard(SIGN);
  await expect
    .element(dialog())
    .toHaveAccessibleDescription(
      'Sign the note of May 12 for Margaret Oyelaran. It cannot be changed afterwards, only added to.',
    );
  expect(fake.inputs('notesSign')).toHaveLength(0);
  await accessible();
  await userEvent.keyboard(SIGN);
  await expect.element(sealed()).toBeVisible();
  expect(fake.inputs('notesSign')).toEqual([{ client: id, note: longNote, draft }]);
  expect(practice.drafts.size).toBe(0);
});

test('what was typed a moment ago is signed with the rest', async () => {
  const { fake, draft } = writing();
  await complaint().fill('Much easier');
  await userEvent.keyboard(SIGN);
  await expect.element(dialog()).toBeVisible();
  await userEvent.keyboard(SIGN);
  await expect.element(sealed()).toBeVisible();
  const [signed] = fake.inputs('notesSign');
  expect(signed).toMatchObject({ draft, note: { subjective: 'Much easier', points: longNote.points } });
});

test('going back signs nothing and leaves the cursor where it was', async () => {
  const { practice, fake } = writing();
  await complaint().click();
  await userEvent.keyboard(SIGN);
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect.element(complaint()).toHaveFocus();
  expect(fake.inputs('notesSign')).toHaveLength(0);
  expect(practice.drafts.size).toBe(1);
});

test('the passphrase is asked for only when it is needed; a wrong one is said, and waiting too', async () => {
  const { practice, fake } = writing();
  practice.notes.passphrase = 'willow ladder tin';
  await complaint().click();
  await userEvent.keyboard(SIGN);
  await expect.element(dialog()).toBeVisible();
  await expect.element(passphrase()).not.toBeInTheDocument();
  await userEvent.keyboard(SIGN);
  await expect.element(passphrase()).toHaveFocus();
  await accessible();
  await userEvent.keyboard('willow{Enter}');
  await expect.element(passphrase()).toHaveAccessibleDescription('This is not the passphrase.');
  const { sessionProve } = practice.answers();
  fake.set({ sessionProve: () => refuse({ code: 'too_soon', wait_seconds: 1 }) });
  await passphrase().fill('willow ladder tin');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(passphrase())
    .toHaveAccessibleDescription(/^There were several wrong tries. Wait 1 second/);
  await accessible();
  fake.set({ sessionProve });
  await expect.poll(() => document.querySelector('[aria-invalid]')).toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.element(sealed()).toBeVisible();
  expect(fake.inputs('sessionProve')).toHaveLength(3);
});

test('an empty note is refused in words, a wrong date at its field', async () => {
  writing({ ...longNote, subjective: '', objective: '', assessment: '', points: [] });
  await page.getByRole('button', { name: /^Sign/ }).click();
  await userEvent.keyboard(SIGN);
  await expect.element(page.getByText(/^A note needs at least a word or a point/)).toBeVisible();
  await expect.element(dialog()).not.toBeInTheDocument();
  await accessible();
  await complaint().fill('Stiff');
  await expect.element(page.getByText(/^A note needs/)).not.toBeInTheDocument();
  const date = page.getByLabelText('Date of the visit', { exact: true });
  await date.fill('the other day');
  await userEvent.keyboard(SIGN);
  await expect.element(dialog()).toHaveTextContent('Sign the note of the other day');
  await userEvent.keyboard(SIGN);
  await expect.element(date).toHaveFocus();
  await expect.element(date).toHaveAccessibleDescription(/^This date cannot be read/);
  await accessible();
});

test('any other refusal is said in the question, and the note stays a draft', async () => {
  const { fake, practice } = writing();
  fake.set({ notesSign: () => refuse({ code: 'disk_full' }) });
  await page.getByRole('button', { name: /^Sign/ }).click();
  await userEvent.keyboard(SIGN);
  await expect.element(dialog().getByRole('alert')).toHaveTextContent('The disk is full');
  await accessible();
  expect(practice.drafts.size).toBe(1);
});

test('after signing a sheet is offered, with the person chosen', async () => {
  const { practice } = writing();
  practice.keep(backPain);
  await page.getByRole('button', { name: /^Sign/ }).click();
  await userEvent.keyboard(SIGN);
  await expect.element(page.getByText('Signed. Does Margaret Oyelaran take a sheet home?')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Give a sheet' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Give to' })).toHaveValue('Margaret Oyelaran');
});

test('a signed note is read, not written, with its seal and its points in full', async () => {
  const { practice, note } = reading();
  practice.notes.add(note.id, 'She rang: sore for a day.');
  await expect.element(sealed()).toHaveTextContent('3f2a 9c01 77be d4e8');
  await expect.element(page.getByRole('heading', { name: 'Visit of May 5, 2026' })).toBeVisible();
  await expect
    .element(page.getByRole('row', { name: /GB34/ }))
    .toHaveTextContent(/陽陵泉\s*Yánglíngquán.*right\s*1/);
  expect(document.querySelector('main :is(textarea, input)')).toBeNull();
  await accessible();
});

test('a broken seal is a red notice that says what to do', async () => {
  const { practice, id } = withMargaret();
  const note = practice.notes.sign(id, shortNote);
  const [addendum] = practice.notes.add(note.id, 'Sore for a day.').addenda;
  practice.notes.all.set(note.id, {
    ...note,
    seal: 'broken',
    addenda: addendum ? [{ ...addendum, seal: 'broken' }] : [],
  });
  openAt(`#/note/${note.id}`, practice);
  const notice = page.getByRole('alert').filter({ hasText: 'The seal of this note is broken' });
  await expect.element(notice).toHaveTextContent(/do not rely on it. Compare it with a printed copy/);
  await expect.element(page.getByRole('alert').filter({ hasText: 'this addendum' })).toBeVisible();
  await expect.element(sealed()).not.toBeInTheDocument();
  await accessible();
});

test('an addendum is kept while it is typed, found again, signed, and shown with its date', async () => {
  const { practice, fake, note } = reading();
  await page.getByRole('button', { name: 'Add an addendum' }).click();
  await userEvent.keyboard('Sore for a day.');
  await expect
    .poll(() => [...practice.drafts.values()][0])
    .toMatchObject({ kind: 'addendum', subject: note.id });
  visit('#/today');
  await page.getByRole('button', { name: /Sign the addendum for Margaret Oyelaran/ }).click();
  const area = page.getByRole('textbox', { name: 'New addendum' });
  await expect.element(area).toHaveValue('Sore for a day.');
  await accessible();
  await area.click();
  await userEvent.keyboard(SIGN);
  await expect.element(dialog()).toHaveTextContent('Sign the addendum to the note of May 5');
  await userEvent.keyboard(SIGN);
  await expect.element(page.getByText(/^Added and signed by Ines Marlow/)).toBeVisible();
  await expect.element(area).not.toBeInTheDocument();
  expect(practice.drafts.size).toBe(0);
  expect(fake.inputs('notesAddAddendum')[0]).toMatchObject({ note: note.id, text: 'Sore for a day.' });
  await accessible();
});

test('an empty addendum is refused at its field, and one thrown away comes back', async () => {
  const { practice } = reading();
  await page.getByRole('button', { name: 'Add an addendum' }).click();
  await userEvent.keyboard(SIGN);
  await userEvent.keyboard(SIGN);
  const area = page.getByRole('textbox', { name: 'New addendum' });
  await expect.element(area).toHaveAttribute('aria-invalid', 'true');
  await area.fill('Sore for a day.');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect.element(area).not.toBeInTheDocument();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.element(area).toHaveValue('Sore for a day.');
  await expect.poll(() => practice.drafts.size).toBe(1);
});

test('a note is saved as a PDF', async () => {
  const { fake, note } = reading();
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect.element(page.getByText('Saved as Note 2026-05-05.pdf.').first()).toBeInTheDocument();
  expect(fake.inputs('notesSavePdf')).toEqual([{ id: note.id }]);
});

test('a note is printed, and where there is no dialog for printing that is said', async () => {
  const { fake, note } = reading();
  await page.getByRole('button', { name: 'Print' }).click();
  await expect.element(page.getByText('Sent to the printer.').first()).toBeInTheDocument();
  fake.set({ notesPrint: () => ({ outcome: 'viewer' }) });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect.element(page.getByText(/^This system offers no dialog/).first()).toBeInTheDocument();
  expect(fake.inputs('notesPrint')).toEqual([{ id: note.id }, { id: note.id }]);
});

test('a note that is gone, or cannot be read, says so', async () => {
  const { fake } = openAt('#/note/nothing');
  await expect
    .element(page.getByRole('heading', { name: 'This note is no longer here', level: 2 }))
    .toBeVisible();
  await accessible();
  fake.set({ notesOpen: () => refuse({ code: 'unexpected', reference: 'e7' }) });
  visit('#/note/other');
  await expect.element(page.getByText(/Something went wrong \(e7\)/)).toBeVisible();
});
