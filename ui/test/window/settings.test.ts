import { emit } from '@tauri-apps/api/event';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import { refuse, type Answers } from '../fake-core';
import { LogoShelf } from '../picture';
import { open, practiceSettings, settings } from '../willow-lane';
import { accessible, core, stand } from './stand';

async function opened(answers: Answers = {}) {
  const fake = core(open(answers));
  history.replaceState(null, '', '#/settings');
  stand(App, {});
  await expect.element(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  return fake;
}

/** The settings of a practice that remembers its logo. */
async function withLogo(answers: Answers = {}) {
  const shelf = new LogoShelf();
  const fake = await opened({ ...shelf.answers(), ...answers });
  shelf.changed = (...slices) => void fake.changed(...slices);
  return { shelf, fake };
}

const logo = () => page.getByRole('group', { name: 'Logo' });
const shown = () => logo().getByRole('img');
const undo = () => page.getByRole('button', { name: /^Undo/ });

const name = () => page.getByLabelText('Name of the practice');

test('settings and About read well for axe', async () => {
  await opened();
  await accessible();
  await page.getByRole('link', { name: 'About Hegu' }).click();
  await expect.element(page.getByText('Version 0.1.0')).toBeVisible();
  await page.getByText('Svelte', { exact: true }).click();
  await expect.element(page.getByText('Permission is hereby granted')).toBeVisible();
  await accessible();
});

test('leaving a field saves it, and the next save carries the new version', async () => {
  const fake = await opened();
  await name().fill('Willow Lane');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => fake.inputs('settingsChangePractice')).toHaveLength(1);
  await expect.element(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.getByLabelText('Emergency number').fill('112');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(() => fake.inputs('settingsChangePractice'))
    .toEqual([
      { ...practiceSettings, name: 'Willow Lane' },
      { ...practiceSettings, name: 'Willow Lane', emergency_number: '112', version: 4 },
    ]);
});

test('a pause in typing saves without leaving the field', async () => {
  const fake = await opened();
  vi.useFakeTimers();
  const field = name().element() as HTMLInputElement;
  field.focus();
  field.value = 'Willow';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(700);
  expect(fake.inputs('settingsChangePractice')).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(fake.inputs('settingsChangePractice')).toHaveLength(1);
  vi.useRealTimers();
});

test('a refused field says why, keeps what was typed and is saved once it is right', async () => {
  const fake = await opened({
    settingsChangePractice: (input) =>
      input.phone === 'ring me'
        ? refuse({ code: 'invalid', fields: [{ path: 'phone', problem: 'not_a_phone', limit: null }] })
        : { ...input, version: 4 },
  });
  const phone = page.getByLabelText('Phone');
  await phone.fill('ring me');
  await userEvent.keyboard('{Tab}');
  await expect.element(phone).toHaveAccessibleDescription('This does not look like a phone number.');
  await expect.element(phone).toHaveValue('ring me');
  await phone.fill('250-555-0111');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => fake.inputs('settingsChangePractice').at(-1)?.phone).toBe('250-555-0111');
  await expect.element(phone).not.toHaveAttribute('aria-invalid');
});

test('when someone else was first nothing is overwritten until one takes theirs', async () => {
  const fake = await opened({
    settingsChangePractice: () => refuse({ code: 'stale', id: 'practice', version: 9 }),
  });
  await name().fill('Mine');
  await userEvent.keyboard('{Tab}');
  const theirs = page.getByRole('button', { name: 'Take the newer ones' });
  await expect.element(theirs).toBeVisible();
  await expect.element(name()).toHaveValue('Mine');
  fake.set({
    settingsRead: () => ({ ...settings, practice: { ...practiceSettings, name: 'Theirs', version: 9 } }),
  });
  await theirs.click();
  await expect.element(name()).toHaveValue('Theirs');
});

test('a look is put on as soon as it is chosen', async () => {
  const fake = await opened();
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
  expect(fake.inputs('settingsChangeMachine')).toEqual([{ ...settings.machine, theme: 'dark' }]);
});

test('dates follow the locale at once', async () => {
  const fake = await opened();
  await page.getByLabelText('Dates and numbers').selectOptions('de-DE');
  await expect.poll(() => fake.inputs('settingsChangePerson').at(-1)?.locale).toBe('de-DE');
});

