// Erasing a record: in part, whole, held and hindered, with the letter beside it.
import { emptyRelation } from '../../src/features/clients/client-input';
import type { ClientInput } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { tinyPdf } from '../tiny-pdf';
import { NOW, daniel, ines, machine, settings } from '../willow-lane';
import { margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';

const letter = [
  'Willow Lane Acupuncture',
  '',
  'Margaret Oyelaran',
  '18 Linden Avenue',
  'Victoria BC V8V 1A1',
  '',
  '12 May 2026',
  '',
  'On 4 May 2026 you asked us to erase the record that we keep of you.',
  '',
  'What was erased',
  'Telephone numbers, email addresses, occupation, language.',
  'The people named in the record, except for whoever may sign.',
  '',
  'What is kept, why, and until when',
  '3 signed treatment notes',
  'The dates of 4 visits',
];

const long: ClientInput = {
  ...margaret,
  given_name: 'Maria Magdalena Theodora Konstantina',
  family_name: 'Wolfeschlegelsteinhausenbergerdorffhohenstaufenoberscheinfeldvorstadtmuehlennord',
  birth_date: '2012-03-03',
  relations: [
    {
      ...emptyRelation(),
      name: 'Konstantina Papadopoulou-Wiśniewska y Fernández',
      relation: 'mother',
      guardian: true,
    },
    { ...emptyRelation(), name: 'Tunde Oyelaran', relation: 'father', guardian: true },
  ],
};

function erasing(
  prepare: (practice: WorkingPractice, id: string) => void = () => undefined,
  client: ClientInput = margaret,
): Answers {
  const practice = new WorkingPractice();
  const { id } = practice.register(client, 800);
  practice.keeping.goBy('uk');
  practice.keeping.entries = { [id]: '2024-05-12' };
  practice.keeping.letter = () => tinyPdf(letter, 'letter', 12);
  prepare(practice, id);
  return practice.answers();
}

const large = (answers: Answers): Answers => ({
  ...answers,
  settingsRead: () => ({ ...settings, machine: { ...machine, text_percent: 200 } }),
});

function held({ keeping }: WorkingPractice, id: string): void {
  keeping.holds = {
    [id]: [
      { id: 'h1', reason: 'A complaint to the college, file 2026-118', at: NOW, by: ines.name },
      {
        id: 'h2',
        reason: 'Their insurer has asked for the notes of a fall.',
        at: NOW - 4e10,
        by: daniel.name,
      },
    ],
  };
}

export const erasureScenes: Record<string, () => Answers> = {
  'erasure-part': () => erasing(),
  'erasure-whole': () =>
    erasing((practice, id) => {
      practice.keeping.entries = { [id]: '2018-05-02' };
      practice.keeping.over = [id];
    }),
  'erasure-empty': () =>
    erasing((practice, id) => {
      practice.keeping.entries = {};
      practice.keeping.lay(id, 'trash');
    }),
  'erasure-held': () => erasing(held),
  'erasure-hindered': () =>
    erasing(
      ({ keeping }, id) => {
        keeping.unfinished = { [id]: ['booked', 'waiting', 'follow_up', 'being_written'] };
      },
      { ...margaret, birth_date: '' },
    ),
  'erasure-ruleless': () => erasing(({ keeping }) => keeping.goBy(null)),
  'erasure-kept': () => erasing(({ keeping }, id) => keeping.lay(id, 'kept')),
  'erasure-stale': () => ({
    ...erasing(),
    erasureErase: () => refuse({ code: 'stale', id: 'client-1', version: 2 }),
  }),
  'erasure-proof': () => ({ ...erasing(), erasureErase: () => refuse({ code: 'proof_needed' }) }),
  'erasure-desk': () => ({ ...erasing(), erasurePlan: () => refuse({ code: 'not_permitted' }) }),
  'erasure-long': () => erasing(undefined, long),
  'erasure-chinese': () => erasing(undefined, { ...person, given_name: '麗華', family_name: '溫' }),
  'erasure-large': () => large(erasing()),
  'erasure-held-large': () => large(erasing(held)),
};
