import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyPhone } from '../../src/features/clients/client-input';
import type { ClientView } from '../../src/ipc/bindings';
import type { SaveDraft } from '../../src/ipc/bindings';
import { refuse } from '../fake-core';
import { margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const given = () => page.getByLabelText('Given name');
const family = () => page.getByLabelText('Family name');
const register = () => page.getByRole('button', { name: 'Register', exact: true });
const save = '{Control>}{Enter}{/Control}';

afterEach(() => vi.useRealTimers());

async function form(practice = new WorkingPractice(), more = {}) {
  const opened = openAt('#/clients/new', practice, more);
  await expect.element(given()).toHaveFocus();
  return opened;
}

test('somebody new goes from the search to their own page by keyboard alone', async () => {
  const { practice } = withMargaret();
  const { fake } = openAt('#/clients', practice);
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('Amara Nwosu');
  await expect.element(page.getByText('Nobody found for “Amara Nwosu”')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(given()).toHaveValue('Amara');
  await expect.element(family()).toHaveValue('Nwosu');
  await expect.element(given()).toHaveFocus();
  await userEvent.keyboard(`{Tab}{Tab}Ama{Tab}she/her${save}`);
  await expect.element(page.getByRole('heading', { name: /Amara Nwosu/ })).toBeVisible();
  const [input] = fake.inputs('clientsRegister');
  expect(input?.client).toEqual({
    ...person,
    given_name: 'Amara',
    family_name: 'Nwosu',
    preferred_name: 'Ama',
    pronouns: 'she/her',
  });
  expect(input?.draft).not.toBeNull();
  expect(practice.drafts.size).toBe(0);
});

test('the form reads well for axe, empty, refused, and full of long and foreign names', async () => {
  await form();
  await accessible();
  await register().click();
  await expect.element(given()).toHaveAttribute('aria-invalid', 'true');
  await accessible();
  await given().fill('溫');
  await family().fill('von und zu Hohenstaufen-Schwarzenberg-Lichtenstein');
  await page.getByLabelText('What to remember').fill('word '.repeat(2000));
  await accessible();
});

test('every problem stands at its field, the cursor goes to the first, and typing takes it away', async () => {
  await form(new WorkingPractice(), {
    clientsRegister: () =>
      refuse({
        code: 'invalid',
        fields: [
          { path: 'given_name', problem: 'required', limit: null },
          { path: 'phones.0.number', problem: 'not_a_phone', limit: null },
        ],
      }),
  });
  await page.getByLabelText('Phone', { exact: true }).fill('five');
  await register().click();
  await expect.element(given()).toHaveFocus();
  await expect.element(given()).toHaveAccessibleDescription('Please fill this in.');
  const phone = page.getByLabelText('Phone', { exact: true });
  await expect.element(phone).toHaveAccessibleDescription('This does not look like a phone number.');
  await phone.fill('250-555-0100');
  await expect.element(phone).not.toHaveAttribute('aria-invalid');
});

test('a date that cannot be read is said as soon as the field is left', async () => {
  await form();
  await page.getByLabelText('Birth date').fill('spring of 64');
  await userEvent.keyboard('{Tab}{Tab}');
  await expect.element(page.getByLabelText('Birth date')).toHaveAttribute('aria-invalid', 'true');
});

test('the age shows while the birth date is typed', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-12T10:57:00Z') });
  await form();
  await page.getByLabelText('Birth date').fill('12 May 1964');
  await expect.element(page.getByText('62 years old')).toBeVisible();
  await page.getByLabelText('Birth date').fill('13 May 1964');
  await expect.element(page.getByText('61 years old')).toBeVisible();
});

test('two clicks register once', async () => {
  const answers: ((view: ClientView) => void)[] = [];
  const practice = new WorkingPractice();
  const { fake } = await form(practice, {
    clientsRegister: () => new Promise<ClientView>((resolve) => answers.push(resolve)),
  });
  await given().fill('Amara');
  await register().click();
  (register().element() as HTMLElement).click();
  await userEvent.keyboard(save);
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.(practice.register({ ...person, given_name: 'Amara' }));
  await expect.element(page.getByRole('heading', { name: 'Amara' })).toBeVisible();
  expect(fake.inputs('clientsRegister')).toHaveLength(1);
});

test('what was typed is kept at every pause and comes back from Today exactly as it was', async () => {
  const { practice } = await form();
  await given().fill('Hugo');
  await userEvent.keyboard('{Tab}Lefèvre');
  await expect
    .poll(() => [...practice.drafts.values()].map((draft) => draft.label))
    .toEqual(['Hugo Lefèvre']);
  await expect.element(page.getByText(/^Saved /)).toBeVisible();
  visit('#/today');
  await page.getByRole('button', { name: /Register Hugo Lefèvre/ }).click();
  await expect.element(family()).toHaveValue('Lefèvre');
  await expect.element(page.getByText(/Continuing with Hugo Lefèvre/)).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect.element(family()).toHaveValue('');
  expect(practice.drafts.size).toBe(1);
});

test('a draft that cannot be kept is said, and is kept as soon as it can be', async () => {
  const practice = new WorkingPractice();
  const { fake } = await form(practice, { draftsSave: () => refuse({ code: 'disk_full' }) });
  await given().fill('Hugo');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByText('Not saved: the disk is full')).toBeVisible();
  fake.set({ draftsSave: () => refuse({ code: 'folder_gone' }) });
  await given().fill('Hugo B');
  await expect.element(page.getByText('Not saved: the practice’s folder is gone')).toBeVisible();
  fake.set({ draftsSave: practice.answers().draftsSave });
  await expect.poll(() => practice.drafts.size, { timeout: 8000 }).toBe(1);
  await expect.element(page.getByText('Not saved')).not.toBeInTheDocument();
});

