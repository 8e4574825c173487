// The practice with notes: what is being written about Margaret, and what was signed.
import type { MachineSettings } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { longNote, shortNote } from '../notes';
import { points } from '../points';
import { margaret } from '../what-is-typed';
import { machine, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';

/** Margaret with a signed note, or with none; and what is being written about her. */
function noting(
  more: {
    last?: boolean;
    body?: object;
    look?: Partial<MachineSettings>;
    name?: object;
    broken?: boolean;
  } = {},
): Answers {
  const practice = new WorkingPractice();
  const client = practice.register({ ...margaret, ...more.name }, 30);
  if (more.last !== false) {
    const note = practice.notes.sign(client.id, shortNote);
    practice.notes.add(note.id, 'She rang on 6 May: sore for a day, then better.');
    if (more.broken) practice.notes.all.set(note.id, { ...practice.notes.one(note.id), seal: 'broken' });
  }
  practice.draft({
    kind: 'note',
    subject: client.id,
    label: client.name,
    body: JSON.stringify(more.body ?? {}),
  });
  const answers = practice.answers();
  if (!more.look) return answers;
  return { ...answers, settingsRead: () => ({ ...settings, machine: { ...machine, ...more.look } }) };
}

const forty = points.slice(0, 40).map(({ code, place, default_needles }) => ({
  code,
  side: place === 'paired' ? 'both' : place,
  needles: default_needles,
}));

export const noteScenes: Record<string, () => Answers> = {
  noteEmpty: () => noting({ last: false }),
  noteBeside: () => noting({ body: { visit_date: '2026-05-12' } }),
  note: () => noting({ body: longNote }),
  noteForty: () => noting({ body: { ...longNote, points: forty } }),
  noteLong: () =>
    noting({ body: { ...longNote, subjective: 'Low back easier, slept through twice. '.repeat(263) } }),
  noteChinese: () =>
    noting({
      name: { given_name: '麗華', family_name: '溫', preferred_name: '' },
      body: {
        ...longNote,
        subjective: '腰痛好轉,夜間可安睡兩次。久坐半小時後仍覺僵硬。',
        assessment: '腎陽虛,氣滯血瘀。',
      },
    }),
  noteTouch: () => noting({ body: longNote, look: { density: 'touch' } }),
  noteLarge: () => noting({ body: longNote, look: { text_percent: 200 } }),
  noteBroken: () => noting({ broken: true }),
  noteDiskFull: () => ({
    ...noting({ body: longNote }),
    draftsSave: () => refuse({ code: 'disk_full' }),
  }),
};
