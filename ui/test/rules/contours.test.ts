import { expect, test } from 'vitest';
import { contours, heightAt, POINT } from '../../src/features/session/contours';

test('the needle stands at the bottom of the valley', () => {
  const here = heightAt(POINT.x, POINT.y);
  for (const [x, y] of [
    [12, 0],
    [-12, 0],
    [0, 12],
    [0, -12],
  ] as const) {
    expect(heightAt(POINT.x + x, POINT.y + y)).toBeGreaterThan(here);
  }
});

test('every level has a line, and every fifth is an index line', () => {
  const lines = contours();
  expect(lines.every((line) => line.path.startsWith('M') && !line.path.includes('NaN'))).toBe(true);
  expect(lines.filter((line) => line.index).length).toBe(4);
});
