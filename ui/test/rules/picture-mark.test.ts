import { expect, test } from 'vitest';
import { pictureMark } from '../../src/features/handouts/marks';

test.each([
  ['an empty text', '', 0, '![A leaf](a.png)\n\n'],
  ['between words', 'Rest now', 4, '\n\n![A leaf](a.png)\n\n'],
  ['on an empty line', 'Rest\n\n\n\nWalk', 6, '![A leaf](a.png)'],
  ['at the end of a line', 'Rest\nWalk', 4, '\n\n![A leaf](a.png)\n'],
  ['at the beginning of a line', 'Rest\nWalk', 5, '\n![A leaf](a.png)\n\n'],
])('a picture stands on lines of its own: %s', (_, text, at, expected) => {
  expect(pictureMark(text, at, at, 'a.png', 'A leaf')).toBe(expected);
});

test('what it shows is written so that it is read back as it was typed', () => {
  expect(pictureMark('', 0, 0, 'a.png', '  Two\nlines, [one] *star* & a \\ ')).toBe(
    '![Two lines, \\[one\\] \\*star\\* \\& a \\\\](a.png)\n\n',
  );
});
