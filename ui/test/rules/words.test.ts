import { expect, test } from 'vitest';
import { initials } from '../../src/shared/initials';
import { findFolded } from '../../src/shared/fold';
import { canRetry, explain } from '../../src/features/session/trouble';
import type { Trouble } from '../../src/ipc/bindings';
import { CommandFailure } from '../../src/ipc/call';
import { countries } from '../../src/messages/countries';
import { Problems, sayFailure } from '../../src/messages/problems.svelte';

test.each([
  ['Ines Marlow', 'IM'],
  ['  Wen Li-Hua 溫麗華 ', 'W溫'],
  ['溫麗華', '溫'],
  ['Åsa', 'Å'],
  ['', ''],
])('initials of “%s”', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test.each([
  ['Ella Backström', 'strom', 'ström'],
  ['Tomás Rivera', 'TOMAS', 'Tomás'],
  ['Jonas Backman', 'back', 'Back'],
  ['Feedback and back pain', 'back', 'back'],
  ['Þórður Guðmundsson', 'gudm', 'Guðm'],
  ['Þórður', 'thor', 'Þór'],
  ['Işık', 'isik', 'Işık'],
  ['Fußpflege', 'fuss', 'Fuß'],
  ['O’Neill', "o'n", 'O’N'],
  ['250-555-0138', '٠١٣٨', '0138'],
  ['Ines', 'x', null],
])('searching “%s” for “%s” finds %s', (text, wanted, found) => {
  const range = findFolded(text, wanted);
  expect(range && text.slice(...range)).toBe(found);
});

test('a word that starts with the text comes before one that holds it', () => {
  expect(findFolded('Feedback and back pain', 'back')).toEqual([13, 17]);
});

test.each<Trouble>([
  { kind: 'vault_missing', folder: '/f' },
  { kind: 'vault_damaged', folder: '/f', copies: 1 },
  { kind: 'vault_damaged', folder: '/f', copies: 0 },
  { kind: 'vault_newer', needs: '2.0' },
  { kind: 'vault_older_than_records', folder: '/f' },
  { kind: 'database_missing', folder: '/f' },
  { kind: 'database_damaged', folder: '/f' },
  { kind: 'database_newer', needs: '2.0' },
  { kind: 'in_use' },
  { kind: 'folder_not_writable', folder: '/f' },
  { kind: 'unsafe_place', folder: '/f', place: 'network' },
  { kind: 'unsafe_place', folder: '/f', place: 'synced' },
  { kind: 'unsafe_place', folder: '/f', place: 'removable' },
  { kind: 'disk_full', folder: '/f' },
])('$kind says what happened, what is safe and what to do', (trouble) => {
  const { title, what, safe, todo } = explain(trouble);
  for (const sentence of [what, safe, ...todo]) expect(sentence).toMatch(/\.$/);
  expect(title).not.toBe('');
  expect(todo.length).toBeGreaterThan(0);
  // What ends in trying again is what the filled button is for, and the other way round.
  expect(canRetry(trouble)).toBe(!('needs' in trouble));
  if ('needs' in trouble) expect(todo.join(' ')).toContain(trouble.needs);
});

test('a refusal is said in words, and locking says nothing', () => {
  expect(sayFailure(new CommandFailure({ code: 'locked' }))).toBeNull();
  expect(
    sayFailure(
      new CommandFailure({
        code: 'no_glyph',
        characters: [
          { character: 'א', name: 'Hebrew letter U+05D0' },
          { character: 'ب', name: 'Arabic letter U+0628' },
        ],
      }),
    ),
  ).toBe('These cannot be printed: Hebrew letter U+05D0 and Arabic letter U+0628.');
});

test('typing in a field takes its own problem away and no other', () => {
  const problems = new Problems();
  const taken = problems.take(
    new CommandFailure({
      code: 'invalid',
      fields: [
        { path: 'name', problem: 'required', limit: null },
        { path: 'notes', problem: 'too_long', limit: 2000 },
      ],
    }),
  );
  expect(taken).toBe(true);
  problems.clear('name');
  expect(problems.at('name')).toBeNull();
  expect(problems.at('notes')).toBe('This is too long: at most 2,000 letters.');
});

test('every country has a name', () => {
  for (const { value, label } of countries('en')) expect(label, value).not.toBe(value);
});
