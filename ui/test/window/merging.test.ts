import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyPhone, emptyRelation } from '../../src/features/clients/client-input';
import type { ClientInput } from '../../src/ipc/bindings';
import { emptyHistory, line, untold } from '../health';
import { person } from '../what-is-typed';
import { atKeyboard, machine, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const said = (text: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeInTheDocument();
const line0 = (name: string) => page.getByRole('group', { name, exact: true });
const make = () => page.getByRole('button', { name: 'Make one record' });

const margaret: ClientInput = {
  ...person,
  given_name: 'Margaret',
  family_name: 'Oyelaran',
  birth_date: '1964-03-03',
  phones: [{ ...emptyPhone(), number: '250-555-0138' }],
  emails: [],
  tags: ['Evening'],
  occupation: 'Midwife',
  gp_name: '',
};
const maggie: ClientInput = {
  ...margaret,
  given_name: 'Maggie',
  birth_date: '1964-03-08',
  phones: [
    { ...emptyPhone(), number: '(250) 555 0138', allows: { ...emptyPhone().allows, voicemail: 'no' } },
    { ...emptyPhone('home'), number: '250-555-0111' },
  ],
  tags: ['evening', 'Fertility'],
  occupation: '',
  gp_name: 'Dr. Mori',
};

function twice(one = margaret, other = maggie) {
  const practice = new WorkingPractice();
  const first = practice.register(one).id;
  const second = practice.register(other).id;
  practice.twins.pairs = [{ one: first, other: second, alike: ['birth_date_slipped', 'contact'] }];
  return { practice, first, second };
}

test('two records are compared line by line and become one, which the way back makes two again', async () => {
  const { practice, first, second } = twice();
  practice.twins.attached = { [second]: { notes: 2, bookings: 1 } };
  const { fake } = openAt('#/clients', practice);
  await page.getByRole('button', { name: 'Registered twice?' }).click();
  const list = page.getByRole('list', { name: 'Likely twins' });
  await expect
    .element(list.getByText('Birth dates that differ by a slip and same phone or email'))
    .toBeVisible();
  await accessible();
  await page.getByRole('button', { name: /^Compare / }).click();
  await expect.poll(() => location.hash).toBe(`#/clients/merge/${first}/${second}`);
  await expect.element(line0('Phone').getByRole('radio', { name: /^Both together/ })).toBeChecked();
  await expect.element(line0('Name').getByRole('radio', { name: /no\. 0002 Maggie/ })).toBeChecked();
  await page.getByText('Said in one of them only, and taken over: Occupation and Family doctor (GP)').click();
  await expect.element(line0('Occupation').getByRole('radio', { name: /Midwife/ })).toBeChecked();
  await expect.element(line0('Family doctor (GP)').getByRole('radio', { name: /Dr\. Mori/ })).toBeChecked();
  await expect
    .element(page.getByText(/From no\. 0002 come along: 2 signed notes and 1 booking\./))
    .toBeVisible();
  await accessible();
  await line0('Name')
    .getByRole('radio', { name: /Margaret/ })
    .click();
  await line0('Birth date')
    .getByRole('radio', { name: /March 3, 1964/ })
    .click();
  await make().click();
  await said(/Margaret.* is one record now/);
  await expect.poll(() => location.hash).toBe(`#/client/${first}`);
  const [input] = fake.inputs('clientsMerge');
  expect(input?.kept).toEqual({ id: first, version: 1, health_version: 0 });
  expect(input?.gone.id).toBe(second);
  const { client } = input ?? {};
  expect(client?.given_name).toBe('Margaret');
  expect(client?.birth_date).toBe('1964-03-03');
  expect(
    client?.phones.map(({ number }) => number),
    'one number however it is written',
  ).toEqual(['(250) 555 0138', '250-555-0111']);
  expect(client?.phones[0]?.allows.voicemail, 'what was forbidden there stays forbidden').toBe('no');
  expect(client?.tags).toEqual(['evening', 'Fertility']);
  expect([client?.occupation, client?.gp_name]).toEqual(['Midwife', 'Dr. Mori']);
  await expect.element(page.getByText(/Merged with no\. 0002, .*Maggie Oyelaran/)).toBeVisible();
  await page.getByRole('button', { name: /Undo/ }).click();
  await said(/two records again/);
  expect(practice.clients.size).toBe(2);
});

test('the number that is kept is chosen, by the keyboard alone', async () => {
  const { practice, first, second } = twice();
  const { fake } = openAt(`#/clients/merge/${second}/${first}`, practice);
  const kept = page.getByRole('group', { name: 'Whose number is kept' });
  await expect.element(kept.getByRole('radio', { name: /Keep no\. 0001/ })).toBeChecked();
  (kept.getByRole('radio').first().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(kept.getByRole('radio', { name: /Keep no\. 0002/ })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => location.hash).toBe(`#/client/${second}`);
  expect(fake.inputs('clientsMerge')[0]?.kept.id).toBe(second);
});

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

test('the desk cannot put two health histories together, and says who can', async () => {
  const { practice, first, second } = twice();
  practice.twins.health = {
    [first]: { ...untold(first), version: 1 },
    [second]: { ...untold(second), version: 1 },
  };
  practice.twins.atDesk = true;
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
  await expect.element(page.getByText(/for whoever treats/)).toBeVisible();
  await expect
    .element(page.getByText('Signed notes of no. 0002 come along; the desk does not see how many.'))
    .toBeVisible();
  await make().click();
  await expect.element(page.getByRole('alert').filter({ hasText: /for whoever treats/ })).toBeInTheDocument();
  expect(fake.inputs('clientsMerge')).toEqual([]);
});

test('what somebody is typing about either is finished first, by whoever is typing', async () => {
  const { practice, first, second } = twice();
  practice.twins.typing = { [first]: ['Ines Marlow'], [second]: ['Daniel Osei', 'Grace Tan'] };
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
  await expect.element(page.getByText(/You have not finished changing no\. 0001/)).toBeVisible();
  await expect
    .element(page.getByText(/Daniel Osei.* and .*Grace Tan.* have not finished changing no\. 0002/))
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Open no. 0001' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Open no. 0002' })).not.toBeInTheDocument();
  await make().click();
  expect(fake.inputs('clientsMerge')).toEqual([]);
  practice.twins.typing = {};
  practice.changed('drafts');
  await expect.element(page.getByText(/Daniel Osei/)).not.toBeInTheDocument();
  await make().click();
  await expect.poll(() => fake.inputs('clientsMerge')).toHaveLength(1);
});

