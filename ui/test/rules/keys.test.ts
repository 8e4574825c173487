import { expect, test } from 'vitest';
import { keyCaps, pressed, spokenKeys } from '../../src/shared/keys';

const key = (init: Partial<KeyboardEvent>) => pressed(init as KeyboardEvent);

test('a key press is written as in the list of actions', () => {
  expect(key({ key: 'k', ctrlKey: true })).toBe('Mod+K');
  expect(key({ key: 'Z', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Z');
  expect(key({ key: '?', shiftKey: true })).toBe('?');
  expect(key({ key: 'ArrowLeft', altKey: true })).toBe('Alt+ArrowLeft');
});

test('caps are drawn one by one, also the plus', () => {
  expect(keyCaps('Mod+K')).toEqual(['Ctrl', 'K']);
  expect(keyCaps('Mod++')).toEqual(['Ctrl', '+']);
  expect(keyCaps('G T')).toEqual(['G', 'T']);
  expect(spokenKeys('Mod+Shift+K')).toBe('Control Shift K');
  expect(spokenKeys('G T')).toBe('G then T');
  expect(spokenKeys('Mod++')).toBe('Control +');
});
