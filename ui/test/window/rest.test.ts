import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Closed from '../../src/main/Closed.svelte';
import { pages } from '../../src/shared/pages';
import { atDesk, desk, resting } from '../clinic';
import { refuse, type Answers } from '../fake-core';
import { closed, daniel, ines, machine } from '../willow-lane';
import { accessible, core, stand } from './stand';

const pin = () => page.getByLabelText('PIN', { exact: true });
const passphrase = () => page.getByLabelText('Passphrase', { exact: true });

/** The notice, not the region that announces. */
const notice = () => page.getByRole('main').getByRole('alert');

function rested(more: Answers = {}, people = desk) {
  const fake = core(resting(people, more));
  stand(Closed, {});
  return fake;
}

test('whoever was here last comes back by typing digits and Enter', async () => {
  const fake = rested({ sessionTakeSeat: () => null });
  await expect.element(page.getByRole('radio', { name: 'Daniel Osei' })).toBeChecked();
  await expect.element(pin()).toHaveFocus();
  await accessible();
  await userEvent.keyboard('123456{Enter}{Enter}');
  await expect
    .poll(() => fake.inputs('sessionTakeSeat'))
    .toEqual([{ person: daniel.id, secret: '123456', by: 'pin' }]);
  expect(pages.open).toHaveBeenCalledOnce();
});

test('another person is an arrow away, and digits go to the PIN wherever the focus is', async () => {
  const fake = rested({ sessionTakeSeat: () => null });
  await expect.element(pin()).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByRole('radio', { name: 'Ines Marlow' })).toBeChecked();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Ines');
  (page.getByRole('button', { name: 'Close the records' }).element() as HTMLElement).focus();
  await userEvent.keyboard('654321{Enter}');
  await expect
    .poll(() => fake.inputs('sessionTakeSeat'))
    .toEqual([{ person: ines.id, secret: '654321', by: 'pin' }]);
});

test('a wrong PIN says how many tries are left, the last one that it is forgotten', async () => {
  const fake = rested({ sessionTakeSeat: () => refuse({ code: 'wrong_pin', tries_left: 1 }) });
  await userEvent.keyboard('111111{Enter}');
  await expect.element(page.getByText('This is not the PIN. One try is left.').first()).toBeVisible();
  await expect.element(pin()).toHaveValue('');
  await expect.element(pin()).toHaveFocus();
  await accessible();
  fake.set({ sessionTakeSeat: () => refuse({ code: 'pin_gone' }) });
  await userEvent.keyboard('222222{Enter}');
  await expect.element(passphrase()).toHaveFocus();
  await expect.element(page.getByText(/so the PIN is forgotten/).first()).toBeVisible();
  await expect.element(page.getByText('Your passphrase brings you back.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Use the PIN instead' })).not.toBeInTheDocument();
  await accessible();
  // It stays forgotten, whoever was chosen in between.
  await page.getByRole('radio', { name: 'Ines Marlow' }).click();
  await expect.element(page.getByText('Your PIN brings you back.')).toBeVisible();
  await page.getByRole('radio', { name: 'Daniel Osei' }).click();
  await expect.element(page.getByText('Your passphrase brings you back.')).toBeVisible();
  await expect.element(passphrase()).toHaveFocus();
});

test('too few digits are no try, and nothing but digits can be typed', async () => {
  const fake = rested();
  await userEvent.keyboard('12a3');
  await expect.element(pin()).toHaveValue('123');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('A PIN is six to twelve digits.').first()).toBeVisible();
  expect(fake.inputs('sessionTakeSeat')).toEqual([]);
});

test('an empty passphrase is no try', async () => {
  const fake = rested();
  await page.getByRole('button', { name: 'Use the passphrase instead' }).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Please fill this in.').first()).toBeVisible();
  expect(fake.inputs('sessionTakeSeat')).toEqual([]);
});

test('the passphrase does instead of the PIN, and alone for whoever has none', async () => {
  const fake = rested({ sessionTakeSeat: () => refuse({ code: 'wrong_passphrase', wait_seconds: 3 }) });
  await expect.element(page.getByText('Your PIN brings you back.')).toBeVisible();
  await page.getByRole('button', { name: 'Use the passphrase instead' }).click();
  await expect.element(passphrase()).toHaveFocus();
  await expect.element(page.getByText('Your passphrase brings you back.')).toBeVisible();
  await userEvent.keyboard('willow ladder{Enter}');
  await expect.element(page.getByText(/Try again in \d seconds/).first()).toBeVisible();
  expect(fake.inputs('sessionTakeSeat')).toEqual([
    { person: daniel.id, secret: 'willow ladder', by: 'passphrase' },
  ]);
  await page.getByRole('radio', { name: 'Sam Hale' }).click();
  await expect.element(passphrase()).toHaveValue('');
  await expect.element(passphrase()).toHaveAccessibleDescription('');
  await expect.element(page.getByRole('button', { name: /instead/ })).not.toBeInTheDocument();
});

