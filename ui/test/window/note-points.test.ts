import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PointRow } from '../../src/ipc/bindings';
import { longNote, shortNote } from '../notes';
import { pointAnswers, points } from '../points';
import { refuse } from '../fake-core';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

const line = () => page.getByRole('combobox', { name: 'Add points' });
const rows = () => page.getByRole('grid', { name: 'Points of this visit' }).getByRole('row');
const row = (code: string) => page.getByRole('row', { name: new RegExp(`^${code} `) });

/** The codes in the list, in order. */
const codes = () =>
  [...document.querySelectorAll('[role=grid] tbody th')].map((cell) => cell.textContent?.trim());

function writing(body: object = {}, practice = withMargaret()) {
  const { id } = practice.practice.draft({
    kind: 'note',
    subject: practice.id,
    label: 'Margaret Oyelaran',
    body: JSON.stringify(body),
  });
  return { ...openAt(`#/note/draft/${id}`, practice.practice), client: practice.id, draft: id };
}

const kept = (practice: WorkingPractice, draft: string) =>
  JSON.parse(practice.drafts.get(draft)?.body ?? '{}') as { points?: unknown };

test.each([
  ['st36', 'ST36'],
  ['zu san', 'ST36'],
  ['UB 60', 'BL60'],
  ['ren4', 'CV4'],
  ['足三里', 'ST36'],
  ['leg three', 'ST36'],
])('“%s” and Enter add %s', async (typed, code) => {
  writing();
  await line().fill(typed);
  await expect.element(page.getByRole('option').first()).toHaveTextContent(code);
  await userEvent.keyboard('{Enter}');
  await expect.poll(codes).toEqual([code]);
  await expect.element(line()).toHaveValue('');
  await expect.element(line()).toHaveFocus();
});

test('what Enter would add stands in the line with all its names', async () => {
  writing();
  await line().fill('du20');
  await expect.element(page.getByText('Bǎihuì, Hundred Convergences')).toBeVisible();
  await accessible();
});

test('a whole line is added in its order, with the sides that were typed', async () => {
  const { practice, draft } = writing();
  await line().fill('bl17 bl; du20; UB 40 r');
  await userEvent.keyboard('{Enter}');
  await expect.poll(codes).toEqual(['BL17', 'GV20', 'BL40']);
  await expect
    .poll(() => kept(practice, draft).points)
    .toEqual([
      { code: 'BL17', side: 'both', needles: 2 },
      { code: 'GV20', side: 'middle', needles: 1 },
      { code: 'BL40', side: 'right', needles: 1 },
    ]);
  await expect.element(page.getByText('4 needles at 3 points')).toBeVisible();
});

test('the arrows choose another match', async () => {
  writing();
  await line().fill('bl6');
  await expect.element(page.getByRole('option').nth(1)).toHaveTextContent('BL62');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent('BL62');
  await userEvent.keyboard('{Enter}');
  await expect.poll(codes).toEqual(['BL62']);
});

test('answers that come late and out of order never add another point than was typed', async () => {
  const { fake } = writing();
  await expect.element(line()).toBeVisible();
  const waiting: { text: string; answer: () => void }[] = [];
  fake.set({
    pointsFind: (input) =>
      new Promise<PointRow[]>((resolve) => {
        const answer = async () => resolve((await pointAnswers.pointsFind?.(input)) ?? []);
        waiting.push({ text: input.text, answer });
      }),
  });
  await userEvent.type(line(), 'st36{Enter}li4{Enter}gv20');
  await expect.element(line()).toHaveValue('gv20');
  // The last questions are answered first.
  for (const { answer } of waiting.splice(0).reverse()) answer();
  await expect.poll(codes).toEqual(['ST36', 'LI4']);
  await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent('GV20');
  await userEvent.keyboard('{Enter}');
  await expect.poll(codes).toEqual(['ST36', 'LI4', 'GV20']);
});

test('a point that is there already is pointed out, not doubled, and an unknown one is given back', async () => {
  writing(longNote);
  await line().fill('st46; bl23; ren4');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => codes().at(-1)).toBe('CV4');
  expect(codes().filter((code) => code === 'BL23')).toHaveLength(1);
  await expect.element(line()).toHaveValue('st46');
  await expect
    .element(line())
    .toHaveAccessibleDescription(
      '“st46” is no point: its channel ends with ST44. BL23 is in the list already.',
    );
  await accessible();
  await line().fill('st44');
  await expect.element(line()).toHaveAccessibleDescription('');
});

test('a line as it stands on paper becomes rows, and a number that is too high says where its channel ends', async () => {
  writing();
  await line().fill('LI4 LR3 r, st36 l P6 lr15');
  await userEvent.keyboard('{Enter}');
  await expect.poll(codes).toEqual(['LI4', 'LR3', 'ST36', 'PC6']);
  await expect.element(row('LI4')).toHaveAccessibleName(/right/);
  await expect.element(row('ST36')).toHaveAccessibleName(/left/);
  await expect.element(line()).toHaveValue('lr15');
  await expect.element(line()).toHaveAccessibleDescription('“lr15” is no point: its channel ends with LR3.');
});

