import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { looking } from '../../src/features/bookings/looking.svelte';
import { busyDay } from '../busy-day';
import { clinic, TODAY } from '../diary';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

function busy(): WorkingPractice {
  const practice = new WorkingPractice();
  busyDay(practice.diary);
  return practice;
}

const booking = (name: RegExp) => page.getByRole('button', { name });
const panel = () => page.getByRole('complementary', { name: 'Booking' });
const toast = () => page.getByRole('region', { name: 'What was just done' });

beforeEach(() => {
  Object.assign(looking, { view: 'day', day: TODAY, by: 'rooms', only: '', hour: 72, freeOnly: false });
  looking.cancelled = false;
});

test('a calendar without anything to book leads an owner to setting it up, which takes one click', async () => {
  const { practice } = openAt('#/calendar');
  await page.getByRole('button', { name: 'Set up the calendar' }).click();
  await expect.element(page.getByRole('heading', { name: 'Calendar' })).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Put in the three usual ones' }).click();
  await expect.element(page.getByRole('button', { name: /Follow-up 55 minutes/ })).toBeVisible();
  expect(practice.diary.setup.services.map(({ name }) => name)).toEqual([
    'Initial visit',
    'Follow-up',
    'Cupping',
  ]);
  await page.getByRole('button', { name: 'Add a room' }).click();
  await page.getByLabelText('Name').fill('Garden room');
  await accessible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('button', { name: /Garden room/ })).toBeVisible();
  await page.getByRole('button', { name: /Add working hours/ }).click();
  await page.getByLabelText('Monday, to').fill('4:30 pm');
  await page.getByRole('button', { name: 'The same on every weekday' }).click();
  await accessible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText(/Mon – Fri 9:00 a.m. – 4:30 p.m./)).toBeVisible();
  await page.getByRole('button', { name: 'Add time off' }).click();
  await page.getByLabelText('What it says in the calendar').fill('Holiday');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText(/May 12 · Holiday|Holiday/).first()).toBeVisible();
  expect(practice.diary.setup.away[0]?.until).toMatch(/T24:00$/);
});