test('fingers press the digits on the screen', async () => {
  const fake = rested({
    settingsMachine: () => ({ ...machine, density: 'touch' }),
    sessionTakeSeat: () => null,
  });
  for (const digit of '1209') await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Erase the last digit' }).click();
  for (const digit of '456') await page.getByRole('button', { name: digit, exact: true }).click();
  await accessible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => fake.inputs('sessionTakeSeat')[0]?.secret).toBe('120456');
});

test('the records can be closed from there, after which only a passphrase opens them', async () => {
  const fake = rested();
  await expect.element(pin()).toBeVisible();
  fake.set({ ...closed([ines, daniel]), sessionLock: () => null });
  await page.getByRole('button', { name: 'Close the records' }).click();
  await expect.element(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
  expect(fake.inputs('sessionLock')).toHaveLength(1);
});

test('records that were closed meanwhile show the door', async () => {
  const fake = rested({ sessionTakeSeat: () => refuse({ code: 'locked' }) });
  await expect.element(pin()).toBeVisible();
  fake.set(closed([ines]));
  await userEvent.keyboard('123456{Enter}');
  await expect.element(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
});

test('one person alone is asked without a list', async () => {
  rested({}, [atDesk(ines, 1, true)]);
  await expect.element(pin()).toHaveFocus();
  await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
});

test('names of any length and direction keep the page whole', async () => {
  const long = 'Wolfeschlegelsteinhausenbergerdorffhohenstaufenoberscheinfeld';
  const people = [`${long} ${long}`, 'محمد الأنصاري', '周美玲'].map((name, at) =>
    atDesk({ id: `x${at}`, name, credentials: long }, at + 1, true),
  );
  rested({}, people);
  await expect.element(pin()).toHaveFocus();
  for (const scrolls of ['.side', 'fieldset'].map((part) => document.querySelector(part)!)) {
    expect(scrolls.scrollWidth).toBeLessThanOrEqual(scrolls.clientWidth);
  }
  await accessible();
});

test.each([
  [{ code: 'access_ended', on: '2026-05-01' }, 'Your access ended on May 1, 2026'],
  [{ code: 'suspended' }, 'Your access is suspended'],
] as const)('the door says why somebody stays outside: $code', async (error, title) => {
  core(closed([ines, daniel], { sessionUnlock: () => refuse(error) }));
  stand(Closed, {});
  await passphrase().fill('willow ladder');
  await userEvent.keyboard('{Enter}');
  await expect.element(notice()).toHaveTextContent(title);
  await accessible();
  await page.getByRole('radio', { name: 'Daniel Osei' }).click();
  await expect.element(notice()).not.toBeInTheDocument();
});

test.each([
  ['empty', /An owner can unlock once on this computer and put it back/],
  ['none', /only an owner can unlock here/],
  ['locked', /Unlock the keyring.*then try again/],
] as const)('the door says what to do about a keyring that is %s', async (situation, what) => {
  core(closed([ines, daniel], { sessionUnlock: () => refuse({ code: 'device_key_needed', situation }) }));
  stand(Closed, {});
  await passphrase().fill('willow ladder');
  await userEvent.keyboard('{Enter}');
  await expect.element(notice()).toHaveTextContent(what);
  await expect.element(passphrase()).toHaveValue('willow ladder');
  await accessible();
});

test('the arrows of the passphrase field go through the people at the door', async () => {
  const fake = core(closed([ines, daniel], { sessionUnlock: () => null }));
  stand(Closed, {});
  await expect.element(passphrase()).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}willow{Enter}');
  await expect
    .poll(() => fake.inputs('sessionUnlock'))
    .toEqual([{ person: daniel.id, passphrase: 'willow' }]);
});

test('this computer’s log-in unlocks where that was switched on, and is not offered again once it is gone', async () => {
  const fake = core({
    ...closed([ines]),
    sessionState: () => ({
      state: 'locked',
      practice_name: 'Willow Lane',
      people: [ines],
      computer_unlock: true,
    }),
    sessionUnlockWithComputer: () => refuse({ code: 'computer_unlock_gone' }),
  });
  stand(Closed, {});
  const button = page.getByRole('button', { name: 'Unlock with this computer’s log-in' });
  await button.click();
  await expect.element(notice()).toHaveTextContent('no longer opens the records');
  await expect.element(button).not.toBeInTheDocument();
  await accessible();
  expect(fake.inputs('sessionUnlockWithComputer')).toHaveLength(1);
  expect(vi.mocked(pages.open)).not.toHaveBeenCalled();
});

test('ten thousand characters are a passphrase like any other', async () => {
  const fake = core(closed([ines], { sessionUnlock: () => null }));
  stand(Closed, {});
  const long = 'wïllow 柳 صفصاف '.repeat(700).slice(0, 10_000);
  await passphrase().fill(long);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => fake.inputs('sessionUnlock')[0]?.passphrase).toBe(long);
});
