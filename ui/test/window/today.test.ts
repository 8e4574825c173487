import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { refuse } from '../fake-core';
import { backPain, margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const group = (name: string) => page.getByRole('list', { name: new RegExp(name) });

test('a brand-new practice has two first steps, one of them filled', async () => {
  openAt('#/today');
  await expect.element(page.getByRole('heading', { name: 'Your practice is ready' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Import a sheet' })).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Register your first client' }).click();
  await expect.element(page.getByLabelText('Given name')).toHaveFocus();
});

test('a working day shows what was done, who was seen and what is to finish', async () => {
  const practice = new WorkingPractice();
  const { id } = practice.register(margaret, 21);
  practice.register({ ...person, given_name: '麗華', family_name: '溫' });
  const sheet = practice.keep(backPain);
  await practice
    .answers()
    .handoutsGive?.({ sheet: sheet.id, version: 1, client: id, paper: 'a4', text_size: 14 });
  practice.draft({ kind: 'new_client', subject: null, label: '', body: '{}' });
  practice.import();
  openAt('#/today', practice);
  await expect.element(group('Sheets given today')).toHaveTextContent(/Margaret Oyelaran.*Back Pain/);
  await expect.element(group('Registered today')).toHaveTextContent('溫麗華');
  await expect.element(group('Registered today')).not.toHaveTextContent('Margaret');
  await expect.element(group('Clients you had open')).toHaveTextContent('Margaret Oyelaran');
  await expect.element(page.getByRole('button', { name: /Register a client Typed/ })).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: /Keep the sheet “Acupuncture for Back Pain”/ }).click();
  await expect.element(page.getByLabelText('Title', { exact: true })).toHaveValue(backPain.title);
});

test('a quiet day says so, and what happens elsewhere appears by itself', async () => {
  const practice = new WorkingPractice();
  practice.register(margaret, 21);
  openAt('#/today', practice);
  await expect.element(page.getByRole('heading', { name: 'A quiet day so far' })).toBeVisible();
  await accessible();
  practice.register({ ...person, given_name: 'Amara', family_name: 'Nwosu' });
  await expect.element(group('Registered today')).toHaveTextContent('Amara Nwosu');
});

test('a day that cannot be read says so and can be asked for again', async () => {
  const practice = new WorkingPractice();
  const { fake } = openAt('#/today', practice, {
    todayRead: () => refuse({ code: 'unexpected', reference: 'e5f6' }),
  });
  await expect.element(page.getByText(/Something went wrong \(e5f6\)/)).toBeVisible();
  await accessible();
  fake.set({ todayRead: practice.answers().todayRead });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('heading', { name: 'Your practice is ready' })).toBeVisible();
});
