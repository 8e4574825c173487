import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Closed from '../../src/main/Closed.svelte';
import { pages } from '../../src/shared/pages';
import { backupView, foundInBackup, picked, someBackups } from '../copies';
import { refuse, type Answers } from '../fake-core';
import { closed, fresh, ines, open, recoverySheet } from '../willow-lane';
import { accessible, core, stand } from './stand';

const passphrase = () => page.getByLabelText('An owner’s passphrase', { exact: true });
const restore = () => page.getByRole('button', { name: 'Go back to this backup' });
const look = () => page.getByRole('button', { name: 'Look into it' });
const pick = () => page.getByRole('button', { name: 'Choose a copy from a stick or folder' });
const way = () => page.getByRole('button', { name: 'Go back to a backup' });
const said = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

async function atBackups(more: Answers = {}) {
  const fake = core(
    closed([ines], {
      backupAtDoor: () => someBackups.backups,
      backupBringIn: () => foundInBackup,
      backupGiveUp: () => null,
      backupSwitch: () => null,
      ...more,
    }),
  );
  stand(Closed, {});
  await way().click();
  return fake;
}

test('the newest is offered, another can be chosen, and what is in it is shown before it counts', async () => {
  const fake = await atBackups();
  await expect.element(page.getByRole('radio').first()).toBeChecked();
  await said(/Two hours of work: 1,412 clients, 5,230 signed notes/);
  await accessible();
  await page.getByRole('radio').nth(3).click();
  await passphrase().fill('willow ladder');
  await userEvent.keyboard('{Enter}{Enter}');
  await said('1,412 clients, 5,230 signed notes');
  await said(/^Last note signed/);
  await said(/takes the place of the records of Willow Lane Acupuncture/);
  await accessible();
  expect(fake.inputs('backupBringIn')).toEqual([
    {
      backup: someBackups.backups[3]?.folder,
      secret: { by: 'passphrase', passphrase: 'willow ladder' },
    },
  ]);
  expect(fake.inputs('backupSwitch')).toEqual([]);
  await restore().click();
  await restore().click({ force: true });
  await expect.element(restore()).toHaveAttribute('aria-busy', 'true');
  expect(fake.inputs('backupSwitch')).toHaveLength(1);
  expect(pages.open).toHaveBeenCalledOnce();
});

test('whoever thinks better of it leaves nothing behind, and can look into another', async () => {
  const fake = await atBackups();
  await passphrase().fill('willow ladder');
  await look().click();
  await page.getByRole('button', { name: 'Choose another one' }).click();
  await expect.poll(() => fake.inputs('backupGiveUp')).toHaveLength(1);
  await look().click();
  await said('1,412 clients, 5,230 signed notes');
  await page.getByRole('button', { name: 'Leave everything as it is' }).click();
  await expect.element(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await expect.poll(() => fake.inputs('backupGiveUp')).toHaveLength(2);
  expect(fake.inputs('backupSwitch')).toEqual([]);
});

test('a wrong passphrase, none, and a damaged backup are said where they belong', async () => {
  const fake = await atBackups({
    backupBringIn: () => refuse({ code: 'wrong_passphrase', wait_seconds: 0 }),
  });
  await look().click();
  await said('Please fill this in.');
  await passphrase().fill('not this');
  await look().click();
  await said('This is not the passphrase.');
  await expect.element(passphrase()).toHaveFocus();
  fake.set({
    backupBringIn: () => refuse({ code: 'trouble', trouble: { kind: 'database_newer', needs: '9.0' } }),
  });
  await look().click();
  await said('This backup is from a newer Hegu: 9.0 is needed. Nothing was changed.');
  fake.set({ backupBringIn: () => refuse({ code: 'backup_damaged' }) });
  await passphrase().fill('willow ladder');
  await look().click();
  await said('This backup is not as it was written. Nothing was changed; choose another one.');
  await accessible();
});

test('the recovery sheet opens one as well, and slips in it are pointed out', async () => {
  const fake = await atBackups({
    backupBringIn: () => refuse({ code: 'mistyped_recovery_code', group: 2 }),
    sessionMeasurePassphrase: () => ({ score: 4, enough: true, hints: [] }),
  });
  await page.getByRole('button', { name: 'Use the recovery sheet instead' }).click();
  await page.getByRole('textbox', { name: 'Group 1' }).fill(recoverySheet.groups.join('-'));
  await page.getByLabelText('New passphrase', { exact: true }).fill('granite walnut hover');
  await page.getByLabelText('New passphrase again').fill('granite walnut hover');
  await accessible();
  await look().click();
  await said(/group 2/i);
  fake.set({ backupBringIn: () => foundInBackup });
  await look().click();
  await said('1,412 clients, 5,230 signed notes');
  expect(fake.inputs('backupBringIn')[1]?.secret).toEqual({
    by: 'recovery_sheet',
    code: recoverySheet.groups.join('-'),
    new_passphrase: 'granite walnut hover',
    new_passphrase_again: 'granite walnut hover',
  });
});

test('on a new computer a copy is picked, looked into and gone on with', async () => {
  const fake = core(
    fresh({
      backupAtDoor: () => [],
      backupPickCopy: () => ({ copy: null }),
      backupBringIn: () => ({ ...foundInBackup, replaces: null, missing_files: 2 }),
      backupSwitch: () => null,
      backupGiveUp: () => null,
    }),
  );
  stand(Closed, {});
  await page.getByRole('button', { name: 'Bring your records back from a copy' }).click();
  await accessible();
  await pick().click();
  await expect.element(passphrase()).not.toBeInTheDocument();
  fake.set({ backupPickCopy: () => refuse({ code: 'backup_damaged' }) });
  await pick().click();
  await said(/not as it was written/);
  fake.set({ backupPickCopy: () => ({ copy: picked }) });
  await pick().click();
  await said('Copy of Willow Lane Acupuncture, 51.2 MB');
  await passphrase().fill('willow ladder');
  await look().click();
  await said('2 files are nowhere any more');
  await accessible();
  expect(fake.inputs('backupBringIn')[0]?.backup).toBe(null);
  await page.getByRole('button', { name: 'Go on with these records' }).click();
  await expect.poll(() => vi.mocked(pages.open).mock.calls).toHaveLength(1);
});

test('without any backup that is said, and the way leads back', async () => {
  await atBackups({ backupAtDoor: () => [] });
  await said('There are no backups in the folder of the practice.');
  await page.getByRole('button', { name: 'Leave everything as it is' }).click();
  await expect.element(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

test('records that are broken lead to the backups, and those of a newer program do not', async () => {
  const folder = '/home/ines/.local/share/hegu/practice';
  const fake = core(
    open({
      sessionState: () => ({ state: 'trouble', trouble: { kind: 'database_damaged', folder } }),
      backupAtDoor: () => [backupView(3)],
      backupGiveUp: () => null,
    }),
  );
  stand(Closed, {});
  await way().click();
  await said(/1,412 clients/);
  await accessible();
  await page.getByRole('button', { name: 'Leave everything as it is' }).click();
  await said('The records are damaged');
  fake.set({ sessionState: () => ({ state: 'trouble', trouble: { kind: 'database_newer', needs: '9.0' } }) });
  await page.getByRole('button', { name: 'Try again' }).click();
  await said('The records are from a newer Hegu');
  await expect.element(way()).not.toBeInTheDocument();
});
