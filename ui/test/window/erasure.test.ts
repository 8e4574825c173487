import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyRelation } from '../../src/features/clients/client-input';
import { forgetErasing } from '../../src/features/erasure/begun';
import type { ClientInput } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { tinyPdf } from '../tiny-pdf';
import { margaret, person } from '../what-is-typed';
import { NOW, ines } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

type Prepare = (practice: WorkingPractice, id: string) => void;

/** At the page that erases somebody's record, of whom there are entries and a rule that says how long to keep them. */
function erasing(prepare: Prepare = () => undefined, client: ClientInput = margaret, more: Answers = {}) {
  const practice = new WorkingPractice();
  const { id } = practice.register(client);
  forgetErasing(id);
  practice.keeping.goBy('uk');
  practice.keeping.entries = { [id]: '2024-05-12' };
  prepare(practice, id);
  const opened = openAt(`#/clients/erase/${id}`, practice, more);
  return { ...opened, id };
}

const over: Prepare = ({ keeping }, id) => (keeping.over = [id]);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const region = (name: string) => page.getByRole('region', { name, exact: true });
const to = () => page.getByRole('textbox', { name: 'To', exact: true });
const askedOn = () => page.getByRole('textbox', { name: 'Day on which they asked' });
const choice = (name: string) => page.getByRole('radio', { name, exact: true });
const question = () => page.getByRole('alertdialog');
const said = (text: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: text }).first()).toBeInTheDocument();

test('what goes, what stays and why is said before a part of a record is erased for good', async () => {
  const { fake, practice, id } = erasing();
  await expect.element(page.getByRole('heading', { name: 'Margaret Oyelaran' })).toBeVisible();
  await expect.element(page.getByText('62, born March 3, 1964 · client 0001')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Clients', exact: true }))
    .toHaveAttribute('aria-current', 'page');
  const what = region('A part has to be kept');
  await expect.element(what.getByText(/^Phone numbers, email addresses/)).toBeVisible();
  await expect.element(what.getByRole('heading', { name: 'Kept until May 12, 2031' })).toBeVisible();
  await expect.element(what.getByText('3 signed notes')).toBeVisible();
  await expect.element(what.getByText('1 sheet as it was given')).toBeVisible();
  await expect
    .element(what.getByText(/because records .* kept for 7 years after the last entry, on May 12, 2024/))
    .toBeVisible();
  await expect.element(what.getByText(/^Not certain about this rule/)).toBeVisible();
  await expect.element(page.getByText(/^Safety copies made before today still hold it/)).toBeVisible();
  await expect.element(choice('The client')).toBeChecked();
  await expect.element(to()).toHaveValue('Margaret Oyelaran\n18 Linden Avenue\nVictoria BC V8V 1A1');
  await accessible();

  await askedOn().fill('2026-05-04');
  await button('Erase…').click();
  await expect
    .element(question())
    .toHaveAccessibleDescription(/What was written in treatment is kept until May 12, 2031/);
  await expect.element(question().getByText(/It can still be made afterwards/)).toBeVisible();
  await accessible();
  await question()
    .getByRole('button', { name: /^Erase for good/ })
    .click();
  await expect.poll(() => location.hash).toBe('#/clients/archive/kept');
  await said(/What need not be kept is erased/);
  expect(fake.inputs('erasureErase')).toEqual([
    { client: id, version: 1, reach: 'part', asked: { by: 'client', on: '2026-05-04' } },
  ]);
  expect(practice.clients.get(id)?.put_away?.place).toBe('kept');
});

test('a record whose time is over goes whole, and nobody has to be written to', async () => {
  const { fake, practice, id } = erasing(over);
  await expect.element(choice('Nobody')).toBeChecked();
  await expect
    .element(page.getByText(/had to be kept until May 12, 2031, and that day is over/))
    .toBeVisible();
  await expect.element(to()).not.toBeInTheDocument();
  await expect.element(region('Letter about the record')).not.toBeInTheDocument();
  await accessible();
  await button('Erase…').click();
  await expect.element(question()).toHaveAccessibleName('Erase the whole record?');
  await expect.element(question().getByText(/No letter/)).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => location.hash).toBe('#/clients');
  await said(/The record is erased\./);
  expect(fake.inputs('erasureErase')[0]).toMatchObject({ reach: 'whole', asked: { by: 'nobody', on: '' } });
  expect(practice.clients.has(id)).toBe(false);
});