test('a busy day is read by rooms and by people, opens a booking, and names hide', async () => {
  openAt('#/calendar', busy());
  await expect.element(booking(/Margaret Oyelaran.*10:15.*Resting/)).toBeVisible();
  await accessible();
  await booking(/Margaret Oyelaran/).click();
  await expect.element(panel().getByRole('heading', { name: 'Margaret Oyelaran' })).toHaveFocus();
  await expect.element(panel()).toHaveTextContent(/Follow-up.*Parks behind.*Resting/);
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(booking(/Margaret Oyelaran/)).toHaveFocus();
  await page.getByLabelText('One column for each').selectOptions('People');
  await expect.element(page.getByText('9:00 a.m. – 5:30 p.m.').first()).toBeVisible();
  await expect.element(page.getByText('Dentist')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Free times only' }).click();
  await expect.element(booking(/Taken.*, 10:15 a/)).toBeVisible();
  expect(document.querySelector('main')?.textContent).not.toMatch(/Margaret|Oyelaran|Jun Park/);
});

test('the photo of whoever comes stands at the head of the booking, and nothing where there is none', async () => {
  const practice = busy();
  const margaret = practice.diary.bookings.find(({ client }) => client?.name === 'Margaret Oyelaran');
  practice.files.portraits[margaret?.client?.id ?? ''] = 'file-1';
  openAt('#/calendar', practice);
  const face = () => panel().element().querySelector('.face');
  await booking(/Margaret Oyelaran/).click();
  await expect.poll(() => face()?.querySelector('img')).toBeTruthy();
  expect(face()?.matches('[data-name]'), 'it is blurred with the names').toBe(true);
  await accessible();
  await booking(/Hannah Lindqvist/).click();
  await expect.element(panel().getByRole('heading', { name: 'Hannah Lindqvist' })).toBeVisible();
  expect(face(), 'not for a moment beside another name, and no initials either').toBeNull();
});

test('week, month and list show the same bookings, and a day of the month opens', async () => {
  openAt('#/calendar', busy());
  await page.getByRole('radio', { name: 'Week' }).click();
  await expect.element(booking(/Jonas Backman/)).toBeVisible();
  await accessible();
  await page.getByRole('radio', { name: 'List' }).click();
  await expect.element(page.getByRole('heading', { name: /Tuesday, May 12/ }).last()).toBeVisible();
  await accessible();
  await page.getByRole('radio', { name: 'Month' }).click();
  await accessible();
  await page.getByRole('button', { name: /Wednesday, May 13, 1 booking/ }).click();
  await expect.element(booking(/Jonas Backman.*9:30/)).toBeVisible();
  await page.getByRole('button', { name: 'Previous day' }).click();
  await expect.element(booking(/Margaret Oyelaran/)).toBeVisible();
});

test('arrows go from booking to booking, Alt moves one, Alt and Shift stretch it, and undo brings it back', async () => {
  const practice = busy();
  openAt('#/calendar', practice);
  await expect.element(booking(/Hannah Lindqvist/)).toBeVisible();
  (booking(/Hannah Lindqvist/).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(booking(/Leila Haddad/)).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(booking(/Rosa Ferreira/)).toHaveFocus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(booking(/Rosa Ferreira.*2:30/)).toHaveFocus();
  await expect.element(toast()).toHaveTextContent('Rosa Ferreira moved to 2:30 p.m.');
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
  await expect.element(booking(/Rosa Ferreira.*2:30 p.m. to 3:40/)).toHaveFocus();
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await expect.element(toast()).toHaveTextContent('Rosa Ferreira moved to 2:30 p.m., Room 1');
  const rosa = () => practice.diary.bookings.find(({ client }) => client?.name === 'Rosa Ferreira');
  expect(rosa()).toMatchObject({ room: 'r1', minutes: 70 });
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => rosa()?.room).toBe('r2');
});

test('a booking is dragged to another room, and what is refused slides back with the reason', async () => {
  const practice = busy();
  looking.cancelled = true;
  openAt('#/calendar', practice);
  await expect.element(booking(/Rosa Ferreira.*2:15/)).toBeVisible();
  await userEvent.dragAndDrop(booking(/Rosa Ferreira/), booking(/Jun Park/), {
    sourcePosition: { x: 40, y: 10 },
    targetPosition: { x: 40, y: 10 },
  });
  const rosa = () => practice.diary.bookings.find(({ client }) => client?.name === 'Rosa Ferreira');
  await expect.poll(() => rosa()?.room).toBe('r1');
  expect(rosa()?.start).toMatch(/T15:(05|10|15)$/);
  expect(panel().query(), 'the click that ends a drag opens nothing').toBeNull();
  const [first] = practice.diary.bookings;
  practice.diary.obstacles = [{ kind: 'room', booking: first?.id ?? null }];
  const before = rosa()?.start;
  (booking(/Rosa Ferreira/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await expect
    .element(toast())
    .toHaveTextContent(/Rosa Ferreira stays where it was.*Room 1 is taken by Alice Whitford/);
  expect(rosa()?.start).toBe(before);
  await expect.element(booking(/Rosa Ferreira.*3:/)).toHaveFocus();
});

test('somebody is booked from the keyboard, and what is in the way asks for the reason', async () => {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  practice.register(margaret);
  const { fake } = openAt('#/calendar', practice);
  await expect.element(page.getByRole('button', { name: 'Book', exact: true })).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}b{/Shift}{/Control}');
  await expect.element(page.getByRole('combobox', { name: 'Client' })).toHaveFocus();
  await userEvent.keyboard('marg');
  await expect.element(page.getByRole('option', { name: /Margaret/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await page.getByLabelText('Time', { exact: true }).fill('4pm');
  await accessible();
  practice.diary.obstacles = [{ kind: 'outside_hours', booking: null }];
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('It is outside of the working hours.')).toBeVisible();
  await expect.element(page.getByLabelText('Book it all the same, because')).toHaveFocus();
  await accessible();
  await userEvent.keyboard('She flies home{Control>}{Enter}{/Control}');
  await expect.element(toast()).toHaveTextContent(/Margaret Oyelaran booked for Tuesday, May 12, 4:00/);
  expect(fake.inputs('bookingsBook').at(-1)).toMatchObject({
    start: `${TODAY}T16:00`,
    despite: 'She flies home',
    service: 'v1',
  });
  await expect.element(panel().getByRole('heading', { name: 'Margaret Oyelaran' })).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => practice.diary.bookings.length).toBe(0);
});

test('a booking is for somebody, and what was typed of it follows the pointer and can be taken up again', async () => {
  const practice = busy();
  practice.register(margaret);
  const { fake } = openAt('#/calendar', practice);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await page.getByRole('button', { name: 'Book the visit' }).click();
  await expect.element(page.getByRole('alert').getByText('Please fill this in.')).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Client' })).toHaveFocus();
  await accessible();
  expect(fake.inputs('bookingsBook'), 'nobody is no client').toEqual([]);
  await userEvent.keyboard('marg');
  await page.getByRole('option', { name: /Margaret/ }).click();
  await page.getByLabelText('Note for the desk').fill('Parks behind');
  await booking(/Leila Haddad/).click();
  await expect.element(panel().getByRole('heading', { name: 'Leila Haddad' })).toBeVisible();
  await expect.element(toast()).toHaveTextContent('The booking you began is put aside.');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByLabelText('Note for the desk')).toHaveValue('Parks behind');
  const lane = document.querySelectorAll('.ec-body .ec-day')[0] as HTMLElement;
  await userEvent.click(lane, { position: { x: 60, y: 370 } });
  await expect.element(page.getByLabelText('Note for the desk')).toHaveValue('Parks behind');
  await page.getByRole('button', { name: 'Book the visit' }).click();
  await expect.poll(() => fake.inputs('bookingsBook').length).toBe(1);
  expect(fake.inputs('bookingsBook')[0]).toMatchObject({ note: 'Parks behind', room: 'r1' });
  expect(fake.inputs('bookingsBook')[0]?.start).toMatch(/T13:[01]/);
});

test('where the clocks go back it is asked which of the two times is meant', async () => {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  practice.register(margaret);
  const asked: unknown[] = [];
  openAt('#/calendar', practice, {
    bookingsBook: (input) => {
      asked.push(input.which);
      throw { code: 'invalid', fields: [{ path: 'start', problem: 'time_comes_twice', limit: null }] };
    },
  });
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await userEvent.keyboard('marg');
  await page.getByRole('option', { name: /Margaret/ }).click();
  await page.getByLabelText('Time', { exact: true }).fill('1:15');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await page.getByRole('radio', { name: 'After' }).click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => asked).toEqual([null, 'later']);
});

test('a visit goes its way on the panel and on Today, and a cancelled one says how', async () => {
  const practice = busy();
  openAt('#/today', practice, {});
  await expect.element(page.getByRole('list', { name: /Still to come/ })).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Arrived Samuel Adeyemi' }).click();
  await expect.element(page.getByRole('list', { name: /In the clinic/ })).toHaveTextContent('Samuel Adeyemi');
  await page.getByRole('button', { name: 'In room Samuel Adeyemi' }).click();
  await expect.element(toast()).toHaveTextContent('Samuel Adeyemi: In room');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByRole('button', { name: 'In room Samuel Adeyemi' })).toBeVisible();
  looking.day = '2026-06-01';
  await page.getByRole('button', { name: /Beatrix Cole 15/ }).click();
  await expect.element(panel().getByRole('heading', { name: 'Beatrix Cole' })).toBeVisible();
  await panel().getByRole('button', { name: 'Cancel the booking' }).click();
  await expect.element(page.getByRole('radio', { name: 'Late' })).toBeChecked();
  await page.getByLabelText('Reason').fill('School trip');
  await accessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the booking' }).click();
  await expect.element(panel()).toHaveTextContent(/Cancelled late.*School trip/);
  await panel().getByRole('button', { name: 'Take back' }).click();
  await expect.element(panel()).not.toHaveTextContent('School trip');
});

