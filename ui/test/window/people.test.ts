import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import { Clinic, personView } from '../clinic';
import { refuse, type Answers } from '../fake-core';
import { atKeyboard, ines, open } from '../willow-lane';
import { accessible, core, stand } from './stand';

function openAt(hash: string, practice = new Clinic(), more: Answers = {}) {
  const fake = core(open(practice.answers(more)));
  practice.changed = (...slices) => void fake.changed(...slices);
  history.replaceState(null, '', hash);
  stand(App, {});
  return { fake, practice };
}

const field = (label: string) => page.getByLabelText(label, { exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

/** A name, a passphrase that is long enough, twice. */
async function fill(name: string, passphrase = 'ten or more letters') {
  await field('Name').fill(name);
  await field('Passphrase').fill(passphrase);
  await field('Passphrase again').fill(passphrase);
}

test('an owner sees who works here, when they were here, and who may do what', async () => {
  openAt('#/settings/people');
  await expect.element(page.getByRole('link', { name: /Daniel Osei/ })).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Sam Hale/ })).toHaveTextContent('2 unfinished drafts');
  await expect.element(page.getByRole('link', { name: /Mei-Lin/ })).toHaveTextContent('until September 30');
  const table = page.getByRole('table', { name: 'Who may do what' });
  await expect
    .element(table.getByRole('row', { name: /^Read treatment notes/ }))
    .toHaveTextContent(/may not/);
  await expect.element(page.getByText(/kept by the program, not by mathematics/)).toBeVisible();
  await accessible();
});

test('whoever is no owner sees the people and changes nothing', async () => {
  openAt('#/settings/people', new Clinic(), {
    sessionState: () => atKeyboard({ role: 'receptionist' }, { several: true }),
  });
  await expect.element(page.getByText('Daniel Osei')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Daniel/ })).not.toBeInTheDocument();
  await expect.element(button('Add a person')).not.toBeInTheDocument();
  await expect.element(page.getByText(/Only an owner adds people/)).toBeVisible();
  await accessible();
});

test('a permission that is new to these words is shown all the same', async () => {
  openAt('#/settings/people', new Clinic(), {
    peoplePermissions: () => ({ roles: ['owner'], rows: [{ permission: 'water_plants', granted: [] }] }),
  });
  await expect.element(page.getByRole('row', { name: /water plants/ })).toBeVisible();
});

