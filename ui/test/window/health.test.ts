import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { daysLater } from '../../src/features/bookings/wall';
import type { AlertView, HealthHistory } from '../../src/ipc/bindings';
import { longDate } from '../../src/messages/formats';
import { localDate } from '../../src/shared/local-date';
import { emptyHistory, Health, line } from '../health';
import { atKeyboard } from '../willow-lane';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const save = '{Control>}{Enter}{/Control}';
const toast = () => page.getByRole('region', { name: 'What was just done' });
const tab = () => page.getByRole('tab', { name: /Health history/ });
const rail = () => page.getByRole('complementary');
const form = () => page.getByRole('form', { name: /Health history of/ });

function opened(history: Partial<HealthHistory> | null = null, more = {}) {
  const { practice, id } = withMargaret();
  const health = new Health(practice);
  if (history) health.save(id, { ...emptyHistory(), ...history }, { day: '2026-05-05', by: 'Jun Mori' });
  return { ...openAt(`#/client/${id}`, practice, { ...health.answers(), ...more }), id, health };
}

test('it is taken down by keyboard, and says what was asked and what was not', async () => {
  const { fake } = opened();
  await page.getByRole('button', { name: 'Take the history' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'Anticoagulant' })).toHaveFocus();
  await accessible();
  await userEvent.keyboard(' ');
  await page.getByRole('textbox', { name: 'Which' }).fill('apixaban');
  await page.getByRole('textbox', { name: 'Since' }).fill('march 2024');
  const medicine = page.getByRole('group', { name: 'Medicine 1' });
  await medicine.getByLabelText('Medicine').fill('Apixaban');
  await medicine.getByLabelText('Dose').fill('5 mg');
  await page.getByRole('checkbox', { name: 'No known allergies' }).click();
  await userEvent.keyboard(save);
  await expect.element(form()).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'As it was on…' })).toHaveFocus();
  expect(fake.inputs('healthKeep').at(-1)).toMatchObject({
    version: 0,
    reviewed: true,
    history: {
      flags: [{ kind: 'anticoagulant', since: '2024-03', until: '', note: 'apixaban' }],
      none: ['allergies'],
      pregnancy: null,
    },
  });
  const parts = page.getByRole('main').getByRole('definition');
  await expect.element(parts.nth(0)).toHaveTextContent(/Anticoagulant apixaban since March 2024/);
  await expect.element(parts.nth(1)).toHaveTextContent('None');
  await expect.element(parts.nth(2)).toHaveTextContent(/Apixaban 5 mg/);
  await expect.element(parts.nth(3)).toHaveTextContent('Not asked');
  await accessible();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(page.getByRole('heading', { name: 'No health history yet' })).toBeVisible();
});

test('what was never asked is not said to be nothing', async () => {
  const { practice, id } = withMargaret();
  const health = new Health(practice);
  health.save(id, { ...emptyHistory(), medicines: [line('Ramipril')] }, { reviewed: false });
  openAt(`#/client/${id}`, practice, health.answers());
  await tab().click();
  const parts = page.getByRole('main').getByRole('definition');
  await expect.element(parts.nth(0)).toHaveTextContent('Not asked');
  await expect.element(page.getByText('Not reviewed yet')).toBeVisible();
  await page.getByRole('button', { name: 'Unchanged today' }).click();
  await expect.element(parts.nth(0)).toHaveTextContent('None');
});

test('a date that cannot be is kept as it was typed, also when the form is opened again', async () => {
  const { practice } = opened();
  await page.getByRole('button', { name: 'Take the history' }).click();
  const medicine = page.getByRole('group', { name: 'Medicine 1' });
  await medicine.getByLabelText('Medicine').fill('Apixaban');
  for (const typed of ['2019-00', '2026-02-30', '2019-13']) {
    await medicine.getByLabelText('Since').fill(typed);
    await userEvent.tab();
    await expect.element(medicine.getByLabelText('Since')).toHaveValue(typed);
    await expect.element(medicine.getByText(/This cannot be read/)).toBeVisible();
  }
  visit('#/today');
  await expect.poll(() => practice.drafts.size).toBe(1);
  await page.getByRole('button', { name: /Save the health history/ }).click();
  await expect.element(medicine.getByLabelText('Since')).toHaveValue('2019-13');
});

