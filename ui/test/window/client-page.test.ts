import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { clinic } from '../diary';
import { refuse } from '../fake-core';
import { backPain, margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const preferred = () => page.getByLabelText('Preferred name');
const details = () => page.getByRole('tab', { name: /Details/ });
const save = '{Control>}{Enter}{/Control}';

async function onDetails() {
  const { practice, id } = withMargaret();
  const { fake } = openAt(`#/client/${id}`, practice);
  await details().click();
  await expect.element(preferred()).toHaveValue('Maggie');
  return { practice, id, fake };
}

test('the page says who it is, how to reach her and what happened', async () => {
  const { practice, id } = withMargaret();
  practice.change(id, { emails: [{ kind: 'personal', email: 'maggie@example.org' }], relations: [] });
  openAt(`#/client/${id}`, practice);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('“Maggie” · she/her');
  await expect.element(page.getByText(/62, born .* · client 0001 · 250-555-0138/)).toBeVisible();
  const entries = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  await expect.element(entries.first()).toHaveTextContent(/email and people around them/i);
  await expect.element(entries.last()).toHaveTextContent('Registered');
  await expect
    .element(page.getByRole('complementary', { name: 'Contact' }))
    .toHaveTextContent('maggie@example.org');
  await accessible();
});

test('beside it stands when she comes next and was booked last, whatever became of that', async () => {
  const { practice, id } = withMargaret();
  practice.diary.setup = clinic();
  const name = 'Margaret Oyelaran';
  practice.diary.comes({ id, name }, '2026-04-20T10:00', { status: 'done' });
  practice.diary.comes({ id, name }, '2026-05-04T10:00', { status: 'no_show' });
  openAt(`#/client/${id}`, practice);
  const rail = page.getByRole('complementary').filter({ hasText: 'Comes next' }).first();
  await expect.element(rail).toHaveTextContent(/Nothing is booked\..*Last booked.*May 4.*Did not come/);
  await accessible();
});

test('a minor is marked in words', async () => {
  const practice = new WorkingPractice();
  const { id } = practice.register({ ...person, given_name: 'Beatrix', birth_date: '2011-02-02' });
  openAt(`#/client/${id}`, practice);
  await expect.element(page.getByText('Minor')).toBeVisible();
  await expect.element(page.getByText('No guardian named')).toBeVisible();
  await accessible();
});

test('very long and right-to-left names stay on the page', async () => {
  const practice = new WorkingPractice();
  const long = practice.register({ ...person, given_name: 'Maria', family_name: 'Hohenstaufen-'.repeat(12) });
  const hebrew = practice.register({ ...person, given_name: 'שרה', family_name: 'לוי' });
  openAt(`#/client/${long.id}`, practice);
  await expect.element(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  const main = document.querySelector('main');
  expect(main?.scrollWidth).toBe(main?.clientWidth);
  await accessible();
  visit(`#/client/${hebrew.id}`);
  await expect.element(page.getByRole('heading', { name: 'שרה לוי' })).toBeVisible();
  await accessible();
});

test('details are changed in place, and Undo puts the earlier ones back', async () => {
  const { practice, id, fake } = await onDetails();
  await preferred().fill('Meg');
  await expect.element(page.getByText(/^Not in the record yet/)).toBeVisible();
  await accessible();
  await userEvent.keyboard(save);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('“Meg”');
  await expect.element(page.getByText(/^Last changed/)).toBeVisible();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('“Maggie”');
  await expect.element(preferred()).toHaveValue('Maggie');
  expect(fake.inputs('clientsEdit').map((input) => input?.version)).toEqual([1, 2]);
  expect(practice.clients.get(id)?.client).toEqual(margaret);
  expect(practice.drafts.size).toBe(0);
});

test('a refused field is shown at the field, and nothing typed is lost', async () => {
  await onDetails();
  await page.getByLabelText('Email', { exact: true }).fill('maggie');
  await userEvent.keyboard(save);
  await expect.element(page.getByLabelText('Email', { exact: true })).toHaveFocus();
  await expect
    .element(page.getByLabelText('Email', { exact: true }))
    .toHaveAccessibleDescription('This does not look like an email address.');
  await expect.element(page.getByLabelText('Email', { exact: true })).toHaveValue('maggie');
});

test('a record changed elsewhere shows both versions, and each field is chosen', async () => {
  const { practice, id } = await onDetails();
  await preferred().fill('Meg');
  practice.changed = () => undefined;
  practice.change(
    id,
    { preferred_name: 'Mags', emails: [{ kind: 'work', email: 'new@example.org' }] },
    'Daniel Osei',
  );
  await userEvent.keyboard(save);
  await expect.element(page.getByText(/Daniel Osei changed this record/)).toBeVisible();
  await accessible();
  const name = page.getByRole('group', { name: 'Preferred name' });
  await expect.element(name.getByRole('radio', { name: /What you typed/ })).toBeChecked();
  const email = page.getByRole('group', { name: 'Email' });
  await expect.element(email.getByRole('radio', { name: /What is kept now/ })).toBeChecked();
  await page.getByRole('button', { name: /Save changes/ }).click();
  await expect.poll(() => practice.clients.get(id)?.client.preferred_name).toBe('Meg');
  expect(practice.clients.get(id)?.client.emails).toEqual([{ kind: 'work', email: 'new@example.org' }]);
});

test('changes thrown away come back into the form by Undo, as the one draft of this record', async () => {
  const { practice } = await onDetails();
  await preferred().fill('Meg');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => practice.drafts.size).toBe(1);
  await page.getByRole('button', { name: 'Throw away changes' }).click();
  await expect.element(preferred()).toHaveValue('Maggie');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.element(preferred()).toHaveValue('Meg');
  await preferred().fill('Meggie');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(() => [...practice.drafts.values()].map(({ body }) => JSON.parse(body).client.preferred_name))
    .toEqual(['Meggie']);
});

test('changes that were not saved wait on the page and on Today', async () => {
  const { practice, id } = await onDetails();
  await preferred().fill('Meg');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => practice.drafts.size).toBe(1);
  visit('#/today');
  await page.getByRole('button', { name: /Save the details of Margaret Oyelaran/ }).click();
  await expect.element(preferred()).toHaveValue('Meg');
  visit('#/clients');
  await expect.element(page.getByRole('heading', { name: 'Clients' })).toBeVisible();
  visit(`#/client/${id}`);
  await expect.element(page.getByText(/Changes to these details are not saved yet/)).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.element(preferred()).toHaveValue('Meg');
  await page.getByRole('button', { name: 'Throw away changes' }).click();
  await expect.element(preferred()).toHaveValue('Maggie');
  expect(practice.drafts.size).toBe(0);
});

