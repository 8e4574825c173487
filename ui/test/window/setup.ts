// Every window test starts from an empty document in the program's own styles, and ends with the core gone.
import '../../src/styles/index.css';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { adding } from '../../src/features/files/adding.svelte';
import { overlay } from '../../src/main/overlay.svelte';
import { practice } from '../../src/main/practice.svelte';
import { heard } from '../../src/shared/announce.svelte';
import { pages } from '../../src/shared/pages';
import { toasts } from '../../src/shared/toasts.svelte';
import { words } from '../../src/messages';
import { tidy } from './stand';

beforeEach(() => {
  delete document.documentElement.dataset.theme;
  delete document.documentElement.dataset.locking;
  delete document.documentElement.dataset.leaving;
  document.documentElement.style.removeProperty('--text-scale');
  history.replaceState(null, '', '#/');
  // A test has one document, which stays.
  vi.spyOn(pages, 'open').mockReturnValue(new Promise(() => undefined));
  vi.spyOn(pages, 'closed').mockReturnValue(new Promise(() => undefined));
});

afterEach(async () => {
  await tidy();
  // A component that asked for something the test did not foresee says so here.
  expect(heard.assertive).not.toContain(words.common.failures.lost);
  heard.polite = heard.assertive = '';
  practice.settings = undefined;
  overlay.close();
  adding.forget();
  vi.restoreAllMocks();
  toasts.length = 0;
});
