import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PointRow } from '../../src/ipc/bindings';
import { refuse } from '../fake-core';
import { pointAnswers } from '../points';
import { accessible } from './stand';
import { openAt, visit } from './working';

const search = () => page.getByLabelText('Code, pinyin, 漢字 or English');
const list = (name: string) => page.getByRole('list', { name });

test('the points of a channel are one click away, each with all its names', async () => {
  openAt('#/points');
  await page.getByRole('link', { name: 'ST Stomach' }).click();
  await expect
    .element(list('Points: Stomach').getByRole('link', { name: /ST36/ }))
    .toHaveTextContent(/足三里 Zúsānlǐ Leg Three Li/);
  await accessible();
  await page.getByRole('link', { name: /ST36/ }).click();
  await expect.element(page.getByRole('heading', { name: 'ST36' })).toHaveFocus();
});

test('searching finds by every name, and Enter opens the first', async () => {
  openAt('#/points');
  await search().fill('ub 60');
  await expect.element(list('Found for “ub 60”')).toHaveTextContent(/BL60.*UB60/);
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'BL60' })).toBeVisible();
});

test('Enter waits for the answer to exactly what was typed', async () => {
  const { fake } = openAt('#/points');
  await expect.element(search()).toBeVisible();
  const answers: (() => void)[] = [];
  fake.set({
    pointsFind: (input) =>
      new Promise<PointRow[]>((resolve) => {
        answers.push(async () => resolve((await pointAnswers.pointsFind?.(input)) ?? []));
      }),
  });
  await userEvent.type(search(), 'gv20{Enter}');
  for (const answer of answers.reverse()) answer();
  await expect.element(page.getByRole('heading', { name: 'GV20' })).toBeVisible();
});

test('a search without a result says what to try, and a channel or Esc ends it', async () => {
  openAt('#/points/LI');
  await search().fill('zzz');
  await expect.element(page.getByRole('heading', { name: 'No point found for “zzz”' })).toBeVisible();
  await accessible();
  await page.getByRole('link', { name: 'LI Large intestine' }).click();
  await expect.element(list('Points: Large intestine')).toBeVisible();
  await search().fill('st36');
  await userEvent.keyboard('{Escape}');
  await expect.element(search()).toHaveValue('');
  await expect.element(list('Points: Large intestine')).toBeVisible();
});

test('a point’s page holds its names, its categories and its cautions with their source', async () => {
  openAt('#/points/LI4');
  await expect.element(page.getByText('合谷').first()).toBeVisible();
  const sheet = page.getByRole('article');
  await expect.element(sheet).toHaveTextContent(/Hégǔ.*Joining Valley.*Large intestine/);
  await expect
    .element(page.getByRole('region', { name: 'Cautions' }))
    .toHaveTextContent(/traditionally avoided in pregnancy before labour.*Source.*WHO 1999/);
  await accessible();
  visit('#/points/ST36');
  await expect.element(sheet).toHaveTextContent('he-sea; lower he-sea (ST)');
  await expect
    .element(page.getByRole('region', { name: 'Cautions' }))
    .toHaveTextContent('Nothing particular');
  await page.getByRole('button', { name: 'After: ST37' }).click();
  await expect.element(page.getByRole('heading', { name: 'ST37' })).toBeVisible();
  await page.getByRole('button', { name: 'All ST points' }).click();
  await expect.element(list('Points: Stomach')).toBeVisible();
});

test('a point or a channel that is not known says so', async () => {
  const { fake } = openAt('#/points/ST46');
  await expect.element(page.getByRole('heading', { name: 'ST46 is not a known point' })).toBeVisible();
  await accessible();
  visit('#/points/XX');
  await expect.element(page.getByRole('heading', { name: 'This channel is not known' })).toBeVisible();
  fake.set({ pointsOfChannel: () => refuse({ code: 'unexpected', reference: 'c3' }) });
  visit('#/points/ST');
  await expect.element(page.getByText(/Something went wrong \(c3\)/)).toBeVisible();
  await accessible();
});
