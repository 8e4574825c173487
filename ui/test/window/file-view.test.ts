import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientFile } from '../../src/ipc/bindings';
import { accessible } from './stand';
import { openAt, withMargaret } from './working';

type Named = Partial<ClientFile> & { name: string };

const dialog = (name: string) => page.getByRole('dialog', { name });
const row = (name: string) =>
  page.getByRole('list', { name: /Files of/ }).getByRole('button', { name, exact: true });

/** The newest first, as they stand in the list. */
async function opened(...names: Named[]) {
  const { practice, id } = withMargaret();
  for (const file of [...names].reverse()) practice.files.add(id, file);
  const { fake } = openAt(`#/client/${id}`, practice);
  await page.getByRole('tab', { name: /Files/ }).click();
  return { fake, practice, files: practice.files, id };
}

test('one file after the other is looked at with the arrow keys, and each look is noted', async () => {
  const { fake } = await opened(
    { name: 'tongue.jpg', tags: ['Tongue'] },
    { name: 'report.docx', form: 'other' },
    { name: 'back.jpg' },
  );
  await row('tongue.jpg').click();
  await expect.element(dialog('tongue.jpg').getByRole('img', { name: 'tongue.jpg' })).toBeVisible();
  await expect.element(dialog('tongue.jpg').getByText('1 of 3')).toBeVisible();
  await expect
    .element(dialog('tongue.jpg').getByRole('button', { name: 'Previous file' }))
    .toHaveAttribute('aria-disabled', 'true');
  await accessible();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(dialog('tongue.jpg')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(dialog('report.docx').getByText('2 of 3')).toBeVisible();
  await dialog('report.docx').getByRole('button', { name: 'Next file' }).click();
  await expect.element(dialog('back.jpg').getByRole('img', { name: 'back.jpg' })).toBeVisible();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(dialog('report.docx')).toBeVisible();
  expect(fake.inputs('filesOpen').map(({ id }) => id)).toEqual(['file-3', 'file-2', 'file-1', 'file-2']);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(row('tongue.jpg')).toHaveFocus();
});

test('nothing of a file is shown before the look is noted', async () => {
  let noted: () => void = () => undefined;
  const { practice, id } = withMargaret();
  const file = practice.files.add(id, { name: 'report.pdf', form: 'pdf' });
  const { fake } = openAt(`#/client/${id}`, practice, {
    filesOpen: () => new Promise<ClientFile>((done) => (noted = () => done(file))),
  });
  await page.getByRole('tab', { name: /Files/ }).click();
  await row('report.pdf').click();
  await expect.poll(() => fake.inputs('filesOpen')).toHaveLength(1);
  expect(fake.inputs('filesPdf')).toHaveLength(0);
  noted();
  const firstPage = dialog('report.pdf').getByRole('img', { name: /Page 1 of 1/ });
  // The first PDF of a run brings the whole of pdf.js.
  await expect.element(firstPage, { timeout: 25_000 }).toBeVisible();
  await dialog('report.pdf').getByRole('button', { name: 'Read as text' }).click();
  await expect.element(dialog('report.pdf').getByText('Mild narrowing at L4/5.')).toBeVisible();
  await accessible();
});

test.each([
  [{ name: 'IMG_1.heic', form: 'heic' }, /A photo in a phone’s own format \(HEIC\)/],
  [{ name: 'wall.png', form: 'png', shows: false }, /This picture is too large to be shown here/],
  [{ name: 'letter.docx', form: 'other' }, /Hegu does not show files of this kind/],
] as [Named, RegExp][])('%o is opened in another program', async (file, why) => {
  const { fake } = await opened(file);
  await row(file.name).click();
  await expect.element(dialog(file.name).getByText(why)).toBeVisible();
  await accessible();
  const outside = dialog(file.name).getByRole('button', { name: 'Open in another program' });
  await outside.click();
  expect(fake.inputs('filesOpenOutside')).toEqual([{ id: 'file-1' }]);
  await expect.element(dialog(file.name).getByText(`${file.name} opens in another program.`)).toBeVisible();
  expect(fake.inputs('filesPicture')).toHaveLength(0);
});

test('what no other program should be asked to open is only saved', async () => {
  await opened({ name: 'setup.exe', form: 'other', opens: false });
  await row('setup.exe').click();
  const shown = dialog('setup.exe');
  await expect.element(shown.getByText(/neither shown nor opened from here/)).toBeVisible();
  await expect.element(shown.getByRole('button', { name: 'Save a copy…' })).toBeVisible();
  await expect
    .element(shown.getByRole('button', { name: 'Open in another program' }))
    .not.toBeInTheDocument();
  await accessible();
});

test('a name that says something else is no secret, and a copy is saved as it is', async () => {
  const { fake } = await opened({ name: 'holiday.jpg', form: 'pdf', misnamed: true });
  await row('holiday.jpg').click();
  const shown = dialog('holiday.jpg');
  await expect
    .element(shown.getByText('Its name says something else than what it is: it is a PDF.'))
    .toBeVisible();
  await shown.getByRole('button', { name: 'Save a copy…' }).click();
  await expect.element(shown.getByText('Saved as holiday.jpg.')).toBeVisible();
  expect(fake.inputs('filesSaveAs')).toEqual([{ id: 'file-1' }]);
});

test('its details are changed over the picture, whose arrows wait meanwhile, and changed back', async () => {
  const { fake, files, id } = await opened({ name: 'IMG_20.jpg' }, { name: 'other.jpg', tags: ['Back'] });
  await row('IMG_20.jpg').click();
  await dialog('IMG_20.jpg').getByRole('button', { name: 'Details…' }).click();
  const form = dialog('Details of the file');
  const name = form.getByLabelText('Name');
  await name.fill('Tongue before.jpg');
  await form.getByRole('button', { name: 'Save details' }).element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await form.getByRole('combobox', { name: 'Tags' }).click();
  await expect.element(page.getByRole('option').first()).toHaveTextContent('Tongue');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await form.getByRole('textbox', { name: 'Day it is of' }).fill('3 May 2026');
  await form.getByRole('checkbox', { name: 'Only for those who treat' }).click();
  await accessible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(form).not.toBeInTheDocument();
  const shown = dialog('Tongue before.jpg');
  await expect.element(shown.getByText('1 of 2')).toBeVisible();
  expect(fake.inputs('filesChange')).toEqual([
    {
      id: 'file-2',
      version: 1,
      name: 'Tongue before.jpg',
      day: '2026-05-03',
      tags: ['Tongue'],
      clinical: false,
    },
  ]);
  await shown.getByRole('button', { name: /Undo/ }).click();
  await expect.element(dialog('IMG_20.jpg')).toBeVisible();
  expect(files.of(id).files[0]).toMatchObject({ day: '2026-05-12', tags: [], clinical: true, version: 3 });
});

test('what is wrong stands at its field, and what was typed comes back after Escape', async () => {
  const { files, id } = await opened({ name: 'IMG_20.jpg' });
  await page.getByRole('button', { name: 'What to do with IMG_20.jpg' }).click();
  await page.getByRole('menuitem', { name: 'Details…' }).click();
  const form = dialog('Details of the file');
  const [name, tags] = [form.getByLabelText('Name'), form.getByRole('combobox', { name: 'Tags' })];
  await name.fill('');
  await form.getByRole('button', { name: 'Save details' }).click();
  await expect.element(name).toHaveFocus();
  await expect.element(name).toHaveAccessibleDescription(/Please fill this in/);
  await name.fill('Tongue.jpg');
  await tags.fill('T'.repeat(41));
  await form.getByRole('button', { name: 'Save details' }).click();
  await expect.element(tags).toHaveAccessibleDescription(/This is too long: at most 40 letters/);
  await accessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(form).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /What to do with/ })).toHaveFocus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(name).toHaveValue('Tongue.jpg');
  await form.getByRole('button', { name: /Remove tag T+/ }).click();
  await form.getByRole('button', { name: 'Save details' }).click();
  await expect.element(row('Tongue.jpg')).toBeVisible();
  expect(files.of(id).files).toHaveLength(1);
});