test('what others say of them stays theirs', async () => {
  erasing((practice, id) => {
    const view = practice.clients.get(id)!;
    practice.clients.set(id, { ...view, named_by: [{}, {}] as typeof view.named_by });
  });
  await expect.element(page.getByText(/^In the records of 2 others they are named/)).toBeVisible();
});

test('a record in the trash holds nothing that has to be kept', async () => {
  erasing((practice, id) => {
    practice.keeping.entries = {};
    practice.keeping.lay(id, 'trash');
  });
  await expect.element(page.getByText('Nothing is written in it apart from the details.')).toBeVisible();
  await expect.element(choice('Nobody')).toBeChecked();
});

test('whoever asked is written to before the whole record is gone', async () => {
  erasing(over);
  await choice('The client').click();
  await askedOn().fill('2026-05-04');
  await button('Erase…').click();
  await expect.element(question().getByText(/Afterwards it cannot be made any more/)).toBeVisible();
  await question().getByRole('button', { name: 'Go back' }).click();
  await expect.element(button('Erase…')).toHaveFocus();
  await button('Print letter').click();
  await said(/Sent to the printer/);
  await button('Erase…').click();
  await expect.element(question()).toBeVisible();
  await expect.element(question().getByText(/No letter/)).not.toBeInTheDocument();
});

test('what is held is not erased, and a letter can say so', async () => {
  const hold = { id: 'h1', reason: 'A complaint to the college', at: NOW, by: ines.name };
  const { practice } = erasing(({ keeping }, id) => (keeping.holds = { [id]: [hold] }));
  await expect.element(page.getByText('A complaint to the college')).toBeVisible();
  await expect.element(page.getByText('since May 12, by Ines Marlow')).toBeVisible();
  await expect.element(button('Erase…')).not.toBeInTheDocument();
  await expect.element(page.getByText('It says that nothing is erased for now, and why.')).toBeVisible();
  await accessible();
  await askedOn().fill('2026-05-04');
  await button('Save letter…').click();
  await said(/Saved as Letter about a record 2026-05-12\.pdf/);
  practice.keeping.holds = {};
  practice.changed('clients');
  await expect.element(button('Erase…')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'A part has to be kept' })).toBeVisible();
});