test('typing that was taken back leaves nothing to finish', async () => {
  const { practice } = await onDetails();
  await preferred().fill('Meg');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => practice.drafts.size).toBe(1);
  await preferred().fill('Maggie');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => practice.drafts.size).toBe(0);
});

test('a given sheet opens byte for byte as it was given, and a copy can be saved', async () => {
  const { practice, id } = withMargaret();
  const sheet = practice.keep(backPain);
  const answers = practice.answers();
  const { fake } = openAt(`#/client/${id}`, practice, answers);
  await expect.element(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await answers.handoutsGive?.({ sheet: sheet.id, version: 1, client: id, paper: 'a4', text_size: 16 });
  practice.keep({ ...backPain, title: 'Changed since' }, sheet.id);
  const entry = page.getByRole('listitem').filter({ hasText: 'Sheet given: Acupuncture for Back Pain' });
  await expect.element(entry).toHaveTextContent('Version 1 · 16 pt · A4');
  await entry.getByRole('button', { name: 'Open PDF' }).click();
  const dialog = page.getByRole('dialog', { name: 'Acupuncture for Back Pain' });
  await expect.element(dialog.getByRole('img', { name: /Page 1 of/ })).toBeVisible();
  await accessible();
  await dialog.getByRole('button', { name: 'Save copy' }).click();
  expect(fake.inputs('handoutsSaveGivenPdf')).toEqual(fake.inputs('handoutsGivenPdf'));
  await expect.element(page.getByText('Saved as given.pdf.').first()).toBeInTheDocument();
  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect.element(dialog.getByRole('status')).toHaveTextContent('Sent to the printer.');
  await dialog.getByRole('button', { name: 'Open in viewer' }).click();
  await expect.poll(() => fake.inputs('handoutsOpenGiven')).toEqual(fake.inputs('handoutsPrintGiven'));
});

test('Give a sheet goes to the sheets with this person chosen', async () => {
  const { practice, id } = withMargaret();
  practice.keep(backPain);
  openAt(`#/client/${id}`, practice);
  await page.getByRole('button', { name: 'Give a sheet' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Give to' })).toHaveValue('Margaret Oyelaran');
});

test('a record that is gone, or cannot be read, says so', async () => {
  const { fake } = openAt('#/client/nobody');
  await expect.element(page.getByRole('heading', { name: 'This client is no longer here' })).toBeVisible();
  await accessible();
  fake.set({ clientsOverview: () => refuse({ code: 'unexpected', reference: 'a1b2' }) });
  visit('#/client/somebody');
  await expect.element(page.getByText(/Something went wrong \(a1b2\)/)).toBeVisible();
});
