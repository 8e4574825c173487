import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import { Clinic } from '../clinic';
import { refuse, type Answers } from '../fake-core';
import { atKeyboard, open, recoverySheet } from '../willow-lane';
import { accessible, core, stand } from './stand';

function opened(practice = new Clinic(), more: Answers = {}) {
  const fake = core(open(practice.answers(more)));
  practice.changed = (...slices) => void fake.changed(...slices);
  history.replaceState(null, '', '#/settings/security');
  stand(App, {});
  return { fake, practice };
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = () => page.getByRole('dialog');
const said = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

function alone(): Clinic {
  const practice = new Clinic();
  practice.security = { ...practice.security, several: false };
  return practice;
}

test('one page says who opens the practice with what, and what holds by what', async () => {
  opened();
  const table = page.getByRole('table', { name: 'Who can open the practice' });
  await expect
    .element(table.getByRole('row', { name: /Ines/ }))
    .toHaveTextContent('on any computer, has a PIN');
  await expect
    .element(table.getByRole('row', { name: /Daniel/ }))
    .toHaveTextContent('that has the clinic’s key');
  await expect.element(table.getByRole('row', { name: /Sam/ })).toHaveTextContent('nothing (suspended)');
  await said('By the program only');
  await said('/home/ines/.local/share/hegu/practice');
  await said('The key was replaced once.');
  await accessible();
});

test('whoever is no owner looks after their own passphrase and PIN', async () => {
  const { fake } = opened(new Clinic(), {
    sessionState: () => atKeyboard({ role: 'associate' }, { several: true }),
  });
  await said(/are an owner’s to look after/);
  await expect.element(button('Set a PIN')).toBeVisible();
  expect(fake.inputs('peopleSecurity')).toEqual([]);
  await accessible();
});

test('one’s own passphrase is changed by the old one', async () => {
  const { fake } = opened();
  await button('Change my passphrase').click();
  await dialog().getByLabelText('Passphrase so far').fill('not it');
  await dialog().getByLabelText('New passphrase', { exact: true }).fill('willow ladder tin orbit');
  await dialog().getByLabelText('New passphrase again').fill('willow ladder tin orbit');
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog().getByLabelText('Passphrase so far')).toHaveFocus();
  await expect.element(dialog().getByText('This is not the passphrase.')).toBeVisible();
  await accessible();
  await dialog().getByLabelText('Passphrase so far').fill('willow');
  await userEvent.keyboard('{Enter}');
  await said('Your passphrase is changed.');
  expect(fake.inputs('peopleChangePassphrase').at(-1)).toEqual({
    old: 'willow',
    new: 'willow ladder tin orbit',
    new_again: 'willow ladder tin orbit',
  });
});

test('the recovery sheet is checked by typing it', async () => {
  opened();
  await said(/It was not checked for 90 days/);
  await button('Check it now').click();
  await dialog().getByLabelText('Group 1 of 9').fill('7KQ2-M9XB');
  await dialog()
    .getByRole('button', { name: /^Check/ })
    .click();
  await expect.element(dialog().getByLabelText('Group 2 of 9')).toHaveFocus();
  await expect.element(dialog().getByText('There is a slip in group 2.')).toBeVisible();
  await accessible();
  await dialog().getByLabelText('Group 1 of 9').fill(recoverySheet.groups.join('-'));
  await userEvent.keyboard('{Enter}');
  await said('The sheet is the right one and can be read.');
  await expect.element(page.getByText(/It was not checked for 90 days/)).not.toBeInTheDocument();
});

test('a new recovery sheet is shown once, saved, and holds when two groups were typed back', async () => {
  const { fake } = opened();
  await button('Make a new one').click();
  await button('Make the new sheet').click();
  const question = page.getByRole('dialog', { name: 'Is it you?' });
  await question.getByLabelText('Passphrase', { exact: true }).fill('willow');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog().getByText('7KQ2')).toBeVisible();
  await accessible();
  await button('Save as PDF').click();
  await button('Continue').click();
  await dialog().getByLabelText('Group 3').fill(recoverySheet.groups[2]!);
  await dialog().getByLabelText('Group 7').fill(recoverySheet.groups[6]!);
  await accessible();
  await button('Done').click();
  await said(/The new recovery sheet is in force/);
  expect(fake.inputs('peopleRenewRecoverySheet')).toEqual([{ groups: ['T4WE', 'V1GS'] }]);
  expect(fake.inputs('peopleAbandonRecoverySheet')).toEqual([]);
});

test('a sheet that was begun and left is forgotten, and the old one holds on', async () => {
  const { fake, practice } = opened();
  practice.proven = true;
  await button('Make a new one').click();
  await button('Make the new sheet').click();
  await expect.element(dialog().getByText('7KQ2')).toBeVisible();
  await dialog().getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => fake.inputs('peopleAbandonRecoverySheet')).toHaveLength(1);
});

