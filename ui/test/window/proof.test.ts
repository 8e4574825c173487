// What asks who sits there: once it has begun it is not taken back, and an empty try is none.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Proof } from '../../src/features/session/proof.svelte';
import { CommandFailure } from '../../src/ipc/call';
import App from '../../src/main/App.svelte';
import { words } from '../../src/messages';
import { Clinic } from '../clinic';
import type { Answers } from '../fake-core';
import { atKeyboard, open } from '../willow-lane';
import { accessible, core, stand } from './stand';

function openAt(hash: string, practice = new Clinic(), more: Answers = {}) {
  const fake = core(open(practice.answers(more)));
  history.replaceState(null, '', hash);
  stand(App, {});
  return { fake };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

test('while somebody is being removed nothing says that one could still go back', async () => {
  let done: () => void;
  const practice = new Clinic();
  const sam = practice.people.get('p4')!;
  openAt('#/settings/people/p4', practice, {
    peopleRemove: () => new Promise((answer) => (done = () => answer(sam))),
  });
  await button('Remove').click();
  const question = page.getByRole('alertdialog', { name: 'Remove Sam Hale?' });
  const back = question.getByRole('button', { name: 'Go back' });
  await question.getByRole('button', { name: /^Remove for good/ }).click();
  await expect.element(back).toHaveAttribute('aria-disabled', 'true');
  await back.click({ force: true });
  await userEvent.keyboard('{Escape}{Escape}');
  await question.getByRole('button', { name: 'Close' }).click({ force: true });
  document.querySelector('dialog')?.dispatchEvent(new MouseEvent('mousedown', { detail: 1 }));
  await expect.element(question).toBeVisible();
  await accessible();
  done!();
  await expect.element(question).not.toBeInTheDocument();
});

test('an act that has begun after its proof is not taken back', async () => {
  let done: (nothing: null) => void;
  const practice = new Clinic();
  const { fake } = openAt('#/settings/people/p4', practice);
  await button('Reset the passphrase').click();
  await dialog().getByLabelText('Passphrase', { exact: true }).fill('ten or more letters');
  await dialog().getByLabelText('Passphrase again').fill('ten or more letters');
  await userEvent.keyboard('{Enter}');
  const proof = page.getByRole('dialog', { name: words.session.proof.title });
  await expect.element(proof.getByLabelText('Passphrase', { exact: true })).toHaveFocus();
  fake.set({ peopleResetPassphrase: () => new Promise((answer) => (done = answer)) });
  await userEvent.keyboard('willow{Enter}');
  await expect.poll(() => fake.inputs('peopleResetPassphrase')).toHaveLength(2);
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(proof).toBeVisible();
  done!(null);
  await expect.element(page.getByText('Sam Hale has a new passphrase.').first()).toBeVisible();
});

test('an act that has begun is answered by its end, whoever wants to go back meanwhile', async () => {
  let done: (() => void) | undefined;
  const proof = new Proof();
  let asked = false;
  const answer = proof.of(() => {
    if (asked) return new Promise<void>((end) => (done = end));
    asked = true;
    throw new CommandFailure({ code: 'proof_needed' });
  });
  await expect.poll(() => proof.question).not.toBeNull();
  const on = proof.goOn();
  proof.goBack();
  expect(proof.question).not.toBeNull();
  done!();
  await on;
  expect(await answer).toBe(true);
  expect(proof.question).toBeNull();
});

test('nothing typed, or too few digits, is no try', async () => {
  const { fake } = openAt('#/settings/people/p2', new Clinic(), {
    sessionState: () => atKeyboard({ pin: true }, { several: true }),
  });
  await button('Suspend').click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(dialog().getByLabelText('PIN', { exact: true })).toHaveFocus();
  await userEvent.keyboard('13579{Enter}');
  await expect.element(dialog().getByText('A PIN is six to twelve digits.')).toBeVisible();
  await accessible();
  await dialog().getByRole('button', { name: 'Use the passphrase instead' }).click();
  await expect.element(dialog().getByText('A PIN is six to twelve digits.')).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog().getByText('Please fill this in.')).toBeVisible();
  expect([...fake.inputs('sessionProve'), ...fake.inputs('sessionProveWithPin')]).toEqual([]);
});
