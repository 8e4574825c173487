import { expect, test } from 'vitest';
import { changesSince } from '../../src/features/points/changes';
import { Prescription } from '../../src/features/points/prescription.svelte';
import { lastOf, readLine } from '../../src/features/points/read-line';
import { readPoints } from '../../src/features/points/restore';
import { pointOf, printed } from '../points';

test.each([
  ['st36', [{ text: 'st36', side: null }]],
  [
    'bl17 bl; du20',
    [
      { text: 'bl17', side: 'both' },
      { text: 'du20', side: null },
    ],
  ],
  ['UB 60 R', [{ text: 'UB 60', side: 'right' }]],
  [
    'ren4,，足三里；zu san l',
    [
      { text: 'ren4', side: null },
      { text: '足三里', side: null },
      { text: 'zu san l', side: null },
    ],
  ],
  ['ST36 left ;', [{ text: 'ST36', side: 'left' }]],
  ['bl', [{ text: 'bl', side: null }]],
  ['LI 4 x', [{ text: 'LI 4 x', side: null }]],
  [
    'LI4\nLR3',
    [
      { text: 'LI4', side: null },
      { text: 'LR3', side: null },
    ],
  ],
  [' ; ', []],
  [
    'LI4 LR3 bl, ub 60 r ST36, ex-hn 3 Du-20',
    [
      { text: 'LI4', side: 'both' },
      { text: 'LR3', side: 'both' },
      { text: 'ub 60', side: 'right' },
      { text: 'ST36', side: null },
      { text: 'ex-hn 3', side: null },
      { text: 'Du-20', side: null },
    ],
  ],
  // What is no code might be a remark, and no point is guessed from a remark.
  ['ST36 left leg', [{ text: 'ST36 left leg', side: null }]],
  ['zu san li st36', [{ text: 'zu san li st36', side: null }]],
])('the line “%s” asks for these points', (line, wanted) => {
  expect(readLine(line)).toEqual(wanted);
});

test('what is being typed stands behind the last separator', () => {
  expect(lastOf('st36; du')).toEqual({ text: 'du', side: null });
  expect(lastOf('st36;')).toEqual({ text: '', side: null });
  expect(lastOf('li4 l lr')).toEqual({ text: 'lr', side: null });
});

function prescribed() {
  const prescription = new Prescription();
  prescription.add(pointOf('ST36'), null);
  prescription.add(pointOf('GV20'), 'left');
  prescription.add(pointOf('EX-HN1'), null);
  prescription.add(pointOf('LI4'), 'right');
  return prescription;
}

test('each point begins on its own place with its usual needles, and a midline point has no side', () => {
  const prescription = prescribed();
  expect(prescription.points).toEqual([
    { code: 'ST36', side: 'both', needles: 2 },
    { code: 'GV20', side: 'middle', needles: 1 },
    { code: 'EX-HN1', side: 'whole', needles: 4 },
    { code: 'LI4', side: 'right', needles: 1 },
  ]);
  expect(prescription.needles).toBe(8);
});

test('the same point is never doubled', () => {
  const prescription = prescribed();
  expect(prescription.add(pointOf('ST36'), 'left')).toBeNull();
  expect(prescription.rows).toHaveLength(4);
});

test('the needles follow the sides', () => {
  const prescription = prescribed();
  prescription.turn('ST36', 'left');
  expect(prescription.points[0]).toEqual({ code: 'ST36', side: 'left', needles: 1 });
  prescription.turn('ST36', 'right');
  prescription.turn('ST36', 'both');
  expect(prescription.points[0]).toEqual({ code: 'ST36', side: 'both', needles: 2 });
  prescription.count('ST36', 60);
  prescription.turn('ST36', 'right');
  prescription.count('ST36', 60);
  prescription.turn('ST36', 'both');
  expect(prescription.points[0]?.needles).toBe(99);
});

test('a group can be needled on one side, the midline on none', () => {
  const prescription = prescribed();
  prescription.turn('EX-HN1', 'right');
  expect(prescription.points[2]).toEqual({ code: 'EX-HN1', side: 'right', needles: 2 });
  prescription.turn('EX-HN1', 'both');
  expect(prescription.points[2]).toEqual({ code: 'EX-HN1', side: 'whole', needles: 4 });
  prescription.turn('GV20', 'left');
  expect(prescription.points[1]).toEqual({ code: 'GV20', side: 'middle', needles: 1 });
});

test('a removed point comes back to its place', () => {
  const prescription = prescribed();
  const before = prescription.points;
  const undo = prescription.remove('GV20');
  expect(prescription.has('GV20')).toBe(false);
  undo();
  undo();
  expect(prescription.points).toEqual(before);
});

test('taking over the last visit adds what is missing, and is taken back as a whole', () => {
  const prescription = prescribed();
  const before = prescription.points;
  const { taken, undo } = prescription.takeOver([printed('ST36', 'left', 1), printed('LR3', 'both', 2)]);
  expect(taken).toBe(1);
  expect(prescription.points).toEqual([...before, { code: 'LR3', side: 'both', needles: 2 }]);
  undo();
  expect(prescription.points).toEqual(before);
});

test('what changed since the last visit is told apart', () => {
  const last = [printed('BL23', 'both', 2), printed('BL26', 'both', 2), printed('BL40', 'both', 2)];
  const now = [printed('BL23', 'both', 1), printed('BL40', 'right', 1), printed('BL17', 'both', 2)];
  const { added, turned, gone } = changesSince(last, now);
  expect([added, turned, gone].map((points) => points.map(({ code }) => code))).toEqual([
    ['BL17'],
    ['BL40'],
    ['BL26'],
  ]);
});

test('a draft is read for what can be points, each once', () => {
  const good = { code: 'ST36', side: 'both', needles: 2 };
  const bad = [
    null,
    'ST36',
    {},
    { ...good, side: 'up' },
    { ...good, needles: -1 },
    { ...good, needles: 400 },
    { ...good, code: 36 },
  ];
  expect(readPoints([good, ...bad, { ...good, needles: 1, more: true }])).toEqual([good]);
});
