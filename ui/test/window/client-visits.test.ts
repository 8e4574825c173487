import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ClientVisit, TimelineEntry } from '../../src/ipc/bindings';
import { clinic } from '../diary';
import { atKeyboard, ines } from '../willow-lane';
import { somebody } from '../calls-to-make';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const timeline = () => page.getByRole('list', { name: 'Timeline' });
const rows = () => timeline().getByRole('listitem');
const only = (kind: string) => page.getByRole('radio', { name: kind }).click();

function visitOn(day: string, more: Partial<ClientVisit> = {}): ClientVisit {
  return {
    id: `visit-${day}`,
    start: `${day}T11:00`,
    service: 'Follow-up',
    practitioner: 'Jun Mori',
    status: 'done',
    said_by: ines.name,
    reason: '',
    fee: false,
    ...more,
  };
}

const visit = (day: string, more: Partial<ClientVisit> = {}): TimelineEntry => ({
  kind: 'visit',
  id: `visit-${day}`,
  at: Date.parse(`${day}T18:00:00Z`),
  visit: visitOn(day, more),
});

/** Margaret, of whom this was told, oldest first. */
function told(entries: readonly TimelineEntry[]) {
  const { practice, id } = withMargaret();
  practice.timelines.get(id)?.push(...entries);
  return { practice, id };
}

const everything: TimelineEntry[] = [
  visit('2026-04-14'),
  visit('2026-04-21', { status: 'no_show', fee: true }),
  visit('2026-04-28', { status: 'cancelled', reason: 'Travels' }),
  {
    kind: 'contacted',
    id: 'tried',
    at: Date.UTC(2026, 3, 29),
    tried: { id: 'tried', by: ines.name, about: 'reminder', outcome: 'message', visit: '2026-05-05T11:00' },
  },
  {
    kind: 'note_signed',
    id: 'note',
    at: Date.UTC(2026, 4, 5, 19),
    by: ines.name,
    visit_date: '2026-05-05',
    points: [],
    summary: 'Neck',
    addenda: 0,
    visit: visitOn('2026-05-05'),
  },
];

test('visits and the calls about them stand in the timeline, each under its kind, and one with its note once', async () => {
  const { practice, id } = told(everything);
  practice.diary.setup = clinic();
  openAt(`#/client/${id}`, practice);
  await expect.element(rows().nth(0)).toHaveTextContent(/Note of 5 May|Note of May 5/);
  await expect.element(rows().nth(0)).toHaveTextContent(/Visit at 11:00.* · Follow-up · *with .?Jun Mori/);
  await expect.element(rows().nth(1)).toHaveTextContent(/Reminded of a visit: left a message.*Ines Marlow/);
  await expect.element(rows().nth(2)).toHaveTextContent(/Cancelled in time.*Because: .?Travels/);
  await expect.element(rows().nth(3)).toHaveTextContent(/Did not come, charged/);
  await expect.element(rows().nth(4)).toHaveTextContent(/Done, no note yet.*Follow-up · *with .?Jun Mori/);
  await expect.element(rows().nth(5)).toHaveTextContent('Registered');
  await accessible();
  await only('Visits');
  await expect.poll(() => rows().elements().length).toBe(4);
  await only('Calls and messages');
  await expect.poll(() => rows().elements().length).toBe(1);
  await only('Visits');
  await rows()
    .nth(1)
    .getByRole('button', { name: /^Visit of/ })
    .click();
  await expect.poll(() => location.hash).toBe('#/calendar');
});

test('the desk is told that somebody came, and not that a note is missing', async () => {
  const { practice, id } = told([visit('2026-04-14')]);
  openAt(`#/client/${id}`, practice, { sessionState: () => atKeyboard({ role: 'receptionist' }) });
  await expect.element(rows().first()).toHaveTextContent('Done');
  await expect.element(rows().first()).not.toHaveTextContent('no note yet');
});

test('of twenty years the newest hundred are drawn, and the earlier ones when they are asked for', async () => {
  const days = Array.from({ length: 250 }, (_, week) =>
    new Date(Date.UTC(2021, 5, 1 + 7 * week)).toISOString().slice(0, 10),
  );
  const { practice, id } = told(days.map((day) => visit(day)));
  openAt(`#/client/${id}`, practice);
  await expect.poll(() => rows().elements().length).toBe(100);
  await page.getByRole('button', { name: 'Show 100 earlier' }).click();
  await expect.poll(() => rows().elements().length).toBe(200);
  await page.getByRole('button', { name: 'Show 51 earlier' }).click();
  await expect.element(rows().last()).toHaveTextContent('Registered');
  await expect.element(page.getByRole('button', { name: /earlier$/ })).not.toBeInTheDocument();
});

test('somebody who has died is taken out of the diary in one act, and Undo puts all of it back', async () => {
  const { practice, id } = withMargaret();
  const name = 'Margaret Oyelaran';
  practice.diary.setup = clinic();
  for (const day of ['2026-05-19', '2026-05-26']) practice.diary.comes({ id, name }, `${day}T10:00`);
  practice.diary.calls.waits = [practice.diary.calls.waitsFor(somebody(name, { id }))];
  const { fake } = openAt(`#/client/${id}`, practice);
  const left = page.getByRole('region', { name: 'What is still in the diary' });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.element(left).not.toBeInTheDocument();
  practice.change(id, { status: 'deceased' });
  await expect
    .element(left)
    .toHaveTextContent(/has died and is still in the diary\. *Booked for .* and .* *On the waiting list/);
  await accessible();
  await left.getByRole('button', { name: 'Cancel the visits, stop waiting' }).click();
  await expect.element(left).not.toBeInTheDocument();
  expect(fake.inputs('bookingsCancelToCome')).toEqual([{ client: id, reason: 'Has died' }]);
  expect(practice.diary.calls.waits).toEqual([]);
  await page
    .getByRole('region', { name: 'What was just done' })
    .getByRole('button', { name: /Undo/ })
    .click();
  await expect.element(left).toHaveTextContent(/Booked for .* and .* *On the waiting list/);
});

test('a student reads that somebody who is discharged is still booked, and leaves it as it is', async () => {
  const { practice, id } = withMargaret();
  practice.diary.comes({ id, name: 'Margaret Oyelaran' }, '2026-05-19T10:00');
  practice.change(id, { status: 'discharged' });
  openAt(`#/client/${id}`, practice, { sessionState: () => atKeyboard({ role: 'student' }) });
  const left = page.getByRole('region', { name: 'What is still in the diary' });
  await expect.element(left).toHaveTextContent(/is discharged and is still in the diary/);
  await expect.element(left.getByRole('button')).not.toBeInTheDocument();
});
