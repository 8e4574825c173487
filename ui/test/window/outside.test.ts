import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import App from '../../src/main/App.svelte';
import type { CopyWanted, PlaceView } from '../../src/ipc/bindings';
import { noBackups, stick } from '../copies';
import { refuse, type Answers } from '../fake-core';
import { NOW, open, quietDay } from '../willow-lane';
import { accessible, core, stand } from './stand';

function opened(place: PlaceView | null, more: Answers = {}) {
  const fake = core(open({ backupList: () => noBackups, copiesList: () => ({ place }), ...more }));
  history.replaceState(null, '', '#/settings/backups');
  stand(App, {});
  return fake;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const said = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

test('without a place that is said, and one is chosen where it is said', async () => {
  const fake = opened(null, { copiesChoosePlace: () => ({ folder: null }) });
  await said('No copy is outside this computer');
  await accessible();
  await button('Choose a place').click();
  await said('No copy is outside this computer');
  fake.set({
    copiesChoosePlace: () => ({ folder: stick.folder }),
    copiesList: () => ({ place: { ...stick, last: null, copies: [] } }),
  });
  await button('Choose a place').click();
  await said('Copies go there from now on.');
  await said('No copy was made there yet');
  await said('/media/ines/WILLOW');
});

test('the last copy is said, and what lies there stands below with what is known of it', async () => {
  opened(stick);
  await said(/The last copy is of/);
  const table = page.getByRole('table', { name: 'Copies there' });
  await expect.element(table.getByRole('row').nth(1)).toHaveTextContent('1,412 clients, 5,230 signed notes');
  await expect.element(table.getByRole('row').nth(3)).toHaveTextContent('earlier key');
  await expect.element(table.getByRole('row').nth(4)).toHaveTextContent('does not count');
  await accessible();
});

test('a copy shows how far it is, can be stopped, and is made once', async () => {
  let done: (value: unknown) => void = () => undefined;
  const fake = opened(stick, {
    copiesMake: () =>
      new Promise((resolve) => {
        done = resolve as typeof done;
      }),
    copiesStop: () => null,
  });
  await button('Copy now').click();
  await button('Copy now').click({ force: true });
  await said('Getting ready');
  await fake.progress(25, 100);
  await said('50 % written');
  await fake.progress(75, 100);
  await said('Read back: 50 %');
  await accessible();
  await button('Stop').click();
  await expect.poll(() => fake.inputs('copiesStop')).toHaveLength(1);
  done(null);
  await said('The copy is made, and was read back.');
  expect(fake.inputs('copiesMake')).toHaveLength(1);
});

test('a place that is away, full or on the same disk is said with what to do', async () => {
  const failed = { at: NOW, reason: 'full' as const };
  const fake = opened({ ...stick, there: false, failed, same_disk: true, copies: [] });
  await said('There is no room left there. Make room, or choose another place.');
  await said('Not connected now. A copy is made by itself when it is there again.');
  await said('This folder is on the disk of the records');
  await accessible();
  fake.set({ copiesMake: () => refuse({ code: 'copy', reason: 'gone' }) });
  await button('Copy now').click();
  await said('The place is not there. Connect the stick or disk, then try again.');
  fake.set({ copiesForgetPlace: () => null, copiesList: () => ({ place: null }) });
  await button('Stop copies there').click();
  await said('No copy is outside this computer');
});

test('Today asks for a copy until there is one, and leads to where it is made', async () => {
  const today = (copy_wanted: CopyWanted | null) => () => ({ ...quietDay, copy_wanted });
  const fake = opened(null, { todayRead: today({ last: null, place: false }) });
  location.hash = '#/today';
  await said('Nothing of these records is outside this computer');
  await accessible();
  fake.set({ todayRead: today({ last: NOW - 8 * 24 * 3_600_000, place: true }) });
  await fake.changed('backups');
  await said(/The last copy outside this computer is of/);
  await page.getByRole('link', { name: 'Look at the copies' }).click();
  await said('No copy is outside this computer');
  fake.set({ todayRead: today(null) });
  location.hash = '#/today';
  await said('A quiet day so far');
  await expect.element(page.getByText(/outside this computer/)).not.toBeInTheDocument();
});
