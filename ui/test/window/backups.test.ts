import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import type { BackupsView, Warning } from '../../src/ipc/bindings';
import { backupView, noBackups, someBackups } from '../copies';
import { refuse, type Answers } from '../fake-core';
import { atKeyboard, open, quietDay } from '../willow-lane';
import { accessible, core, stand } from './stand';

function opened(view: Partial<BackupsView> = {}, more: Answers = {}) {
  const fake = core(
    open({ backupList: () => ({ ...noBackups, ...view }), copiesList: () => ({ place: null }), ...more }),
  );
  history.replaceState(null, '', '#/settings/backups');
  stand(App, {});
  return fake;
}

const now = () => page.getByRole('button', { name: 'Back up now' });
const said = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

test('the last backup is said with what is in it, and all there are stand below', async () => {
  opened(someBackups);
  await said(/The last backup is of/);
  await said(/read back: 1,412 clients, 5,230 signed notes, the last of them signed/);
  const table = page.getByRole('table', { name: 'On this computer' });
  await expect.element(table.getByRole('row').nth(4)).toHaveTextContent('By hand');
  await expect.element(table.getByRole('row').nth(1)).toHaveTextContent('36.4 MB');
  await said('/home/ines/.local/share/hegu/practice/backups');
  await accessible();
});

test('one is made at once, shows how far it is, and then stands first', async () => {
  let done: (value: unknown) => void = () => undefined;
  const backups: BackupsView = { ...noBackups };
  const fake = opened(
    {},
    {
      backupList: () => structuredClone(backups),
      backupMake: () =>
        new Promise((resolve) => {
          done = resolve as typeof done;
        }),
    },
  );
  await said('There is no backup yet');
  await now().click();
  await now().click({ force: true });
  await said('Making a backup');
  await accessible();
  const made = backupView(0, { kind: 'by_hand', clients: 1, notes: 0, last_note: null });
  backups.backups = [made];
  done(made);
  await fake.changed('backups');
  await said(/read back: 1 client, 0 signed notes$/);
  await expect.element(page.getByText('Making a backup')).not.toBeInTheDocument();
  expect(fake.inputs('backupMake')).toHaveLength(1);
});

test('a try that failed is said with why and with what to do', async () => {
  const failed = { at: backupView(2).at, disk_full: true };
  const fake = opened({ failed }, { backupMake: () => refuse({ code: 'disk_full' }) });
  await said(/did not come about/);
  await said('This computer’s disk is full. Make room on it, then try again.');
  await now().click();
  await expect.poll(() => fake.inputs('backupMake').length).toBe(1);
  fake.set({ backupList: () => ({ ...noBackups, failed: { ...failed, disk_full: false } }) });
  await fake.changed('backups');
  await said('The records are as they were. It is tried again by itself; you can also try now.');
  await accessible();
});

test('a damaged backup is named and does not count', async () => {
  opened({ damaged: ['20260511T120000000Z-closing'] });
  await said(/20260511T120000000Z-closing/);
  await said('There is no backup yet');
});

test('whoever is no owner is told whose they are, and nothing is asked for', async () => {
  const fake = opened({}, { sessionState: () => atKeyboard({ role: 'receptionist' }, { several: true }) });
  await said(/are an owner’s to look after/);
  await expect.element(now()).not.toBeInTheDocument();
  expect(fake.inputs('backupList')).toEqual([]);
  await accessible();
});

test('a list that cannot be read is said and asked for again', async () => {
  const fake = opened({}, { backupList: () => refuse({ code: 'unexpected', reference: 'a1b2' }) });
  await expect.element(page.getByRole('main').getByRole('alert')).toHaveTextContent('a1b2');
  fake.set({ backupList: () => someBackups });
  await page.getByRole('button', { name: 'Try again' }).click();
  await said(/The last backup is of/);
});

test('the word about a week without a backup goes as soon as there is one', async () => {
  const warned = (warnings: Warning[]) => () => atKeyboard({}, { warnings });
  const fake = opened({}, { sessionState: warned([{ warning: 'no_backup', last: null, disk_full: false }]) });
  await said('There has been no backup for a week');
  fake.set({ sessionState: warned([]) });
  await fake.changed('backups');
  await expect.element(page.getByText('There has been no backup for a week')).not.toBeInTheDocument();
});

test('it is tried whether the records come back, with the passphrase it would need', async () => {
  const fake = opened(
    {},
    { backupTry: () => refuse({ code: 'not_found' }), backupList: () => ({ ...noBackups }) },
  );
  await said('It has not been tried yet.');
  await page.getByRole('button', { name: 'Try it' }).click();
  const dialog = page.getByRole('dialog');
  const tryIt = dialog.getByRole('button', { name: 'Try it' });
  await accessible();
  await tryIt.click();
  await expect.element(dialog.getByText('Please fill this in.')).toBeVisible();
  await dialog.getByLabelText('Your passphrase', { exact: true }).fill('willow ladder');
  await tryIt.click();
  await expect.element(dialog.getByText('There is no backup yet. Make one first.')).toBeVisible();
  fake.set({ backupTry: () => refuse({ code: 'wrong_passphrase', wait_seconds: 0 }) });
  await tryIt.click();
  await expect.element(dialog.getByText('This is not the passphrase.')).toBeVisible();
  fake.set({ backupTry: () => refuse({ code: 'backup_damaged' }) });
  await dialog.getByLabelText('Your passphrase', { exact: true }).fill('willow ladder tin');
  await tryIt.click();
  await expect.element(dialog.getByText(/not as it was written/)).toBeVisible();
  const tried = {
    at: backupView(0).at,
    from_outside: true,
    made: backupView(20).at,
    clients: 1412,
    notes: 1,
    missing_files: 2,
  };
  fake.set({ backupTry: () => tried, backupList: () => ({ ...noBackups, tried }) });
  await tryIt.click();
  await said('Everything came back: 1,412 clients, 1 signed note.');
  await expect.element(dialog).not.toBeInTheDocument();
  await fake.changed('backups');
  await said(/^Tried with a copy from outside on/);
  await said('2 files beside the records did not');
  expect(fake.inputs('backupTry').at(-1)).toEqual({ passphrase: 'willow ladder tin' });
});

test('a month after the last try, Today offers another', async () => {
  opened({}, { todayRead: () => ({ ...quietDay, try_restore_wanted: true }) });
  location.hash = '#/today';
  await said('For a month, nobody has tried whether the records would come back');
  await accessible();
  await page.getByRole('link', { name: 'Try it now' }).click();
  await said('It has not been tried yet.');
});

test('the files beside the records are checked, and put back from the backups at a word', async () => {
  const fake = opened({}, { backupCheckFiles: () => ({ files: 412, damaged: 0, in_backups: 0 }) });
  const check = page.getByRole('button', { name: 'Check the files' });
  await check.click();
  await said('All 412 files are as they were kept');
  fake.set({
    backupCheckFiles: () => ({ files: 412, damaged: 3, in_backups: 2 }),
    backupPutFilesBack: () => ({ files: 412, damaged: 1, in_backups: 0 }),
  });
  await check.click();
  await said('3 files are missing or not as they were kept');
  await said('The backups on this computer have 2 of them as they were.');
  await said(/^One is in no backup on this computer/);
  await accessible();
  expect(fake.inputs('backupPutFilesBack')).toEqual([]);
  await page.getByRole('button', { name: 'Put back what the backups have' }).click();
  await said('2 files are back as they were kept.');
  await said('1 file is missing or not as it was kept');
  await expect
    .element(page.getByRole('button', { name: 'Put back what the backups have' }))
    .not.toBeInTheDocument();
});