test('those who cannot unlock on this computer are named, with the way to heal it', async () => {
  const practice = new Clinic();
  practice.people.set('p2', { ...practice.people.get('p2')!, opens_here: false });
  openAt('#/settings/people', practice);
  await expect.element(page.getByText(/^Daniel Osei cannot unlock on this computer/)).toBeVisible();
  await button('Put the key back in Security').click();
  await expect.element(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
});

test('a person is added once, after the proof that was asked for, however often Add is pressed', async () => {
  const { fake } = openAt('#/settings/people');
  await button('Add a person').click();
  await expect.element(field('Name')).toHaveFocus();
  await accessible();
  await fill('Lena Fischer 费琳娜');
  await page.getByRole('radio', { name: 'Associate' }).click();
  const add = page.getByRole('button', { name: /^Add a person/ });
  await add.dblClick();
  await expect.element(dialog().getByLabelText('Passphrase', { exact: true })).toHaveFocus();
  await accessible();
  await userEvent.keyboard('willow{Enter}');
  await expect.element(page.getByRole('link', { name: /Lena Fischer/ })).toBeVisible();
  // Tried, refused for want of proof, and tried again: nothing more.
  expect(fake.inputs('peopleAdd')).toHaveLength(2);
  expect(fake.inputs('peopleAdd').at(-1)).toMatchObject({
    role: 'associate',
    person: { name: 'Lena Fischer 费琳娜', colour: 4, access_until: '' },
  });
});

test('every problem stands at its field, and nothing typed is lost when the proof is not given', async () => {
  openAt('#/settings/people/new');
  await field('Passphrase').fill('short');
  await page.getByRole('button', { name: /^Add a person/ }).click();
  await expect.element(field('Name')).toHaveFocus();
  await expect.element(page.getByText('Please fill this in.')).toBeVisible();
  await accessible();
  await fill('Lena', 'x'.repeat(10_000));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(dialog()).toBeVisible();
  await dialog().getByRole('button', { name: 'Go back' }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(field('Passphrase again')).toHaveValue('x'.repeat(10_000));
  await expect.element(page.getByRole('heading', { name: 'Add a person' })).toBeVisible();
});

test('a last day that cannot be read is shown with what is wrong, by its own ring and by the form', async () => {
  openAt('#/settings/people/new');
  await fill('Lena');
  // The text stands at the lower edge, so that what is wrong would come below it.
  const scroll = document.querySelector('.main.scroll')!;
  const box = field('Access until').element().closest('.control')!;
  await field('Access until').fill('31 April');
  scroll.scrollTop += box.getBoundingClientRect().bottom - scroll.getBoundingClientRect().bottom;
  await userEvent.keyboard('{Tab}');
  const wrong = page.getByText('This date cannot be read.');
  await expect.element(wrong).toBeVisible();
  const shown = () =>
    box.closest('.field')!.getBoundingClientRect().bottom <= scroll.getBoundingClientRect().bottom;
  await expect.poll(shown).toBe(true);
  expect(document.activeElement).toHaveAccessibleName('Choose from a calendar');
  expect(getComputedStyle(document.activeElement!).outlineStyle).toBe('solid');
  expect(getComputedStyle(box).outlineStyle).toBe('none');
  scroll.scrollTop = 0;
  await page.getByRole('button', { name: /^Add a person/ }).click();
  await expect.element(field('Access until')).toHaveFocus();
  await expect.poll(shown).toBe(true);
});

test('what the core refuses is said on the page', async () => {
  openAt('#/settings/people/new', new Clinic(), {
    peopleAdd: () => refuse({ code: 'keyring', situation: 'locked' }),
  });
  await fill('Lena');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('main').getByRole('alert')).toHaveTextContent(/keyring is locked/);
  await expect.element(field('Name')).toHaveValue('Lena');
  await accessible();
});

test('details save themselves, and a newer version is never overwritten', async () => {
  const { fake, practice } = openAt('#/settings/people/p2');
  await field('Registration number').fill('CTCMA 0412');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => fake.inputs('peopleEdit').at(-1)?.person.registration).toBe('CTCMA 0412');
  await expect.element(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.getByRole('radio', { name: '7 Moss' }).click();
  await expect.poll(() => practice.people.get('p2')?.colour).toBe(7);
  await accessible();
  fake.set({ peopleEdit: () => refuse({ code: 'stale', id: 'p2', version: 9 }) });
  await field('Credentials').fill('R.TCM.P.');
  await userEvent.keyboard('{Tab}');
  await expect.element(button('Take the newer ones')).toBeVisible();
  await expect.element(field('Credentials')).toHaveValue('R.TCM.P.');
  await accessible();
});

test('a field that cannot be read keeps what was typed, and the others are saved', async () => {
  const { practice } = openAt('#/settings/people/p3');
  await field('Access until').fill('31 April');
  await field('Registration number').fill('CTCMA 0412');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => practice.people.get('p3')?.registration).toBe('CTCMA 0412');
  expect(practice.people.get('p3')?.access_until).toBe('2026-09-30');
  await expect.element(field('Access until')).toHaveValue('31 April');
  await expect.element(field('Access until')).toHaveAccessibleDescription(/This date cannot be read/);
  await expect.element(page.getByRole('status').filter({ hasText: 'Saved' })).not.toBeInTheDocument();
  await field('Access until').fill('30 April 2027');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => practice.people.get('p3')?.access_until).toBe('2027-04-30');
  await expect.element(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('removing names the person and what becomes of their work, and replaces the key unless told not to', async () => {
  const { fake } = openAt('#/settings/people/p4');
  await button('Remove').click();
  const question = page.getByRole('alertdialog', { name: 'Remove Sam Hale?' });
  await expect
    .element(question)
    .toHaveTextContent('Their 2 unfinished drafts are closed as “author left, unsigned”');
  await expect.element(question.getByRole('checkbox', { name: /Replace the key/ })).toBeChecked();
  await accessible();
  await question.getByRole('button', { name: /^Remove for good/ }).click();
  await question.getByLabelText('Passphrase', { exact: true }).fill('willow');
  await userEvent.keyboard('{Enter}');
  const left = page.getByRole('list', { name: /People who left/ });
  await expect.element(left).toHaveTextContent('Sam Hale');
  expect(fake.inputs('peopleRemove').at(-1)).toEqual({ id: 'p4', rotate: true });
  await accessible();
});

test('somebody is suspended and let back in', async () => {
  const { practice } = openAt('#/settings/people/p2');
  practice.proven = true;
  await button('Suspend').click();
  await dialog()
    .getByRole('button', { name: /^Suspend/ })
    .click();
  await expect.element(button('Let back in')).toBeVisible();
  expect(practice.people.get('p2')?.status).toBe('suspended');
  await expect.element(button('Let back in')).toHaveFocus();
  await button('Let back in').click();
  await dialog()
    .getByRole('button', { name: /^Let back in/ })
    .click();
  await expect.element(button('Suspend')).toHaveFocus();
});

test('nobody gives themselves another role', async () => {
  openAt('#/settings/people/p1');
  await expect.element(button('Security')).toBeVisible();
  await expect.element(button('Change the role')).not.toBeInTheDocument();
});

test('the last owner stays one, in words', async () => {
  openAt('#/settings/people/p2', new Clinic(), { peopleChangeRole: () => refuse({ code: 'last_owner' }) });
  await button('Change the role').click();
  await dialog().getByRole('radio', { name: 'Student' }).click();
  await dialog()
    .getByRole('button', { name: /^Change the role/ })
    .click();
  await expect.element(dialog().getByText(/The practice needs an owner/)).toBeVisible();
  await accessible();
});

test('a new owner types a passphrase as strong as an owner’s', async () => {
  const { fake, practice } = openAt('#/settings/people/p2');
  practice.proven = true;
  await button('Change the role').click();
  await dialog().getByRole('radio', { name: 'Owner' }).click();
  await dialog().getByLabelText('Passphrase', { exact: true }).fill('ten letters');
  await dialog().getByLabelText('Passphrase again').fill('ten letters');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog().getByText(/guessed too easily/)).toBeVisible();
  await expect.element(dialog().getByLabelText('Passphrase', { exact: true })).toHaveFocus();
  await accessible();
  const strong = 'willow ladder tin orbit candle';
  await dialog().getByLabelText('Passphrase', { exact: true }).fill(strong);
  await dialog().getByLabelText('Passphrase again').fill(strong);
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(fake.inputs('peopleChangeRole').at(-1)).toMatchObject({ role: 'owner', passphrase: strong });
});

test('a colleague types a new passphrase beside an owner', async () => {
  const { fake } = openAt('#/settings/people/p4');
  await button('Reset the passphrase').click();
  await expect.element(dialog().getByText(/Sam Hale types it, not you/)).toBeVisible();
  await dialog().getByLabelText('Passphrase', { exact: true }).fill('lantern rye bread');
  await dialog().getByLabelText('Passphrase again').fill('lantern rye bread');
  await userEvent.keyboard('{Enter}');
  const question = page.getByRole('dialog', { name: 'Is it you?' });
  await question.getByLabelText('Passphrase', { exact: true }).fill('willow');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Sam Hale has a new passphrase.').first()).toBeVisible();
  expect(fake.inputs('peopleResetPassphrase')).toHaveLength(2);
});

test('an owner with a PIN shows who they are by it', async () => {
  const practice = new Clinic();
  const { fake } = openAt('#/settings/people/p2', practice, {
    sessionState: () => atKeyboard({ pin: true }, { several: true }),
    sessionProveWithPin: ({ pin }) => {
      if (pin !== '135790') refuse({ code: 'wrong_pin', tries_left: 4 });
      practice.proven = true;
      return null;
    },
  });
  await button('Suspend').click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(dialog().getByLabelText('PIN', { exact: true })).toHaveFocus();
  await accessible();
  await userEvent.keyboard('111111{Enter}');
  await expect.element(dialog().getByText('This is not the PIN. 4 tries are left.')).toBeVisible();
  await userEvent.keyboard('135790{Enter}');
  await expect.element(button('Let back in')).toBeVisible();
  expect(fake.inputs('peopleSuspend')).toHaveLength(2);
});

test('whoever works alone is told how a colleague begins', async () => {
  const practice = new Clinic();
  practice.people = new Map([[ines.id, personView(ines, { role: 'owner' })]]);
  openAt('#/settings/people', practice, { sessionState: () => atKeyboard() });
  await expect.element(page.getByText(/You work here alone/)).toBeVisible();
  await accessible();
});

test('names of any length and direction keep the list whole', async () => {
  const long = 'Wolfeschlegelsteinhausenbergerdorffhohenstaufenoberscheinfeld'.repeat(3);
  const practice = new Clinic();
  practice.people.set('x', personView({ id: 'x', name: long, credentials: long }));
  practice.people.set('y', personView({ id: 'y', name: 'محمد الأنصاري', credentials: '' }));
  openAt('#/settings/people', practice);
  await expect.element(page.getByRole('link', { name: /Wolfe/ })).toBeVisible();
  const main = document.querySelector('.main')!;
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
  await page.getByRole('link', { name: /Wolfe/ }).click();
  await expect.element(button('Remove')).toBeVisible();
  await button('Remove').click();
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  const sheet = document.querySelector('dialog')!;
  expect(sheet.scrollWidth).toBeLessThanOrEqual(sheet.clientWidth);
  await accessible();
});

test('a list that cannot be read says so and tries again, and an unknown person is none', async () => {
  const practice = new Clinic();
  const { fake } = openAt('#/settings/people', practice, {
    peopleList: () => refuse({ code: 'unexpected', reference: 'a1b2' }),
  });
  await expect.element(page.getByRole('main').getByRole('alert')).toHaveTextContent('a1b2');
  fake.set({ peopleList: practice.answers().peopleList });
  await button('Try again').click();
  await expect.element(page.getByRole('link', { name: /Daniel Osei/ })).toBeVisible();
  location.hash = '#/settings/people/nobody';
  await expect.element(page.getByText('This person is not known here')).toBeVisible();
  await accessible();
});
