import type { Ages, ClientColumn } from '../../ipc/bindings';
import { counted } from '../language';
import { isolate } from '../isolate';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');

const ages: Record<Ages, string> = { every: 'Every age', minors: 'Under 18', adults: '18 or more' };
const columns: Record<ClientColumn, string> = {
  name: 'Name',
  born: 'Birth date',
  number: 'Number',
  registered: 'Registered',
};

/** Filters, orders and saved lists of clients. */
export const finding = {
  filter: 'Filter',
  filterBy: (count: number) => (count === 0 ? 'Filter' : `Filter: ${count} chosen`),
  filterTitle: (word: Word) => `Which ${people[word].many} to show`,
  status: 'Status',
  tags: 'Tags',
  anyTag: 'Anybody with one of these.',
  practitioner: 'Practitioner',
  anyPractitioner: 'Whoever it is',
  age: 'Age',
  ages,
  birthMonth: 'Born in',
  anyMonth: 'Any month',
  bornIn: (month: string) => `Born in ${month}`,
  showAll: 'Show everybody',
  without: (label: string) => `Show without: ${label}`,

  sortBy: 'Sort by',
  columns,
  ways: { up: 'ascending', down: 'descending' },

  near: 'similar',
  nobodyQuite: (text: string) => `Nobody quite fits “${isolate(text)}”. These are similar.`,
  foundNear: (found: string, near: number) =>
    plural(near, { one: `${found}, 1 of them only similar`, other: `${found}, # of them only similar` }),
  nobodyHere: (word: Word) => `No ${people[word].many} in this list`,
  nobodyHereHint: 'Nobody fits everything that was chosen.',
  notInList: (text: string) => `Nobody in this list fits “${isolate(text)}”`,
  searchEverybody: 'Search everybody',

  lists: 'Saved lists',
  unsaved: 'Lists',
  changed: (name: string) => `${isolate(name)} (changed)`,
  shownNow: (name: string) => `${isolate(name)} (shown now)`,
  save: 'Save as a list…',
  saveTitle: 'Save this list',
  saveHint: 'Only you see your lists. They always show whoever fits on the day.',
  name: 'Name of the list',
  saveAction: 'Save list',
  saved: (name: string) => `The list “${isolate(name)}” is saved.`,
  change: (name: string) => `Save the change to “${isolate(name)}”`,
  remove: (name: string) => `Remove the list “${isolate(name)}”`,
  removed: (name: string) => `The list “${isolate(name)}” is removed.`,
  putBack: (name: string) => `The list “${isolate(name)}” is back.`,

  secure: {
    title: 'Type until one is left',
    fit: (count: number, word: Word) =>
      plural(count, {
        one: `1 ${people[word].one} fits so far.`,
        other: `# ${people[word].many} fit so far.`,
      }),
    why: 'On this machine a search shows nobody before that. The settings of this machine change it.',
    none: 'Type until one is left: this machine shows nobody before that.',
  },
};
