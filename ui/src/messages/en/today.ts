import { isolate } from '../isolate';
import { counted } from '../language';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');

export const today = {
  find: (word: Word) => `Find a ${people[word].one}`,
  toFinish: 'To finish',
  unsigned: (count: number) => plural(count, { one: '1 unsigned note', other: '# unsigned notes' }),
  nothing: 'Nothing is waiting.',
  unfinished: {
    new_client: (label: string, word: Word) =>
      label ? `Register ${label}` : `Register a ${people[word].one}`,
    edit_client: (label: string, word: Word) => `Save the details of ${label || `a ${people[word].one}`}`,
    sheet: (label: string) => (label ? `Keep the sheet “${label}”` : 'Keep a sheet'),
    note: (label: string) => label,
    addendum: (label: string) => `Sign the addendum for ${label}`,
    booking: (label: string) => (label ? `Book ${label}` : 'Book a visit'),
    correspondence: (label: string) => `Call or message: ${label}`,
    health_history: (label: string) => `Save the health history of ${label}`,
  },
  menu: {
    label: (what: string) => `What to do with ${isolate(what)}`,
    open: 'Continue',
    throwAway: 'Throw away',
    thrownAway: 'What was typed is thrown away.',
  },
  typed: (when: string) => `Typed until ${when}`,
  given: 'Sheets given today',
  registered: 'Registered today',
  recent: (word: Word) => `${people[word].Many} you had open`,
  practice: 'In this practice',
  people: (count: number, word: Word) =>
    plural(count, { one: `1 ${people[word].one}`, other: `# ${people[word].many}` }),
  sheets: (count: number) => plural(count, { one: '1 sheet', other: '# sheets' }),
  register: (word: Word) => `Register a ${people[word].one}`,
  firstTitle: 'Your practice is ready',
  firstHint: (word: Word) =>
    `Register your first ${people[word].one}, or bring in an advice sheet you already use.`,
  firstRegister: (word: Word) => `Register your first ${people[word].one}`,
  firstSheet: 'Import a sheet',
  quiet: 'A quiet day so far',
  quietHint: (word: Word) =>
    `What you do today shows here: ${people[word].many} registered and sheets given.`,
  failed: 'Today cannot be shown.',
};
