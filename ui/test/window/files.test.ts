import { emit } from '@tauri-apps/api/event';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AddedFile } from '../../src/ipc/bindings';
import { atKeyboard, NOW } from '../willow-lane';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const toast = () => page.getByRole('region', { name: 'What was just done' });
const undo = () => toast().getByRole('button', { name: /Undo/ });
const tab = () => page.getByRole('tab', { name: /Files/ });
const list = () => page.getByRole('list', { name: 'Files of Margaret Oyelaran' });
const add = () => page.getByRole('button', { name: 'Add files…' });
const menuOf = (name: string) => page.getByRole('button', { name: `What to do with ${name}` });

/** Margaret's record with these files, at the tab that shows them. */
async function opened(names: string[] = [], more = {}) {
  const { practice, id } = withMargaret();
  const { files } = practice;
  for (const name of names) files.add(id, { name, form: name.endsWith('.pdf') ? 'pdf' : 'jpeg' });
  const { fake } = openAt(`#/client/${id}`, practice, more);
  await tab().click();
  return { fake, practice, files, id };
}

test('files are chosen, stand in the list, and the undo takes them out again', async () => {
  const { fake, files, id } = await opened();
  await expect.element(page.getByRole('heading', { name: 'No files yet' })).toBeVisible();
  await accessible();
  files.offered = [
    { name: 'tongue.jpg' },
    { name: 'MRI report.pdf', form: 'pdf', bytes: 812_000 },
    { name: 'letter.docx', outcome: 'already_here' },
  ];
  await add().click();
  await expect.element(toast()).toHaveTextContent('2 files added. 1 was here already.');
  expect(fake.inputs('filesChoose')).toEqual([{ client: id, clinical: true }]);
  await expect.element(list().getByRole('listitem')).toHaveLength(2);
  await expect.element(list().getByText('JPEG, 2.4 MB')).toBeVisible();
  await expect.element(list().getByText('PDF, 812 kB')).toBeVisible();
  await expect.element(tab()).toHaveTextContent('Files 2');
  await accessible();
  await undo().click();
  await expect.element(page.getByRole('heading', { name: 'No files yet' })).toBeVisible();
  expect(files.of(id).removed).toHaveLength(2);
});

test('a dialog that is closed changes and says nothing', async () => {
  const { files } = await opened(['tongue.jpg']);
  files.offered = [];
  await add().click();
  await expect.element(add()).toHaveAttribute('aria-busy', 'false');
  await expect.element(toast()).not.toBeInTheDocument();
  await expect.element(list().getByRole('listitem')).toHaveLength(1);
});

test('what was not added is said with its reason until it was read, and a second adding does not begin meanwhile', async () => {
  let answer: (added: AddedFile[]) => void = () => undefined;
  const { fake, id } = await opened([], {
    filesChoose: () => new Promise<AddedFile[]>((resolve) => (answer = resolve)),
  });
  await add().click();
  await expect.poll(() => fake.inputs('filesChoose')).toHaveLength(1);
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
  await fake.progress(1_200_000, 4_800_000);
  await expect.element(page.getByText('1.2 MB of 4.8 MB added')).toBeVisible();
  await accessible();
  // Another button, which knows nothing of the first.
  await page.getByRole('tab', { name: 'Overview' }).click();
  await tab().click();
  await add().click();
  await expect.element(toast()).toHaveTextContent('Files are still being added.');
  await emit('file-dropped', 'other');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(page.getByText('Stopping')).toBeVisible();
  expect(fake.inputs('filesStop')).toHaveLength(1);
  expect(fake.inputs('filesChoose')).toHaveLength(1);
  expect(fake.inputs('filesTakeDropped')).toHaveLength(0);
  answer([
    { name: 'film.mov', outcome: 'too_large', id: null },
    { name: 'nothing.txt', outcome: 'empty', id: null },
    { name: 'locked.pdf', outcome: 'unreadable', id: null },
    { name: 'last.jpg', outcome: 'stopped', id: null },
  ]);
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
  await expect.element(page.getByText('4 files were not added')).toBeVisible();
  const said = page.getByRole('status').filter({ hasText: 'were not added' }).getByRole('listitem');
  await expect.element(said.nth(0)).toHaveTextContent('film.mov It is larger than 100 MB.');
  await expect.element(said.nth(1)).toHaveTextContent('nothing.txt It is empty.');
  await expect.element(said.nth(2)).toHaveTextContent('locked.pdf It cannot be read.');
  await expect.element(said.nth(3)).toHaveTextContent('last.jpg It was stopped before it was added.');
  await expect.element(undo()).not.toBeInTheDocument();
  await accessible();
  await page.getByRole('tab', { name: 'Overview' }).click();
  await expect.element(tab()).toHaveTextContent('4 not added');
  visit('#/today');
  visit(`#/client/${id}`);
  await tab().click();
  await page.getByRole('main').getByRole('button', { name: 'Close' }).click();
  await expect.element(page.getByText('4 files were not added')).not.toBeInTheDocument();
});

