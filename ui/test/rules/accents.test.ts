import { expect, test } from 'vitest';
import { accentsFor } from '../../src/shared/accents';

test('a plain or accented letter before the caret is offered its others, as large as it is', () => {
  expect(accentsFor('Lefe').instead.slice(0, 2)).toEqual(['é', 'è']);
  expect(accentsFor('Lefé').instead).not.toContain('é');
  expect(accentsFor('NUN').instead).toContain('Ñ');
  expect(accentsFor('STRAS').instead).toContain('ß');
});

test('a new name begins with a capital, and goes on small', () => {
  expect(accentsFor('').others[0]).toBe('Á');
  expect(accentsFor('Anna ').others[0]).toBe('Á');
  expect(accentsFor('Anne-').others[0]).toBe('Á');
  expect(accentsFor('Hb').others[0]).toBe('á');
  expect(accentsFor('溫').instead).toEqual([]);
});