test('what somebody else made of it meanwhile is shown before it is gone over', async () => {
  const { fake, files, id } = await opened({ name: 'IMG_20.jpg' });
  await page.getByRole('button', { name: 'What to do with IMG_20.jpg' }).click();
  await page.getByRole('menuitem', { name: 'Details…' }).click();
  const form = dialog('Details of the file');
  await form.getByLabelText('Name').fill('Mine.jpg');
  const [file] = files.of(id).files;
  if (file) files.put({ ...file, name: 'Theirs.jpg', tags: ['Knee'], day: '2026-05-01' });
  await form.getByRole('button', { name: 'Save details' }).click();
  await expect.element(form.getByText('Theirs.jpg')).toBeVisible();
  await expect.element(form.getByText(/May 1, 2026 · Knee · For those who treat/)).toBeVisible();
  await expect.element(form.getByLabelText('Name')).toHaveValue('Mine.jpg');
  await accessible();
  await form.getByRole('button', { name: 'Save details' }).click();
  await expect.element(row('Mine.jpg')).toBeVisible();
  expect(fake.inputs('filesChange').map(({ version }) => version)).toEqual([1, 2]);
  await page
    .getByRole('region', { name: 'What was just done' })
    .getByRole('button', { name: /Undo/ })
    .click();
  await expect.element(row('Theirs.jpg')).toBeVisible();
});

test('in the timeline a file has its own filter, and opens from there', async () => {
  const { fake } = await opened({ name: 'tongue.jpg' });
  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('radio', { name: 'Files' }).click();
  const timeline = page.getByRole('list', { name: 'Timeline' });
  await expect.element(timeline.getByRole('listitem')).toHaveLength(1);
  await expect.element(timeline.getByText(/File added: *tongue\.jpg/)).toBeVisible();
  await accessible();
  await timeline.getByRole('button', { name: 'tongue.jpg' }).click();
  await expect.element(dialog('tongue.jpg').getByRole('img', { name: 'tongue.jpg' })).toBeVisible();
  expect(fake.inputs('filesOpen')).toHaveLength(1);
  await userEvent.keyboard('{Escape}');
  await expect.element(timeline.getByRole('button', { name: 'tongue.jpg' })).toHaveFocus();
});