test('the day goes to the printer, and says as much of who comes as it is told to', async () => {
  const { fake } = openAt('#/calendar', busy());
  await page.getByRole('button', { name: 'Print the calendar' }).click();
  await accessible();
  await page.getByRole('radio', { name: 'Initials' }).click();
  await page.getByLabelText('Whose').selectOptions('Room 2');
  await page.getByRole('checkbox', { name: 'With alerts' }).click();
  await page.getByRole('button', { name: 'Print', exact: false }).last().click();
  await expect.element(toast()).toHaveTextContent('Sent to the printer.');
  expect(fake.inputs('bookingsPrintDaySheet')).toEqual([
    {
      from: TODAY,
      until: TODAY,
      practitioner: null,
      room: 'r2',
      names: 'initials',
      alerts: true,
      blank_lines: 2,
    },
  ]);
});

test('a series shows what clashes before anything is made, and is cancelled from a visit on', async () => {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  const { id } = practice.register(margaret);
  practice.diary.comes({ name: 'Peter Novak' }, '2026-05-19T10:00');
  practice.diary.obstacles = [{ kind: 'room', booking: practice.diary.bookings[0]?.id ?? null }];
  const { fake } = openAt(`#/client/${id}`, practice);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await page.getByLabelText('Repeat').selectOptions('Every week');
  await page.getByLabelText('How many visits').fill('4');
  await page.getByRole('button', { name: 'Look at the days' }).click();
  await expect.element(page.getByText(/Room 1 is taken by Peter Novak/)).toBeVisible();
  await accessible();
  expect(fake.inputs('bookingsBookSeries')).toEqual([]);
  await page.getByRole('button', { name: 'Book 4 visits' }).click();
  await expect.element(toast()).toHaveTextContent('Margaret Oyelaran: 4 visits are booked');
  expect(fake.inputs('bookingsBookSeries')[0]?.visits.map(({ room }) => room)).toEqual([
    'r1',
    'r2',
    'r1',
    'r1',
  ]);
  await panel().getByRole('button', { name: 'Cancel the booking' }).click();
  await page.getByRole('radio', { name: 'This and the following' }).click();
  await accessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the booking' }).click();
  await expect.element(toast()).toHaveTextContent('Margaret Oyelaran: 4 visits are cancelled');
  // Their rooms are free: Peter Novak stands in the way of none of them.
  practice.diary.obstacles = null;
  await userEvent.keyboard('{Control>}z{/Control}');
  const statuses = () => practice.diary.bookings.filter(({ series }) => series).map(({ status }) => status);
  await expect.poll(statuses).toEqual(['booked', 'booked', 'booked', 'booked']);
});