test('throwing away can be taken back', async () => {
  const { practice } = await form();
  await given().fill('Hugo');
  await userEvent.keyboard('{Tab}');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect.poll(() => practice.drafts.size).toBe(0);
  await expect.element(page.getByRole('button', { name: /^Undo/ })).toBeVisible();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => [...practice.drafts.values()].map((draft) => draft.label)).toEqual(['Hugo']);
  // The form is back as well, and goes on in the draft that came back.
  await expect.element(given()).toHaveValue('Hugo');
  await family().fill('Lefèvre');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(() => [...practice.drafts.values()].map((draft) => draft.label))
    .toEqual(['Hugo Lefèvre']);
});

test('the lock waits for the last keys, also while an earlier save is under way', async () => {
  const practice = new WorkingPractice();
  const { draftsSave = () => refuse({ code: 'not_found' }) } = practice.answers();
  let finish = () => {};
  const slow = new Promise<void>((resolve) => (finish = resolve));
  const { fake } = await form(practice, {
    draftsSave: (input: SaveDraft) => slow.then(() => draftsSave(input)),
    sessionLock: () => null,
  });
  await given().fill('Hug');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => fake.inputs('draftsSave')).toHaveLength(1);
  await given().fill('Hugo');
  await userEvent.keyboard('{Control>}l{/Control}');
  finish();
  await expect.poll(() => fake.inputs('sessionLock')).toHaveLength(1);
  expect([...practice.drafts.values()].map((draft) => draft.label)).toEqual(['Hugo']);
});

test('what cannot be saved is not left behind without a word, and goes when told again', async () => {
  const { fake } = await form(new WorkingPractice(), {
    draftsSave: () => refuse({ code: 'folder_gone' }),
    sessionLock: () => null,
  });
  await given().fill('Hugo');
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(page.getByText(/^What you typed cannot be saved now/).first()).toBeVisible();
  await expect.element(given()).toHaveValue('Hugo');
  expect(fake.inputs('sessionLock')).toEqual([]);
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.poll(() => fake.inputs('sessionLock')).toHaveLength(1);
});

test('a save that never ends does not keep the records open', async () => {
  const { fake } = await form(new WorkingPractice(), {
    draftsSave: () => new Promise(() => undefined),
    sessionLock: () => null,
  });
  await given().fill('Hugo');
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.poll(() => fake.inputs('sessionLock'), { timeout: 4000 }).toHaveLength(1);
});

test('somebody very like is shown beside what was typed, before a second record is made', async () => {
  const { practice, id } = withMargaret();
  await form(practice);
  await given().fill('Margaret');
  await family().fill('Oyelaran');
  await page.getByLabelText('Birth date').fill('1964-04-03');
  await userEvent.keyboard(save);
  const dialog = page.getByRole('dialog', { name: 'Is this someone you know already?' });
  await expect.element(dialog.getByRole('row', { name: /Birth date/ })).toHaveTextContent('differs');
  await expect.element(dialog.getByRole('row', { name: /^Name/ })).not.toHaveTextContent('differs');
  await accessible();
  await dialog.getByRole('button', { name: 'Go back' }).click();
  await expect.element(family()).toHaveValue('Oyelaran');
  await userEvent.keyboard(save);
  await page.getByRole('button', { name: /Open this one/ }).click();
  await expect.poll(() => location.hash).toBe(`#/client/${id}`);
  expect(practice.clients.size).toBe(1);
});

test('another person of the same name is registered on purpose', async () => {
  const { practice } = withMargaret();
  const { fake } = await form(practice);
  await given().fill(margaret.given_name);
  await family().fill(margaret.family_name);
  await register().click();
  await page.getByRole('button', { name: 'This is another person: register' }).click();
  await expect.element(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  expect(fake.inputs('clientsRegister').map((input) => input?.despite_twins)).toEqual([false, true]);
  expect(practice.clients.size).toBe(2);
});

test('phones are added and removed, and an empty line is not sent', async () => {
  const { fake } = await form();
  await given().fill('Amara');
  await page.getByLabelText('Phone', { exact: true }).fill('250-555-0100');
  await page.getByRole('button', { name: 'Add a phone' }).click();
  await expect.element(page.getByLabelText('Phone 2', { exact: true })).toHaveFocus();
  await register().click();
  await expect
    .poll(() => fake.inputs('clientsRegister')[0]?.client.phones)
    .toEqual([{ ...emptyPhone(), number: '250-555-0100' }]);
});
