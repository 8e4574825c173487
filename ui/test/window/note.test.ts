import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refuse } from '../fake-core';
import { longNote, shortNote } from '../notes';
import { backPain, margaret, person } from '../what-is-typed';
import { atKeyboard } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const complaint = () => page.getByRole('textbox', { name: /Complaint/ });
const plan = () => page.getByRole('textbox', { name: /Plan/ });
const saved = () => page.getByText(/^Draft, saved/);

/** The text of the only draft. */
function written(practice: WorkingPractice) {
  const [draft] = [...practice.drafts.values()];
  return JSON.parse(draft?.body ?? '{}') as Record<string, unknown>;
}

async function newNote() {
  const { practice, id } = withMargaret();
  const opened = openAt(`#/client/${id}`, practice);
  await page.getByRole('button', { name: 'New note' }).click();
  await expect.element(complaint()).toHaveFocus();
  return { ...opened, id };
}

test('a note begins in the complaint, for today, under the name it is about', async () => {
  const { practice } = await newNote();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Margaret Oyelaran 62');
  expect(written(practice).visit_date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await accessible();
});

test('what is typed is kept after a pause, and is there again after the window is gone', async () => {
  const { practice, fake } = await newNote();
  await userEvent.keyboard('Low back easier');
  await expect.poll(() => written(practice).subjective).toBe('Low back easier');
  await expect.element(saved()).toBeVisible();
  await plan().fill('Walk daily.');
  visit('#/today');
  await expect.element(page.getByText('1 unsigned note')).toBeVisible();
  await page.getByRole('button', { name: /^Margaret Oyelaran/ }).click();
  await expect.element(complaint()).toHaveValue('Low back easier');
  await expect.element(plan()).toHaveValue('Walk daily.');
  expect(fake.inputs('draftsSave').at(-1)).toMatchObject({ kind: 'note', label: 'Margaret Oyelaran' });
});

test('a save that fails is said, and is tried again until it works', async () => {
  const { practice, fake } = await newNote();
  const { draftsSave } = practice.answers();
  fake.set({ draftsSave: () => refuse({ code: 'disk_full' }) });
  await complaint().fill('Stiff');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByText('Not saved: the disk is full. Make room')).toBeVisible();
  await accessible();
  fake.set({ draftsSave: () => refuse({ code: 'unexpected', reference: 'a1b2' }) });
  await expect.element(page.getByText('Not saved, retrying'), { timeout: 6000 }).toBeVisible();
  fake.set({ draftsSave });
  await expect.poll(() => written(practice).subjective, { timeout: 6000 }).toBe('Stiff');
  await expect.element(saved()).toBeVisible();
});

test('New note goes on with the open one, and a note without a word leaves nothing', async () => {
  const { practice, id } = await newNote();
  await userEvent.keyboard('Stiff');
  visit(`#/client/${id}`);
  await page.getByRole('button', { name: 'Open note' }).click();
  await expect.element(complaint()).toHaveValue('Stiff');
  expect(practice.drafts.size).toBe(1);
  await complaint().fill('');
  visit(`#/client/${id}`);
  await expect.poll(() => practice.drafts.size).toBe(0);
  await expect.element(page.getByRole('button', { name: 'New note' })).toBeVisible();
});

