// A computer that was taken abroad counts its days where the practice is.
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { atKeyboard } from '../willow-lane';
import { openAt, withMargaret } from './working';

const HOUR = 60 * 60 * 1000;

// Between the two it is always another day, so that the day of this machine cannot be both.
for (const [zone, hours] of [
  ['Etc/GMT-14', 14],
  ['Etc/GMT+12', -12],
] as const) {
  test(`a note in a practice that keeps to ${zone} begins on the day that it is there`, async () => {
    const { practice, id } = withMargaret();
    openAt(`#/client/${id}`, practice, { sessionState: () => atKeyboard({}, { zone }) });
    await page.getByRole('button', { name: 'New note' }).click();
    await expect.element(page.getByRole('textbox', { name: /Complaint/ })).toHaveFocus();
    const [draft] = [...practice.drafts.values()];
    const there = new Date(Date.now() + hours * HOUR).toISOString().slice(0, 10);
    expect(JSON.parse(draft?.body ?? '{}')).toMatchObject({ visit_date: there });
  });
}