test('files let go over the window go to the client whose record is open, also a text', async () => {
  const { practice, id } = withMargaret();
  practice.files.offered = [{ name: 'diary.txt', form: 'other', bytes: 900 }];
  const { fake } = openAt(`#/client/${id}`, practice);
  await expect.element(page.getByRole('list', { name: 'Timeline' })).toBeVisible();
  await emit('file-hover', 'other');
  await expect.element(page.getByText('Add to the record of Margaret Oyelaran').last()).toBeVisible();
  await accessible();
  await emit('file-dropped', 'other');
  await expect.element(tab()).toHaveAttribute('aria-selected', 'true');
  await expect.element(list().getByRole('button', { name: 'diary.txt', exact: true })).toBeVisible();
  await expect.element(list().getByText('TXT, 1 kB')).toBeVisible();
  expect(fake.inputs('filesTakeDropped')).toEqual([{ client: id, clinical: true }]);
  expect(fake.inputs('handoutsTakeDropped')).toHaveLength(0);
  visit('#/today');
  await emit('file-hover', 'other');
  await expect.element(page.getByText('Drop the file to bring it in as a sheet').last()).toBeVisible();
});

test('removed by mistake it comes back by the undo, or later from below', async () => {
  await opened(['a.jpg', 'b.jpg']);
  await menuOf('a.jpg').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect.element(toast()).toHaveTextContent('a.jpg is removed.');
  await expect.element(list().getByRole('listitem')).toHaveLength(1);
  await undo().click();
  await expect.element(list().getByRole('listitem')).toHaveLength(2);
  await expect.element(page.getByText(/Removed files/)).not.toBeInTheDocument();
  await menuOf('b.jpg').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByText('Removed files (1)').click();
  await accessible();
  await page.getByRole('button', { name: 'Restore b.jpg' }).click();
  await expect.element(list().getByRole('listitem')).toHaveLength(2);
  await expect.element(toast()).toHaveTextContent('b.jpg is back.');
});

test('a tag narrows the list, and one that is gone narrows nothing', async () => {
  const { files, id } = await opened(['letter.pdf']);
  const tongue = files.add(id, { name: 'tongue.jpg', tags: ['Tongue'] });
  await page.getByRole('radio', { name: 'Tongue' }).click();
  await expect.element(list().getByRole('listitem')).toHaveLength(1);
  await expect.element(list().getByRole('button', { name: 'tongue.jpg', exact: true })).toBeVisible();
  files.put({ ...tongue, tags: [] });
  await expect.element(list().getByRole('listitem')).toHaveLength(2);
  await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
});

test('the desk adds what everybody may see, and nobody is asked who sees it', async () => {
  const desk = { sessionState: () => atKeyboard({ role: 'receptionist' }) };
  const { fake, files } = await opened([], desk);
  files.offered = [{ name: 'referral.pdf', form: 'pdf' }];
  await add().click();
  await menuOf('referral.pdf').click();
  await page.getByRole('menuitem', { name: 'Details…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Details of the file' });
  await expect.element(dialog.getByLabelText('Name')).toHaveValue('referral.pdf');
  await expect.element(dialog.getByRole('checkbox')).not.toBeInTheDocument();
  expect(fake.inputs('filesChoose')[0]?.clinical).toBe(false);
});

test.each([
  ['a student', { sessionState: () => atKeyboard({ role: 'student' }) }, false],
  ['whoever reads what is kept for the law alone', {}, true],
] as const)('%s reads files and changes nothing', async (_, more, kept) => {
  const { practice, id } = withMargaret();
  practice.files.add(id, { name: 'tongue.jpg' });
  practice.files.add(id, { name: 'gone.jpg', removed: true });
  const view = practice.clients.get(id);
  if (kept && view)
    practice.clients.set(id, { ...view, put_away: { place: 'kept', at: NOW, by: 'Ines Marlow' } });
  openAt(`#/client/${id}`, practice, more);
  await tab().click();
  await menuOf('tongue.jpg').click();
  await expect.element(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: 'Save a copy…' })).toBeVisible();
  for (const name of ['Details…', 'Use as photo', 'Remove'])
    await expect.element(page.getByRole('menuitem', { name })).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(add()).not.toBeInTheDocument();
  await expect.element(page.getByText(/Removed files/)).not.toBeInTheDocument();
  await emit('file-hover', 'other');
  await expect.element(page.getByText(/Add to the record of/)).not.toBeInTheDocument();
  await accessible();
});