test('a note that is thrown away comes back with one key', async () => {
  const { practice } = await newNote();
  await userEvent.keyboard('Stiff');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect.element(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  expect(practice.drafts.size).toBe(0);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(complaint()).toHaveValue('Stiff');
  expect(practice.drafts.size).toBe(1);
});

async function besideLast() {
  const { practice, id } = withMargaret();
  practice.notes.sign(id, shortNote);
  const opened = openAt(`#/client/${id}`, practice);
  await page.getByRole('button', { name: 'New note' }).click();
  await expect.element(page.getByRole('link', { name: /May 5/ })).toBeVisible();
  return opened;
}

test('the last visit stands beside each part, and Ctrl+. says the same', async () => {
  const { practice } = await besideLast();
  await expect
    .element(page.getByRole('group', { name: 'Findings, last visit' }))
    .toHaveTextContent(shortNote.objective);
  await accessible();
  await complaint().click();
  await userEvent.keyboard('{Control>}.{/Control}');
  await expect.element(complaint()).toHaveValue(shortNote.subjective);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(complaint()).toHaveValue('');
  await plan().fill('Rest.');
  await page.getByRole('button', { name: 'Same as last time: Plan' }).click();
  await expect.element(plan()).toHaveValue(`Rest.\n${shortNote.plan}`);
  await expect.element(plan()).toHaveFocus();
  await expect.poll(() => written(practice).plan).toBe(`Rest.\n${shortNote.plan}`);
});

test('without a last visit, or when it cannot be read, the note is written all the same', async () => {
  const { practice, id } = withMargaret();
  const body = '{"plan":"Rest"}';
  const { id: draft } = practice.draft({ kind: 'note', subject: id, label: 'Margaret Oyelaran', body });
  const { fake } = openAt(`#/note/draft/${draft}`, practice);
  await expect.element(page.getByText('The first note here.')).toBeVisible();
  fake.set({ notesLast: () => refuse({ code: 'unexpected', reference: 'n1' }) });
  await fake.changed('notes');
  visit('#/today');
  visit(`#/note/draft/${draft}`);
  await complaint().fill('Stiff');
  await expect.element(page.getByText('The last visit cannot be shown.')).toBeVisible();
  await expect.poll(() => written(practice).subjective).toBe('Stiff');
});

test('ten thousand characters are written without the page jumping, and kept whole', async () => {
  const { practice } = await newNote();
  const long = 'Low back easier, slept through twice. '.repeat(264);
  await complaint().fill(long);
  const area = complaint().element() as HTMLTextAreaElement;
  expect(area.scrollHeight).toBeLessThanOrEqual(area.clientHeight + 1);
  const scroller = area.closest('.scroll');
  if (scroller) scroller.scrollTop = 200;
  await userEvent.keyboard('x');
  expect(scroller?.scrollTop).toBeGreaterThan(0);
  await expect.poll(() => written(practice).subjective).toMatch(/x/);
  await accessible();
});

test('Chinese, right-to-left and hostile text is text', async () => {
  const practice = new WorkingPractice();
  const { id } = practice.register({
    ...person,
    given_name: '麗華',
    family_name: '溫',
    birth_date: '2011-02-02',
  });
  const hostile = '<img src=x onerror=alert(1)> כאב 腰痛';
  practice.notes.sign(id, { ...longNote, subjective: hostile });
  openAt(`#/client/${id}`, practice);
  await page.getByRole('button', { name: 'New note' }).click();
  await expect.element(page.getByText('Minor')).toBeVisible();
  await complaint().fill(hostile);
  await expect.element(complaint()).toHaveValue(hostile);
  await expect.element(page.getByRole('group', { name: 'Complaint, last visit' })).toHaveTextContent(hostile);
  expect(document.querySelector('main img')).toBeNull();
  await accessible();
});

test('a draft that is gone says so', async () => {
  openAt('#/note/draft/nothing');
  await expect
    .element(page.getByRole('heading', { name: 'This note is signed or thrown away' }))
    .toBeVisible();
  await accessible();
});

test('a draft with nonsense in it opens empty, and one that cannot be read can be asked for again', async () => {
  const { practice, id } = withMargaret();
  const body = '{"subjective":7,"points":[null,{"code":"ST36"}],"plan":"Rest"}';
  const { id: draft } = practice.draft({ kind: 'note', subject: id, label: 'Margaret Oyelaran', body });
  const { draftsRead } = practice.answers();
  const { fake } = openAt(`#/note/draft/${draft}`, practice, {
    draftsRead: () => refuse({ code: 'unexpected', reference: 'd9' }),
  });
  await expect.element(page.getByText(/Something went wrong \(d9\)/)).toBeVisible();
  fake.set({ draftsRead });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(plan()).toHaveValue('Rest');
  await expect.element(complaint()).toHaveValue('');
  await expect.element(page.getByText(/^No points yet/)).toBeVisible();
});

test('at the desk notes are not written, and a student writes but does not sign', async () => {
  const { practice, id } = withMargaret();
  const as = (role: 'receptionist' | 'student') => () =>
    atKeyboard({ id: 'p3', name: 'Sam Hale', credentials: '', role });
  const { fake } = openAt(`#/client/${id}`, practice, { sessionState: as('receptionist') });
  await expect.element(page.getByRole('button', { name: 'Give a sheet' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'New note' })).not.toBeInTheDocument();
  fake.set({ sessionState: as('student') });
  await fake.changed('settings');
  await page.getByRole('button', { name: 'New note' }).click();
  await expect.element(page.getByText('Your role writes notes but does not sign them.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Sign/ })).not.toBeInTheDocument();
  await complaint().click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await accessible();
});

test('with single keys on, T begins the note', async () => {
  const { practice, id } = withMargaret();
  const settings = await practice.answers().settingsRead?.();
  openAt(`#/client/${id}`, practice, {
    settingsRead: () => ({ ...settings!, machine: { ...settings!.machine, single_keys: true } }),
  });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await userEvent.keyboard('t');
  await expect.element(complaint()).toHaveFocus();
});

test('the client’s page shows what is unsigned on top and what was signed below', async () => {
  const { practice, id } = withMargaret();
  practice.keep(backPain);
  const note = practice.notes.sign(id, shortNote);
  practice.draft({ kind: 'note', subject: id, label: 'Margaret Oyelaran', body: JSON.stringify(longNote) });
  practice.draft({ kind: 'note', subject: 'someone else', label: 'Jonas', body: '{}' });
  openAt(`#/client/${id}`, practice);
  const entries = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  await expect
    .element(entries.first())
    .toHaveTextContent(/Note of May 12, being written.*7 points, 11 needles/);
  await expect.element(entries.nth(1)).toHaveTextContent(/Note of May 5.*Kidney yang deficiency.*BL23, BL25/);
  await accessible();
  await page.getByRole('link', { name: 'Note of May 5' }).click();
  await expect.poll(() => location.hash).toBe(`#/note/${note.id}`);
  visit(`#/client/${id}`);
  await page.getByRole('link', { name: /being written/ }).click();
  await expect.element(complaint()).toHaveValue(longNote.subjective);
});

test('Today counts the unsigned notes by name, apart from what else is to finish', async () => {
  const practice = new WorkingPractice();
  const { id } = practice.register(margaret, 21);
  practice.draft({ kind: 'note', subject: id, label: 'Margaret Oyelaran', body: JSON.stringify(longNote) });
  practice.draft({ kind: 'note', subject: 'c2', label: 'Wen Li-Hua 溫麗華', body: '{}' });
  practice.import();
  openAt('#/today', practice);
  await expect.element(page.getByRole('heading', { name: '2 unsigned notes' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Wen Li-Hua 溫麗華/ })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'To finish 1' })).toBeVisible();
  await accessible();
});
