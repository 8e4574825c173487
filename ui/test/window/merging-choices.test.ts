import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { emptyRelation } from '../../src/features/clients/client-input';
import { emptyHistory, line, untold } from '../health';
import { margaret, twice } from '../twice';
import { accessible } from './stand';
import { openAt } from './working';

const said = (text: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeInTheDocument();
const field = (name: string) => page.getByRole('group', { name, exact: true });
const make = () => page.getByRole('button', { name: 'Make one record' });

test('two health histories are put together by whoever reads them', async () => {
  const { practice, first, second } = twice();
  const flag = (note: string, since: string) => ({ kind: 'anticoagulant' as const, since, until: '', note });
  practice.twins.health = {
    [first]: {
      ...untold(first),
      version: 2,
      history: {
        ...emptyHistory(),
        allergies: [line('Latex')],
        none: ['surgeries'],
        flags: [flag('apixaban', '2024')],
      },
    },
    [second]: {
      ...untold(second),
      version: 1,
      history: {
        ...emptyHistory(),
        allergies: [line('Penicillin'), line('Latex')],
        surgeries: [line('Appendix')],
        flags: [flag('Apixaban', '2022')],
      },
    },
  };
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
  const health = page.getByRole('region', { name: 'Health history' });
  await expect
    .element(health.getByRole('group', { name: 'Allergies' }).getByRole('radio', { name: /^Both together/ }))
    .toBeChecked();
  await accessible();
  await make().click();
  await said(/one record now/);
  const [input] = fake.inputs('clientsMerge');
  expect(input?.health?.allergies.map(({ what }) => what)).toEqual(['Latex', 'Penicillin']);
  expect(
    input?.health?.surgeries.map(({ what }) => what),
    'where one says there are none',
  ).toEqual(['Appendix']);
  expect(input?.health?.none).toEqual([]);
  expect(input?.health?.flags, 'each kind once, since the earlier year').toEqual([flag('apixaban', '2022')]);
});

test('what was chosen stays when something comes from elsewhere, and what nobody chose begins anew', async () => {
  const { practice, first, second } = twice();
  const history = { ...emptyHistory(), allergies: [line('Latex')] };
  practice.twins.health = {
    [first]: { ...untold(first), version: 1, history },
    [second]: { ...untold(second), version: 1, history: { ...history, allergies: [line('Penicillin')] } },
  };
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
  const allergies = field('Allergies');
  await allergies.getByRole('radio', { name: /no\. 0002 Penicillin/ }).click();
  await field('Phone')
    .getByRole('radio', { name: /no\. 0001/ })
    .click();
  practice.change(second, { emails: [{ kind: 'personal', email: 'maggie@example.org' }] });
  practice.change(first, { emails: [{ kind: 'personal', email: 'margaret@example.org' }] });
  await expect.element(field('Email').getByRole('radio', { name: /^Both together/ })).toBeChecked();
  await expect.element(allergies.getByRole('radio', { name: /no\. 0002 Penicillin/ })).toBeChecked();
  await expect.element(field('Phone').getByRole('radio', { name: /no\. 0001/ })).toBeChecked();
  await make().click();
  await expect.poll(() => fake.inputs('clientsMerge')).toHaveLength(1);
  const [input] = fake.inputs('clientsMerge');
  expect(
    input?.client.emails.map(({ email }) => email),
    'what was saved last first',
  ).toEqual(['margaret@example.org', 'maggie@example.org']);
  expect(input?.health?.allergies.map(({ what }) => what)).toEqual(['Penicillin']);
});

test('the newer of two pregnancies stands to begin with, however the details were saved', async () => {
  const { practice, first, second } = twice();
  const of = (state: 'pregnant' | 'ended') => ({ state, since: '', due: '', note: '' });
  practice.twins.health = {
    [first]: {
      ...untold(first),
      version: 2,
      saved: { day: '2026-05-10', by: 'Ines Marlow' },
      history: { ...emptyHistory(), pregnancy: of('ended') },
    },
    [second]: {
      ...untold(second),
      version: 1,
      saved: { day: '2024-01-10', by: 'Ines Marlow' },
      history: { ...emptyHistory(), pregnancy: of('pregnant') },
    },
  };
  openAt(`#/clients/merge/${first}/${second}`, practice);
  await expect.element(field('Pregnancy').getByRole('radio', { name: /no\. 0001/ })).toBeChecked();
});

test('people around both keep what either forbids, and both days to come again are shown', async () => {
  const around = { ...emptyRelation(), name: 'Peter Lund', phone: '250-555-0199' };
  const { practice, first, second } = twice(
    { ...margaret, relations: [{ ...around, gets_copies: true, guardian: true }] },
    { ...margaret, relations: [{ ...around, must_not: true, note: 'Court order' }], birth_date: '' },
  );
  const recall = { ask: 'on_day' as const, due: '2026-09-01', note: '', version: 1 };
  practice.twins.recalls = { [first]: recall, [second]: { ...recall, ask: 'never', due: '' } };
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
  await expect
    .element(page.getByText(/no\. 0001: September 1, 2026; no\. 0002: not to be asked at all/))
    .toBeVisible();
  await make().click();
  await expect.poll(() => fake.inputs('clientsMerge')).toHaveLength(1);
  const [person] = fake.inputs('clientsMerge')[0]?.client.relations ?? [];
  expect(person).toMatchObject({ must_not: true, gets_copies: false, guardian: true, note: 'Court order' });
});

test.for([true, false])(
  'what is graver stands to begin with, whichever record says it: %s',
  async (swapped) => {
    const grave = { ...margaret, status: 'deceased' as const, status_since: '2026-02-01' };
    const { practice, first, second } = swapped ? twice(margaret, grave) : twice(grave, margaret);
    const [one, other] = swapped ? [second, first] : [first, second];
    const pregnant = { state: 'pregnant' as const, since: '', due: '2026-09-03', note: '' };
    const trying = { ...pregnant, state: 'trying' as const, due: '' };
    const saved = { day: '2026-05-01', by: 'Ines Marlow' };
    practice.twins.health = {
      [one]: {
        ...untold(one),
        version: 1,
        saved,
        history: { ...emptyHistory(), pregnancy: pregnant, none: ['allergies'] },
      },
      [other]: { ...untold(other), version: 1, saved, history: { ...emptyHistory(), pregnancy: trying } },
    };
    const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
    await expect.element(field('Status').getByRole('radio', { name: /Deceased|Died/ })).toBeChecked();
    await make().click();
    await expect.poll(() => fake.inputs('clientsMerge')).toHaveLength(1);
    const [input] = fake.inputs('clientsMerge');
    expect(input?.client.status).toBe('deceased');
    expect(input?.health?.pregnancy?.state).toBe('pregnant');
    expect(input?.health?.none, 'asked, and there is none').toEqual(['allergies']);
  },
);
