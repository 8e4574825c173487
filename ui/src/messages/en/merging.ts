import type { Alike, UnmergeHindrance } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted, named } from '../language';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');
const card = (number: number) => `no. ${String(number).padStart(4, '0')}`;

/** Two records of one person: who is likely here twice, and the two made one. */
export const merging = {
  report: {
    title: 'Registered twice?',
    list: 'Likely twins',
    count: (count: number) => plural(count, { one: '1 pair', other: '# pairs' }),
    most: (shown: number) => `The first ${shown} are shown; the others follow once these are sorted out.`,
    none: (word: Word) => `No ${people[word].one} seems to be here twice`,
    noneHint:
      'Compared are names, birth dates, phones and emails. Families that share a phone are not taken for one person.',
    hidden: 'While secure search is on, nobody is listed here.',
    failed: 'This cannot be shown.',
    alike: {
      name: 'same name',
      family_name: 'same family name',
      called_alike: 'called the same',
      birth_date: 'same birth date',
      birth_date_slipped: 'birth dates that differ by a slip',
      contact: 'same phone or email',
    } satisfies Record<Alike, string>,
    sharing: (what: string[]) => {
      const said = named('en', what);
      return said.charAt(0).toUpperCase() + said.slice(1);
    },
    compare: 'Compare',
    compareNamed: (one: string, other: string) => `Compare ${isolate(one)} and ${isolate(other)}`,
    apart: 'They are two people',
    apartNamed: (one: string, other: string) => `They are two people: ${isolate(one)} and ${isolate(other)}`,
    toldApart: (one: string, other: string) =>
      `${isolate(one)} and ${isolate(other)} are kept as two people.`,
    takenBack: 'They are in the list again.',
    apartList: 'Kept as two people',
    keptApart: (count: number) =>
      plural(count, { one: '1 pair is kept as two people', other: '# pairs are kept as two people' }),
    openAgain: 'Ask again',
    openAgainNamed: (one: string, other: string) => `Ask again about ${isolate(one)} and ${isolate(other)}`,
  },

  card,
  find: {
    action: 'Merge with another record…',
    title: 'Another record of the same person',
    label: 'The other record',
    hint: 'Both are shown beside each other before anything changes.',
    same: 'This is the same record. Choose the other one.',
  },

  title: 'One person, two records',
  intro:
    'Choose what the one record says. Everything else that belongs to either goes along. It can be undone until the details or the health history are changed.',
  keep: (number: number) => `Keep ${card(number)}`,
  keepLabel: 'Whose number is kept',
  alone: (labels: string[]) => `Said in one of them only, and taken over: ${named('en', labels)}`,
  nothingDiffers: 'The details of both say the same.',
  form: 'What the one record says',
  since: (day: string) => `registered ${day}`,
  attached: {
    notes: (count: number) => plural(count, { one: '1 signed note', other: '# signed notes' }),
    bookings: (count: number) => plural(count, { one: '1 booking', other: '# bookings' }),
    sheets: (count: number) => plural(count, { one: '1 sheet', other: '# sheets' }),
    correspondence: (count: number) =>
      plural(count, { one: '1 call or message', other: '# calls and messages' }),
    files: (count: number) => plural(count, { one: '1 file', other: '# files' }),
    alerts: (count: number) => plural(count, { one: '1 alert', other: '# alerts' }),
    none: 'no notes, bookings or sheets',
  },
  goesAlong: (number: number, what: string[]) =>
    what.length ? `From ${card(number)} come along: ${named('en', what)}.` : '',
  healthGoesAlong: (number: number) => `The health history of ${card(number)} comes along.`,
  sealed: 'Signed notes stay sealed as they were signed.',
  notesAtDesk: (number: number) =>
    `Signed notes of ${card(number)} come along; the desk does not see how many.`,
  neverAsked: 'not to be asked at all',
  recalls: (mine: string, one: string, theirs: string, other: string) =>
    `When they are to come again is said in both (${mine}: ${one}; ${theirs}: ${other}). What the record says that is kept holds; whoever is not to be asked in either is not asked.`,
  typing: (people: string[], number: number) =>
    people.length === 1
      ? `${isolate(people[0] ?? '')} has not finished changing ${card(number)}. Ask them to save it or throw it away first: what is being typed would be lost.`
      : `${named('en', people.map(isolate))} have not finished changing ${card(number)}. Ask them to save it or throw it away first: what is being typed would be lost.`,
  typingOneself: (number: number) =>
    `You have not finished changing ${card(number)}. Save it or throw it away first: what you typed would be lost.`,
  finish: (number: number) => `Open ${card(number)}`,
  needsTreating:
    'Both have a health history. Putting two into one is for whoever treats: ask them to do this.',
  merge: 'Make one record',
  merged: (name: string) => `${isolate(name)} is one record now.`,
  stale: 'One of the records was changed meanwhile. What you chose is still chosen; look at it once more.',
  already: 'These are one record already.',
  problem: (field: string, sentence: string) => `${field}: ${sentence}`,

  entry: (number: number, name: string) => `Merged with ${card(number)}, ${isolate(name)}`,
  undo: {
    action: 'Make two records again',
    title: 'Make two records again?',
    back: (name: string, number: number) =>
      `${isolate(name)} (${card(number)}) gets its own record back, with everything that came from it.`,
    details: 'The details here are as they were before the two became one.',
    since: 'What was written since stays here.',
    done: 'They are two records again.',
  },
  hindrance: {
    details: 'The details were changed since, so this stays one record.',
    health: 'The health history was changed or gone through since, so this stays one record.',
    part_of_another: 'This became part of another record since. Undo that first.',
    another_since: 'Another record was merged into this one since. Undo that first.',
  } satisfies Record<UnmergeHindrance, string>,
};
