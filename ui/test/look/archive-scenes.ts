// Records that nobody works with: where they lie, and what is due.
import type { ClientInput } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { margaret, person } from '../what-is-typed';
import { atKeyboard, machine, NOW, settings } from '../willow-lane';
import { WorkingPractice } from '../working-practice';

const DAY = 86_400_000;
const names: readonly Partial<ClientInput>[] = [
  { given_name: 'Jonas', family_name: 'Backman', birth_date: '1985-01-14' },
  { given_name: 'Ella', family_name: 'Backström', birth_date: '1999-02-14' },
  { given_name: 'Tomás', family_name: 'Rivera' },
  { given_name: '溫', family_name: '麗華', birth_date: '1960-05-05' },
  { given_name: 'محمد', family_name: 'الأنصاري', birth_date: '1971-11-30' },
  {
    given_name: 'Maria Magdalena Theodora Konstantina',
    family_name: 'Papadopoulou-Wiśniewska y Fernández',
    birth_date: '2012-03-03',
  },
  { given_name: 'Hannah', family_name: 'Lindqvist', birth_date: '1975-04-14' },
];

/** Margaret is in use; the others lie in every place, and some are due. */
function laid() {
  const practice = new WorkingPractice();
  const first = practice.register(margaret).id;
  const ids = names.map((fields, at) => practice.register({ ...person, ...fields }, 900 - at).id);
  const { keeping } = practice;
  ids.forEach((id, at) =>
    keeping.lay(id, at === 6 ? 'kept' : at === 4 ? 'trash' : 'archive', NOW - at * 40 * DAY),
  );
  keeping.goBy('uk');
  ids.forEach((id, at) => (keeping.entries[id] = `201${at}-03-04`));
  keeping.over = ids;
  keeping.holds[ids[1] ?? ''] = [{ id: 'hold', reason: 'Asked for by a court', at: NOW, by: 'Ines Marlow' }];
  return { practice, first, ids };
}

const answers = (change: (all: ReturnType<typeof laid>) => void = () => undefined): Answers => {
  const all = laid();
  change(all);
  return all.practice.answers();
};

const look = (more: Partial<typeof machine>): Answers => ({
  settingsRead: () => ({ ...settings, machine: { ...machine, ...more } }),
});

const nobody = () => {
  const practice = new WorkingPractice();
  practice.register(margaret);
  return practice;
};

export const archiveScenes: Record<string, () => Answers> = {
  'archive-laid': () => answers(),
  'archive-large': () => ({ ...answers(), ...look({ text_percent: 200 }) }),
  'archive-secure': () => ({ ...answers(), ...look({ secure_search: true }) }),
  'archive-desk': () => ({ ...answers(), sessionState: () => atKeyboard({ role: 'receptionist' }) }),
  'archive-none': () => nobody().answers(),
  'archive-none-due': () => {
    const practice = nobody();
    practice.keeping.goBy('ny');
    return practice.answers();
  },
  'archive-failed': () => ({ ...answers(), clientsLying: () => refuse({ code: 'disk_full' }) }),
  'archive-many': () => {
    const { practice } = laid();
    const rows = practice.keeping.lying('archive');
    return { ...practice.answers(), clientsLying: () => ({ rows, total: 312 }) };
  },
  'archive-in-use': () =>
    answers(({ practice, first }) => {
      practice.keeping.unfinished[first] = ['booked', 'follow_up'];
    }),
  'archive-written': () =>
    answers(({ practice, first }) => {
      practice.keeping.entries[first] = '2026-03-04';
    }),
};