test('what was chosen stays when something comes from elsewhere, and what nobody chose begins anew', async () => {
  const { practice, first, second } = twice();
  const history = { ...emptyHistory(), allergies: [line('Latex')] };
  practice.twins.health = {
    [first]: { ...untold(first), version: 1, history },
    [second]: { ...untold(second), version: 1, history: { ...history, allergies: [line('Penicillin')] } },
  };
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
  const allergies = line0('Allergies');
  await allergies.getByRole('radio', { name: /no\. 0002 Penicillin/ }).click();
  await line0('Phone')
    .getByRole('radio', { name: /no\. 0001/ })
    .click();
  practice.change(second, { emails: [{ kind: 'personal', email: 'maggie@example.org' }] });
  practice.change(first, { emails: [{ kind: 'personal', email: 'margaret@example.org' }] });
  await expect.element(line0('Email').getByRole('radio', { name: /^Both together/ })).toBeChecked();
  await expect.element(allergies.getByRole('radio', { name: /no\. 0002 Penicillin/ })).toBeChecked();
  await expect.element(line0('Phone').getByRole('radio', { name: /no\. 0001/ })).toBeChecked();
  await make().click();
  await expect.poll(() => fake.inputs('clientsMerge')).toHaveLength(1);
  const [input] = fake.inputs('clientsMerge');
  expect(
    input?.client.emails.map(({ email }) => email),
    'what was saved last first',
  ).toEqual(['margaret@example.org', 'maggie@example.org']);
  expect(input?.health?.allergies.map(({ what }) => what)).toEqual(['Penicillin']);
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
    await expect.element(line0('Status').getByRole('radio', { name: /Deceased|Died/ })).toBeChecked();
    await make().click();
    await expect.poll(() => fake.inputs('clientsMerge')).toHaveLength(1);
    const [input] = fake.inputs('clientsMerge');
    expect(input?.client.status).toBe('deceased');
    expect(input?.health?.pregnancy?.state).toBe('pregnant');
    expect(input?.health?.none, 'asked, and there is none').toEqual(['allergies']);
  },
);

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
  await expect.element(line0('Pregnancy').getByRole('radio', { name: /no\. 0001/ })).toBeChecked();
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

test('a record that was changed meanwhile is shown again with what was chosen', async () => {
  const { practice, first, second } = twice();
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
  await line0('Name')
    .getByRole('radio', { name: /Margaret/ })
    .click();
  practice.changed = () => undefined;
  practice.change(second, { occupation: 'Doula' });
  await make().click();
  await expect.element(page.getByText(/changed meanwhile/).first()).toBeVisible();
  await expect.element(line0('Name').getByRole('radio', { name: /Margaret/ })).toBeChecked();
  await expect.element(line0('Occupation').getByText('Doula')).toBeVisible();
  await make().click();
  await expect.poll(() => location.hash).toBe(`#/client/${first}`);
  expect(fake.inputs('clientsMerge').at(-1)?.gone.version).toBe(2);
});

