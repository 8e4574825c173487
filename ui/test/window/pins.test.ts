import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { NoteText, PinView } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { margaret } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt } from './working';

const written: NoteText = {
  visit_date: '2026-05-12',
  subjective: 'Low back, 6 of 10.\n\n  Faints at needles in the hand.\nSleeps badly.',
  objective: `Pale.\n${'Sleeps badly. '.repeat(50).trim()}`,
  assessment: '',
  plan: 'Once more next week.',
  points: [],
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const facts = () => page.getByRole('region', { name: 'Pinned' });

function signed(more: Answers = {}) {
  const practice = new WorkingPractice();
  const { id } = practice.register(margaret);
  const note = practice.notes.sign(id, written);
  practice.notes.add(note.id, 'She called: better.');
  return { practice, id, note, open: (at: string) => openAt(at, practice, more) };
}

test('a line of a note is pinned to the head of the record, taken down there, and pinned again', async () => {
  const { id, note, open } = signed();
  open(`#/note/${note.id}`);
  await button('Pin words of Complaint').click();
  await expect.element(page.getByRole('menuitem').first()).toHaveTextContent('All of it');
  expect(page.getByRole('menuitem').elements()).toHaveLength(4);
  await accessible();
  await page.getByRole('menuitem', { name: 'Faints at needles in the hand.' }).click();
  await expect.element(button('Pin words of Complaint')).toHaveFocus();
  await button(/Pin words of the addendum of/).click();
  location.hash = `#/client/${id}`;
  await expect.element(facts().getByText('Faints at needles in the hand.')).toBeVisible();
  await expect.element(facts().getByRole('link', { name: /Complaint, May 12/ })).toBeVisible();
  await expect.element(facts().getByText('She called: better.')).toBeVisible();
  await accessible();
  await button(/Take down: .*Faints/).click();
  await expect.element(facts().getByText('Faints at needles')).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(facts().getByText('Faints at needles in the hand.')).toBeVisible();
});

test('what is one line is pinned at once, what is too long as a whole only by its lines, what says nothing not at all', async () => {
  const { id, note, practice, open } = signed();
  open(`#/note/${note.id}`);
  await button('Pin words of Plan').click();
  await expect.poll(() => practice.notes.pins.map(({ text }) => text)).toEqual(['Once more next week.']);
  expect(practice.notes.pins[0]?.from).toEqual({ kind: 'plan' });
  await button('Pin words of Findings').click();
  expect(page.getByRole('menuitem').elements()).toHaveLength(2);
  await page.getByRole('menuitem', { name: /Sleeps badly.*…$/ }).click();
  await expect.poll(() => practice.notes.pins.at(-1)?.text).toBe('Sleeps badly. '.repeat(50).trim());
  location.hash = `#/client/${id}`;
  const text = facts().getByText(/^Sleeps badly/);
  await expect.element(text).toBeVisible();
  const { height } = text.element().getBoundingClientRect();
  await facts().getByRole('button', { name: 'Show all of it' }).click();
  await expect.poll(() => text.element().getBoundingClientRect().height).toBeGreaterThan(height * 1.5);
  await accessible();
  location.hash = `#/note/${note.id}`;
  await expect.element(button('Pin words of Findings')).toBeVisible();
  await expect.element(button('Pin words of Pattern')).not.toBeInTheDocument();
});

test('what is pinned already is not taken down by the undo of pinning it again', async () => {
  const { id, note, practice, open } = signed();
  open(`#/note/${note.id}`);
  await button('Pin words of Plan').click();
  await expect.element(page.getByText('Pinned to the head of the record.').first()).toBeVisible();
  await button('Close').click();
  await button('Pin words of Plan').click();
  await expect.element(page.getByText('This is pinned already.').first()).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(practice.notes.pins).toHaveLength(1);
  location.hash = `#/client/${id}`;
  await button(/Take down/).dblClick();
  await expect.element(facts()).not.toBeInTheDocument();
  expect(document.activeElement).not.toBe(document.body);
});

test('a note that is not what was signed offers nothing to pin, and pins that cannot be read say so', async () => {
  const { id, note, practice, open } = signed({
    notesPins: () => refuse({ code: 'unexpected', reference: 'a1b2' }),
  });
  practice.notes.all.set(note.id, { ...note, seal: 'broken' });
  open(`#/note/${note.id}`);
  await expect.element(page.getByText('Once more next week.')).toBeVisible();
  expect(button(/Pin words/).elements()).toEqual([]);
  location.hash = `#/client/${id}`;
  await expect.element(page.getByText(/a1b2/)).toBeVisible();
});

test('a pinned fact warns when the note was added to since, or does not say it any more', async () => {
  const pin: PinView = {
    id: 'pin-1',
    note: 'note-1',
    from: { kind: 'plan' },
    text: 'Weekly.',
    visit_date: '2026-05-12',
    signed_by: 'Ines Marlow',
    pinned_at: 0,
    pinned_by: 'Ines Marlow',
    addenda_since: 2,
    seal: 'verified',
  };
  const { id, open } = signed({
    notesPins: () => [pin, { ...pin, id: 'pin-2', text: 'Daily.', seal: 'broken' }],
  });
  open(`#/client/${id}`);
  await expect.element(facts().getByText('The note was added to 2 times since.')).toBeVisible();
  await expect.element(facts().getByText('The note does not say this as it was signed.')).toBeVisible();
  await accessible();
});
