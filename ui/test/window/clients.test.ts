import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FoundClients } from '../../src/ipc/bindings';
import { refuse } from '../fake-core';
import { clients, settings } from '../willow-lane';
import { margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const search = () => page.getByRole('combobox', { name: 'Name, phone, email or birth date' });
const rows = () => page.getByRole('option');
const chosen = () => page.getByRole('option', { selected: true });

function many(count: number): WorkingPractice {
  const practice = new WorkingPractice();
  for (let at = 1; at <= count; at++) {
    practice.register({ ...person, given_name: 'Person', family_name: `N${String(at).padStart(4, '0')}` });
  }
  return practice;
}

test('a new practice is told how to begin', async () => {
  openAt('#/clients');
  await expect.element(page.getByRole('heading', { name: 'No clients yet' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Register a client' }).elements()).toHaveLength(1);
  await accessible();
});

test('one, long, Chinese and Arabic names read well for axe', async () => {
  const { practice } = withMargaret();
  practice.register({ ...person, given_name: '麗華', family_name: '溫' });
  practice.register({ ...person, given_name: 'محمد', family_name: 'الأنصاري' });
  practice.register({ ...person, given_name: 'Maria', family_name: 'Hohenstaufen-'.repeat(12) });
  openAt('#/clients', practice);
  await expect.element(rows().nth(3)).toBeVisible();
  await accessible();
});

test('the list says patients where the practice does', async () => {
  openAt('#/clients', new WorkingPractice(), {
    settingsRead: () => ({ ...settings, practice: { ...settings.practice, person_word: 'patient' } }),
  });
  await expect.element(page.getByRole('heading', { name: 'No patients yet' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Patients', exact: true })).toBeVisible();
});

test('typing searches, arrows choose and Enter opens', async () => {
  const practice = new WorkingPractice();
  practice.register({ ...person, given_name: 'Jonas', family_name: 'Backman' });
  const ella = practice.register({ ...person, given_name: 'Ella', family_name: 'Backström' });
  practice.register(margaret);
  openAt('#/clients', practice);
  await expect.element(rows().nth(2)).toBeVisible();
  await userEvent.keyboard('back');
  await expect.poll(() => rows().elements().length).toBe(2);
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(chosen()).toHaveTextContent('Ella Backström');
  expect(search().element().getAttribute('aria-activedescendant')).toBe(chosen().element().id);
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => location.hash).toBe(`#/client/${ella.id}`);
});

test('Enter right after typing opens who was typed, not who was shown before', async () => {
  const { practice, id } = withMargaret();
  practice.register({ ...person, given_name: 'Alice', family_name: 'Aaron' });
  openAt('#/clients', practice);
  await expect.element(chosen()).toHaveTextContent('Alice Aaron');
  await search().fill('margaret');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => location.hash).toBe(`#/client/${id}`);
});

test('J and K move through the rows only for those who want single keys', async () => {
  openAt('#/clients', many(3), {
    settingsRead: () => ({ ...settings, machine: { ...settings.machine, single_keys: true } }),
  });
  await expect.element(chosen()).toHaveTextContent('N0001');
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('jj');
  await expect.element(chosen()).toHaveTextContent('N0003');
  await userEvent.keyboard('k');
  await expect.element(chosen()).toHaveTextContent('N0002');
});

test('an older answer that arrives late is dropped', async () => {
  const late: ((found: FoundClients) => void)[] = [];
  const [maggie, jonas] = clients;
  openAt('#/clients', new WorkingPractice(), {
    clientsFind: ({ text }) =>
      text === 'ma'
        ? new Promise<FoundClients>((resolve) => late.push(resolve))
        : { rows: jonas ? [jonas] : [], total: 1, near: 0 },
  });
  await expect.element(rows()).toHaveTextContent('Jonas Backman');
  await search().fill('ma');
  await expect.poll(() => late.length).toBe(1);
  await search().fill('jonas');
  await expect.element(page.getByRole('status').filter({ hasText: '1 client found' })).toBeInTheDocument();
  late[0]?.({ rows: maggie ? [maggie] : [], total: 1, near: 0 });
  await expect.element(rows()).toHaveTextContent('Jonas Backman');
});

test('five thousand clients draw only what is in sight, and the last one is a key away', async () => {
  const { fake } = openAt('#/clients', many(5000));
  await expect.element(rows().first()).toBeVisible();
  expect(rows().elements().length).toBeLessThan(60);
  await accessible();
  document.querySelector('[role=listbox]')?.scrollTo(0, 1_000_000);
  await expect.element(page.getByText('Person N5000')).toBeVisible();
  expect(rows().elements().length).toBeLessThan(60);
  expect(fake.inputs('clientsFind').length).toBeLessThan(6);
});

test('somebody registered elsewhere appears by itself', async () => {
  const { practice } = openAt('#/clients', many(2));
  await expect.element(rows().nth(1)).toBeVisible();
  practice.register({ ...person, given_name: 'Amara', family_name: 'Nwosu' });
  await expect.element(page.getByText('Amara Nwosu')).toBeVisible();
});

test('a phone number that nobody has is carried into the phone field', async () => {
  openAt('#/clients', many(1));
  await expect.element(rows().first()).toBeVisible();
  await search().fill('250-555-0199');
  await page.getByRole('button', { name: 'Register someone with 250-555-0199' }).click();
  await expect.element(page.getByLabelText('Phone', { exact: true })).toHaveValue('250-555-0199');
});

test('a list that cannot be read says so and can be asked for again', async () => {
  const practice = many(1);
  const { fake } = openAt('#/clients', practice, {
    clientsFind: () => refuse({ code: 'unexpected', reference: 'a1b2' }),
  });
  await expect.element(page.getByText(/Something went wrong \(a1b2\)/)).toBeVisible();
  await accessible();
  fake.set({ clientsFind: practice.answers().clientsFind });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(rows().first()).toBeVisible();
});
