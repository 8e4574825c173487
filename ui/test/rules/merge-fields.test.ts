import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filledFields, gapsIn, mergeFields } from '../../src/features/handouts/merge-fields';
import type { PracticeSettings } from '../../src/ipc/bindings';
import { atKeyboard } from '../willow-lane';

const practice: PracticeSettings = {
  name: 'Willow Lane',
  address: ' ',
  phone: '250-555-0100',
  person_word: 'client',
  paper: 'a4',
  text_size: 14,
  country: '',
  emergency_number: '',
  hidden_fields: [],
  version: 1,
};
const { me } = atKeyboard({ credentials: '' });

test('the fields offered are the fields that the core fills in', () => {
  const page = new URL('../../../src-tauri/crates/core/src/handouts/page.rs', import.meta.url);
  const filled = [...readFileSync(page, 'utf8').matchAll(/\("([a-z_.]+)", /g)].map(([, field]) => field);
  expect([...mergeFields].sort()).toEqual(filled.sort());
});

test('what has no value stays as it is written, and says why', () => {
  const filled = filledFields(practice, me, false);
  const markdown = 'Dear {{ client.first_name }},\n{{foo}} {{practice.phone}} {{foo}}\n{{practice.address}}';
  expect(gapsIn({ title: '{{today}} {{bar}}', markdown }, filled)).toEqual([
    { field: 'bar', why: 'unknown', line: null },
    { field: 'client.first_name', why: 'nobody', line: 1 },
    { field: 'foo', why: 'unknown', line: 2 },
    { field: 'practice.address', why: 'empty', line: 3 },
  ]);
});

test('braces around anything but a name are no field', () => {
  const markdown = '{{}} {{a b}} {{client.name {{{today}}} {client.name}';
  expect(gapsIn({ title: '', markdown }, filledFields(practice, me, false))).toEqual([]);
});
