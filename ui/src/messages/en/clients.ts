import type { ClientInput } from '../../ipc/bindings';
import { counted, named } from '../language';
import { isolate } from '../isolate';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');

const fields: Record<keyof ClientInput, string> = {
  given_name: 'Given name',
  family_name: 'Family name',
  preferred_name: 'Preferred name',
  pronouns: 'Pronouns',
  birth_date: 'Birth date',
  sex: 'Sex',
  gender: 'Gender',
  phones: 'Phone',
  emails: 'Email',
  addresses: 'Address',
  language: 'Language',
  occupation: 'Occupation',
  relations: 'People around them',
  gp_name: 'Family doctor (GP)',
  gp_phone: 'Phone of the doctor',
  gp_address: 'Address of the doctor',
  referrer: 'Referred by',
  funds: 'Health funds',
  tags: 'Tags',
  custom: 'Custom fields',
  status: 'Status',
  status_since: 'Since',
  notes: 'Notes',
  responsible: 'Practitioner',
};

/** The same fields inside a sentence. */
const said: Record<keyof ClientInput, string> = {
  given_name: 'given name',
  family_name: 'family name',
  preferred_name: 'preferred name',
  pronouns: 'pronouns',
  birth_date: 'birth date',
  sex: 'sex',
  gender: 'gender',
  phones: 'phone',
  emails: 'email',
  addresses: 'address',
  language: 'language',
  occupation: 'occupation',
  relations: 'people around them',
  gp_name: 'family doctor',
  gp_phone: 'phone of the doctor',
  gp_address: 'address of the doctor',
  referrer: 'who referred them',
  funds: 'health funds',
  tags: 'tags',
  custom: 'custom fields',
  status: 'status',
  status_since: 'since when',
  notes: 'notes',
  responsible: 'practitioner',
};

/** The fields as earlier versions of the program called them; changes of then stay in the timeline. */
const saidEarlier: Record<string, string> = {
  email: 'email',
  address: 'address',
  emergency_name: 'emergency contact',
  emergency_phone: 'phone of the emergency contact',
  emergency_relation: 'relation of the emergency contact',
};

