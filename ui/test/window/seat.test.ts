import { emit } from '@tauri-apps/api/event';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import type { DeskView, Warning } from '../../src/ipc/bindings';
import { pages } from '../../src/shared/pages';
import { Clinic, desk } from '../clinic';
import { refuse, type Answers } from '../fake-core';
import { atKeyboard, daniel, open, practiceSettings, recoverySheet } from '../willow-lane';
import { accessible, core, stand } from './stand';

const clinic = (more: Answers = {}) => open(new Clinic().answers(more));
const panel = () => page.getByRole('dialog', { name: 'At the keyboard' });
const pin = () => panel().getByLabelText('PIN', { exact: true });

test('a colleague takes the keyboard by one key, a PIN and Enter, and what was typed is kept first', async () => {
  let keep: (nothing: typeof practiceSettings) => void;
  const fake = core(
    clinic({
      settingsChangePractice: () => new Promise((done) => (keep = done)),
      sessionTakeSeat: () => null,
    }),
  );
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await page.getByLabelText('Name of the practice').fill('Willow');
  await userEvent.keyboard('{Control>}j{/Control}');
  await expect.element(panel().getByRole('radio', { name: 'Daniel Osei' })).toBeChecked();
  await expect.element(panel().getByRole('radio', { name: 'Ines Marlow' })).not.toBeInTheDocument();
  await expect.element(pin()).toHaveFocus();
  await accessible();
  await userEvent.keyboard('123456{Enter}');
  await expect.poll(() => fake.inputs('settingsChangePractice')).toHaveLength(1);
  expect(fake.inputs('sessionTakeSeat')).toEqual([]);
  keep!(practiceSettings);
  await expect
    .poll(() => fake.inputs('sessionTakeSeat'))
    .toEqual([{ person: daniel.id, secret: '123456', by: 'pin' }]);
  await expect.poll(() => vi.mocked(pages.open).mock.calls).toHaveLength(1);
  expect(getComputedStyle(document.body).display).toBe('none');
});

test('a wrong PIN of a colleague leaves everything where it is', async () => {
  core(clinic({ sessionTakeSeat: () => refuse({ code: 'wrong_pin', tries_left: 4 }) }));
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await page.getByRole('button', { name: /Ines Marlow.*is at the keyboard/ }).click();
  await expect.element(pin()).toHaveFocus();
  await userEvent.keyboard('111111{Enter}');
  await expect.element(panel().getByText('This is not the PIN. 4 tries are left.')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(panel().getByLabelText('Passphrase', { exact: true })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(panel()).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /is at the keyboard/ })).toHaveFocus();
});

test('it opens with everybody in it, so that nobody is clicked who was somebody else a moment before', async () => {
  let answer: (desk: DeskView) => void;
  const fake = core(clinic({ sessionDesk: () => new Promise((done) => (answer = done)) }));
  stand(App, {});
  await expect.element(page.getByRole('button', { name: /is at the keyboard/ })).toBeVisible();
  await userEvent.keyboard('{Control>}j{/Control}');
  await expect.poll(() => fake.inputs('sessionDesk')).toHaveLength(1);
  await expect.element(panel()).not.toBeInTheDocument();
  answer!({ people: desk });
  await expect.element(panel().getByRole('radio', { name: 'Daniel Osei' })).toBeVisible();
  await expect.element(pin()).toHaveFocus();
});

test('who works alone has no colleagues to change places with', async () => {
  const fake = core(open());
  stand(App, {});
  await page.getByRole('button', { name: /is at the keyboard/ }).click();
  await expect.element(panel().getByRole('button', { name: 'Set a PIN' })).toBeVisible();
  await expect.element(panel().getByRole('radio')).not.toBeInTheDocument();
  expect(fake.inputs('sessionDesk')).toEqual([]);
  await accessible();
});

