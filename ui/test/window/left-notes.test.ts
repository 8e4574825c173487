import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Clinic } from '../clinic';
import { refuse } from '../fake-core';
import { daniel, NOW } from '../willow-lane';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const body = JSON.stringify({
  visit_date: '2026-05-04',
  subjective: 'Lower back, worse in the morning. خفيف',
  objective: '',
  assessment: '腎虚',
  plan: '<img src=x onerror=alert(1)>',
  points: [{ code: 'BL23', side: 'both', needles: 2 }, { code: 'nonsense' }],
});

function left() {
  const { practice, id } = withMargaret();
  practice.timelines.get(id)?.push({ kind: 'unsigned_left', draft: 'd9', at: NOW, by: daniel.name });
  const draftsReadLeft = () => ({
    id: 'd9',
    client: id,
    label: 'Margaret Oyelaran',
    body,
    by: daniel.name,
    closed_at: NOW,
  });
  return { practice, id, draftsReadLeft };
}

test('a note whose author left is read from the timeline, and says that it is no signed record', async () => {
  const { practice, id, draftsReadLeft } = left();
  openAt(`#/client/${id}`, practice, { draftsReadLeft });
  await expect.element(page.getByText('Author left, unsigned: Daniel Osei')).toBeVisible();
  await accessible();
  await page.getByRole('link', { name: 'Note left unsigned' }).click();
  await expect.element(page.getByText(/Daniel Osei left before this was signed/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: /Visit of May 4, 2026/ })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Margaret Oyelaran' })).toBeVisible();
  await expect.element(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /BL23/ })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Sign|addendum/ })).not.toBeInTheDocument();
  await accessible();
});

test('a left note that is gone, or cannot be read, says so', async () => {
  const { practice } = left();
  const { fake } = openAt('#/note/left/d9', practice, {
    draftsReadLeft: () => refuse({ code: 'unexpected', reference: 'a1b2' }),
  });
  await expect.element(page.getByRole('main').getByRole('alert')).toHaveTextContent('a1b2');
  fake.set({ draftsReadLeft: () => refuse({ code: 'not_found' }) });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('main').getByText('This note is no longer here')).toBeVisible();
  await accessible();
});

test('who answers for a client is asked where several work, and only of those who treat', async () => {
  const { practice, id } = withMargaret();
  const clinic = new Clinic();
  const { sessionState, peopleList } = clinic.answers();
  const { fake } = openAt(`#/client/${id}`, practice, { sessionState, peopleList });
  await page.getByRole('tab', { name: /Details/ }).click();
  const select = page.getByLabelText('Practitioner');
  await expect
    .element(select)
    .toHaveTextContent('The whole practiceInes MarlowDaniel OseiMei-Lin Chow 周美玲');
  await select.selectOptions('Daniel Osei');
  await accessible();
  await page.getByRole('button', { name: /^Save changes/ }).click();
  await expect.poll(() => fake.inputs('clientsEdit').at(-1)?.client.responsible).toBe(daniel.id);
});

test('whoever works alone is not asked', async () => {
  const { practice, id } = withMargaret();
  openAt(`#/client/${id}`, practice);
  await page.getByRole('tab', { name: /Details/ }).click();
  await expect.element(page.getByLabelText('Given name')).toBeVisible();
  await expect.element(page.getByLabelText('Practitioner')).not.toBeInTheDocument();
});
