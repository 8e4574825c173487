import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('a webview that calls its language "C" still gets dates', async () => {
  vi.stubGlobal('navigator', { language: 'C', languages: ['C'] });
  await import('../../src/main/guard');
  expect(navigator.language).toBe('en');
  const { locale } = await import('../../src/messages/locale.svelte');
  expect(locale.tag).toBe('en');
});

test('a language that is one stays', async () => {
  vi.stubGlobal('navigator', { language: 'fr-CA', languages: ['fr-CA', 'en'] });
  await import('../../src/main/guard');
  const { locale } = await import('../../src/messages/locale.svelte');
  expect(locale.tag).toBe('fr-CA');
});

test('a chosen locale that no engine knows falls back to the system', async () => {
  vi.stubGlobal('navigator', { language: 'en-GB', languages: ['en-GB'] });
  const { locale } = await import('../../src/messages/locale.svelte');
  locale.choose('not a language');
  expect(locale.tag).toBe('en-GB');
});