test('the rest hides the records by key, after what was typed is kept', async () => {
  const fake = core(open({ sessionRest: () => null }));
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await page.getByLabelText('Name of the practice').fill('Willow');
  await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  await expect.poll(() => vi.mocked(pages.closed).mock.calls).toHaveLength(1);
  const order = fake.calls.map(({ command }) => command).filter((name) => /Rest$|changePractice/i.test(name));
  expect(order).toEqual(['settingsChangePractice', 'sessionRest']);
  expect(fake.inputs('sessionLock')).toEqual([]);
});

test('the shell says when to rest', async () => {
  const fake = core(open({ sessionRest: () => null }));
  stand(App, {});
  await expect.element(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  await emit('menu', { action: 'rest' });
  await expect.poll(() => fake.inputs('sessionRest')).toHaveLength(1);
  await expect.poll(() => vi.mocked(pages.closed).mock.calls).toHaveLength(1);
});

test('the shell hears that somebody is here, at most every twenty seconds', async () => {
  const fake = core(open());
  stand(App, {});
  await expect.element(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  expect(fake.inputs('sessionTouch')).toEqual([]);
  // What is typed on Today is looked for; the search is left again.
  await userEvent.keyboard('abc{Escape}');
  await page.getByRole('link', { name: 'Settings' }).click();
  expect(fake.inputs('sessionTouch')).toHaveLength(1);
});

test('from among everything that can be done the keyboard is handed over too', async () => {
  core(clinic());
  stand(App, {});
  await expect.element(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.keyboard('change who');
  await page.getByRole('option', { name: /Change who is at the keyboard/ }).click();
  await expect.element(pin()).toHaveFocus();
});

test('a question that is open is answered first', async () => {
  core(clinic());
  stand(App, {});
  await page.getByRole('button', { name: /is at the keyboard/ }).click();
  await panel().getByRole('button', { name: 'Set a PIN' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Set a PIN' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  location.hash = '#/settings/security';
  await page.getByRole('button', { name: 'Change my passphrase' }).click();
  await userEvent.keyboard('{Control>}j{/Control}');
  await expect.element(page.getByLabelText('Passphrase so far')).toHaveFocus();
  await expect.element(panel()).not.toBeInTheDocument();
});

test('each person comes back to their place, and the shell is told of every new one', async () => {
  const fake = core(open({ sessionState: () => atKeyboard({}, { place: '#/settings' }) }));
  history.replaceState(null, '', '#/');
  stand(App, {});
  await expect.element(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  expect(fake.inputs('todayRead')).toEqual([]);
  await page.getByRole('link', { name: 'Points' }).click();
  await expect.poll(() => fake.inputs('sessionRememberPlace').at(-1)).toEqual({ place: '#/points' });
});

test('a PIN is typed twice; the passphrase is asked for where the core wants it, and then it is set by itself', async () => {
  const practice = new Clinic();
  const fake = core(open(practice.answers()));
  stand(App, {});
  await page.getByRole('button', { name: /is at the keyboard/ }).click();
  await panel().getByRole('button', { name: 'Set a PIN' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set a PIN' });
  await dialog.getByLabelText('PIN', { exact: true }).fill('246810');
  await dialog.getByLabelText('PIN again').fill('246811');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByLabelText('PIN again')).toHaveFocus();
  await expect.element(dialog.getByText('The two do not match.')).toBeVisible();
  await accessible();
  await dialog.getByLabelText('PIN again').fill('246810');
  await userEvent.keyboard('{Enter}');
  const question = page.getByRole('dialog', { name: 'Is it you?' });
  await expect.element(question.getByLabelText('Passphrase', { exact: true })).toHaveFocus();
  await accessible();
  await userEvent.keyboard('wrong{Enter}');
  await expect.element(question.getByText('This is not the passphrase.')).toBeVisible();
  fake.set({ sessionState: () => atKeyboard({ pin: true }, { several: true }) });
  await question.getByLabelText('Passphrase', { exact: true }).fill('willow');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/Your PIN is set/).first()).toBeVisible();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(fake.inputs('sessionSetPin').at(-1)).toEqual({ pin: '246810', pin_again: '246810' });
});

test('after the recovery sheet was used nothing works before there is a new one', async () => {
  const practice = new Clinic();
  practice.proven = true;
  let used = true;
  const fake = core(
    open(practice.answers({ sessionState: () => atKeyboard({}, { several: true, sheet_used: used }) })),
  );
  history.replaceState(null, '', '#/clients');
  stand(App, {});
  await expect.element(page.getByRole('heading', { name: 'A new recovery sheet first' })).toBeVisible();
  await accessible();
  await userEvent.keyboard('{Control>}k{/Control}{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Make the new sheet' }).click();
  await expect.element(page.getByText('7KQ2')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect.element(page.getByText('Saved as Hegu recovery sheet.pdf.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabelText('Group 3').fill('AAAA');
  await page.getByLabelText('Group 7').fill('v1gs');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.element(page.getByLabelText('Group 3')).toHaveAttribute('aria-invalid', 'true');
  await accessible();
  await page.getByLabelText('Group 3').fill(recoverySheet.groups[2]!);
  await page.getByLabelText('Group 7').fill(recoverySheet.groups[6]!);
  used = false;
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.element(page.getByRole('heading', { name: 'Clients' })).toBeVisible();
  expect(fake.inputs('peopleAbandonRecoverySheet')).toEqual([]);
});

test('what is wrong with the records or the clock stands above every screen, with the way to look', async () => {
  const last = Date.parse('2026-05-12T10:57:00-07:00');
  const warnings: Warning[] = [{ warning: 'records_put_back' }, { warning: 'clock_behind', last }];
  core(open(new Clinic().answers({ sessionState: () => atKeyboard({}, { warnings }) })));
  history.replaceState(null, '', '#/clients');
  stand(App, {});
  await expect.element(page.getByText('These are not the records that were last closed')).toBeVisible();
  await expect.element(page.getByText(/The last entry here is from .*2026/)).toBeVisible();
  await accessible();
  await page.getByRole('link', { name: 'Check the audit' }).click();
  await expect.element(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
  await expect.element(page.getByText('These are not the records that were last closed')).toBeVisible();
});

test('damaged records are said above every screen, with what to do for whoever may do it', async () => {
  const damaged = () => refuse({ code: 'records_damaged' });
  const fake = core(open(new Clinic().answers({})));
  history.replaceState(null, '', '#/clients');
  stand(App, {});
  await expect.element(page.getByRole('heading', { name: 'Clients' })).toBeVisible();
  fake.set({ sessionState: damaged, settingsRead: damaged });
  await fake.changed('settings');
  await expect.element(page.getByText('A part of the records cannot be read')).toBeVisible();
  await expect.element(page.getByText('copy the whole folder of the practice')).toBeVisible();
  await accessible();
});

test('whoever may not read the audit is told whom to tell', async () => {
  const warnings: Warning[] = [{ warning: 'audit_broken' }];
  core(
    open(new Clinic().answers({ sessionState: () => atKeyboard({ role: 'receptionist' }, { warnings }) })),
  );
  stand(App, {});
  await expect.element(page.getByText('Tell an owner of the practice.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Check the audit' })).not.toBeInTheDocument();
});

test('that the folder is gone stands above every screen until it is back', async () => {
  const folder = '/home/ines/.local/share/hegu/practice';
  const warned = (warnings: Warning[]) => () => atKeyboard({ role: 'receptionist' }, { warnings });
  const fake = core(
    open(new Clinic().answers({ sessionState: warned([{ warning: 'folder_gone', folder }]) })),
  );
  stand(App, {});
  await expect.element(page.getByText('The practice’s folder is gone from its place')).toBeVisible();
  await expect.element(page.getByText(folder)).toBeVisible();
  await accessible();
  fake.set({ sessionState: warned([]) });
  await fake.changed('settings');
  await expect
    .element(page.getByText('The practice’s folder is gone from its place'))
    .not.toBeInTheDocument();
});
