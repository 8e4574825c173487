// The calendar by single keys, and Today, where whatever is typed is a search.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { TODAY } from '../diary';
import type { Answers } from '../fake-core';
import { margaret } from '../what-is-typed';
import { machine, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const single: Answers = {
  settingsRead: () => ({ ...settings, machine: { ...machine, single_keys: true } }),
};

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

const button = (name: RegExp | string) => page.getByRole('button', { name });
const titled = (title: string) =>
  expect.element(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
const asked = () => page.getByRole('combobox', { name: 'A client, a point, a sheet or something to do' });
const today = () => titled('Tuesday, May 12');

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', freeOnly: false });
});

test('single keys step, come back to today and change how much shows; W and T do what they do with Shift', async () => {
  openAt('#/calendar', busy(), single);
  await expect.element(button(/Margaret Oyelaran/)).toBeVisible();
  await userEvent.keyboard(']');
  await titled('Wednesday, May 13');
  await expect.element(page.getByRole('status')).toHaveTextContent('Wednesday, May 13');
  await userEvent.keyboard('[[[[');
  await titled('Monday, May 11');
  await userEvent.keyboard('t');
  await today();
  for (const [key, name] of ['wWeek', 'mMonth', 'lList', 'dDay'].map((of) => [of[0], of.slice(1)])) {
    await userEvent.keyboard(key ?? '');
    await expect.element(page.getByRole('radio', { name, exact: true })).toBeChecked();
  }
  await userEvent.keyboard('gl');
  await titled('Handouts');
  await userEvent.keyboard('gc');
  await today();
  await userEvent.keyboard('{Shift>}W{/Shift}');
  const client = page.getByRole('combobox', { name: 'Client' });
  await expect.element(client).toHaveFocus();
  await userEvent.keyboard('dwt]');
  await expect.element(client).toHaveValue('dwt]');
  expect(looking.view).toBe('day');
});

test('they rest while single keys are off, over a dialog, and in what floats above the page', async () => {
  const { fake, practice } = openAt('#/calendar', busy());
  await expect.element(button(/Margaret Oyelaran/)).toBeVisible();
  await userEvent.keyboard(']w');
  expect([looking.day, looking.view]).toEqual([TODAY, 'day']);
  fake.set(single);
  practice.changed('settings');
  await expect.poll(() => fake.inputs('settingsRead').length).toBeGreaterThan(1);
  await button('Filter').click();
  await userEvent.keyboard(']w');
  await userEvent.keyboard('{Escape}');
  await button('Print the calendar').click();
  page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).element();
  await userEvent.keyboard(']w');
  await userEvent.keyboard('{Escape}');
  expect([looking.day, looking.view]).toEqual([TODAY, 'day']);
  await userEvent.keyboard('w');
  await expect.element(page.getByRole('radio', { name: 'Week', exact: true })).toBeChecked();
});

test('the list of shortcuts has them under the calendar', async () => {
  openAt('#/calendar', busy(), single);
  await expect.element(button(/Margaret Oyelaran/)).toBeVisible();
  await userEvent.keyboard('?');
  const group = page.getByRole('region', { name: 'In the calendar' });
  await expect.element(group.getByText('A week')).toBeVisible();
  await expect
    .element(group.getByRole('listitem').filter({ hasText: 'Walk-in' }))
    .toHaveTextContent(/Shift W/);
  await accessible();
});

test('typing a name on Today searches, from the first letter', async () => {
  openAt('#/today', withMargaret().practice);
  await expect.element(button('Find a client')).toBeVisible();
  await accessible();
  await userEvent.keyboard('marg');
  await expect.element(asked()).toHaveValue('marg');
  await expect.element(page.getByRole('option', { name: /Margaret Oyelaran/ })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await button('Find a client').click();
  await expect.element(asked()).toHaveValue('');
  await expect.element(asked()).toHaveFocus();
});

test('with single keys a letter that has none searches, and the others do what they do', async () => {
  const practice = new WorkingPractice();
  practice.register(margaret);
  openAt('#/today', practice, single);
  await expect.element(button('Find a client')).toBeVisible();
  await userEvent.keyboard('gp');
  await titled('Clients');
  await userEvent.keyboard('{Tab}');
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('gt');
  await expect.element(button('Find a client')).toBeVisible();
  await userEvent.keyboard('m');
  await expect.element(asked()).toHaveValue('m');
});
