import { emit } from '@tauri-apps/api/event';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import menu from '../../../src-tauri/menu.json';
import { actions } from '../../src/main/actions';
import { practice } from '../../src/main/practice.svelte';
import { pages } from '../../src/shared/pages';
import { longNote } from '../notes';
import { atKeyboard, machine, settings } from '../willow-lane';
import { openAt, withMargaret } from './working';

/** What the window itself does, without the page. */
const own = ['quit', 'full-screen'];

test('the menu bar offers actions by the names and keys that the palette teaches', () => {
  // The look that is worn is not offered, so two looks together offer all.
  const offered = (['light', 'dark'] as const).flatMap((theme) => {
    const density = theme === 'light' ? 'compact' : 'touch';
    practice.settings = { ...settings, machine: { ...machine, theme, density } };
    return actions('client');
  });
  const entries = menu.flatMap((part) => part.entries).filter((entry) => entry !== null);
  expect(entries.length).toBeGreaterThan(20);
  for (const { id, label, keys } of entries.filter((entry) => !own.includes(entry.id))) {
    const action = offered.find((known) => known.id === id);
    expect({ id, label: action?.label, keys: action?.keys }).toEqual({ id, label, keys });
  }
});

test('locking by the menu bar keeps what was typed a moment ago, and locks only then', async () => {
  const { practice, id } = withMargaret();
  const body = JSON.stringify(longNote);
  const draft = practice.draft({ kind: 'note', subject: id, label: 'Margaret Oyelaran', body }).id;
  const { fake } = openAt(`#/note/draft/${draft}`, practice, { sessionLock: () => null });
  const complaint = page.getByRole('textbox', { name: /Complaint/ });
  await complaint.fill('Much easier');
  await emit('menu', { action: 'lock' });
  await expect.poll(() => vi.mocked(pages.closed).mock.calls).toHaveLength(1);
  const order = fake.calls.map(({ command }) => command);
  expect(order.indexOf('draftsSave')).toBeGreaterThan(-1);
  expect(order.indexOf('draftsSave')).toBeLessThan(order.indexOf('sessionLock'));
  const [saved] = fake.inputs('draftsSave');
  expect(JSON.parse(saved?.body ?? '')).toMatchObject({ subjective: 'Much easier' });
});

test('what a role may not do is said, not passed over', async () => {
  const { practice } = withMargaret();
  openAt('#/today', practice, {
    sessionState: () => atKeyboard({ id: 'p9', name: 'Rosa', credentials: '', role: 'receptionist' }),
  });
  await expect.element(page.getByRole('link', { name: /Margaret/ }).first()).toBeVisible();
  await emit('menu', { action: 'new-note' });
  await expect.element(page.getByText('Your role does not allow this.').last()).toBeVisible();
});
