import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collect } from '../../licences';

const { packages, texts } = collect();
const named = (wanted: string) => packages.find(({ name }) => name === wanted);

test('everything built in is there, from both package lists', () => {
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(own.dependencies)) expect(named(name), name).toBeDefined();
  for (const name of ['tauri', 'sqlx', 'libsqlite3-sys', 'age']) expect(named(name), name).toBeDefined();
  expect(named('vitest')).toBeUndefined();
  expect(packages.length).toBeGreaterThan(300);
});

test('the C library that a crate compiles brings its own licence', () => {
  const sqlcipher = named('libsqlite3-sys')?.texts.map((at) => texts[at] ?? '');
  expect(sqlcipher?.some((text) => /zetetic/i.test(text))).toBe(true);
});

test('what is carried along for PDFs brings the licences of those who drew and wrote it', () => {
  const of = (name: string) => named(name)?.texts.map((at) => texts[at] ?? '') ?? [];
  const carried = [...of('pdfjs-dist'), ...of('@expo-google-fonts/arimo')];
  for (const mark of [
    /catholique de Louvain/,
    /PDFium Authors/,
    /Arimo Project Authors[^]*SIL OPEN FONT LICENSE/i,
    /Adobe Systems Incorporated/,
  ]) {
    expect(
      carried.some((text) => mark.test(text)),
      String(mark),
    ).toBe(true);
  }
});

test('a text that many share is kept once', () => {
  expect(new Set(texts).size).toBe(texts.length);
});