test.each([
  ['ready', /is in this computer’s keyring/, null],
  ['empty', /is not in this computer’s keyring/, 'Put the key back'],
  ['none', /This computer has no keyring/, 'Look again'],
  ['locked', /keyring is locked/, 'Look again'],
] as const)('a keyring that is %s is told in words with what to do', async (keyring, words, act) => {
  const practice = new Clinic();
  practice.security.keyring = keyring;
  opened(practice);
  await said(words);
  await accessible();
  if (act === null) return;
  practice.security.keyring = 'ready';
  await button(act).click();
  await said(/is in this computer’s keyring/);
});

test('a keyring that refuses says why', async () => {
  const practice = new Clinic();
  practice.security.keyring = 'empty';
  opened(practice, { peopleKeepInKeyring: () => refuse({ code: 'keyring', situation: 'locked' }) });
  await button('Put the key back').click();
  await said('This computer’s keyring is locked. Unlock it, then try again.');
});

test('the key is replaced after an honest word', async () => {
  const { practice } = opened();
  await button('Replace the key now').click();
  await expect.element(dialog()).toHaveTextContent('backups made before now stay readable');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await dialog().getByLabelText('Passphrase', { exact: true }).fill('willow');
  await accessible();
  await userEvent.keyboard('{Enter}');
  await said('The key is replaced.');
  await said('The key was replaced 2 times.');
  expect(practice.security.key_epoch).toBe(3);
});

test('while the key is being replaced the question says so and is not asked twice', async () => {
  let done: (nothing: null) => void;
  const { fake } = opened(new Clinic(), { peopleRotateKeys: () => new Promise((answer) => (done = answer)) });
  await button('Replace the key now').click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(dialog().getByText(/please leave the computer on/)).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(fake.inputs('peopleRotateKeys')).toHaveLength(1);
  await accessible();
  done!(null);
  await said('The key is replaced.');
});

test('when the records rest and lock is chosen and saved at once', async () => {
  const { fake } = opened();
  await page.getByLabelText('The records rest after').selectOptions('15');
  await expect
    .poll(() => fake.inputs('settingsChangeLocks'))
    .toEqual([{ rest_minutes: 15, lock_minutes: 60, version: 1 }]);
  await page.getByLabelText('The records are locked after').selectOptions('240');
  await expect.poll(() => fake.inputs('settingsChangeLocks').at(-1)?.version).toBe(2);
});

test('whoever works alone may let this computer open the records, knowing what it costs', async () => {
  const { fake } = opened(alone());
  await said(/quicker, but weaker/);
  await accessible();
  await button('Unlock with this computer’s log-in').click();
  await dialog()
    .getByRole('button', { name: /^Switch it on/ })
    .click();
  await expect.element(dialog().getByText('Please fill this in.')).toBeVisible();
  await expect.element(dialog().getByLabelText('Passphrase', { exact: true })).toHaveFocus();
  expect(fake.inputs('peopleUnlockWithComputer')).toEqual([]);
  await dialog().getByLabelText('Passphrase', { exact: true }).fill('wrong');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog().getByText('This is not the passphrase.')).toBeVisible();
  await accessible();
  await dialog().getByLabelText('Passphrase', { exact: true }).fill('willow');
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Switch it off')).toBeVisible();
  await button('Switch it off').click();
  await said('Only your passphrase opens the records.');
  expect(fake.inputs('peopleUnlockWithComputer').at(-1)).toEqual({ on: false, passphrase: '' });
});

test('a page that cannot be read says so and tries again', async () => {
  const practice = new Clinic();
  const { fake } = opened(practice, {
    peopleSecurity: () => refuse({ code: 'unexpected', reference: 'a1b2' }),
  });
  await expect.element(page.getByRole('main').getByRole('alert')).toHaveTextContent('a1b2');
  await accessible();
  fake.set({ peopleSecurity: practice.answers().peopleSecurity });
  await button('Try again').click();
  await said('Where the records are');
});

test('what is known of the audit is said in words, and the worst of it first', async () => {
  const { practice } = opened();
  await said(/^Checked .*: every entry and every signature was as it was written\.$/);
  practice.security.audit = { ...practice.security.audit, whole: false };
  practice.changed('settings');
  await said(/: something was not as it was written\.$/);
  practice.security.audit = { checked: null, whole: false, broken: true };
  practice.changed('settings');
  await said('Nobody has had every entry and every signature checked yet.');
  await expect
    .element(page.getByRole('main').getByRole('alert'))
    .toHaveTextContent('that Hegu did not write');
  await accessible();
});
