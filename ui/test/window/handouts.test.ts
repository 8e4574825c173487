import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refuse } from '../fake-core';
import { backPain, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const giveTo = () => page.getByRole('combobox', { name: 'Give to' });
const firstPage = (title = backPain.title) =>
  page.getByRole('img', { name: new RegExp(`^Page 1 of .*${title}`) });

function library() {
  const { practice, id } = withMargaret();
  const sheet = practice.keep(backPain);
  practice.keep({ ...backPain, title: 'After your treatment', author: 'Ines Marlow' });
  practice.keep({ ...backPain, title: '第一次就诊前须知', language: 'zh-Hans' });
  return { practice, id, sheet };
}

async function shown(practice: WorkingPractice, more = {}) {
  const opened = openAt('#/handouts', practice, more);
  await expect.element(firstPage()).toBeVisible();
  return opened;
}

test('a practice without sheets is told the two ways to the first', async () => {
  openAt('#/handouts');
  await expect.element(page.getByRole('heading', { name: 'No sheets yet' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Import a sheet' })).toBeVisible();
  await accessible();
});

test('a sheet shows as it will print, and every change draws it again', async () => {
  const { practice } = library();
  const { fake } = await shown(practice);
  await accessible();
  await page.getByRole('radio', { name: '20' }).click();
  await page.getByRole('radio', { name: 'A4' }).click();
  await expect
    .poll(() => fake.inputs('handoutsPreview').at(-1))
    .toMatchObject({ text_size: 20, paper: 'a4' });
  await page.getByRole('button', { name: /After your treatment/ }).click();
  await expect.element(firstPage('After your treatment')).toBeVisible();
  await accessible();
});

test('a field without a value is named beside the page until it has one', async () => {
  const practice = withMargaret().practice;
  practice.keep({ ...backPain, markdown: 'Dear {{client.first_name}}, call {{practice.phone}}.' });
  openAt('#/handouts', practice);
  await expect.element(page.getByText('One field would be printed as it is written')).toBeVisible();
  await expect.element(page.getByText(/is filled in once a client is chosen/)).toBeVisible();
  await accessible();
  await giveTo().click();
  await page.getByRole('option', { name: /Margaret/ }).click();
  await expect.element(page.getByText('One field would be printed as it is written')).not.toBeInTheDocument();
});

test('sheets are found by title and by author, and nothing found is said', async () => {
  const { practice } = library();
  await shown(practice);
  const search = page.getByRole('searchbox', { name: 'Title or author' });
  await search.fill('marlow');
  await expect.element(page.getByRole('button', { name: /After your treatment/ })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Back Pain/ })).not.toBeInTheDocument();
  await search.fill('knee');
  await expect.element(page.getByText('No sheet found for “knee”.')).toBeVisible();
  await accessible();
});

test('without a person a sheet can be saved, and why it cannot be given is said', async () => {
  const { practice } = library();
  const { fake } = await shown(practice);
  await expect.element(page.getByText(/Choose a client to give it/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Give/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await expect.poll(() => fake.inputs('handoutsSavePdf').length).toBe(1);
  expect(fake.inputs('handoutsSavePdf')[0]).toMatchObject({ client: null, sheet_version: 1 });
});

test('a sheet is given by keyboard, kept as shown, and the person is one click away', async () => {
  const { practice, id, sheet } = library();
  const { fake } = await shown(practice);
  (giveTo().element() as HTMLElement).focus();
  await userEvent.keyboard('oyel');
  await expect.element(page.getByRole('option', { name: /Margaret Oyelaran/ })).toBeVisible();
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(giveTo()).toHaveValue('Margaret Oyelaran');
  await expect.poll(() => fake.inputs('handoutsPreview').at(-1)?.client).toBe(id);
  const give = page.getByRole('button', { name: 'Give to Margaret Oyelaran' });
  (give.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/is given to Margaret Oyelaran\./).first()).toBeInTheDocument();
  expect(fake.inputs('handoutsGive')).toEqual([
    { sheet: sheet.id, version: 1, client: id, paper: 'letter', text_size: 14 },
  ]);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect.element(page.getByText('Sent to the printer.').first()).toBeInTheDocument();
  expect(fake.inputs('handoutsPrintGiven'), 'what was given is printed from its kept bytes').toHaveLength(1);
  fake.set({ handoutsPrint: () => ({ outcome: 'viewer' }) });
  await page.getByRole('radio', { name: '20' }).click();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect.element(page.getByText(/print them there/).first()).toBeInTheDocument();
  expect(fake.inputs('handoutsPrint')[0]).toMatchObject({ client: id, text_size: 20 });
  await accessible();
  await page.getByRole('link', { name: 'Open Margaret Oyelaran' }).click();
  await expect.element(page.getByText('Sheet given: Acupuncture for Back Pain')).toBeVisible();
});

test('giving does not leave the sheet that was chosen', async () => {
  const { practice } = library();
  await shown(practice);
  await page.getByRole('button', { name: /After your treatment/ }).click();
  await giveTo().click();
  await page.getByRole('option', { name: /Margaret Oyelaran/ }).click();
  await page.getByRole('button', { name: 'Give to Margaret Oyelaran' }).click();
  const row = page.getByRole('button', { name: /After your treatment.*given once/ });
  await expect.element(row).toHaveAttribute('aria-current', 'true');
  await expect.element(firstPage('After your treatment')).toBeVisible();
});

test('a person is taken out again, and Esc keeps the one chosen', async () => {
  const { practice } = library();
  await shown(practice);
  await giveTo().click();
  await page.getByRole('option', { name: /Margaret Oyelaran/ }).click();
  await giveTo().click();
  await userEvent.keyboard('zzz{Escape}');
  await expect.element(giveTo()).toHaveValue('Margaret Oyelaran');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.element(page.getByText(/Choose a client to give it/)).toBeVisible();
});

test('characters that cannot be printed are named with where they stand, and the old page stays', async () => {
  const { practice } = library();
  practice.register({ ...person, given_name: 'שרה', family_name: 'לוי' });
  await shown(practice);
  await giveTo().click();
  await page.getByRole('option', { name: /שרה/ }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Some characters cannot be printed' });
  await expect.element(alert).toHaveTextContent('Hebrew letter U+05E9');
  await expect.element(alert).toHaveTextContent('They stand in the client’s name');
  await expect.element(firstPage()).toBeVisible();
  await accessible();
});

test('the words of the pages can be read instead of seen', async () => {
  const { practice } = library();
  await shown(practice);
  await page.getByRole('button', { name: 'Read as text' }).click();
  await expect
    .element(page.getByRole('article', { name: 'Text of Acupuncture for Back Pain' }))
    .toHaveTextContent('What Is Acupuncture?');
  await accessible();
});

test('a list that cannot be read says so', async () => {
  openAt('#/handouts', new WorkingPractice(), {
    handoutsList: () => refuse({ code: 'unexpected', reference: 'c3d4' }),
  });
  await expect.element(page.getByText(/Something went wrong \(c3d4\)/)).toBeVisible();
  await accessible();
});
