// Somebody rings while something is written: they are found by their number and booked, and what was written stays.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { rings } from '../../src/main/rings';
import { rowOf } from '../client-row';
import { clinic, TODAY } from '../diary';
import type { Answers } from '../fake-core';
import { margaret, person } from '../what-is-typed';
import { atKeyboard } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const selected = () => page.getByRole('option', { selected: true });
const palette = () => page.getByRole('dialog', { name: 'Find anything' });
const offering = () => page.getByRole('dialog', { name: /^Book / });
const save = () => page.getByRole('button', { name: 'Book the visit' });
const toast = () => page.getByRole('region', { name: 'What was just done' });
const complaint = () => page.getByRole('textbox', { name: /Complaint/ });

/** Everything is free when it is asked for. */
const free: Answers = {
  bookingsFindFree: ({ from, practitioner, room }) => [
    { start: from, practitioner: practitioner ?? 'p1', room: room ?? 'r2' },
  ],
};

/** Margaret, who comes on two Tuesdays, and Mei, about whom a note is written. */
function clinicOfTwo() {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  const mei = practice.register({ ...person, given_name: 'Mei', family_name: 'Chen' });
  const { id } = practice.register(margaret);
  const her = { id, name: 'Margaret Oyelaran' };
  practice.diary.comes(her, '2026-05-19T10:15', { room: 'r3', practitioner: 'p2' });
  practice.diary.comes(her, '2026-05-26T10:15');
  return { practice, mei, id };
}

async function type(text: string) {
  await userEvent.keyboard('{Control>}k{/Control}');
  await page.getByRole('combobox', { name: /^A client/ }).fill(text);
}