test('whatever is left to do with somebody comes first', async () => {
  const { fake, practice } = erasing(
    ({ keeping }, id) => (keeping.unfinished = { [id]: ['booked', 'being_written'] }),
  );
  await expect.element(page.getByText('They are booked: cancel what is to come.')).toBeVisible();
  await expect.element(page.getByText(/^Something about them is being written/)).toBeVisible();
  await expect.element(button('Erase…')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Erase…')).toHaveAccessibleDescription('First see to what stands above.');
  await accessible();
  await button('Erase…').click({ force: true });
  await expect.element(question()).not.toBeInTheDocument();
  expect(document.activeElement?.textContent).toContain('They are booked');
  practice.keeping.unfinished = {};
  await fake.changed('bookings');
  await expect.element(button('Erase…')).toHaveAttribute('aria-disabled', 'false');
});

test('without a rule nobody can say what has to stay', async () => {
  erasing(({ keeping }) => keeping.goBy(null));
  await expect.element(page.getByText('No rule says how long records are kept here')).toBeVisible();
  await expect.element(button('Erase…')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(to(), { message: 'a letter would say what nobody knows' }).not.toBeInTheDocument();
  await accessible();
  await button('Open the settings').click();
  await expect.poll(() => location.hash).toBe('#/settings');
});

test('what is not certain about somebody is said', async () => {
  erasing((practice, id) => practice.keeping.lay(id, 'kept'), { ...margaret, birth_date: '' });
  await expect.element(page.getByText(/^The birth date is not known/)).toBeVisible();
  await expect.element(page.getByText(/^This record was erased in part before/)).toBeVisible();
  await expect.element(page.getByText(/says what was erased then/)).toBeVisible();
  await expect.element(page.getByText('Erased now')).not.toBeInTheDocument();
  await expect
    .element(button('Erase…'), { message: 'nothing more goes before its time' })
    .not.toBeInTheDocument();
});

test('for a child the letter goes to whoever answers for them, and typing is never written over', async () => {
  const mother = { ...emptyRelation(), name: 'Ada Backman', guardian: true };
  const child = { ...person, given_name: 'Jonas', birth_date: '2015-03-03', relations: [mother] };
  erasing(undefined, { ...child, addresses: margaret.addresses });
  await expect.element(page.getByText('Ada Backman answers for them.')).toBeVisible();
  await expect.element(to()).toHaveValue('Jonas\n18 Linden Avenue\nVictoria BC V8V 1A1');
  await choice('Somebody for them').click();
  await expect.element(to()).toHaveValue('Ada Backman\n18 Linden Avenue\nVictoria BC V8V 1A1');
  await to().fill('Ada Backman\nPO Box 9');
  await choice('The client').click();
  await expect.element(to()).toHaveValue('Ada Backman\nPO Box 9');
});

test('the letter is shown as it will print, and drawn again with what is typed', async () => {
  const { fake, practice } = erasing();
  await expect.element(page.getByText(/stands here as soon as you say on which day/)).toBeVisible();
  await askedOn().fill('2026-05-04');
  const letter = region('Letter about the record');
  await expect.element(letter.getByRole('img', { name: /^Page 1 of 1/ })).toBeVisible();
  practice.keeping.letter = () => tinyPdf(['To the trustee']);
  await to().fill('The trustee');
  await button('Read as text').click();
  await expect.element(letter.getByText('To the trustee')).toBeVisible();
  expect(fake.inputs('erasureLetter').at(-1)?.to).toBe('The trustee');
  await accessible();
  fake.set({
    erasureLetter: () =>
      refuse({ code: 'invalid', fields: [{ path: 'asked.on', problem: 'not_a_date', limit: null }] }),
  });
  await askedOn().fill('some day');
  await expect.element(page.getByText(/^Day on which they asked: This date cannot be read/)).toBeVisible();
  await expect.element(askedOn()).not.toHaveAttribute('aria-invalid');
  await to().fill('');
  await expect.element(page.getByText(/stands here as soon as you say to whom/)).toBeVisible();
  fake.set({
    erasureLetter: () =>
      refuse({ code: 'no_glyph', characters: [{ character: 'א', name: 'Hebrew letter alef' }] }),
  });
  await to().fill('א');
  await expect.element(page.getByText('These cannot be printed: Hebrew letter alef.')).toBeVisible();
});

test('what is missing is said at its field', async () => {
  const { fake } = erasing();
  await button('Save letter…').click();
  await expect.element(askedOn()).toHaveFocus();
  await expect.element(askedOn()).toHaveAccessibleDescription('Please fill this in.');
  await askedOn().fill('2026-05-04');
  await expect.element(askedOn()).not.toHaveAttribute('aria-invalid');
  await to().fill('');
  await button('Print letter').click();
  await expect.element(to()).toHaveFocus();
  await expect.element(to()).toHaveAccessibleDescription(/Please fill this in/);
  await accessible();
  await askedOn().fill('');
  await button('Erase…').click();
  await expect.element(question()).not.toBeInTheDocument();
  await expect.element(askedOn()).toHaveFocus();
  expect(fake.inputs('erasureErase')).toEqual([]);
  fake.set({
    erasureErase: () =>
      refuse({ code: 'invalid', fields: [{ path: 'asked.on', problem: 'in_the_future', limit: null }] }),
  });
  await askedOn().fill('2031-05-04');
  await button('Erase…').click();
  await question()
    .getByRole('button', { name: /^Erase for good/ })
    .click();
  await expect.element(question()).not.toBeInTheDocument();
  await expect.element(askedOn()).toHaveAccessibleDescription('This date is still to come.');
  await expect.element(askedOn()).toHaveFocus();
});

test('a dialog of the system that was closed is no letter', async () => {
  const { fake } = erasing(undefined, margaret, {
    erasureSaveLetter: () => ({ file_name: null }),
    erasurePrintLetter: () => ({ outcome: 'closed' }),
  });
  await askedOn().fill('2026-05-04');
  await button('Save letter…').click();
  await button('Print letter').click();
  await expect.poll(() => fake.inputs('erasurePrintLetter')).toHaveLength(1);
  await button('Erase…').click();
  await expect.element(question().getByText(/No letter has been saved or printed yet/)).toBeVisible();
});

test('who sits there is asked when the core wants to know it', async () => {
  const { fake } = erasing(
    (practice, id) => {
      over(practice, id);
      practice.keeping.proved = false;
    },
    margaret,
    { sessionProve: () => null },
  );
  await button('Erase…').click();
  await question()
    .getByRole('button', { name: /^Erase for good/ })
    .click();
  const secret = question().getByLabelText('Passphrase', { exact: true });
  await expect.element(secret).toHaveFocus();
  await accessible();
  await userEvent.keyboard('willow{Enter}');
  await expect.poll(() => location.hash).toBe('#/clients');
  expect(fake.inputs('sessionProve')).toEqual([{ passphrase: 'willow' }]);
  expect(fake.inputs('erasureErase')).toHaveLength(2);
});

test.each([
  ['the record was changed', () => refuse({ code: 'stale', id: 'client-1', version: 2 })],
  [
    'something is left to do',
    () => refuse({ code: 'invalid', fields: [{ path: 'unfinished', problem: 'being_typed', limit: null }] }),
  ],
])('nothing is erased that was not looked at: %s', async (_, refusal) => {
  const { fake, practice, id } = erasing(over, margaret, { erasureErase: refusal });
  await button('Erase…').click();
  await expect.element(question()).toBeVisible();
  practice.keeping.unfinished = { [id]: ['booked'] };
  await question()
    .getByRole('button', { name: /^Erase for good/ })
    .click();
  await expect.element(question()).not.toBeInTheDocument();
  await expect
    .element(page.getByText(/^Something changed meanwhile, and nothing was erased/).first())
    .toBeVisible();
  await expect.element(page.getByText('They are booked: cancel what is to come.')).toBeVisible();
  expect(document.activeElement?.textContent).toContain('Something changed meanwhile');
  expect(fake.inputs('erasurePlan').length).toBeGreaterThan(1);
  await accessible();
});

test('while the question is open it stands for what was looked at', async () => {
  const { fake, practice, id } = erasing(over);
  await button('Erase…').click();
  await expect.element(question()).toBeVisible();
  practice.change(id, { occupation: 'Midwife' });
  await expect.poll(() => fake.inputs('erasurePlan').length).toBeGreaterThan(1);
  await question()
    .getByRole('button', { name: /^Erase for good/ })
    .click();
  await expect.element(page.getByText(/^Something changed meanwhile/).first()).toBeVisible();
  expect(fake.inputs('erasureErase')[0]?.version).toBe(1);
  expect(practice.clients.has(id)).toBe(true);
});

test('a record that is gone is no longer here, also when it goes while it is looked at', async () => {
  const { fake, practice, id } = erasing();
  await expect.element(button('Erase…')).toBeVisible();
  practice.clients.delete(id);
  await fake.changed('clients');
  await expect.element(page.getByText('This client is no longer here')).toBeVisible();
  await button('All clients').click();
  await expect.poll(() => location.hash).toBe('#/clients');
});

test('the desk erases nothing', async () => {
  erasing(undefined, margaret, { erasurePlan: () => refuse({ code: 'not_permitted' }) });
  await expect.element(page.getByText(/^Only an owner of the practice erases records/)).toBeVisible();
  await expect.element(button('Erase…')).not.toBeInTheDocument();
  await accessible();
});