test('a setting is found by its label, its hint, its choices and its heading', async () => {
  await opened();
  const search = page.getByRole('textbox', { name: 'Search the settings' });
  await search.fill('dark');
  await expect.element(page.getByRole('radio', { name: 'Dark' })).toBeInTheDocument();
  await expect.element(page.getByRole('group', { name: 'Appearance' })).toBeVisible();
  await expect.element(name()).not.toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Practice', exact: true })).not.toBeInTheDocument();
  await accessible();
  await search.fill('call for help');
  await expect.element(page.getByLabelText('Emergency number')).toBeVisible();
  await search.fill('zzz');
  await expect.element(page.getByText('No setting found for “zzz”.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(name()).toBeVisible();
});

test('how the records are opened without Hegu stands where its licences do, as it is to be typed', async () => {
  core(open());
  history.replaceState(null, '', '#/about');
  stand(App, {});
  await expect.element(page.getByRole('heading', { name: 'Opening the records without Hegu' })).toBeVisible();
  await expect.element(page.getByText('head -n 1 copy.hegubak', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/^import base64.*\nfirst = hmac/)).toBeVisible();
});

test('everything that is built in is listed with the text of its licence', async () => {
  core(open());
  history.replaceState(null, '', '#/about');
  stand(App, {});
  await page.getByLabelText('Name or licence').fill('bits-ui');
  await page.getByRole('listitem').filter({ hasText: 'bits-ui' }).getByText('MIT').click();
  await expect.element(page.getByText(/Hunter Johnston/)).toBeVisible();
  await accessible();
});

test('a logo is chosen, replaced and removed, each with a way back', async () => {
  const { shelf } = await withLogo();
  await accessible();
  await logo().getByRole('button', { name: 'Choose a picture' }).click();
  await expect.element(shown()).toBeVisible();
  await expect.poll(() => (shown().element() as HTMLImageElement).naturalWidth).toBe(96);
  await accessible();
  await logo().getByRole('button', { name: 'Replace' }).click();
  await expect.poll(() => shelf.printed?.id).toBe('logo-2');
  await undo().click();
  await expect.poll(() => shelf.printed?.id).toBe('logo-1');
  await logo().getByRole('button', { name: 'Remove' }).click();
  await expect.element(shown()).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(shown()).toBeVisible();
  expect(shelf.printed?.id).toBe('logo-1');
});

test('what the logo shows is saved when the field is left, and read aloud', async () => {
  const { shelf } = await withLogo();
  await logo().getByRole('button', { name: 'Choose a picture' }).click();
  await logo().getByLabelText('What the logo shows').fill('A willow leaf');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => shelf.printed?.shows).toBe('A willow leaf');
  await expect.element(shown()).toHaveAccessibleName('A willow leaf');
  await expect.element(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('what is no picture is told at the field, and the logo before stays', async () => {
  const { shelf, fake } = await withLogo();
  await logo().getByRole('button', { name: 'Choose a picture' }).click();
  await expect.element(shown()).toBeVisible();
  fake.set({ settingsChooseLogo: () => refuse({ code: 'unusable_picture', reason: 'damaged' }) });
  await logo().getByRole('button', { name: 'Replace' }).click();
  await expect.element(logo().getByRole('alert')).toHaveTextContent('This picture is damaged');
  await expect.element(logo()).toHaveAccessibleDescription(/This picture is damaged/);
  await expect.element(shown()).toBeVisible();
  expect(shelf.printed?.id).toBe('logo-1');
  await accessible();
});

test('a dialog that is closed changes nothing', async () => {
  await withLogo({ settingsChooseLogo: () => null });
  await logo().getByRole('button', { name: 'Choose a picture' }).click();
  await expect.element(shown()).not.toBeInTheDocument();
  await expect.element(undo()).not.toBeInTheDocument();
});

test('a picture that is dropped becomes the logo, and a text still becomes a sheet', async () => {
  const { shelf, fake } = await withLogo({ handoutsTakeDropped: () => null });
  await emit('file-hover', 'picture');
  await expect.element(page.getByText('Drop the picture to make it the logo').last()).toBeVisible();
  await accessible();
  await emit('file-dropped', 'picture');
  await expect.poll(() => shelf.printed?.id).toBe('logo-1');
  await expect.element(shown()).toBeVisible();
  await emit('file-hover', 'other');
  await expect.element(page.getByText('Drop the file to bring it in as a sheet').last()).toBeVisible();
  await emit('file-dropped', 'other');
  await expect.poll(() => fake.inputs('handoutsTakeDropped')).toHaveLength(1);
  expect(fake.inputs('settingsTakeDroppedLogo')).toHaveLength(1);
});
