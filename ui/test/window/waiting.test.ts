import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { somebody } from '../calls-to-make';
import { daysLater } from '../../src/features/bookings/wall';
import { TODAY } from '../diary';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const toast = () => page.getByRole('region', { name: 'What was just done' });
const panel = () => page.getByRole('complementary', { name: 'Booking' });
const row = (name: RegExp) => page.getByRole('listitem').filter({ hasText: name });

function waiting(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  const { calls } = practice.diary;
  const { id } = practice.register({ ...margaret, given_name: 'Aiko', family_name: 'Tanaka' });
  calls.waitsFor(somebody('Aiko Tanaka', { id, age: 44, phone: '250-555-0177' }), {
    service: 'v1',
    practitioner: 'p1',
    weekdays: [2, 4],
    not_before: '09:30',
    over_by: '12:00',
    urgent: true,
    note: 'Mornings, once the children are at school',
  });
  calls.waitsFor(somebody('Émile Roux'), { until: daysLater(TODAY, -3), lapsed: true });
  calls.due(somebody('Ruth Adler', { phone: '250-555-0102' }), {
    reason: 'due',
    due: TODAY,
    note: 'Before the marathon',
  });
  calls.said.set('of-Ruth Adler', { ask: 'on_day', due: TODAY, note: 'Before the marathon', version: 1 });
  calls.due(somebody('Ольга Иванова'));
  return practice;
}

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
});

test('who waits is read with what they want, called, taken off and put back', async () => {
  const { fake } = openAt('#/waiting', waiting());
  const aiko = row(/Aiko Tanaka/);
  await expect.element(aiko).toHaveTextContent(/Urgent.*Follow-up · Ines Marlow · Tue, Thu · 9:30/);
  await expect.element(page.getByRole('heading', { name: /Past their date/ })).toBeVisible();
  await accessible();
  await aiko.getByRole('button', { name: /Called/ }).click();
  await page.getByRole('menuitem', { name: 'No answer' }).click();
  await expect.element(aiko).toHaveTextContent(/No answer/);
  expect(fake.inputs('waitingSayContact')).toEqual([
    { client: expect.any(String), about: 'waiting', booking: null, outcome: 'no_answer' },
  ]);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(aiko).not.toHaveTextContent(/No answer/);
  await aiko.getByRole('button', { name: 'What to do for Aiko Tanaka' }).click();
  await page.getByRole('menuitem', { name: 'Take off the list' }).click();
  await expect.element(aiko).not.toBeInTheDocument();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(aiko).toBeVisible();
});