test('a client’s page says when they come next, and leads there', async () => {
  const practice = new WorkingPractice();
  practice.diary.setup = clinic();
  const { id } = practice.register(margaret);
  practice.diary.comes({ id, name: 'Margaret Oyelaran' }, '2026-05-19T10:15');
  openAt(`#/client/${id}`, practice);
  const next = page.getByRole('button', { name: /Tuesday, May 19, 10:15.*Follow-up · Room 1 · Booked/ });
  await expect.element(next).toBeVisible();
  await accessible();
  await next.click();
  await expect.element(panel().getByRole('heading', { name: 'Margaret Oyelaran' })).toBeVisible();
  expect(looking.day).toBe('2026-05-19');
});

test('a student looks and changes nothing', async () => {
  const practice = busy();
  const { fake } = openAt('#/calendar', practice, {
    sessionState: async () => {
      const state = await practice.answers().sessionState?.();
      return state?.state === 'open'
        ? { ...state, me: { ...state.me, role: 'student' } }
        : { state: 'first_run' };
    },
  });
  await booking(/Hannah Lindqvist/).click();
  await expect.element(panel().getByRole('button', { name: 'Start note' })).toBeVisible();
  await expect.element(panel().getByRole('button', { name: 'Move to…' })).not.toBeInTheDocument();
  (booking(/Hannah Lindqvist/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(fake.inputs('bookingsReschedule')).toEqual([]);
});
