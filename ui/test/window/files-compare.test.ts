import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const dialog = () => page.getByRole('dialog', { name: 'Compare photos' });
const first = () => dialog().getByLabelText('First photo');
const second = () => dialog().getByLabelText('Second photo');
const toast = () => page.getByRole('region', { name: 'What was just done' });
const photo = () => page.getByRole('button', { name: 'Photo of Margaret Oyelaran' });

/** Three tongues and a back, over half a year. */
async function opened() {
  const { practice, id } = withMargaret();
  const { files } = practice;
  files.add(id, { name: 'first.jpg', day: '2025-11-03', tags: ['Tongue'] });
  files.add(id, { name: 'back.jpg', day: '2025-10-01', tags: ['Back'] });
  files.add(id, { name: 'middle.jpg', day: '2026-03-31', tags: ['Tongue'] });
  files.add(id, { name: 'last.jpg', day: '2026-05-12', tags: ['Tongue'] });
  files.add(id, { name: 'report.pdf', form: 'pdf', day: '2026-05-12' });
  const { fake } = openAt(`#/client/${id}`, practice);
  await page.getByRole('tab', { name: /Files/ }).click();
  return { fake, files, id };
}

test('the oldest and the newest of a tag stand beside each other, and others are chosen by keyboard', async () => {
  const { fake } = await opened();
  await page.getByRole('radio', { name: 'Tongue' }).click();
  await page.getByRole('button', { name: 'Compare photos' }).click();
  await expect.element(first()).toHaveDisplayValue('November 3, 2025 · first.jpg');
  await expect.element(second()).toHaveDisplayValue('May 12, 2026 · last.jpg');
  await expect.element(dialog().getByRole('img', { name: 'first.jpg' })).toBeVisible();
  await expect.element(dialog().getByRole('img', { name: 'last.jpg' })).toBeVisible();
  await expect.element(dialog().getByText('6 months apart')).toBeVisible();
  await expect.element(dialog().getByRole('radio', { name: 'Back' })).not.toBeInTheDocument();
  await accessible();
  await first().selectOptions('March 31, 2026 · middle.jpg');
  await expect.element(dialog().getByText('6 weeks apart')).toBeVisible();
  await expect.element(dialog().getByRole('img', { name: 'middle.jpg' })).toBeVisible();
  await second().selectOptions('March 31, 2026 · middle.jpg');
  await expect.element(dialog().getByText('This is the same photo twice.')).toBeVisible();
  await dialog().getByRole('radio', { name: 'All' }).click();
  await expect.element(first()).toHaveDisplayValue('October 1, 2025 · back.jpg');
  await expect.element(second()).toHaveDisplayValue('May 12, 2026 · last.jpg');
  expect(new Set(fake.inputs('filesOpen').map(({ id }) => id))).toEqual(
    new Set(['file-1', 'file-2', 'file-3', 'file-4']),
  );
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Compare photos' })).toHaveFocus();
});

test('both are equally high, also where one of them is upright', async () => {
  await opened();
  await page.getByRole('button', { name: 'Compare photos' }).click();
  await expect.element(dialog().getByRole('img', { name: 'back.jpg' })).toBeVisible();
  await expect.element(dialog().getByRole('img', { name: 'last.jpg' })).toBeVisible();
  const heights = dialog()
    .getByRole('img')
    .elements()
    .map((picture) => Math.round(picture.getBoundingClientRect().height));
  expect(heights).toHaveLength(2);
  expect(heights[0]).toBe(heights[1]);
  expect(heights[0]).toBeGreaterThan(100);
});

test('with one picture there is nothing to compare', async () => {
  const { practice, id } = withMargaret();
  practice.files.add(id, { name: 'one.jpg' });
  practice.files.add(id, { name: 'IMG_1.heic', form: 'heic' });
  openAt(`#/client/${id}`, practice);
  await page.getByRole('tab', { name: /Files/ }).click();
  await expect.element(page.getByRole('button', { name: 'Add files…' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Compare photos' })).not.toBeInTheDocument();
});

test('a file becomes the photo beside the name, here and at the note, and the undo takes it away', async () => {
  const { files, id } = await opened();
  await expect.element(page.getByText('MO', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'What to do with report.pdf' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Use as photo' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'What to do with last.jpg' }).click();
  await page.getByRole('menuitem', { name: 'Use as photo' }).click();
  await expect.element(photo()).toBeVisible();
  await expect.element(page.getByText('MO', { exact: true })).not.toBeInTheDocument();
  await accessible();
  await page.getByRole('button', { name: 'What to do with last.jpg' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Take the photo away' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(page.getByText('MO', { exact: true })).toBeVisible();
  files.portraits[id] = 'file-4';
  visit('#/today');
  visit(`#/client/${id}`);
  await photo().click();
  await page.getByRole('menuitem', { name: 'Take the photo away' }).click();
  await expect.element(page.getByText('MO', { exact: true })).toBeVisible();
  await toast().getByRole('button', { name: /Undo/ }).click();
  await expect.element(photo()).toBeVisible();
  expect(files.portraits[id]).toBe('file-4');
  await page.getByRole('button', { name: 'New note' }).click();
  await expect.element(page.getByRole('form', { name: /Note/ })).toBeVisible();
  await expect.poll(() => document.querySelector('header .face img')).not.toBeNull();
});