/** A note in which somebody has gone back by four letters. */
async function inANote(more: Answers = {}) {
  const { practice, mei, id } = clinicOfTwo();
  const opened = openAt(`#/client/${mei.id}`, practice, { ...free, ...more });
  await page.getByRole('button', { name: 'New note' }).click();
  await expect.element(complaint()).toHaveFocus();
  await userEvent.keyboard('Low back easier{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  return { ...opened, id };
}

/** What is typed next goes where the caret was, and nothing else was written. */
async function noteIsAsItWas() {
  await expect.element(offering()).not.toBeInTheDocument();
  await expect.element(complaint()).toHaveFocus();
  await userEvent.keyboard('|');
  await expect.element(complaint()).toHaveValue('Low back ea|sier');
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

test('four digits and Enter offer the next time like the last over the note, and Enter again books it', async () => {
  const { fake, practice, id } = await inANote();
  const place = location.hash;
  await type('0138');
  await expect
    .element(selected())
    .toHaveTextContent(/Margaret.*Tue, May 19, 10:15 a.m. · Follow-up · Room 3.*Book/);
  await expect.element(palette()).toHaveTextContent(/Book like the last: Tue, Jun 2, 10:15 a.m./);
  await expect.element(palette()).toHaveTextContent(/open the record/);
  expect(fake.inputs('bookingsComing').filter((asked) => asked.id === id)).toHaveLength(1);
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(save()).toHaveFocus();
  await expect
    .element(offering())
    .toHaveAccessibleName('Book Margaret Oyelaran · Follow-up · Tue, Jun 2, 10:15 a.m.');
  await expect.element(offering().getByRole('combobox', { name: 'Client' })).toHaveValue('Margaret Oyelaran');
  expect(location.hash, 'the note is beneath').toBe(place);
  expect(fake.inputs('bookingsBook'), 'it is seen before it is booked').toEqual([]);
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(toast()).toHaveTextContent(/Margaret Oyelaran booked for Tuesday, June 2, 10:15/);
  expect(fake.inputs('bookingsBook')).toMatchObject([
    { service: 'v1', practitioner: 'p2', room: 'r3', start: '2026-06-02T10:15' },
  ]);
  await noteIsAsItWas();
  expect(location.hash).toBe(place);
  await expect
    .poll(() => [...practice.drafts.values()].map(({ kind, body }) => [kind, JSON.parse(body).subjective]))
    .toEqual([['note', 'Low back ea|sier']]);
});

test('an offer that is not taken leaves the note and no trace', async () => {
  const { fake } = await inANote();
  await type('0138');
  await userEvent.keyboard('{Enter}');
  await expect.element(save()).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await noteIsAsItWas();
  expect(fake.inputs('bookingsBook')).toEqual([]);
  expect(fake.inputs('draftsSave').filter(({ kind }) => kind === 'booking')).toEqual([]);
});

test('what was changed in the offer and not booked is put aside, and comes back over the same note', async () => {
  await inANote();
  await type('0138');
  await userEvent.keyboard('{Enter}');
  await offering().getByLabelText('Note for the desk').fill('Brings the scan');
  await userEvent.keyboard('{Escape}');
  await expect.element(complaint()).toHaveFocus();
  await expect.element(toast()).toHaveTextContent('The booking you began is put aside.');
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(offering().getByLabelText('Note for the desk')).toHaveValue('Brings the scan');
});

test('keys that come too fast, or are held, book nothing and write nothing into the note', async () => {
  let answer: () => void = () => undefined;
  const held = { key: 'Enter', repeat: true, bubbles: true, cancelable: true };
  const { fake } = await inANote({
    bookingsComing: () => new Promise((resolve) => (answer = () => resolve([]))),
  });
  await type('0138');
  await expect.element(selected()).toHaveTextContent(/Margaret/);
  await userEvent.keyboard('{Enter}x{Enter}');
  await expect.element(palette()).toBeVisible();
  answer();
  await expect.element(save()).toHaveFocus();
  expect(save().element().dispatchEvent(new KeyboardEvent('keydown', held)), 'it does nothing').toBe(false);
  await userEvent.keyboard('{Escape}');
  await noteIsAsItWas();
  expect(fake.inputs('bookingsBook')).toEqual([]);
});

test('the other key opens the record of whoever rings, and books whoever was found by name', async () => {
  const { id } = await inANote();
  await type('oyel');
  await expect.element(selected()).toHaveTextContent(/Margaret.*Open/);
  await expect.element(palette()).toHaveTextContent(/book the next visit/);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(offering()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await noteIsAsItWas();
  await type('oyel');
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}');
  await expect.element(offering()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await type('0138');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => location.hash).toBe(`#/client/${id}`);
});

test('who is booked no more is offered a time like their last one, on a day to come', async () => {
  const { practice, mei } = clinicOfTwo();
  practice.diary.comes({ id: mei.id, name: 'Mei Chen' }, '2026-04-10T14:00', { service: 'v3', room: 'r1' });
  const { fake } = openAt('#/about', practice, free);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await type('mei');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(offering()).toHaveAccessibleName(/Cupping · Fri, May 15, 2:00 p.m./);
  expect(fake.inputs('bookingsFindFree').at(-1)).toMatchObject({ service: 'v3', room: 'r1' });
});

test('beside the calendar the offer stands where it always does', async () => {
  const { practice } = clinicOfTwo();
  openAt('#/calendar', practice, free);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await type('0138');
  await userEvent.keyboard('{Enter}');
  await expect.element(save()).toHaveFocus();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect
    .element(page.getByRole('complementary', { name: 'Booking' }))
    .toContainElement(save().element());
});

test('who learns is offered nothing by any key', async () => {
  const { id, fake } = await inANote({ sessionState: () => atKeyboard({ role: 'student' }) });
  await type('0138');
  await expect.element(selected()).toHaveTextContent(/Margaret.*Open/);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => location.hash).toBe(`#/client/${id}`);
  expect(fake.inputs('bookingsFindFree')).toEqual([]);
});

test('the figures of a telephone ring, and those of a record do not', () => {
  const practice = new WorkingPractice();
  const row = { ...rowOf(practice.register(person)), number: 417, birth_date: '1964-03-03', phone: null };
  const at = { ...row, phone: '250-555-0417' };
  for (const typed of ['0138', '250 555', '(250) 555-01', '٠١٣٨', '０１３８']) {
    expect(rings(row, typed), typed).toBe(true);
  }
  expect(rings(at, '0417'), 'it is her telephone before it is her number').toBe(true);
  for (const typed of ['0417', '417', '1964', '1964-03-03', '12', 'mei 0138', 'mei']) {
    expect(rings(row, typed), typed).toBe(false);
  }
  expect(rings({ ...at, status: 'deceased' }, '0417')).toBe(false);
  expect(rings({ ...at, put_away: 'archive' }, '0417')).toBe(false);
});
