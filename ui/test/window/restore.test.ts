import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Closed from '../../src/main/Closed.svelte';
import { pages } from '../../src/shared/pages';
import { backupView, someBackups } from '../copies';
import { refuse, type Answers } from '../fake-core';
import { closed, ines, open } from '../willow-lane';
import { accessible, core, stand } from './stand';

const passphrase = () => page.getByLabelText('An owner’s passphrase', { exact: true });
const restore = () => page.getByRole('button', { name: 'Go back to this backup' });
const way = () => page.getByRole('button', { name: 'Go back to a backup' });
const said = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

async function atBackups(more: Answers = {}) {
  const fake = core(
    closed([ines], { backupAtDoor: () => someBackups.backups, backupRestore: () => null, ...more }),
  );
  stand(Closed, {});
  await way().click();
  return fake;
}

test('the newest is offered, another can be chosen, and the passphrase of its day opens it once', async () => {
  const fake = await atBackups();
  await expect.element(page.getByRole('radio').first()).toBeChecked();
  await said(/Two hours of work: 1,412 clients, 5,230 signed notes/);
  await accessible();
  await page.getByRole('radio').nth(3).click();
  await passphrase().fill('willow ladder');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(restore()).toHaveAttribute('aria-busy', 'true');
  expect(fake.inputs('backupRestore')).toEqual([
    { backup: someBackups.backups[3]?.folder, passphrase: 'willow ladder' },
  ]);
  expect(pages.open).toHaveBeenCalledOnce();
});

test('a wrong passphrase, none, and a damaged backup are said where they belong', async () => {
  const fake = await atBackups({
    backupRestore: () => refuse({ code: 'wrong_passphrase', wait_seconds: 0 }),
  });
  await restore().click();
  await said('Please fill this in.');
  await passphrase().fill('not this');
  await restore().click();
  await said('This is not the passphrase.');
  await expect.element(passphrase()).toHaveFocus();
  fake.set({ backupRestore: () => refuse({ code: 'backup_damaged' }) });
  await passphrase().fill('willow ladder');
  await restore().click();
  await said('This backup is not as it was written. Nothing was changed; choose another one.');
  await accessible();
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
