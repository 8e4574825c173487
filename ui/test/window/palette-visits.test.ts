import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { emptyPhone } from '../../src/features/clients/client-input';
import type { ClientInput, Role } from '../../src/ipc/bindings';
import { clinic, TODAY } from '../diary';
import { refuse, type Answers } from '../fake-core';
import { person } from '../what-is-typed';
import { atKeyboard } from '../willow-lane';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, type Opened } from './working';

const selected = () => page.getByRole('option', { selected: true });
const option = (name: RegExp) => page.getByRole('option', { name });
const form = () => page.getByRole('form', { name: 'Book' });
const save = () => page.getByRole('button', { name: 'Book the visit' });
const toast = () => page.getByRole('region', { name: 'What was just done' });

/** Everything is free when it is asked for; a search through a whole day begins in its afternoon. */
const free: Answers = {
  bookingsFindFree: ({ from, practitioner, room }) => [
    {
      start: from.endsWith('T00:00') ? `${from.slice(0, 10)}T15:10` : from,
      practitioner: practitioner ?? 'p1',
      room: room ?? 'r2',
    },
  ],
};
const as = (role: Role): Answers => ({ sessionState: () => atKeyboard({ role }) });

function known(...names: [given: string, family: string, more?: Partial<ClientInput>][]): WorkingPractice {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  for (const [given_name, family_name, more] of names) {
    practice.register({ ...person, given_name, family_name, ...more });
  }
  return practice;
}

async function typed(text: string, practice: WorkingPractice, more: Answers = {}, hash = '#/about') {
  const opened = openAt(hash, practice, { ...free, ...more });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await type(text);
  return opened;
}

async function type(text: string) {
  await userEvent.keyboard('{Control>}k{/Control}');
  await page.getByRole('combobox', { name: /^A client/ }).fill(text);
}

function booked({ fake }: Opened) {
  return fake.inputs('bookingsBook').at(-1);
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

test('a line says in full what would be booked; Enter opens it filled, and Enter there books it', async () => {
  const practice = known(['Mei', 'Chen'], ['Ella', 'Backström']);
  const opened = await typed('mei chen follow-up tomorrow 3pm', practice);
  await expect.element(selected()).toHaveTextContent(/^Book Mei Chen · Follow-up · Wed, May 13, 3:00 p.m./);
  await expect.element(selected()).toHaveTextContent(/Ines Marlow · Room 2 · no. 1/);
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(save()).toHaveFocus();
  expect(opened.fake.inputs('bookingsBook'), 'it is seen before it is booked').toEqual([]);
  expect(looking.day).toBe('2026-05-13');
  await expect.element(form().getByRole('combobox', { name: 'Client' })).toHaveValue('Mei Chen');
  await expect.element(form().getByLabelText('Time', { exact: true })).toHaveValue('3:00 p.m.');
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(toast()).toHaveTextContent(/Mei Chen booked for Wednesday, May 13, 3:00/);
  expect(booked(opened)).toMatchObject({
    service: 'v1',
    practitioner: 'p1',
    room: 'r2',
    start: '2026-05-13T15:00',
    despite: null,
  });
});

test('a key that stays pressed in the palette books nothing', async () => {
  const opened = await typed('mei fri 3pm', known(['Mei', 'Chen']));
  await userEvent.keyboard('{Enter}');
  await expect.element(save()).toHaveFocus();
  const held = { key: 'Enter', repeat: true, bubbles: true, cancelable: true };
  expect(save().element().dispatchEvent(new KeyboardEvent('keydown', held)), 'it does nothing').toBe(false);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => booked(opened)?.start).toBe('2026-05-15T15:00');
});

test('what is not said is the next free time, for the first of the visits', async () => {
  const practice = known(['Mei', 'Chen']);
  await typed('mei next free', practice);
  await expect.element(selected()).toHaveTextContent('Book Mei Chen · Follow-up · Tue, May 12, 10:57 a.m.');
  await page.getByRole('combobox').fill('mei initial fri');
  await expect
    .element(selected())
    .toHaveTextContent('Book Mei Chen · Initial visit · Fri, May 15, 3:10 p.m.');
  await page.getByRole('combobox').fill('mei 9');
  await expect.element(selected()).toHaveTextContent('Book Mei Chen · Follow-up · Wed, May 13, 9:00 a.m.');
});

test('the last figures of a number find whom to book, and a time that is taken is for the form to say', async () => {
  const practice = known(['Tomás', 'Rivera', { phones: [{ ...emptyPhone(), number: '250-555-0412' }] }]);
  const later: Answers = {
    bookingsFindFree: () => [{ start: '2026-05-15T11:15', practitioner: 'p1', room: 'r2' }],
  };
  const opened = await typed('0412 initial fri 10:30', practice, later);
  await expect
    .element(selected())
    .toHaveTextContent('Book Tomás Rivera · Initial visit · Fri, May 15, 10:30 a.m.');
  practice.diary.obstacles = [{ kind: 'room_closed', booking: null }];
  await userEvent.keyboard('{Enter}');
  await expect.element(save()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('The room is closed then.')).toBeVisible();
  await expect.element(page.getByLabelText('Book it all the same, because')).toHaveFocus();
  expect(booked(opened)).toMatchObject({ service: 'v2', start: '2026-05-15T10:30', room: 'r1' });
});

