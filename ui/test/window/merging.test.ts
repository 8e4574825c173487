import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { twice } from '../twice';
import { untold } from '../health';
import { atKeyboard, machine, settings } from '../willow-lane';
import { accessible } from './stand';
import { openAt } from './working';

const said = (text: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeInTheDocument();
const field = (name: string) => page.getByRole('group', { name, exact: true });
const make = () => page.getByRole('button', { name: 'Make one record' });

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
  await expect.element(field('Phone').getByRole('radio', { name: /^Both together/ })).toBeChecked();
  await expect.element(field('Name').getByRole('radio', { name: /no\. 0002 Maggie/ })).toBeChecked();
  await page.getByText('Said in one of them only, and taken over: Occupation and Family doctor (GP)').click();
  await expect.element(field('Occupation').getByRole('radio', { name: /Midwife/ })).toBeChecked();
  await expect.element(field('Family doctor (GP)').getByRole('radio', { name: /Dr\. Mori/ })).toBeChecked();
  await expect
    .element(page.getByText(/From no\. 0002 come along: 2 signed notes and 1 booking\./))
    .toBeVisible();
  await accessible();
  await field('Name')
    .getByRole('radio', { name: /Margaret/ })
    .click();
  await field('Birth date')
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

test('a record that was changed meanwhile is shown again with what was chosen', async () => {
  const { practice, first, second } = twice();
  const { fake } = openAt(`#/clients/merge/${first}/${second}`, practice);
  await field('Name')
    .getByRole('radio', { name: /Margaret/ })
    .click();
  practice.changed = () => undefined;
  practice.change(second, { occupation: 'Doula' });
  await make().click();
  await expect.element(page.getByText(/changed meanwhile/).first()).toBeVisible();
  await expect.element(field('Name').getByRole('radio', { name: /Margaret/ })).toBeChecked();
  await expect.element(field('Occupation').getByText('Doula')).toBeVisible();
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

test('two people are no twins any more, until that is undone or taken back', async () => {
  const { practice } = twice();
  openAt('#/clients/twins', practice);
  const list = page.getByRole('list', { name: 'Likely twins' });
  await page.getByRole('button', { name: /^They are two people/ }).click();
  await said(/Margaret Oyelaran.* and .*Maggie Oyelaran.* are kept as two people/);
  await expect.element(page.getByRole('heading', { name: 'No client seems to be here twice' })).toBeVisible();
  await page.getByRole('button', { name: /Undo/ }).click();
  await expect.element(list).toBeVisible();
  await page.getByRole('button', { name: /^They are two people/ }).click();
  await page.getByText('1 pair is kept as two people').click();
  await accessible();
  await page.getByRole('button', { name: /^Ask again about/ }).click();
  await expect.element(list).toBeVisible();
  await expect.element(page.getByText(/kept as two people$/)).not.toBeInTheDocument();
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
