import { emit } from '@tauri-apps/api/event';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import type { MachineSettings, PracticeSettings, SessionView } from '../../src/ipc/bindings';
import { pages } from '../../src/shared/pages';
import { refuse } from '../fake-core';
import { atKeyboard, machine, open, practiceSettings, settings } from '../willow-lane';
import { accessible, core, stand } from './stand';

const titled = (title: string) =>
  expect.element(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();

function withMachine(more: Partial<MachineSettings>) {
  return { settingsRead: () => ({ ...settings, machine: { ...machine, ...more } }) };
}

test('the lock is one key away, also while typing, and what was typed is kept first', async () => {
  let keep: (settings: PracticeSettings) => void;
  let answer: (nothing: null) => void;
  const fake = core(
    open({
      settingsChangePractice: () => new Promise((done) => (keep = done)),
      sessionLock: () => new Promise((done) => (answer = done)),
    }),
  );
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await page.getByLabelText('Name of the practice').fill('Willow');
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(page.getByLabelText('Name of the practice')).not.toBeVisible();
  await expect.poll(() => fake.inputs('settingsChangePractice')).toHaveLength(1);
  expect(fake.inputs('sessionLock')).toEqual([]);
  keep!(practiceSettings);
  await expect.poll(() => fake.inputs('sessionLock')).toHaveLength(1);
  expect(pages.closed).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}l{/Control}');
  answer!(null);
  await expect.poll(() => vi.mocked(pages.closed).mock.calls).toHaveLength(1);
  expect(fake.inputs('sessionLock')).toHaveLength(1);
});

test('a page that locks asks for nothing again, whatever changes while the records are closed', async () => {
  let answer: (nothing: null) => void;
  const fake = core(open({ sessionLock: () => new Promise((done) => (answer = done)) }));
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await titled('Settings');
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.poll(() => fake.inputs('sessionLock')).toHaveLength(1);
  const asked = fake.inputs('settingsRead').length;
  await fake.changed('settings');
  answer!(null);
  await fake.changed('settings');
  await expect.poll(() => vi.mocked(pages.closed).mock.calls).toHaveLength(1);
  expect(fake.inputs('settingsRead')).toHaveLength(asked);
});

test('the page of records leaves also when locking was refused', async () => {
  core(open({ sessionLock: () => refuse({ code: 'unexpected', reference: 'a1b2' }) }));
  stand(App, {});
  await page.getByRole('button', { name: /^Lock now/ }).click();
  await expect.poll(() => vi.mocked(pages.closed).mock.calls).toHaveLength(1);
});

test('a page that is shown out waits until what it had asked has its answer', async () => {
  const order: string[] = [];
  const later = (): Promise<SessionView> =>
    new Promise((done) => setTimeout(() => (order.push('answered'), done(atKeyboard()))));
  vi.mocked(pages.closed).mockImplementation(() => (order.push('left'), new Promise(() => undefined)));
  core(open({ sessionState: later, settingsRead: () => refuse({ code: 'locked' }) }));
  stand(App, {});
  await expect.poll(() => order).toEqual(['answered', 'left']);
});

test('the page of records that finds the practice locked leaves', async () => {
  core(open({ settingsRead: () => refuse({ code: 'locked' }) }));
  stand(App, {});
  await expect.poll(() => vi.mocked(pages.closed).mock.calls).toHaveLength(1);
});

test('single keys wait until the person wants them, and never act while typing', async () => {
  const fake = core(open());
  history.replaceState(null, '', '#/about');
  stand(App, {});
  await titled('About Hegu');
  await userEvent.keyboard('gs');
  await titled('About Hegu');
  fake.set(withMachine({ single_keys: true }));
  await fake.changed('settings');
  await expect.poll(() => fake.inputs('settingsRead')).toHaveLength(2);
  await userEvent.keyboard('gs');
  await titled('Settings');
  await page.getByLabelText('Name of the practice').click();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a new screen takes the focus to its heading', async () => {
  core(open());
  history.replaceState(null, '', '#/about');
  stand(App, {});
  await titled('About Hegu');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect.element(page.getByRole('heading', { name: 'Settings' })).toHaveFocus();
});

test('what the native menu names is what the palette does', async () => {
  core(open());
  stand(App, {});
  await expect.element(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  await emit('menu', { action: 'go-settings' });
  await titled('Settings');
  await emit('menu', { action: 'shortcuts' });
  await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a shortcut is found by what it does and by its key', async () => {
  core(open());
  history.replaceState(null, '', '#/about');
  stand(App, {});
  await titled('About Hegu');
  await userEvent.keyboard('{F1}');
  const rows = page.getByRole('dialog').getByRole('listitem');
  await expect.element(rows.filter({ hasText: 'Lock now' })).toHaveTextContent('Control L');
  await accessible();
  await userEvent.keyboard('blur');
  await expect.element(rows).toHaveTextContent('Blur the names of people');
  await page.getByLabelText('What do you want to do?').fill('f1');
  await expect.element(rows).toHaveTextContent('Keyboard shortcuts');
  await page.getByLabelText('What do you want to do?').fill('zzz');
  await expect.element(page.getByText('No shortcut found for “zzz”.')).toBeVisible();
  await accessible();
});

test('the text grows by key, and the sidebar makes room for it', async () => {
  let kept = machine;
  core(
    open({
      settingsRead: () => ({ ...settings, machine: kept }),
      settingsChangeMachine: (input) => (kept = input),
    }),
  );
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await titled('Settings');
  const width = () => page.getByRole('complementary').first().element().getBoundingClientRect().width;
  expect(width()).toBe(200);
  for (let press = 0; press < 12; press++) {
    await userEvent.keyboard('{Control>}+{/Control}');
    await expect.poll(() => kept.text_percent).toBe(Math.min(200, 110 + press * 10));
  }
  // At twice the text size 1280 pixels are a narrow window: icons only.
  await expect.poll(width).toBe(104);
  await userEvent.keyboard('{Control>}0{/Control}');
  await expect.poll(width).toBe(200);
});

test('when the core cannot say what is open, the window says so and tries again', async () => {
  const fake = core(open({ settingsRead: () => refuse({ code: 'unexpected', reference: 'a1b2' }) }));
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await expect.element(page.getByRole('alert').filter({ hasText: 'a1b2' })).toBeVisible();
  fake.set({ settingsRead: () => settings });
  await page.getByRole('button', { name: 'Try again' }).click();
  await titled('Settings');
});

test('“patient” instead of “client” reaches the navigation at once', async () => {
  const fake = core(open());
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await expect.element(page.getByRole('link', { name: 'Clients' })).toBeVisible();
  fake.set({
    settingsRead: () => ({ ...settings, practice: { ...practiceSettings, person_word: 'patient' } }),
  });
  await fake.changed('settings');
  await expect.element(page.getByRole('link', { name: 'Patients' })).toBeVisible();
});
