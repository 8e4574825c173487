import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyPhone, emptyRelation } from '../../src/features/clients/client-input';
import type { ClientInput, RecordField } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { margaret, person } from '../what-is-typed';
import { settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const save = '{Control>}{Enter}{/Control}';
const tab = () => page.getByRole('tab', { name: /Details/ });
const rail = () => page.getByRole('complementary', { name: 'Contact' });
const box = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function details(client: Partial<ClientInput> = {}, more: Answers = {}) {
  const practice = new WorkingPractice();
  const { id } = practice.register({ ...margaret, ...client });
  const { fake } = openAt(`#/client/${id}`, practice, more);
  await tab().click();
  await expect.element(page.getByLabelText('Preferred name')).toHaveValue('Maggie');
  const kept = () => practice.clients.get(id)?.client;
  return { practice, id, fake, kept };
}

const known: Answers = {
  clientsKnown: () => ({
    tags: ['Community', 'Fertility'],
    practices: [{ name: 'Dr. Anne Roy', phone: '250-555-0160', address: '3 Yates Street' }],
    referrers: ['Fern Yoga'],
    funds: ['Pacific Blue Cross'],
    languages: ['pl'],
  }),
};

test('what is allowed at a number is asked there, and stands beside it where it is read', async () => {
  const { kept } = await details();
  await page.getByLabelText('Voicemail').first().selectOptions('No');
  await page.getByLabelText('Text messages').first().selectOptions('Yes');
  await page.getByLabelText('Say who is calling').nth(1).selectOptions('No');
  await userEvent.keyboard(save);
  await expect
    .poll(() => kept()?.phones.map(({ allows }) => allows))
    .toEqual([
      { voicemail: 'no', text: 'yes', clinic_name: 'unasked' },
      { voicemail: 'unasked', text: 'unasked', clinic_name: 'no' },
    ]);
  await expect.element(rail()).toHaveTextContent('no voicemail');
  await expect.element(rail()).toHaveTextContent('texts are fine');
  await expect.element(rail()).toHaveTextContent('do not say who is calling');
  await accessible();
});

test('another number is preferred with one press, and taking one out can be undone', async () => {
  const { kept } = await details();
  await button('Prefer 250-555-0170').click();
  await expect.element(box('Phone')).toHaveValue('250-555-0170');
  await button('Remove 250-555-0138').click();
  await expect.element(box('Phone 2')).not.toBeInTheDocument();
  await button(/^Undo/).click();
  await expect.element(box('Phone 2')).toHaveValue('250-555-0138');
  await userEvent.keyboard(save);
  await expect
    .poll(() => kept()?.phones.map(({ number }) => number))
    .toEqual(['250-555-0170', '250-555-0138']);
});

test('several emails and addresses are kept with their kinds, and blank ones are not', async () => {
  const { kept } = await details();
  await button('Add an email').click();
  await expect.element(box('Email 2')).toHaveFocus();
  await userEvent.keyboard('m@hospital.example');
  await page.getByLabelText('Kind: Email 2').selectOptions('Work');
  await button('Add an email').click();
  await button('Add an address').click();
  await userEvent.keyboard('PO Box 417');
  await page.getByLabelText('Kind: Address 2').selectOptions('For letters');
  await userEvent.keyboard(save);
  await expect.poll(() => kept()?.emails.at(-1)).toEqual({ kind: 'work', email: 'm@hospital.example' });
  expect(kept()?.addresses.at(-1)).toEqual({ kind: 'postal', address: 'PO Box 417' });
});

test('a guardian who is no client is named with what they may do, by keyboard', async () => {
  const { kept, id, practice } = await details({ relations: [], birth_date: '2016-02-02' });
  await expect.element(page.getByText('Under eighteen: name who answers for them')).toBeVisible();
  (button('Add a guardian').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}Ann Lund{Tab}mot{ArrowDown}{Enter}');
  await expect.element(page.getByRole('combobox', { name: 'Relation' })).toHaveValue('Mother');
  await expect.element(page.getByLabelText('May sign')).toBeChecked();
  await userEvent.keyboard(save);
  await expect
    .poll(() => kept()?.relations)
    .toEqual([{ ...emptyRelation(), name: 'Ann Lund', relation: 'Mother', guardian: true, may_sign: true }]);
  practice.clients.set(id, { ...practice.clients.get(id)!, minor: true });
  practice.changed('clients');
  await expect.element(page.getByText('Guardian: Ann Lund')).toBeVisible();
  await accessible();
});

test('who must not be told anything can neither sign nor get copies, and stands out', async () => {
  const { kept } = await details();
  await button('Add someone else').click();
  await userEvent.keyboard('Peter Lund');
  const peter = page.getByRole('group', { name: 'Peter Lund', exact: true });
  await peter.getByLabelText('May sign').click();
  await peter.getByLabelText('Must not be told anything').click();
  await expect.element(peter.getByLabelText('May sign')).not.toBeChecked();
  await peter.getByLabelText('Gets copies').click();
  await expect.element(peter.getByLabelText('Must not be told anything')).not.toBeChecked();
  await peter.getByLabelText('Must not be told anything').click();
  await userEvent.keyboard(save);
  await expect.poll(() => kept()?.relations[1]?.must_not).toBe(true);
  expect(kept()?.relations[1]?.gets_copies).toBe(false);
  await expect.element(rail().getByText('Must not be told anything')).toBeVisible();
});

test('somebody around a client who is one too leads to their own record', async () => {
  const { practice, kept } = await details({ relations: [] });
  const son = practice.register({
    ...person,
    given_name: 'Ade',
    phones: [{ ...emptyPhone(), number: '250 1' }],
  });
  await button('Add someone else').click();
  await button('They are a client here').click();
  const picker = page.getByRole('combobox', { name: 'Which client' });
  await expect.element(picker).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('They are a client here')).toHaveFocus();
  await userEvent.keyboard('{Enter}ade');
  await expect.element(page.getByRole('option', { name: /Ade/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Not this client')).toHaveFocus();
  await userEvent.keyboard(save);
  await expect.poll(() => kept()?.relations[0]?.other).toBe(son.id);
  await rail().getByRole('link', { name: 'Ade' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Ade' })).toBeVisible();
});

test('who has a record of their own is reached as that says, and their record leads back', async () => {
  const { practice, id } = await details({
    relations: [{ ...emptyRelation(), name: 'Ade', relation: 'son', other: 'client-9' }],
  });
  const view = practice.clients.get(id)!;
  practice.clients.set(id, {
    ...view,
    linked: [
      {
        id: 'client-9',
        phone: '604-555-0100',
        phone_allows: { voicemail: 'no', text: 'unasked', clinic_name: 'unasked' },
        email: 'ade@example.org',
      },
    ],
    named_by: [{ id: 'client-9', name: 'Ade', relation: 'Mother' }],
  });
  practice.changed('clients');
  await expect.element(rail()).toHaveTextContent('604-555-0100');
  await expect.element(rail()).toHaveTextContent('no voicemail');
  await expect.element(rail().getByRole('link', { name: 'Mother of Ade' })).toBeVisible();
  await expect.element(page.getByLabelText('Their phone')).toHaveValue('');
});

test('a tag in use is offered and written as it is there, once', async () => {
  const { kept } = await details({ tags: ['Evening'] }, known);
  const tags = page.getByLabelText('Tags', { exact: true });
  await tags.click();
  await userEvent.keyboard('COMMUNITY{Enter}evening{Enter}fer{ArrowDown}{Enter}x, y');
  await userEvent.keyboard(save);
  await expect.poll(() => kept()?.tags).toEqual(['Evening', 'Community', 'Fertility', 'x', 'y']);
  await button('Remove tag Fertility').click();
  await expect.element(tags).toHaveFocus();
  await userEvent.keyboard(`{Backspace}${save}`);
  await expect.poll(() => kept()?.tags).toEqual(['Evening', 'Community', 'x']);
});

test('a practice that is known is not typed twice, and Enter never takes what was not chosen', async () => {
  const { kept } = await details({}, known);
  await box('Family doctor (GP)').fill('roy');
  await userEvent.keyboard('{Enter}');
  await expect.element(box('Family doctor (GP)')).toHaveValue('roy');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(box('Family doctor (GP)')).toHaveValue('Dr. Anne Roy');
  await button('Add a health fund').click();
  await userEvent.keyboard('pac{ArrowDown}{Enter}{Tab}00 417');
  await box('Referred by').fill('Tunde');
  await userEvent.keyboard(save);
  await expect.poll(() => kept()?.gp_phone).toBe('250-555-0160');
  expect(kept()?.gp_address).toBe('3 Yates Street');
  expect(kept()?.funds).toEqual([{ fund: 'Pacific Blue Cross', number: '00 417' }]);
  expect(kept()?.referrer).toBe('Tunde');
  await accessible();
});

test('a language is found by its name here and by its own', async () => {
  const { kept } = await details({}, known);
  const language = page.getByRole('combobox', { name: 'Language' });
  await language.click();
  const offered = page.getByRole('listbox', { name: 'Language' }).getByRole('option');
  await expect.element(offered.first()).toHaveTextContent('Polish');
  await language.fill('espa');
  await page.getByRole('option', { name: /Spanish/ }).click();
  await userEvent.keyboard(save);
  await expect.poll(() => kept()?.language).toBe('es');
  await expect.element(rail()).toHaveTextContent('Spanish');
});

test('who comes no more is said in the header, with since when, and in the list', async () => {
  const { kept } = await details();
  await page.getByLabelText('Status').selectOptions('Discharged');
  await page.getByLabelText('Since').fill('1 March 2026');
  await userEvent.keyboard(save);
  await expect.poll(() => kept()?.status_since).toBe('2026-03-01');
  await expect.element(page.getByText(/Discharged since March 1, 2026/)).toBeVisible();
  await page.getByLabelText('Status').selectOptions('Deceased');
  await page.getByLabelText('Died on').fill('2 March 2026');
  await userEvent.keyboard(save);
  await expect.element(page.getByText('Died March 2, 2026')).toBeVisible();
  location.hash = '#/clients';
  await expect.element(page.getByRole('option', { name: /Margaret.*Deceased/ })).toBeVisible();
  await accessible();
});

test('what a practice does not ask is not there, unless the record says something of it', async () => {
  const hidden_fields: RecordField[] = [
    'gender',
    'pronouns',
    'tags',
    'family_doctor',
    'referrer',
    'funds',
    'sex',
  ];
  const asked = { ...settings, practice: { ...settings.practice, hidden_fields } };
  const { kept } = await details({ sex: 'female', referrer: 'Dr. Roy' }, { settingsRead: () => asked });
  await expect.element(box('Sex')).toBeVisible();
  await expect.element(box('Pronouns')).toHaveValue('she/her');
  for (const away of ['Gender', 'Tags', 'Family doctor (GP)']) {
    await expect.element(box(away)).not.toBeInTheDocument();
  }
  await expect.element(button('Add a health fund')).not.toBeInTheDocument();
  // What is emptied stays under the cursor, to be typed again.
  await box('Referred by').fill('');
  await expect.element(box('Referred by')).toHaveFocus();
  await userEvent.keyboard(`Fern${save}`);
  await expect.poll(() => kept()?.referrer).toBe('Fern');
  await accessible();
});

test('a problem stands at its line after blank lines before it went', async () => {
  await details(
    { phones: [] },
    {
      clientsEdit: ({ client }) =>
        refuse({
          code: 'invalid',
          fields: client.phones.map((_, at) => ({
            path: `phones.${at}.number`,
            problem: 'not_a_phone' as const,
            limit: null,
          })),
        }),
    },
  );
  await button('Add a phone').click();
  await box('Phone 2').fill('five');
  await userEvent.keyboard(save);
  await expect.element(box('Phone')).toHaveValue('five');
  await expect.element(box('Phone')).toHaveAccessibleDescription('This does not look like a phone number.');
  await expect.element(box('Phone')).toHaveFocus();
});

test('what is typed while a saving is under way goes on as the next change', async () => {
  const answers: (() => void)[] = [];
  const practice = new WorkingPractice();
  const { id } = practice.register(margaret);
  const through = practice.answers().clientsEdit!;
  openAt(`#/client/${id}`, practice, {
    clientsEdit: async (input) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return through(input);
    },
  });
  await tab().click();
  await page.getByLabelText('Preferred name').fill('Meg');
  await userEvent.keyboard(save);
  await expect.poll(() => answers.length).toBe(1);
  await page.getByLabelText('Pronouns').fill('they/them');
  answers[0]?.();
  await expect.poll(() => practice.clients.get(id)?.client.preferred_name).toBe('Meg');
  await expect.element(page.getByText(/^Not in the record yet/)).toBeVisible();
  await expect.element(page.getByLabelText('Pronouns')).toHaveValue('they/them');
});
