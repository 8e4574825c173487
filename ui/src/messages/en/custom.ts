import type { CustomKind } from '../../ipc/bindings';
import { counted } from '../language';
import { isolate } from '../isolate';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');

const kinds: Record<CustomKind, string> = {
  line: 'A line of text',
  lines: 'Several lines of text',
  date: 'A date',
  choice: 'One of some words',
  yes_no: 'Yes or no',
};

/** Fields that a practice asks beside those of every record. */
export const custom = {
  nothing: '–',
  answers: { yes: 'Yes', no: 'No' },
  notAsked: 'Not asked any more.',

  label: 'Custom fields',
  hint: (word: Word) =>
    `What your practice asks beside that: a way to the house, a school, a number of another system. It stands in the details of every ${people[word].one}.`,
  kinds,
  of: (name: string) => `What to do with the field ${isolate(name)}`,
  used: (count: number, word: Word) =>
    plural(count, { one: `in 1 ${people[word].one}’s record`, other: `in # ${people[word].many}’ records` }),
  add: 'Add a field…',
  addTitle: 'A field of your own',
  change: 'Change…',
  changeTitle: 'Change the field',
  up: 'Move up',
  down: 'Move down',
  away: 'Do not ask any more',
  again: 'Ask again',
  former: 'Not asked any more',
  formerHint: 'What records say there stays, and can be read and changed.',
  name: 'Name of the field',
  kind: 'What is answered',
  kindFixed: 'What is answered stays as it is. For something else, add another field.',
  choices: 'The words, one on each line',
  choicesHint: 'What is taken out here stays in the records that say it.',
  tooMany: 'There are 40 fields already. Stop asking one of them first.',
  save: 'Save field',
  saved: (name: string) => `The field “${isolate(name)}” is saved.`,
  gone: (name: string) => `The field “${isolate(name)}” is not asked any more.`,
  back: (name: string) => `The field “${isolate(name)}” is asked again.`,
  asBefore: 'The fields are as before.',
  changedSince: 'The fields were changed since, and stay as they are.',
};