test('in the calendar itself the form opens too, and what was typed there can be taken up again', async () => {
  const practice = known(['Mei', 'Chen'], ['Ella', 'Backström']);
  await typed('ella fri 9', practice, {}, '#/calendar');
  await userEvent.keyboard('{Enter}');
  await expect.element(save()).toHaveFocus();
  await form().getByLabelText('Note for the desk').fill('Parks behind');
  await type('mei cupping fri 11');
  await userEvent.keyboard('{Enter}');
  await expect.element(form().getByRole('combobox', { name: 'Client' })).toHaveValue('Mei Chen');
  await expect.element(save()).toHaveFocus();
  await expect.element(toast()).toHaveTextContent('The booking you began is put aside.');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(form().getByLabelText('Note for the desk')).toHaveValue('Parks behind');
});

test('whoever is called like a day is found first, and can still be booked', async () => {
  const practice = known(['May', 'Fri'], ['May', 'Chen']);
  await typed('may fri', practice);
  await expect.element(selected()).toHaveTextContent(/^May Fri/);
  await expect.element(option(/^Book May Chen · Follow-up · Fri, May 15/)).toBeVisible();
  await page.getByRole('combobox').fill('may fri 3pm');
  await expect.element(selected()).toHaveTextContent('Book May Fri · Follow-up · Tue, May 12, 3:00 p.m.');
  await expect.element(option(/^Book May Chen · Follow-up · Fri, May 15, 3:00/)).toBeVisible();
});

test('a number in its groups is a number, and an action keeps its name', async () => {
  const practice = known(['Margot', 'Toll', { phones: [{ ...emptyPhone('home'), number: '250 555 01' }] }]);
  await typed('250 555 01', practice);
  await expect.element(selected()).toHaveTextContent(/^Margot Toll/);
  await page.getByRole('combobox').fill('go to today');
  await expect.element(selected()).toHaveTextContent('Go to Today');
  await expect.element(option(/^Book Margot/), { timeout: 100 }).not.toBeInTheDocument();
});

test('where nobody is found, nobody is offered to be booked', async () => {
  await typed('zoe follow-up fri', known(['Mei', 'Chen']));
  await expect.element(page.getByText('Nothing found for “zoe follow-up fri”.')).toBeVisible();
});

test('a name is never more than text, and one that reads the other way keeps to itself', async () => {
  await typed('boo fri', known(['<b>Boo</b>', ''], ['محمد', 'الأنصاري']));
  await expect.element(selected()).toHaveTextContent(/^Book <b>Boo<\/b> ·/);
  await page.getByRole('combobox').fill('محمد fri');
  await expect.element(selected()).toHaveTextContent('Book \u2068محمد الأنصاري\u2069 · Follow-up');
});

test('the desk books by a line as well', async () => {
  await typed('mei fri', known(['Mei', 'Chen']), as('receptionist'));
  await expect.element(selected()).toHaveTextContent(/^Book Mei Chen/);
});

test('who learns is offered no visit, neither by a line nor by a name', async () => {
  const { fake } = await typed('mei', known(['Mei', 'Chen']), as('student'));
  await expect.element(selected()).toHaveTextContent(/Mei Chen.*Nothing is booked/);
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(option(/Give a sheet/)).toBeVisible();
  expect(document.querySelector('[role=listbox]')?.textContent).not.toMatch(/Book/);
  await page.getByRole('combobox').fill('mei fri');
  await expect.element(page.getByText('Nothing found for “mei fri”.')).toBeVisible();
  expect(fake.inputs('bookingsFindFree')).toEqual([]);
});

test('a diary that cannot be read is said once and keeps nobody from being found', async () => {
  const broken: Answers = { bookingsDiary: () => refuse({ code: 'unexpected', reference: 'a1b2' }) };
  const { fake } = await typed('mei', known(['Mei', 'Chen']), broken);
  await expect.element(selected()).toHaveTextContent('Mei Chen');
  await expect.element(toast()).toHaveTextContent('a1b2');
  await page.getByRole('combobox').fill('chen mei');
  await expect.element(selected()).toHaveTextContent('Mei Chen');
  expect(fake.inputs('bookingsDiary')).toHaveLength(1);
});

test('the rows do not wait for the diary, and who does not come is offered the next free time', async () => {
  let answer: () => void = () => undefined;
  const slow: Answers = { bookingsComing: () => new Promise((resolve) => (answer = () => resolve([]))) };
  await typed('mei', known(['Mei', 'Chen']), slow);
  await expect.element(selected()).toHaveTextContent(/^Mei Chen/);
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  await expect.element(selected()).toHaveTextContent('Book a visit');
  answer();
  await expect.element(selected()).toHaveTextContent('Book the next free time: Tue, May 12, 10:57 a.m.');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(selected()).toHaveTextContent(/Mei Chen.*Nothing is booked/);
});