test('somebody is put on the list by keyboard, and what is missing stands at its field', async () => {
  const practice = waiting();
  practice.register(margaret);
  const { fake } = openAt('#/waiting', practice);
  await page.getByRole('button', { name: 'Add somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on the waiting list' });
  await accessible();
  await dialog.getByRole('button', { name: 'Put on the list' }).click();
  await expect.element(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Client' }).fill('oyel');
  await page.getByRole('option', { name: /Margaret Oyelaran/ }).click();
  await dialog.getByRole('checkbox', { name: 'Thursday' }).click();
  await dialog.getByRole('checkbox', { name: 'Tuesday' }).click();
  await dialog.getByLabelText('Not before').fill('9');
  await dialog.getByRole('checkbox', { name: /Urgent/ }).click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(dialog).not.toBeInTheDocument();
  const kept = fake.inputs('waitingKeep').at(-1)?.wait;
  expect(kept).toMatchObject({ weekdays: [2, 4], not_before: '09:00', over_by: '', urgent: true });
});

test('a written text is a code to scan, and a number that is none says so', async () => {
  const { fake } = openAt('#/waiting', waiting());
  await row(/Aiko Tanaka/)
    .getByRole('button', { name: /Called/ })
    .click();
  await page.getByRole('menuitem', { name: 'Text by phone…' }).click();
  const dialog = page.getByRole('dialog', { name: /Text to .*Aiko Tanaka/ });
  await expect.element(dialog.getByRole('img', { name: /Code that opens a message/ })).toBeVisible();
  await accessible();
  await dialog.getByLabelText('Number').fill('x');
  await expect.element(dialog.getByText('This does not look like a phone number.')).toBeVisible();
  await expect.element(dialog.getByRole('img', { name: /Code/ })).not.toBeInTheDocument();
  await dialog.getByLabelText('Number').fill('250 555 0177');
  await dialog.getByRole('button', { name: 'It was sent' }).click();
  await expect.poll(() => fake.inputs('waitingSayContact').at(-1)?.outcome).toBe('sent');
});

test('a time that is cancelled is given to somebody who waits for one', async () => {
  const practice = waiting();
  const { fake } = openAt('#/calendar', practice);
  await page.getByRole('button', { name: /Rosa Ferreira/ }).click();
  await panel().getByRole('button', { name: 'Cancel the booking' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the booking' }).click();
  await expect.element(panel()).toHaveTextContent(/on the waiting list could come/);
  await panel().getByRole('button', { name: 'Give the time away' }).click();
  await expect.element(panel().getByRole('heading', { name: 'Book' })).toBeVisible();
  await accessible();
  await panel().getByRole('button', { name: 'Book Aiko Tanaka' }).click();
  await expect.element(panel().getByText('From the waiting list')).toBeVisible();
  await panel()
    .getByRole('button', { name: /Book the visit/ })
    .click();
  await expect
    .poll(() => fake.inputs('bookingsBook').at(-1))
    .toMatchObject({
      client: expect.any(String),
      start: `${TODAY}T14:15`,
      room: 'r2',
      wait: 'w1',
    });
});

test('people who are due are asked, and when they are asked is changed', async () => {
  const { fake } = openAt('#/waiting/recall', waiting());
  await expect.element(row(/Ruth Adler/)).toHaveTextContent(/due.*last here.*Before the marathon/);
  await expect.element(row(/Ольга/)).toBeVisible();
  await accessible();
  await row(/Ruth Adler/)
    .getByRole('button', { name: /When to ask/ })
    .click();
  const dialog = page.getByRole('dialog', { name: /When to ask/ });
  await accessible();
  await dialog.getByRole('radio', { name: 'Not at all' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(row(/Ruth Adler/)).not.toBeInTheDocument();
  expect(fake.inputs('waitingKeepRecall')).toMatchObject([{ ask: 'never', version: 1 }]);
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect
    .poll(() => fake.inputs('waitingKeepRecall').at(-1))
    .toMatchObject({ ask: 'on_day', due: TODAY, note: 'Before the marathon', version: 2 });
});

test('a day that is called off becomes a list of calls, which is ticked off and taken back', async () => {
  const { fake } = openAt('#/calendar', waiting());
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Cancel the day…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel the day' });
  await expect.element(dialog.getByText(/visits are cancelled, and you get a list/)).toBeVisible();
  await accessible();
  await dialog.getByLabelText('What the calendar shows').fill('Ill');
  await dialog.getByRole('button', { name: 'Cancel the day' }).click();
  await expect.element(page.getByText(/^\d+ of \d+ calls left$/)).toBeVisible();
  expect(fake.inputs('waitingCallOffDay')).toEqual([
    { practitioner: 'p1', from: `${TODAY}T10:57`, reason: 'Ill' },
  ]);
  await accessible();
  const samuel = row(/Samuel Adeyemi/);
  await samuel.getByRole('button', { name: /Called/ }).click();
  await page.getByRole('menuitem', { name: 'Reached' }).click();
  await expect.element(samuel).toHaveTextContent(/Reached/);
  await page.getByRole('button', { name: 'Take the day up again' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nobody to call' })).toBeVisible();
  expect(fake.inputs('waitingTakeBackDay')).toHaveLength(1);
});

test('whoever is booked with somebody who left is called, and their booking opens on its day', async () => {
  const practice = waiting();
  const { diary } = practice;
  diary.comes({ name: 'Lena Fischer', phone: '250-555-0111' }, `${daysLater(TODAY, 9)}T10:15`, {
    practitioner: 'p2',
  });
  const people = diary.setup.people.map((one) => (one.id === 'p2' ? { ...one, here: false } : one));
  diary.setup = { ...diary.setup, people };
  openAt('#/waiting/calls', practice);
  await expect.element(page.getByRole('heading', { name: /Daniel Osei.*does not work here/ })).toBeVisible();
  await expect.element(row(/Lena Fischer/)).toHaveTextContent(/May 21|21 May/);
  await accessible();
  await page.getByRole('button', { name: /Open the booking of .*Lena Fischer/ }).click();
  await expect.element(panel().getByRole('heading', { name: 'Lena Fischer' })).toBeVisible();
});

test('an empty list says what it is for', async () => {
  openAt('#/waiting');
  await expect.element(page.getByRole('heading', { name: 'Nobody waits' })).toBeVisible();
  await page.getByRole('radio', { name: 'To ask again' }).click();
  await expect.element(page.getByRole('heading', { name: 'Nobody to ask' })).toBeVisible();
  await accessible();
});

test('what is not allowed at a number stands where it is dialled, and no text is offered to it', async () => {
  const practice = waiting();
  practice.diary.comes(
    {
      name: 'Wim Dekker',
      phone: '250-555-0144',
      phone_allows: { voicemail: 'no', text: 'no', clinic_name: 'unasked' },
      text_phone: null,
      status: 'discharged',
    },
    `${daysLater(TODAY, 1)}T09:30`,
  );
  openAt('#/waiting/reminders', practice);
  const wim = row(/Wim Dekker/);
  await expect.element(wim).toHaveTextContent('250-555-0144');
  await expect.element(wim).toHaveTextContent('no voicemail · no texts');
  await expect.element(wim).toHaveTextContent('Discharged');
  await accessible();
  await wim.getByRole('button', { name: /Called/ }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Reached' })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: 'Text by phone…' })).not.toBeInTheDocument();
});

test('who comes tomorrow is reminded and ticked off', async () => {
  const practice = waiting();
  practice.diary.comes({ name: 'Wim Dekker', phone: '250-555-0144' }, `${daysLater(TODAY, 1)}T09:30`);
  const { fake } = openAt('#/waiting/reminders', practice);
  await expect.element(page.getByLabelText('Whose visits are')).toHaveValue('May 13, 2026');
  const wim = row(/Wim Dekker/);
  await expect.element(wim).toHaveTextContent(/9:30.*Follow-up/);
  await expect.element(page.getByText(/^(\d+) of \1 still to remind$/)).toBeVisible();
  await accessible();
  await wim.getByRole('button', { name: /Called/ }).click();
  await page.getByRole('menuitem', { name: 'Text by phone…' }).click();
  const dialog = page.getByRole('dialog', { name: /Text to/ });
  await expect
    .element(dialog.getByLabelText('Message', { exact: true }))
    .toHaveValue(
      'Hello Wim, a reminder of your visit at Willow Lane Acupuncture on Wednesday, May 13, 9:30 a.m. – please call us if you cannot come.',
    );
  await dialog.getByRole('button', { name: 'It was sent' }).click();
  await expect.element(wim).toHaveTextContent(/Sent a message/);
  expect(fake.inputs('waitingSayContact').at(-1)).toMatchObject({ about: 'reminder', outcome: 'sent' });
});

test('the day is closed: visits end, notes are named, and the next day goes on paper', async () => {
  const practice = waiting();
  const { fake } = openAt('#/today', practice, {
    copiesList: () => ({ place: null }),
  });
  await page.getByRole('button', { name: 'Close the day' }).click();
  const dialog = page.getByRole('dialog', { name: 'Close the day' });
  await expect.element(dialog.getByText(/visits are not said to be over/)).toBeVisible();
  await expect.element(dialog.getByText('1 note is not signed')).toBeVisible();
  await expect.element(dialog.getByText('No place is chosen.')).toBeVisible();
  await accessible();
  await dialog.getByRole('button', { name: /Done.*Tomás Rivera/ }).click();
  await expect.element(dialog.getByText('2 notes are not signed')).toBeVisible();
  await dialog.getByRole('button', { name: 'Print with telephone numbers' }).click();
  await expect
    .poll(() => fake.inputs('bookingsPrintDaySheet'))
    .toMatchObject([{ from: daysLater(TODAY, 1), until: daysLater(TODAY, 1), names: 'full' }]);
});
