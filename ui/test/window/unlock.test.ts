import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import Closed from '../../src/main/Closed.svelte';
import { pages } from '../../src/shared/pages';
import { refuse } from '../fake-core';
import { closed, daniel, ines, open } from '../willow-lane';
import { accessible, core, stand } from './stand';

afterEach(() => void vi.useRealTimers());

const passphrase = () => page.getByLabelText('Passphrase', { exact: true });

test('the person chosen unlocks with the passphrase by Enter, once', async () => {
  const fake = core(closed([ines, daniel], { sessionUnlock: () => null }));
  stand(Closed, {});
  await page.getByRole('radio', { name: 'Daniel Osei' }).click();
  await expect.element(passphrase()).toHaveFocus();
  await userEvent.keyboard('willow ladder{Enter}{Enter}');
  await expect.element(page.getByRole('button', { name: 'Unlock' })).toHaveAttribute('aria-busy', 'true');
  expect(fake.inputs('sessionUnlock')).toEqual([{ person: 'p2', passphrase: 'willow ladder' }]);
  expect(pages.open).toHaveBeenCalledOnce();
});

test('a door that stands before an open practice is left at once', async () => {
  core(open());
  stand(Closed, {});
  await expect.poll(() => vi.mocked(pages.open).mock.calls).toHaveLength(1);
});

test('a wrong passphrase is answered at its field, counts down and can be corrected', async () => {
  core(closed([ines], { sessionUnlock: () => refuse({ code: 'wrong_passphrase', wait_seconds: 2 }) }));
  stand(Closed, {});
  await passphrase().fill('not this');
  vi.useFakeTimers();
  (page.getByRole('button', { name: 'Unlock' }).element() as HTMLElement).click();
  await vi.advanceTimersByTimeAsync(100);
  const field = passphrase().element() as HTMLInputElement;
  const problem = () => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(problem()).toContain('Try again in 2 seconds.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.value).toBe('not this');
  await vi.advanceTimersByTimeAsync(1000);
  expect(problem()).toContain('Try again in 1 second.');
  await vi.advanceTimersByTimeAsync(1000);
  expect(problem()).toBe('This is not the passphrase.');
});

test('an empty passphrase is no try, and one that was typed is not kept for another person', async () => {
  const fake = core(closed([ines, daniel]));
  stand(Closed, {});
  await expect.element(passphrase()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Please fill this in.').first()).toBeVisible();
  await passphrase().fill('willow');
  await page.getByRole('radio', { name: 'Daniel Osei' }).click();
  await expect.element(passphrase()).toHaveValue('');
  expect(fake.inputs('sessionUnlock')).toEqual([]);
});

test('the passphrase can be looked at', async () => {
  core(closed([ines]));
  stand(Closed, {});
  await passphrase().fill('willow');
  await page.getByRole('button', { name: 'Show passphrase' }).click();
  await expect.element(passphrase()).toHaveAttribute('type', 'text');
});

test('unlock and recovery read well for axe', async () => {
  core(closed([ines, daniel]));
  stand(Closed, {});
  await expect.element(passphrase()).toHaveFocus();
  await accessible();
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await expect.element(page.getByLabelText('Group 1 of 9')).toBeVisible();
  await accessible();
});

test('a pasted recovery code fills all groups, and a slip is named by its group', async () => {
  const fake = core(
    closed([ines], {
      sessionMeasurePassphrase: () => ({ score: 4, enough: true, hints: [] }),
      sessionUnlockWithRecoveryCode: () => refuse({ code: 'mistyped_recovery_code', group: 3 }),
    }),
  );
  stand(Closed, {});
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await page.getByLabelText('Group 1 of 9').fill('7kq2-m9xa-t4we-b0hn-zc8r-5pjd-v1gs-y3fk-q6tm');
  await page.getByLabelText('New passphrase', { exact: true }).fill('five quite new words here');
  await page.getByLabelText('New passphrase again').fill('five quite new words here');
  await page.getByRole('button', { name: 'Open the practice' }).click();
  await expect.element(page.getByLabelText('Group 3 of 9')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText('There is a slip in group 3.').first()).toBeVisible();
  expect(fake.inputs('sessionUnlockWithRecoveryCode')[0]?.code).toBe(
    '7KQ2-M9XA-T4WE-B0HN-ZC8R-5PJD-V1GS-Y3FK-Q6TM',
  );
});

test('trouble found while unlocking takes the page, keeps the folder in sight and can be tried again', async () => {
  const fake = core(
    closed([ines], {
      sessionUnlock: () =>
        refuse({ code: 'trouble', trouble: { kind: 'database_damaged', folder: '/home/ines/hegu' } }),
      sessionReport: () => ({ text: 'log' }),
    }),
  );
  stand(Closed, {});
  await passphrase().fill('willow');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect.element(page.getByRole('heading', { name: 'The records are damaged' })).toBeVisible();
  await expect.element(page.getByText('/home/ines/hegu')).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(passphrase()).toBeVisible();
  expect(fake.calls.filter((call) => call.command === 'sessionState')).toHaveLength(2);
});

test('a file of a newer program is not a matter of trying again', async () => {
  core({
    ...closed([ines]),
    sessionState: () => ({ state: 'trouble', trouble: { kind: 'vault_newer', needs: '2.0' } }),
  });
  stand(Closed, {});
  await expect.element(page.getByText('Install Hegu 2.0 or newer on this computer.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Try again' })).not.toHaveClass('main');
  await accessible();
});

test('a practice whose folder is gone is no new computer, and a new one is begun only at a word', async () => {
  const folder = '/home/ines/.local/share/hegu/practice';
  const fake = core({
    ...closed([ines]),
    sessionState: () => ({ state: 'trouble', trouble: { kind: 'folder_missing', folder } }),
    sessionBeginAnew: () => null,
    backupAtDoor: () => [],
    backupGiveUp: () => null,
  });
  stand(Closed, {});
  await expect.element(page.getByText('The practice’s folder is not there')).toBeVisible();
  await expect.element(page.getByText(folder)).toBeVisible();
  await accessible();
  await page.getByRole('button', { name: 'Bring your records back from a copy' }).click();
  await expect.element(page.getByRole('button', { name: /Choose a copy/ })).toBeVisible();
  await page.getByRole('button', { name: 'Leave everything as it is' }).click();
  expect(fake.inputs('sessionBeginAnew')).toEqual([]);
  fake.set({ sessionState: () => ({ state: 'first_run' }) });
  await page.getByRole('button', { name: 'Begin with a new practice' }).click();
  await expect.element(page.getByLabelText('Name of the practice')).toBeVisible();
  expect(fake.inputs('sessionBeginAnew')).toHaveLength(1);
});
