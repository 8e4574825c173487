// People who are here twice: the report, two records beside each other, and what they became.
import { emptyPhone, emptyRelation } from '../../src/features/clients/client-input';
import type {
  ClientInput,
  HealthHistory,
  HealthView,
  TimelineEntry,
  UnmergeHindrance,
} from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { emptyHistory, line, untold } from '../health';
import { machine, NOW, settings } from '../willow-lane';
import { margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { whole } from './record-scenes';

const maggie: ClientInput = {
  ...person,
  given_name: 'Maggie',
  family_name: 'Oyelaran-Ferrand',
  birth_date: '1964-03-08',
  phones: [
    { ...emptyPhone(), number: '(250) 555-0138' },
    { ...emptyPhone('home'), number: '250-555-0111' },
  ],
  emails: [{ kind: 'personal', email: 'maggie@example.org' }],
  addresses: [{ kind: 'home', address: '4 Fern Street\nVictoria BC V8V 2B2' }],
  occupation: 'Midwife, retired',
  relations: [
    { ...emptyRelation(), name: 'Paul Ferrand', relation: 'husband', phone: '250-555-0112', emergency: true },
  ],
  gp_name: 'Dr. Kenji Mori',
  gp_phone: '250-555-0150',
  tags: ['Evening', 'Fertility'],
  notes: 'Prefers the room at the back.',
};

function history(more: Partial<HealthHistory>): HealthHistory {
  return { ...emptyHistory(), ...more };
}

function twice(one: ClientInput = whole, other: ClientInput = maggie) {
  const practice = new WorkingPractice();
  const ids = [practice.register(one, 400).id, practice.register(other, 12).id] as const;
  const [first, second] = ids;
  practice.twins.attached = {
    [first]: { notes: 14, bookings: 16, sheets: 2, correspondence: 3, alerts: 1 },
    [second]: { notes: 1, bookings: 2, correspondence: 1 },
  };
  practice.twins.health = {
    [first]: {
      ...untold(first),
      version: 3,
      history: history({
        allergies: [line('Latex', { detail: 'rash' })],
        medicines: [line('Ramipril', { detail: '5 mg' })],
        flags: [{ kind: 'anticoagulant', since: '2024', until: '', note: 'apixaban' }],
      }),
    },
    [second]: {
      ...untold(second),
      version: 1,
      history: history({
        allergies: [line('Penicillin', { detail: 'breathless' })],
        medicines: [line('Ramipril', { detail: '5 mg' })],
        other: 'Sleeps badly.',
      }),
    },
  };
  practice.twins.pairs = [
    { one: first, other: second, alike: ['called_alike', 'birth_date_slipped', 'contact'] },
  ];
  return { practice, ids };
}

function report(): Answers {
  const { practice } = twice();
  const pair = (one: ClientInput, other: ClientInput, alike: ('name' | 'birth_date' | 'contact')[]) => {
    practice.twins.pairs.push({
      one: practice.register(one, 90).id,
      other: practice.register(other).id,
      alike,
    });
  };
  const tomas = { ...person, given_name: 'Tomás', family_name: 'Rivera', birth_date: '1981-03-03' };
  pair(tomas, { ...tomas, phones: [{ ...emptyPhone(), number: '250-555-0177' }] }, ['name', 'birth_date']);
  const wen = { ...person, given_name: '麗華', family_name: '溫' };
  pair(wen, { ...wen, birth_date: '1960-05-05' }, ['name']);
  const long = {
    ...person,
    given_name: 'Maria Magdalena Theodora Konstantina',
    family_name: 'Papadopoulou-Wiśniewska y Fernández',
    emails: [
      { kind: 'personal' as const, email: 'maria.magdalena.theodora@papadopoulou-wisniewska.example' },
    ],
  };
  pair(long, long, ['name', 'contact']);
  const ana = { ...person, given_name: 'Ana', family_name: 'Lund' };
  practice.twins.apart = [
    {
      one: practice.register(ana).id,
      other: practice.register({ ...ana, birth_date: '1990-07-07' }).id,
      alike: ['name'],
    },
  ];
  return practice.answers();
}

const compared = (
  change: (practice: WorkingPractice, ids: readonly [string, string]) => void = () => undefined,
) => {
  const { practice, ids } = twice();
  change(practice, ids);
  return practice.answers();
};

const large = (answers: Answers): Answers => ({
  ...answers,
  settingsRead: () => ({ ...settings, machine: { ...machine, text_percent: 200 } }),
});

export const mergingScenes: Record<string, () => Answers> = {
  'merging-report': report,
  'merging-none': () => {
    const practice = new WorkingPractice();
    practice.register(margaret);
    return practice.answers();
  },
  'merging-secure': () => ({
    ...report(),
    settingsRead: () => ({ ...settings, machine: { ...machine, secure_search: true } }),
  }),
  'merging-compare': () => compared(),
  'merging-desk': () => compared(({ twins }) => (twins.atDesk = true)),
  'merging-typing': () => compared(({ twins }, [, second]) => (twins.typing = { [second]: ['Daniel Osei'] })),
  'merging-wrong': () => ({
    ...compared(({ twins }, [first, second]) => {
      const recall = { ask: 'on_day' as const, due: '2026-09-01', note: '', version: 1 };
      twins.recalls = { [first]: recall, [second]: { ...recall, ask: 'never', due: '' } };
    }),
    clientsMerge: () =>
      refuse({
        code: 'invalid',
        fields: [
          { path: 'tags', problem: 'too_much', limit: 30 },
          { path: 'flags.0.note', problem: 'too_long', limit: 1000 },
        ],
      }),
  }),
  'merging-stale': () => ({
    ...compared(),
    clientsMerge: () => refuse({ code: 'stale', id: 'client-3', version: 2 }),
  }),
  'merging-earlier': () => {
    const { practice, ids } = twice();
    const [first, second] = ids;
    const { [first]: one, [second]: other } = practice.twins.health;
    const saved = { day: '2026-05-04', by: 'Ines Marlow' };
    const view = { ...one, saved, savings: ['2026-05-11', '2026-05-04'] };
    return {
      ...practice.answers(),
      healthRead: () => view as HealthView,
      healthOnDay: () =>
        ({
          ...view,
          beside: [{ number: 2, history: other?.history ?? emptyHistory(), reviewed: true }],
        }) as HealthView,
    };
  },
  'merging-hindered': () => {
    const { practice, ids } = twice();
    const record = (number: number, name: string, hindrance: UnmergeHindrance): TimelineEntry => {
      const id = `merge-${number}`;
      return {
        kind: 'merged',
        id,
        at: NOW,
        record: { id, at: NOW, by: 'Ines Marlow', number, name, hindrance },
      };
    };
    practice.timelines
      .get(ids[0])
      ?.push(
        record(2, 'Maggie Oyelaran-Ferrand', 'another_since'),
        record(9, 'Maria Magdalena Theodora Konstantina Papadopoulou-Wiśniewska', 'details'),
        record(12, '溫麗華', 'health'),
      );
    return practice.answers();
  },
  'merging-large': () => large(compared()),
  'merging-report-large': () => large(report()),
};