test('a search that fails gives the text back', async () => {
  const { fake } = writing();
  await expect.element(line()).toBeVisible();
  fake.set({ pointsFind: () => refuse({ code: 'unexpected', reference: 'p1' }) });
  await line().fill('st36');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert').filter({ hasText: 'p1' })).toBeInTheDocument();
  await expect.element(line()).toHaveValue('st36');
});

test('rows are walked, sided, counted and removed by keys alone', async () => {
  const { practice, draft } = writing(longNote);
  await line().click();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(row('BL23')).toHaveFocus();
  await userEvent.keyboard('l');
  await expect.element(row('BL23')).toHaveAccessibleName('BL23 Shènshū, left, 1 needle');
  await userEvent.keyboard('3');
  await expect.element(page.getByLabelText('Needles at BL23')).toHaveValue('3');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(row('BL25')).toHaveFocus();
  await userEvent.keyboard('{Delete}');
  await expect.element(row('BL40')).toHaveFocus();
  expect(codes()).not.toContain('BL25');
  await accessible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(codes).toEqual(longNote.points.map(({ code }) => code));
  await expect
    .poll(() => kept(practice, draft).points)
    .toEqual([{ code: 'BL23', side: 'left', needles: 3 }, ...longNote.points.slice(1)]);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  await expect.element(line()).toHaveFocus();
});

test('sides are switched with the mouse, and the last one stays', async () => {
  writing({
    points: [
      { code: 'ST36', side: 'both', needles: 2 },
      { code: 'GV20', side: 'middle', needles: 1 },
    ],
  });
  const left = page.getByRole('button', { name: 'ST36 left' });
  const right = page.getByRole('button', { name: 'ST36 right' });
  await right.click();
  await expect.element(right).toHaveAttribute('aria-pressed', 'false');
  await expect.element(page.getByLabelText('Needles at ST36')).toHaveValue('1');
  (left.element() as HTMLElement).click();
  await expect.element(left).toHaveAttribute('aria-pressed', 'true');
  await right.click();
  await expect.element(page.getByLabelText('Needles at ST36')).toHaveValue('2');
  await expect.element(row('GV20')).toHaveTextContent('mid');
});

test('a count that is none is shown at its place, and signing goes there', async () => {
  writing(longNote);
  const count = page.getByLabelText('Needles at GB34');
  await count.fill('-2');
  await expect.element(count).toHaveValue('-2');
  await expect.element(count).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: /^Sign/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Sign/ }).click();
  await expect.element(count).toHaveFocus();
  await expect.element(row('GB34')).toHaveTextContent('From 1 to 99 needles.');
  await accessible();
  await count.fill('2');
  await expect.element(count).not.toHaveAttribute('aria-invalid');
});

test('a whole group comes with its usual number of needles, and one side of it with half of them', async () => {
  writing();
  await line().fill('jia ji');
  await userEvent.keyboard('{Enter}');
  await expect.element(row('EX-B2')).toHaveAccessibleName('EX-B2 Jiājǐ, the whole group, 34 needles');
  await page.getByRole('button', { name: 'EX-B2 right' }).click();
  await expect.element(row('EX-B2')).toHaveAccessibleName('EX-B2 Jiājǐ, left, 17 needles');
  await page.getByRole('button', { name: 'EX-B2 right' }).click();
  await expect.element(row('EX-B2')).toHaveAccessibleName('EX-B2 Jiājǐ, the whole group, 34 needles');
});

test('the last visit’s points are taken as a whole, taken back, and what changed is marked', async () => {
  const { practice, id } = withMargaret();
  practice.notes.sign(id, shortNote);
  writing({ points: [{ code: 'BL17', side: 'both', needles: 2 }] }, { practice, id });
  const beside = page.getByRole('group', { name: 'Points, last visit' });
  await expect.element(beside).toHaveTextContent('12 needles');
  await line().click();
  await userEvent.keyboard('{Control>}{Shift>}.{/Shift}{/Control}');
  await expect.poll(codes).toEqual(['BL17', ...shortNote.points.map(({ code }) => code)]);
  await expect.element(beside).toHaveTextContent(/Changed since then\s*\+ BL17/);
  await row('BL26').getByRole('button', { name: 'Remove BL26' }).click();
  await expect.element(beside).toHaveTextContent('− BL26');
  await accessible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(codes).toContain('BL26');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(codes).toEqual(['BL17']);
  await page.getByRole('button', { name: 'Take all' }).click();
  await expect.poll(() => codes().length).toBe(8);
});

test('forty points stay one list with one place for the Tab key', async () => {
  writing({
    points: points.slice(0, 40).map(({ code, place, default_needles }) => ({
      code,
      side: place === 'paired' ? 'both' : place,
      needles: default_needles,
    })),
  });
  await expect.element(rows().nth(40)).toBeInTheDocument();
  expect(document.querySelectorAll('[role=grid] tbody tr[tabindex="0"]')).toHaveLength(1);
  await line().click();
  await userEvent.keyboard('{Tab}');
  await expect.element(row('LU1')).toHaveFocus();
  await accessible();
});

test('a code that nobody knows stays in the list until a person drops it', async () => {
  writing({ points: [{ code: 'ST46', side: 'both', needles: 2 }] });
  await expect.element(row('ST46')).toHaveTextContent('Not a known point');
  await accessible();
});