test('what is wrong with the details together is said at its field', async () => {
  const { practice, first, second } = twice();
  openAt(`#/clients/merge/${first}/${second}`, practice, {
    clientsMerge: () => {
      const long = { problem: 'too_long' as const, limit: 200 };
      throw {
        code: 'invalid',
        fields: [
          { path: 'tags', problem: 'too_much', limit: 30 },
          { path: 'flags.0.note', ...long },
          { path: 'flags.1.note', ...long },
        ],
      };
    },
  });
  await make().click();
  await expect.element(page.getByText('Tags: This is too much: at most 30.')).toBeVisible();
  await expect.element(page.getByText(/^Precautions: This is too long/).first()).toBeVisible();
  await expect.element(page.getByText('Choose what the one record says', { exact: false })).toBeVisible();
  await expect.element(make()).toBeEnabled();
});

test('two people are no twins any more, until that is undone', async () => {
  const { practice } = twice();
  openAt('#/clients/twins', practice);
  await page.getByRole('button', { name: /^They are two people/ }).click();
  await said(/Margaret Oyelaran.* and .*Maggie Oyelaran.* are kept as two people/);
  await expect.element(page.getByRole('heading', { name: 'No client seems to be here twice' })).toBeVisible();
  await page.getByRole('button', { name: /Undo/ }).click();
  await expect.element(page.getByRole('list', { name: 'Likely twins' })).toBeVisible();
});

test('secure search lists nobody who is here twice', async () => {
  const { practice } = twice();
  openAt('#/clients/twins', practice, {
    settingsRead: () => ({ ...settings, machine: { ...machine, secure_search: true } }),
  });
  await expect.element(page.getByText('While secure search is on, nobody is listed here.')).toBeVisible();
  await expect.element(page.getByText('Oyelaran')).not.toBeInTheDocument();
});

test('the other record is found from a record, which is never compared with itself', async () => {
  const { practice, first, second } = twice();
  openAt(`#/client/${first}`, practice);
  await page.getByRole('link', { name: 'Merge with another record…' }).click();
  const search = page.getByRole('combobox', { name: 'The other record' });
  await search.fill('margaret');
  await page.getByRole('option', { name: /Margaret/ }).click();
  await expect.element(page.getByText('This is the same record. Choose the other one.')).toBeVisible();
  await accessible();
  await search.fill('maggie');
  await page.getByRole('option', { name: /Maggie/ }).click();
  await expect.poll(() => location.hash).toBe(`#/clients/merge/${first}/${second}`);
});

test('two come apart from the timeline, and what hinders that is said there', async () => {
  const { practice, first, second } = twice();
  openAt(`#/clients/merge/${first}/${second}`, practice);
  await make().click();
  await page.getByRole('button', { name: 'Make two records again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make two records again?' });
  await expect.element(dialog.getByText(/gets its own record back/)).toBeVisible();
  await accessible();
  await dialog.getByRole('button', { name: 'Make two records again' }).click();
  await said(/two records again/);
  expect(practice.clients.size).toBe(2);
});

test('a record that became part of another opens as that one', async () => {
  const { practice, first, second } = twice();
  openAt(`#/clients/merge/${first}/${second}`, practice);
  await make().click();
  await expect.poll(() => location.hash).toBe(`#/client/${first}`);
  location.hash = `#/client/${second}`;
  await expect.element(page.getByText(/Merged with no\. 0002/)).toBeVisible();
  const hindered = practice.timelines
    .get(first)
    ?.map((entry) =>
      entry.kind === 'merged'
        ? { ...entry, record: { ...entry.record, hindrance: 'details' as const } }
        : entry,
    );
  practice.timelines.set(first, hindered ?? []);
  practice.changed('clients');
  await expect
    .element(page.getByText('The details were changed since, so this stays one record.'))
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Make two records again' })).not.toBeInTheDocument();
});

test('whoever only reads merges nobody', async () => {
  const { practice, first } = twice();
  openAt(`#/client/${first}`, practice, { sessionState: () => atKeyboard({ role: 'student' }) });
  await expect.element(page.getByRole('list', { name: 'Timeline' })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Merge with another record…' }))
    .not.toBeInTheDocument();
  location.hash = '#/clients';
  await expect.element(page.getByRole('listbox', { name: 'Clients' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Registered twice?' })).not.toBeInTheDocument();
});
