import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refuse, type Answers } from '../fake-core';
import { margaret } from '../what-is-typed';
import { NOW, atKeyboard, ines } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const save = '{Control>}{Enter}{/Control}';
const box = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const undo = () => button(/^Undo/);
const rule = (name: string | RegExp) => page.getByRole('radio', { name });
const dialog = () => page.getByRole('dialog');
const rail = () => page.getByRole('complementary', { name: 'Contact' });
const desk: Answers = { sessionState: () => atKeyboard({ role: 'receptionist' }) };

async function act(name: string, item: string) {
  await button(`What to do with the rule ${name}`).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The rules with one in force. */
function goingBy(id: string) {
  const practice = new WorkingPractice();
  practice.keeping.goBy(id);
  return practice;
}

/** Margaret's record, in which something was last written on this day. */
function record(id: string | null, more: Answers = {}, entry: string | null = '2026-05-12') {
  const practice = new WorkingPractice();
  practice.keeping.goBy(id);
  const { id: client } = practice.register(margaret);
  if (entry) practice.keeping.entries[client] = entry;
  return { client, ...openAt(`#/client/${client}`, practice, more) };
}

test('every rule says for how long, where it was read, what is doubtful and that nobody looked it up', async () => {
  openAt('#/settings');
  await expect.element(rule('No rule yet')).toBeChecked();
  await expect
    .element(rule('Texas'))
    .toHaveAccessibleDescription(
      '5 years after the last entry; children until they are 21, whichever is longer 22 Texas Administrative Code §184.25, 9 January 2025 Read in one copy of the rule only. Not checked by you yet',
    );
  await expect
    .element(rule('Florida'))
    .toHaveAccessibleDescription(/^5 years after the last entry Florida Administrative Code/);
  await accessible();
  await page.getByRole('textbox', { name: 'Search the settings' }).fill('texas');
  await expect.element(rule('Texas')).toBeInTheDocument();
  await expect.element(box('Name of the practice')).not.toBeVisible();
});

test('a rule is chosen at once, and the choice is taken back', async () => {
  const { fake } = openAt('#/settings', goingBy('fl'));
  await expect.element(rule('Florida')).toBeChecked();
  await rule('Texas').click();
  await expect.element(page.getByText('The practice goes by “Texas”.').first()).toBeVisible();
  await undo().click();
  await expect.element(rule('Florida')).toBeChecked();
  await rule('No rule yet').click();
  await expect.poll(() => fake.inputs('retentionGoBy')).toEqual([{ id: 'tx' }, { id: 'fl' }, { id: null }]);
  await expect.element(rule('No rule yet')).toBeChecked();
});

test('a choice that is refused is not shown as made', async () => {
  openAt('#/settings', goingBy('fl'), { retentionGoBy: () => refuse({ code: 'disk_full' }) });
  await rule('Texas').click();
  await expect.element(page.getByText(/^The disk is full/).first()).toBeVisible();
  await expect.element(rule('Florida')).toBeChecked();
});

test('what is wrong with a rule is said at its fields, and saving it counts as looked up', async () => {
  const { fake } = openAt('#/settings', goingBy('fl'));
  await act('Florida', 'Edit…');
  await expect.element(box('Name')).toHaveFocus();
  await expect.element(box('Name')).toHaveValue('Florida');
  await box('Name').fill('');
  await box('Kept for').fill('several');
  await page.getByLabelText('Records of children are kept longer').click();
  await userEvent.keyboard(save);
  await expect.element(box('Name')).toHaveFocus();
  await expect.element(box('Name')).toHaveAccessibleDescription(/^Please fill this in/);
  await expect.element(box('Kept for')).toHaveAccessibleDescription('A number is needed here.');
  await expect
    .element(box('At least until the age of'))
    .toHaveAccessibleDescription('A number is needed here.');
  await accessible();
  await box('Name').fill('Florida Board');
  await box('Kept for').fill('6');
  await box('At least until the age of').fill('19');
  await page.getByRole('radio', { name: 'last visit' }).click();
  await userEvent.keyboard(save);
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect
    .element(rule('Florida Board'))
    .toHaveAccessibleDescription(
      /^6 years after the last visit; children until they are 19, whichever is longer .* Checked May 12, 2026 by Ines Marlow$/,
    );
  await expect.element(rule('Florida Board')).toBeChecked();
  expect(fake.inputs('retentionKeepRule').at(-1)).toMatchObject({ id: 'fl', version: 1, child_until: 19 });
  await undo().click();
  await expect
    .element(rule('Florida'))
    .toHaveAccessibleDescription(/^5 years after the last entry Florida.*Not checked by you yet$/);
  expect(fake.inputs('retentionTakeRuleBack')).toEqual([{ id: 'fl', version: 2 }]);
});

test('walked through quickly by its arrow keys, the choice stays where it came to and is taken back from there', async () => {
  const practice = goingBy('fl');
  const waiting: (() => void)[] = [];
  const { fake } = openAt('#/settings', practice, {
    retentionGoBy: async (input) => {
      await new Promise<void>((answered) => waiting.push(answered));
      return practice.answers().retentionGoBy!(input);
    },
  });
  await rule('New York').click();
  await rule('Texas').click();
  await expect.poll(() => waiting.length).toBe(2);
  waiting[0]!();
  await expect.element(page.getByText('The practice goes by “New York”.').first()).toBeVisible();
  await expect.element(rule('Texas')).toBeChecked();
  waiting[1]!();
  await expect.element(page.getByText('The practice goes by “Texas”.').first()).toBeVisible();
  await expect.element(rule('Texas')).toBeChecked();
  await undo().first().click();
  await expect.poll(() => fake.inputs('retentionGoBy').at(-1)).toEqual({ id: 'ny' });
});

test('a rule that was changed meanwhile is shown, and goes over it only when it is saved once more', async () => {
  const practice = new WorkingPractice();
  openAt('#/settings', practice);
  await act('Florida', 'Edit…');
  await box('Kept for').fill('8');
  practice.keeping.rules = practice.keeping.rules.map((one) =>
    one.id === 'fl' ? { ...one, years: 7, version: 2 } : one,
  );
  await userEvent.keyboard(save);
  await expect.element(dialog().getByText('Somebody else changed this rule meanwhile')).toBeVisible();
  await expect.element(dialog().getByText('7 years after the last entry')).toBeVisible();
  await expect.element(box('Kept for')).toHaveValue('8');
  await accessible();
  await userEvent.keyboard(save);
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(practice.keeping.rules.find(({ id }) => id === 'fl')).toMatchObject({ years: 8, version: 3 });
});

test('a rule that was removed meanwhile is added again when it is saved once more', async () => {
  const practice = new WorkingPractice();
  openAt('#/settings', practice, {
    retentionKeepRule: (input) =>
      input.id === 'fl' ? refuse({ code: 'not_found' }) : practice.answers().retentionKeepRule!(input),
  });
  await act('Florida', 'Edit…');
  practice.keeping.rules = practice.keeping.rules.filter(({ id }) => id !== 'fl');
  await userEvent.keyboard(save);
  await expect.element(dialog().getByText(/removed this rule meanwhile/)).toBeVisible();
  await userEvent.keyboard(save);
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(rule('Florida')).toBeInTheDocument();
});

test('a rule is added, and what was typed is there again when its form was closed by a slip', async () => {
  const { fake } = openAt('#/settings');
  await button('Add a rule…').click();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(undo()).not.toBeInTheDocument();
  await button('Add a rule…').click();
  await box('Name').fill('Oregon');
  await box('Kept for').fill('7');
  await box('Where you read it').fill('OAR 847');
  await userEvent.keyboard('{Escape}');
  await undo().click();
  await expect.element(box('Name')).toHaveValue('Oregon');
  await expect.element(box('Where you read it')).toHaveValue('OAR 847');
  await userEvent.keyboard(save);
  await expect.element(rule('Oregon')).toHaveAccessibleDescription(/^7 years after the last entry OAR 847/);
  expect(fake.inputs('retentionKeepRule')).toEqual([
    {
      id: null,
      version: null,
      name: 'Oregon',
      years: 7,
      child_until: null,
      counted_from: 'last_entry',
      source: 'OAR 847',
      doubt: '',
    },
  ]);
  await undo().click();
  await expect.element(rule('Oregon')).not.toBeInTheDocument();
});

test('a removed rule comes back, and is chosen again where it was in force', async () => {
  const practice = goingBy('tx');
  openAt('#/settings', practice);
  await act('Texas', 'Remove');
  await expect.element(rule('Texas')).not.toBeInTheDocument();
  await expect.element(rule('No rule yet')).toBeChecked();
  await expect.poll(() => document.activeElement?.closest('fieldset')).not.toBeNull();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(rule('Texas')).toBeChecked();
  await expect.element(rule('Texas')).toHaveAccessibleDescription(/children until they are 21/);
  await act('Florida', 'Remove');
  await undo().click();
  await expect.element(rule('Florida')).not.toBeChecked();
  await expect.element(rule('Texas')).toBeChecked();
});

test('the desk reads the rules and changes none', async () => {
  openAt('#/settings', goingBy('tx'), desk);
  const list = page.getByRole('list', { name: 'How long records are kept' });
  await expect.element(list.getByText('This practice goes by it')).toBeVisible();
  await expect.element(list.getByText('Read in one copy of the rule only.')).toBeVisible();
  await expect.element(rule('Texas')).not.toBeInTheDocument();
  await expect.element(button('Add a rule…')).not.toBeInTheDocument();
  await expect.element(button(/What to do with the rule/)).not.toBeInTheDocument();
  await accessible();
});

test('rules that cannot be read say so and are asked for again', async () => {
  const practice = new WorkingPractice();
  const { fake } = openAt('#/settings', practice, {
    retentionRules: () => refuse({ code: 'unexpected', reference: 'a1b2' }),
  });
  await expect.element(page.getByText(/a1b2/)).toBeVisible();
  fake.set(practice.answers());
  await button('Try again').click();
  await expect.element(rule('Texas')).toBeInTheDocument();
});

test('a record says until when it is kept and why', async () => {
  const { fake, practice, client } = record('fl');
  await expect.element(rail().getByText('Kept until May 12, 2031')).toBeVisible();
  await expect
    .element(rail().getByText('Florida: 5 years after the last entry on May 12, 2026'))
    .toBeVisible();
  await accessible();
  practice.keeping.over = [client];
  await fake.changed('clients');
  await expect.element(rail().getByText('The time to keep it ended on May 12, 2031')).toBeVisible();
});

test('of a child, of somebody without a birth date, and of whoever never came, a record says what it goes by', async () => {
  const { fake, practice, client } = record('tx');
  const answer = await practice.answers().retentionKeeping!({ id: client });
  fake.set({ retentionKeeping: () => ({ ...answer, as_child: true }) });
  await fake.changed('clients');
  await expect.element(rail().getByText('Texas: records of children until they are 21')).toBeVisible();
  fake.set({ retentionKeeping: () => ({ ...answer, age_unknown: true }) });
  await fake.changed('clients');
  await expect.element(rail().getByText(/birth date is not known.* until they are 21/)).toBeVisible();
  const rule = { ...answer.rule!, counted_from: 'last_visit' as const };
  fake.set({ retentionKeeping: () => ({ ...answer, rule, last_visit: '2026-04-01' }) });
  await fake.changed('clients');
  await expect.element(rail().getByText(/5 years after the last visit on April 1, 2026/)).toBeVisible();
  fake.set({ retentionKeeping: () => ({ ...answer, rule, last_visit: null }) });
  await fake.changed('clients');
  await expect.element(rail().getByText(/5 years after the last entry on May 12, 2026/)).toBeVisible();
});

test('without a rule the owner is led to where one is chosen', async () => {
  record(null);
  await rail().getByRole('button', { name: 'Choose a rule' }).click();
  await expect.element(page.getByRole('heading', { name: 'How long records are kept' })).toBeVisible();
  await expect.element(rule('No rule yet')).toHaveFocus();
});

test('a record is held for a reason, held for another, lifted and held again', async () => {
  const { practice, client, fake } = record('fl');
  await rail().getByRole('button', { name: 'Hold this record…' }).click();
  await expect.element(dialog()).toHaveTextContent('a complaint, a claim or an investigation');
  await userEvent.keyboard(save);
  await expect.element(box('Why it is held')).toHaveAccessibleDescription(/^Please fill this in/);
  await accessible();
  await box('Why it is held').fill('Complaint to the board');
  await userEvent.keyboard('{Escape}');
  await undo().click();
  await expect.element(box('Why it is held')).toHaveValue('Complaint to the board');
  await userEvent.keyboard(save);
  await expect.element(rail().getByText('Legal hold since May 12, 2026 by Ines Marlow')).toBeVisible();
  await expect.element(rail().getByText('Complaint to the board')).toBeVisible();
  await expect.element(page.getByText('Legal hold', { exact: true })).toBeVisible();
  await expect.element(button('Hold for another reason…')).toHaveFocus();
  await accessible();
  const lift = () => rail().getByRole('button', { name: 'Lift the legal hold of May 12, 2026' });
  (lift().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(lift()).not.toBeInTheDocument();
  await expect.element(button('Hold this record…')).toHaveFocus();
  await undo().click();
  await expect.element(lift()).toBeVisible();
  expect(fake.inputs('retentionHold').at(-1)).toEqual({ client, reason: 'Complaint to the board' });
  expect(practice.keeping.holds[client]).toHaveLength(1);
});

test('the desk does not see that a record is held: a queue could read it', async () => {
  const practice = new WorkingPractice();
  const { id } = practice.register(margaret);
  practice.keeping.holds[id] = [{ id: 'h1', reason: 'Complaint to the board', at: NOW, by: ines.name }];
  practice.keeping.atDesk = true;
  openAt(`#/client/${id}`, practice, desk);
  await expect.element(rail().getByRole('heading', { name: 'Contact' })).toBeVisible();
  await expect.element(page.getByText(/Legal hold/)).not.toBeInTheDocument();
  await expect.element(page.getByText('Complaint to the board')).not.toBeInTheDocument();
  await expect.element(button(/Lift/)).not.toBeInTheDocument();
  await expect.element(button(/Hold/)).not.toBeInTheDocument();
  await accessible();
});

test('where nothing is known of keeping it, the desk finds what it can do with the record', async () => {
  record('fl', desk, null);
  const card = rail().filter({ has: page.getByRole('heading', { name: 'Keeping the record' }) });
  await expect.element(card.getByRole('button', { name: 'Archive' })).toBeVisible();
  await expect.element(card.getByRole('link', { name: 'Merge with another record…' })).toBeVisible();
  await expect.element(card.getByRole('link', { name: 'Erase record…' })).not.toBeInTheDocument();
  await expect.element(rail().getByText(/Kept until|has to be kept/)).not.toBeInTheDocument();
  await accessible();
});

test('a student, who can do nothing with it, sees nothing of it', async () => {
  const { fake } = record('fl', { sessionState: () => atKeyboard({ role: 'student' }) }, null);
  await expect.poll(() => fake.inputs('retentionKeeping')).toHaveLength(1);
  await expect.element(rail().getByRole('heading', { name: 'Contact' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Keeping the record' })).not.toBeInTheDocument();
});