export const clients = {
  title: (word: Word) => people[word].Many,
  count: (count: number) => plural(count, { other: '#' }),
  found: (count: number, word: Word) =>
    plural(count, { one: `1 ${people[word].one} found`, other: `# ${people[word].many} found` }),
  register: (word: Word) => `Register a ${people[word].one}`,
  search: 'Name, phone, email or birth date',
  list: (word: Word) => people[word].Many,
  none: (word: Word) => `No ${people[word].many} yet`,
  noneHint: 'A name is enough to begin. Everything else can follow when it is known.',
  notFound: (text: string) => `Nobody found for “${isolate(text)}”`,
  notFoundHint: 'Try fewer letters, a phone number or a birth date.',
  registerNamed: (text: string) => `Register ${isolate(text)}`,
  registerWith: (text: string) => `Register someone with ${text}`,
  failed: 'The list cannot be shown.',
  gone: (word: Word) => `This ${people[word].one} is no longer here`,
  back: (word: Word) => `All ${people[word].many}`,

  age: (age: number) => `${age}`,
  years: (age: number) => plural(age, { one: '1 year old', other: '# years old' }),
  born: (date: string) => `born ${date}`,
  number: (number: number, word: Word) => `${people[word].one} ${String(number).padStart(4, '0')}`,
  called: (name: string) => `“${name}”`,
  minor: 'Minor',
  noContact: 'No phone or email',
  bornOn: 'Born',
  registeredOn: 'Registered',

  fields,
  groups: {
    name: 'Name',
    contact: 'Contact',
    people: 'People around them',
    care: 'Care elsewhere',
    notes: 'Notes',
    custom: 'Also asked here',
    practice: 'In the practice',
  },
  form: (word: Word) => `Details of the ${people[word].one}`,
  enough: 'A given or a family name is enough.',
  responsibleHint: (word: Word) => `Who answers for this ${people[word].one}.`,
  wholePractice: 'The whole practice',
  notesLabel: 'What to remember',
  notesHint: 'For the practice. Never printed on sheets.',

  registerNow: 'Register',
  registerDone: (name: string) => `${isolate(name)} is registered.`,
  startEmpty: 'Start empty',
  resumed: (name: string, time: string) =>
    name
      ? `Continuing with ${isolate(name)}. Last typed ${time}`
      : `Continuing with what you began. Last typed ${time}`,
  throwAway: 'Throw away',
  thrownAway: 'What was typed is thrown away.',

  twins: {
    title: 'Is this someone you know already?',
    intro: (count: number, word: Word) =>
      plural(count, {
        one: `One ${people[word].one} here is very like the one you are registering.`,
        other: `# ${people[word].many} here are very like the one you are registering.`,
      }),
    typed: 'Being registered',
    known: (number: number, word: Word) => `${people[word].One} ${String(number).padStart(4, '0')}`,
    name: 'Name',
    field: 'Detail',
    differs: 'differs',
    unknown: 'not known',
    open: 'Open this one',
    openNamed: (name: string, number: number) => `Open this one: ${name}, number ${number}`,
    another: 'This is another person: register',
    goBack: 'Go back',
  },

  tabs: { label: 'Parts of this record', overview: 'Overview', details: 'Details', unsaved: 'not saved' },
  giveSheet: 'Give a sheet',
  menu: {
    label: (name: string) => `What to do with ${isolate(name)}`,
    open: 'Open',
    waits: 'Put on the waiting list…',
    copyPhone: 'Copy phone',
    copyEmail: 'Copy email',
  },
  timeline: {
    title: 'Timeline',
    show: 'What is shown',
    kinds: {
      all: 'Everything',
      visits: 'Visits',
      calls: 'Calls and messages',
      sheets: 'Sheets',
      files: 'Files',
      record: 'Record',
    },
    none: 'Nothing of this kind yet.',
    today: 'Today',
    registered: 'Registered',
    changed: 'Details changed',
    changedFields: (names: string[]) =>
      named(
        'en',
        names.map((name) => ({ ...saidEarlier, ...said })[name] ?? name.replaceAll('_', ' ')),
      ),
    fileAdded: 'File added:',
    given: (title: string) => `Sheet given: ${isolate(title)}`,
    how: (version: number, size: number, paper: string) => `Version ${version} · ${size} pt · ${paper}`,
    pages: (pages: number) => plural(pages, { one: '1 page', other: '# pages' }),
    kept: 'Kept exactly as given.',
    openPdf: 'Open PDF',
    saveCopy: 'Save copy',
    menu: (day: string) => `What to do with the entry of ${day}`,
    by: (name: string) => `by ${name}`,
    note: (date: string) => `Note of ${date}`,
    signedBy: (name: string, time: string) => `Signed by ${isolate(name)}, ${time}`,
    addenda: (count: number) => plural(count, { one: '1 addendum', other: '# addenda' }),
    left: 'Note left unsigned',
    leftBy: (name: string) => `Author left, unsigned: ${isolate(name)}`,
  },
  rail: {
    label: 'Contact',
    contact: 'Contact',
    responsible: 'Practitioner',
    notes: 'Notes',
    none: 'Nothing known yet.',
  },

  edit: {
    kept: (time: string) => `Not in the record yet. Draft saved ${time}`,
    unsaved: 'Not in the record yet.',
    unchanged: (moment: string, name: string) => `Last changed ${moment} by ${name}`,
    save: 'Save changes',
    saved: 'Details changed.',
    putBack: 'The earlier details are back.',
    throwAway: 'Throw away changes',
    continue: 'Continue',
    waiting: (time: string) => `Changes to these details are not saved yet. Last typed ${time}`,
    stale: (name: string, moment: string) =>
      `${name} changed this record on ${moment}, while you were typing. Choose what to keep; nothing is lost until you save.`,
  },

  picker: {
    label: 'Give to',
    search: (word: Word) => `Find a ${people[word].one}`,
    none: (text: string) => `Nobody found for “${text}”.`,
  },
};
