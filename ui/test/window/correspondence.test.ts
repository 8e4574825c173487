import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Correspondence } from '../correspondence';
import { atKeyboard } from '../willow-lane';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const toast = () => page.getByRole('region', { name: 'What was just done' });
const words = 'What was said, asked or arranged';

function opened(hash: (id: string) => string) {
  const { practice, id } = withMargaret();
  return { ...openAt(hash(id), practice, new Correspondence(practice).answers()), id };
}

test('a call is written down on the page, followed up from Today, and undone', async () => {
  const { fake, id } = opened((client) => `#/client/${client}`);
  await page.getByRole('button', { name: 'Call or message' }).click();
  const dialog = page.getByRole('dialog', { name: /Call or message: *.*Margaret Oyelaran/ });
  await accessible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog.getByLabelText(words)).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabelText(words).fill('Asks whether she can swim\nafter cupping');
  await dialog.getByRole('textbox', { name: 'Follow up on' }).fill('12 May 2026');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(dialog).not.toBeInTheDocument();
  const timeline = page.getByRole('list', { name: 'Timeline' });
  await expect.element(timeline.getByText(/Asks whether she can swim/)).toBeVisible();
  await expect.element(timeline.getByText(/To follow up from/)).toBeVisible();
  await accessible();
  expect(fake.inputs('correspondenceKeep').at(-1)).toMatchObject({
    client: id,
    entry: { kind: 'phone_call', follow_up: '2026-05-12', clinical: true },
  });
  visit('#/today');
  const due = page.getByRole('list', { name: /To follow up/ });
  await expect.element(due.getByText('Asks whether she can swim')).toBeVisible();
  await accessible();
  await due.getByRole('button', { name: /Done/ }).click();
  await expect.element(due).not.toBeInTheDocument();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(due).toBeVisible();
});

test('what is typed stays a draft until it is saved or thrown away', async () => {
  const { practice, id } = withMargaret();
  const { fake } = openAt(`#/client/${id}`, practice, new Correspondence(practice).answers());
  await page.getByRole('button', { name: 'Call or message' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Email' }).click();
  await dialog.getByLabelText(words).fill('Half a sentence');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => practice.drafts.size).toBe(1);
  visit('#/today');
  await page.getByRole('button', { name: /Call or message: Margaret Oyelaran/ }).click();
  await expect.element(dialog.getByLabelText(words)).toHaveValue('Half a sentence');
  await expect.element(dialog.getByRole('radio', { name: 'Email' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Throw away' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => practice.drafts.size).toBe(0);
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.poll(() => practice.drafts.size).toBe(1);
  await page.getByRole('button', { name: 'Call or message' }).click();
  await expect.element(dialog.getByLabelText(words)).toHaveValue('Half a sentence');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect
    .element(page.getByRole('list', { name: 'Timeline' }).getByText('Half a sentence'))
    .toBeVisible();
  expect(fake.inputs('correspondenceKeep').at(-1)?.draft).not.toBeNull();
  expect(practice.drafts.size).toBe(0);
});

test('an entry is changed and keeps what it said, and one made in error stays legible', async () => {
  opened((client) => `#/client/${client}`);
  await page.getByRole('button', { name: 'Call or message' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabelText(words).fill('Comes on Tuesday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const entry = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem').first();
  await entry.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabelText(words).fill('Comes on Thursday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(entry.getByText('Comes on Thursday')).toBeVisible();
  await entry.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'What it said before' }).click();
  await expect.element(dialog.getByText('Comes on Tuesday')).toBeVisible();
  await accessible();
  await userEvent.keyboard('{Escape}');
  await entry.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Entered in error…' }).click();
  await dialog.getByLabelText('Why it is an error').fill('Another Margaret');
  await dialog.getByRole('button', { name: 'Strike it' }).click();
  await expect.element(entry.getByText('Entered in error: Another Margaret')).toBeVisible();
  await expect.element(entry.getByText('Comes on Thursday')).toBeVisible();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(entry.getByRole('button', { name: 'Change' })).toBeVisible();
});

test('a change is changed back, and what somebody else wrote meanwhile is shown before it is written over', async () => {
  const { practice, id } = withMargaret();
  const correspondence = new Correspondence(practice);
  const { fake } = openAt(`#/client/${id}`, practice, correspondence.answers());
  await page.getByRole('button', { name: 'Call or message' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabelText(words).fill('Comes on Tuesday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const entry = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem').first();
  await entry.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabelText(words).fill('Comes on Thursday');
  const [theirs] = correspondence.all();
  correspondence.put({ ...theirs!, entry: { ...theirs!.entry, text: 'Comes on Friday' } });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog.getByText('Comes on Friday')).toBeVisible();
  await accessible();
  await expect.element(dialog.getByLabelText(words)).toHaveValue('Comes on Thursday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(entry.getByText('Comes on Thursday')).toBeVisible();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(entry.getByText('Comes on Friday')).toBeVisible();
  expect(fake.inputs('correspondenceStrike')).toEqual([]);
});

test('a call is begun from wherever the client is found, also on their own page', async () => {
  const { practice } = withMargaret();
  openAt('#/clients', practice, new Correspondence(practice).answers());
  const dialog = page.getByRole('dialog', { name: /Call or message/ });
  await page.getByText('Margaret Oyelaran').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Call or message' }).click();
  await dialog.getByLabelText(words).fill('Asked for a receipt');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('tab', { name: 'Overview' }).click();
  await expect.element(page.getByText('Asked for a receipt')).toBeVisible();
  expect(dialog.query(), 'it does not begin again').toBeNull();
});

test('the timeline shows one kind at a time, and the desk writes for the desk', async () => {
  const { practice, id } = withMargaret();
  const { fake } = openAt(`#/client/${id}`, practice, {
    ...new Correspondence(practice).answers(),
    sessionState: () => atKeyboard({ role: 'receptionist' }),
  });
  const timeline = page.getByRole('list', { name: 'Timeline' });
  await expect.element(timeline.getByText('Registered')).toBeVisible();
  await page.getByRole('radio', { name: 'Calls and messages' }).click();
  await expect.element(timeline.getByText('Nothing of this kind yet.')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Call or message' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('Only for those who treat')).not.toBeInTheDocument();
  await dialog.getByLabelText(words).fill('Asked for a receipt');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(timeline.getByText('Asked for a receipt')).toBeVisible();
  await expect.element(timeline.getByText('Registered')).not.toBeInTheDocument();
  expect(fake.inputs('correspondenceKeep').at(-1)?.entry.clinical).toBe(false);
});
