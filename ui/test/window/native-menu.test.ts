import { expect, test } from 'vitest';
import menu from '../../../src-tauri/menu.json';
import { actions } from '../../src/main/actions';
import { practice } from '../../src/main/practice.svelte';
import { machine, settings } from '../willow-lane';

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