test('weeks that cannot be are no due date, and what was unticked by mistake comes back', async () => {
  const { fake } = opened();
  await page.getByRole('button', { name: 'Take the history' }).click();
  await page.getByRole('checkbox', { name: 'Anticoagulant' }).click();
  await page.getByRole('textbox', { name: 'Which' }).fill('apixaban');
  await page.getByRole('checkbox', { name: 'Anticoagulant' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Which' })).not.toBeInTheDocument();
  await page.getByRole('checkbox', { name: 'Anticoagulant' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Which' })).toHaveValue('apixaban');
  await page.getByLabelText('How it stands').selectOptions('Pregnant');
  await page.getByLabelText('Or weeks today').fill('12+9');
  await userEvent.keyboard(save);
  expect(fake.inputs('healthKeep').at(-1)?.history.pregnancy?.due).toBe('12+9');
});

test('a form that says nothing new leaves nothing behind, and the keyboard stays where one was', async () => {
  const { practice } = opened({ other: 'Sleeps well' });
  await tab().click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const other = page.getByLabelText(/Sleep, diet/);
  await other.fill('Sleeps well!');
  await other.fill('Sleeps well');
  await page.getByRole('button', { name: 'Add lines for fertility' }).click();
  await page.getByRole('button', { name: 'Add lines for sport' }).click();
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect.element(page.getByRole('button', { name: 'As it was on…' })).toHaveFocus();
  expect(practice.drafts.size).toBe(0);
  await page.getByRole('button', { name: 'Unchanged today' }).click();
  await expect.element(page.getByRole('button', { name: 'Unchanged today' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'As it was on…' })).toHaveFocus();
});

test('beside the timeline one click says that nothing changed, and its undo that it was not asked', async () => {
  const { fake, id } = opened({
    medicines: [line('Ramipril', { detail: '5 mg' }), line('Aspirin', { until: '2020' })],
  });
  await expect.element(rail().getByText('Ramipril 5 mg', { exact: true })).toBeVisible();
  await expect.element(rail().getByText(/reviewed May 5/)).toBeVisible();
  await accessible();
  await rail().getByRole('button', { name: 'Unchanged today' }).click();
  await expect.element(rail().getByText(/reviewed May 12/)).toBeVisible();
  await expect.element(rail().getByRole('button', { name: 'Unchanged today' })).not.toBeInTheDocument();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(rail().getByText(/reviewed May 5/)).toBeVisible();
  expect(fake.inputs('healthReview')).toEqual([{ client: id, version: 1 }]);
});

test('what is typed outlives leaving the page, and what was typed by mistake is thrown away', async () => {
  const { practice } = opened({ other: 'Sleeps well' });
  await tab().click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const other = page.getByLabelText(/Sleep, diet/);
  await other.fill('Sleeps badly');
  visit('#/today');
  await expect.poll(() => practice.drafts.size).toBe(1);
  await page.getByRole('button', { name: /Save the health history of Margaret Oyelaran/ }).click();
  await expect.element(other).toHaveValue('Sleeps badly');
  await page.getByRole('button', { name: 'Throw away changes' }).click();
  await expect.element(page.getByText('Sleeps well')).toBeVisible();
  await expect.poll(() => practice.drafts.size).toBe(0);
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(other).toHaveValue('Sleeps badly');
});

test('what is wrong is said at its field, also where a line above it goes', async () => {
  const { fake } = opened();
  await page.getByRole('button', { name: 'Take the history' }).click();
  const first = page.getByRole('group', { name: 'Condition 1' });
  await first.getByRole('textbox', { name: 'Condition' }).fill('Asthma');
  await first.getByLabelText('Since').fill('last spring');
  await userEvent.tab();
  await expect.element(first.getByText(/This cannot be read/)).toBeVisible();
  await first.getByLabelText('Since').fill('2019');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  const second = page.getByRole('group', { name: 'Condition 2' });
  await expect.element(second.getByRole('textbox', { name: 'Condition 2' })).toHaveFocus();
  await second.getByRole('textbox', { name: 'Condition 2' }).fill('x');
  await second.getByRole('textbox', { name: 'Note 2' }).fill('mild');
  await second.getByRole('textbox', { name: 'Condition 2' }).fill('');
  await userEvent.keyboard(save);
  await expect.element(second.getByRole('textbox', { name: 'Condition 2' })).toHaveFocus();
  await expect
    .element(second.getByRole('textbox', { name: 'Condition 2' }))
    .toHaveAttribute('aria-invalid', 'true');
  await accessible();
  await page.getByRole('button', { name: 'Remove Asthma' }).click();
  await expect.element(first.getByRole('textbox', { name: 'Condition' })).not.toHaveAttribute('aria-invalid');
  expect(fake.inputs('healthKeep')).toHaveLength(1);
});

test('weeks said today are a due date, and an end is one click that asks nothing', async () => {
  const due = daysLater(localDate(), 280 - 23 * 7 - 5);
  const { fake } = opened({ other: 'Kept' });
  await tab().click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByLabelText('How it stands').selectOptions('Pregnant');
  await page.getByLabelText('Or weeks today').fill('23+5');
  await expect.element(page.getByRole('textbox', { name: 'Due date' })).toHaveValue(longDate(due));
  await page.getByLabelText('How it stands').selectOptions('Nothing to note');
  await page.getByLabelText('How it stands').selectOptions('Pregnant');
  await expect.element(page.getByLabelText('Or weeks today')).toHaveValue('23+5');
  await userEvent.keyboard(save);
  await expect.element(page.getByText(`Pregnant, 23 weeks and 5 days, due ${longDate(due)}`)).toBeVisible();
  await page.getByRole('button', { name: 'It has ended' }).click();
  await expect.element(page.getByText('Pregnant, 23 weeks')).not.toBeInTheDocument();
  await expect.element(page.getByText('Ended', { exact: true })).toBeVisible();
  expect(fake.inputs('healthKeep').map(({ reviewed }) => reviewed)).toEqual([false, false]);
  expect(fake.inputs('healthKeep').at(-1)?.history).toMatchObject({
    other: 'Kept',
    pregnancy: { state: 'ended', since: '', due: '' },
  });
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(page.getByText(/Pregnant, 23 weeks/)).toBeVisible();
});

test('a due date that has passed is asked about, and nothing changes by itself', async () => {
  const { fake } = opened({ pregnancy: { state: 'pregnant', since: '', due: '2026-05-03', note: '' } });
  await expect.element(rail().getByText(/The due date, May 3, 2026, has passed/)).toBeVisible();
  expect(fake.inputs('healthKeep')).toEqual([]);
  await accessible();
  await rail().getByRole('button', { name: 'Postpartum' }).click();
  await expect.element(rail().getByText(/has passed/)).not.toBeInTheDocument();
  expect(fake.inputs('healthKeep').at(-1)?.history.pregnancy?.state).toBe('postpartum');
});

test('it is read as it was on an earlier day', async () => {
  const { id, health } = opened({ conditions: [line('Asthma')] });
  health.save(id, { ...emptyHistory(), none: ['conditions'] });
  await tab().click();
  await page.getByRole('button', { name: 'As it was on…' }).click();
  const dialog = page.getByRole('dialog');
  await accessible();
  await dialog.getByRole('textbox').fill('yesterday');
  await dialog.getByRole('button', { name: 'Show' }).click();
  await expect.element(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('textbox').fill('8 May 2026');
  await dialog.getByRole('button', { name: 'Show' }).click();
  await expect.element(page.getByText('As it was at the end of May 8, 2026')).toBeVisible();
  await expect.element(page.getByText('Asthma')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect.element(page.getByText('Asthma')).not.toBeInTheDocument();
});

test('what somebody saved meanwhile is put beside what is typed, part by part', async () => {
  const { id, health, fake } = opened({ other: 'Sleeps well' });
  await tab().click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByLabelText(/Sleep, diet/).fill('Sleeps badly');
  const theirs = { ...emptyHistory(), other: 'Sleeps well', allergies: [line('Latex')] };
  health.save(id, theirs, { by: 'Jun Mori' });
  await userEvent.keyboard(save);
  await expect.element(page.getByText(/Jun Mori saved this history/)).toBeVisible();
  await accessible();
  await userEvent.keyboard(save);
  await expect.element(form()).not.toBeInTheDocument();
  expect(fake.inputs('healthKeep').at(-1)).toMatchObject({
    version: 2,
    history: { other: 'Sleeps badly', allergies: [{ what: 'Latex' }] },
  });
});

test('what it raises stands beside the name and leads to it, also twice', async () => {
  const alert: AlertView = {
    id: 'health-0',
    version: 0,
    severity: 'caution',
    audience: 'clinical',
    text: null,
    raised: {
      kind: 'allergies',
      allergies: [
        { to: 'Latex', reaction: 'rash' },
        { to: 'nickel', reaction: '' },
      ],
    },
    since: 0,
    by: 'Ines Marlow',
  };
  opened({ allergies: [line('Latex')] }, { alertsList: () => [alert] });
  await page.getByRole('button', { name: /Allergies: Latex \(rash\), nickel/ }).click();
  await expect.element(tab()).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('button', { name: /Allergies: Latex/ }).click();
  await expect.element(tab()).toHaveAttribute('aria-selected', 'true');
});

test('the desk has no health history', async () => {
  const { fake } = opened(
    { other: 'Sleeps well' },
    { sessionState: () => atKeyboard({ role: 'receptionist' }) },
  );
  await expect.element(page.getByRole('tab', { name: 'Details' })).toBeVisible();
  await expect.element(tab()).not.toBeInTheDocument();
  expect(fake.inputs('healthRead')).toEqual([]);
});
