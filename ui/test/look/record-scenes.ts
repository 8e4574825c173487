// Records to look at: with something in every part, of a child, of somebody who has died, and too long for everything.
import { emptyPhone, emptyRelation } from '../../src/features/clients/client-input';
import type { ClientInput, CustomField, PinView } from '../../src/ipc/bindings';
import { refuse, type Answers } from '../fake-core';
import { margaret, person } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';

export const whole: ClientInput = {
  ...margaret,
  sex: 'female',
  gender: 'woman',
  occupation: 'Midwife',
  language: 'yo',
  phones: [
    {
      ...emptyPhone('mobile'),
      number: '250-555-0138',
      allows: { voicemail: 'no', text: 'yes', clinic_name: 'unasked' },
    },
    {
      ...emptyPhone('work'),
      number: '250-555-0170 evenings',
      allows: { voicemail: 'no', text: 'no', clinic_name: 'no' },
    },
  ],
  emails: [
    { kind: 'personal', email: 'margaret.oyelaran@example.org' },
    { kind: 'work', email: 'm.oyelaran@hospital.example' },
  ],
  addresses: [
    { kind: 'home', address: '18 Linden Avenue\nVictoria BC V8V 1A1' },
    { kind: 'postal', address: 'PO Box 417\nVictoria BC' },
  ],
  relations: [
    ...margaret.relations,
    {
      ...emptyRelation(),
      name: 'Ade Oyelaran',
      relation: 'son',
      phone: '250-555-0171',
      email: 'ade@example.org',
      other: 'client-2',
      may_sign: true,
      gets_copies: true,
    },
    {
      ...emptyRelation(),
      name: 'Peter Lund',
      relation: 'former husband',
      must_not: true,
      note: 'Court order of March 2025.',
    },
  ],
  gp_name: 'Dr. Anne Roy',
  gp_phone: '250-555-0160',
  gp_address: '3 Yates Street\nVictoria BC',
  referrer: 'Dr. Roy',
  funds: [{ fund: 'Pacific Blue Cross', number: '00 417 22' }],
  tags: ['Community', 'Evening', 'Shiatsu too'],
};

function opened(client: ClientInput): Answers {
  const practice = new WorkingPractice();
  const { id } = practice.register(client);
  practice.register({ ...person, given_name: 'Ade', family_name: 'Oyelaran' });
  const view = practice.clients.get(id);
  if (view) {
    view.named_by = client === whole ? [{ id: 'client-2', name: 'Ade Oyelaran', relation: 'Mother' }] : [];
  }
  return {
    ...practice.answers(),
    clientsKnown: () => ({
      tags: ['Community', 'Fertility'],
      practices: [{ name: 'Dr. Anne Roy', phone: '250-555-0160', address: '3 Yates Street' }],
      referrers: ['Dr. Roy', 'Fern Yoga'],
      funds: ['Pacific Blue Cross'],
      languages: ['en', 'fr'],
    }),
  };
}

const child: ClientInput = {
  ...person,
  given_name: 'Beatrix',
  family_name: 'Lund',
  birth_date: '2015-02-02',
  relations: [
    {
      ...emptyRelation(),
      name: 'Ann Lund',
      relation: 'mother',
      phone: '250-555-0171',
      emergency: true,
      guardian: true,
      may_sign: true,
    },
  ],
};

const long = 'Wolfeschlegelsteinhausenbergerdorffhohenstaufen';

const asked = { choices: [], asked: true, used: 14 };
const customFields: CustomField[] = [
  { ...asked, id: 'school', name: 'School', kind: 'line' },
  { ...asked, id: 'way', name: 'Way to the house', kind: 'lines', used: 0 },
  { ...asked, id: 'until', name: 'Insured until', kind: 'date' },
  {
    ...asked,
    id: 'table',
    name: `Table, and ${long.slice(0, 40)}`,
    kind: 'choice',
    choices: ['Low', 'By the window', 'In the second room, with the lamp', '低い台'],
  },
  { ...asked, id: 'towel', name: '自己毛巾', kind: 'yes_no', used: 1 },
  { ...asked, id: 'ndis', name: 'NDIS number', kind: 'line', asked: false },
];

function custom(): Answers {
  const says: ClientInput = {
    ...whole,
    custom: [
      { field: 'school', value: 'Linden Street' },
      { field: 'way', value: 'Bus 7 to the harbour,\nthen up the steps.' },
      { field: 'until', value: '2031-03-01' },
      { field: 'table', value: 'By the window' },
      { field: 'ndis', value: '43 417 001' },
    ],
  };
  return { ...opened(says), clientsCustomFields: () => customFields };
}

const pin: PinView = {
  id: 'pin-1',
  note: 'note-1',
  from: { kind: 'subjective' },
  text: 'Faints at needles in the hand.',
  visit_date: '2026-05-12',
  signed_by: 'Ines Marlow',
  pinned_at: 0,
  pinned_by: 'Ines Marlow',
  addenda_since: 0,
  seal: 'verified',
};

const pinned = (): Answers => ({
  ...opened(whole),
  notesPins: () => [
    pin,
    {
      ...pin,
      id: 'pin-2',
      from: { kind: 'plan' },
      text: 'Once a week until June, then every second week.\nNo electro: pacemaker of the husband is not hers, asked again.\n腰痛三週，夜間較輕。',
      addenda_since: 1,
    },
    { ...pin, id: 'pin-3', from: { kind: 'addendum', id: 'a' }, text: `${long} `.repeat(11), seal: 'broken' },
    { ...pin, id: 'pin-4', text: 'تنام بشكل سيئ' },
  ],
});

export const recordScenes: Record<string, () => Answers> = {
  'record-whole': () => opened(whole),
  'record-custom': custom,
  'record-pinned': pinned,
  'record-child': () => opened(child),
  'record-died': () => opened({ ...whole, status: 'deceased', status_since: '2026-03-01' }),
  'record-long': () =>
    opened({
      ...whole,
      tags: Array.from({ length: 20 }, (_, at) => `${long.slice(0, 30)} ${at}`),
      occupation: long,
      relations: [
        { ...emptyRelation(), name: `${long} ${long}`, relation: long, email: `${long}@example.org` },
        { ...emptyRelation(), name: '歐陽小明', relation: '丈夫', emergency: true },
        { ...emptyRelation(), name: 'محمد الأنصاري', relation: 'والد', guardian: true },
      ],
      referrer: `${long} ${long}`,
      gp_name: long,
    }),
  'record-refused': () => ({
    ...opened(whole),
    clientsEdit: () =>
      refuse({
        code: 'invalid',
        fields: [
          { path: 'phones.1.number', problem: 'not_a_phone', limit: null },
          { path: 'emails.1.email', problem: 'not_an_email', limit: null },
          { path: 'relations.1.other', problem: 'unknown_value', limit: null },
          { path: 'relations.2.must_not', problem: 'contradictory', limit: null },
          { path: 'tags', problem: 'too_much', limit: 30 },
        ],
      }),
  }),
};
