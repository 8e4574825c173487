import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CustomField } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const save = '{Control>}{Enter}{/Control}';
const box = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const group = () => page.getByRole('group', { name: 'Custom fields' });

async function define(name: string, kind?: string, choices?: string) {
  await button('Add a field…').click();
  await box('Name of the field').fill(name);
  if (kind) await box('What is answered').selectOptions(kind);
  if (choices) await box('The words, one on each line').fill(choices);
  await userEvent.keyboard(save);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
}

function field(id: string, more: Partial<CustomField>): CustomField {
  return { id, name: id, kind: 'line', choices: [], asked: true, used: 0, ...more };
}

test('a practice adds its fields, orders them, stops asking one, and takes each of it back', async () => {
  const { fake } = openAt('#/settings', new WorkingPractice());
  await button('Add a field…').click();
  await page.getByRole('button', { name: 'Save field' }).click();
  await expect.element(box('Name of the field')).toHaveAttribute('aria-invalid', 'true');
  await accessible();
  await box('Name of the field').fill('School');
  await userEvent.keyboard(save);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await define('Table', 'One of some words', 'Low\nBy the window');
  await expect.element(group().getByText('Low, By the window')).toBeVisible();
  await accessible();
  await button(/What to do with the field .*Table/).click();
  await expect.element(page.getByRole('menuitem', { name: 'Move down' })).not.toBeInTheDocument();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  const names = () =>
    group()
      .getByRole('listitem')
      .elements()
      .map((line) => line.querySelector('bdi')?.textContent);
  await expect.poll(names).toEqual(['Table', 'School']);
  await button(/What to do with the field .*School/).click();
  await page.getByRole('menuitem', { name: 'Do not ask any more' }).click();
  await expect.poll(names).toEqual(['Table']);
  await button(/Undo/).click();
  await expect.poll(names).toEqual(['Table', 'School']);
  await button(/What to do with the field .*Table/).click();
  await page.getByRole('menuitem', { name: 'Change…' }).click();
  await expect.element(box('What is answered')).toBeDisabled();
  await box('The words, one on each line').fill('');
  await page.getByRole('button', { name: 'Save field' }).click();
  await expect.element(box('The words, one on each line')).toHaveAttribute('aria-invalid', 'true');
  await box('The words, one on each line').fill('High');
  await userEvent.keyboard(save);
  await expect
    .poll(() => fake.inputs('clientsDefineFields').at(-1)?.fields)
    .toEqual([
      { id: 'field-2', name: 'Table', kind: 'choice', choices: ['High'] },
      { id: 'field-1', name: 'School', kind: 'line', choices: [] },
    ]);
});

test('a record is asked for every kind of field, and says what it was answered', async () => {
  const practice = new WorkingPractice();
  const { id } = practice.register(margaret);
  openAt('#/settings', practice);
  await define('School');
  await define('Way to the house', 'Several lines of text');
  await define('Insured until', 'A date');
  await define('Table', 'One of some words', 'Low\nBy the window');
  await define('Own towel', 'Yes or no');
  location.hash = `#/client/${id}`;
  await page.getByRole('tab', { name: /Details/ }).click();
  await box('School').fill('  Linden ');
  await box('Way to the house').fill('Bus 7');
  await box('Insured until').fill('March 1, 2031');
  await box('Table').selectOptions('By the window');
  await box('Own towel').selectOptions('No');
  await accessible();
  await userEvent.keyboard(save);
  const rail = page.getByRole('complementary', { name: 'Contact' });
  for (const text of ['Bus 7', 'March 1, 2031', 'By the window', 'No']) {
    await expect.element(rail.getByRole('definition').filter({ hasText: text }).first()).toBeVisible();
  }
  expect(practice.clients.get(id)?.client.custom.map(({ value }) => value.trim())).toEqual([
    'Linden',
    'Bus 7',
    '2031-03-01',
    'By the window',
    'no',
  ]);
  await accessible();
});

async function details(
  fields: CustomField[],
  custom: { field: string; value: string }[],
  more: Answers = {},
) {
  const practice = new WorkingPractice();
  const { id } = practice.register({ ...margaret, custom });
  const { fake } = openAt(`#/client/${id}`, practice, { clientsCustomFields: () => fields, ...more });
  await page.getByRole('tab', { name: /Details/ }).click();
  await expect.element(page.getByLabelText('Preferred name')).toHaveValue('Maggie');
  return { practice, id, fake };
}

test('what is not asked any more is there while the record says something, and a choice that is gone stays', async () => {
  const fields = [
    field('Table', { kind: 'choice', choices: ['High'] }),
    field('School', { asked: false }),
    field('Unasked', { asked: false }),
  ];
  const { practice, id } = await details(fields, [
    { field: 'Table', value: 'Low' },
    { field: 'School', value: 'Linden' },
  ]);
  await expect.element(box('Table')).toHaveValue('Low');
  await expect.element(box('School')).toHaveAccessibleDescription('Not asked any more.');
  await expect.element(box('Unasked')).not.toBeInTheDocument();
  await box('Table').selectOptions('High');
  await box('Table').selectOptions('Low');
  await box('School').fill('');
  await expect.element(box('School')).toHaveFocus();
  await userEvent.keyboard(save);
  await expect
    .poll(() => practice.clients.get(id)?.client.custom)
    .toEqual([{ field: 'Table', value: 'Low' }]);
});

test('the only field, which is not asked any more, stays while it is typed anew', async () => {
  await details([field('School', { asked: false })], [{ field: 'School', value: 'Linden' }]);
  await box('School').fill('');
  await expect.element(box('School')).toHaveFocus();
  await userEvent.keyboard('Elm');
  await expect.element(box('School')).toHaveValue('Elm');
});

test('two people answer two fields of one record, and both answers stay', async () => {
  const fields = [field('School', {}), field('Until', { kind: 'date' })];
  const { practice, id } = await details(fields, []);
  await box('School').fill('Linden');
  practice.change(id, { custom: [{ field: 'Until', value: '2031-03-01' }] }, 'Jun Mori');
  await userEvent.keyboard(save);
  await expect.element(page.getByText('Until: March 1, 2031')).toBeVisible();
  await userEvent.keyboard(save);
  await expect
    .poll(() => practice.clients.get(id)?.client.custom)
    .toEqual([
      { field: 'Until', value: '2031-03-01' },
      { field: 'School', value: 'Linden' },
    ]);
});

test('what is wrong in a custom field is said there, and what was typed stays', async () => {
  const { fake } = await details([field('Until', { kind: 'date' })], [], {
    clientsEdit: () =>
      refuse({ code: 'invalid', fields: [{ path: 'custom.Until', problem: 'not_a_date', limit: null }] }),
  });
  await box('Until').fill('when it ends');
  await userEvent.keyboard(save);
  await expect.element(box('Until')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(box('Until')).toHaveFocus();
  await expect.element(box('Until')).toHaveValue('when it ends');
  expect(fake.inputs('clientsEdit')).toHaveLength(1);
});
