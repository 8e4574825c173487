import type { InUse, RecordPlace } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted, named } from '../language';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');

const why: Record<InUse, string> = {
  booked: 'a booking is still to come',
  waiting: 'they are on the waiting list',
  follow_up: 'something is to be followed up',
  being_written: 'details, a note or something else about them is not finished, maybe by somebody else',
  held: 'the record is held',
  written: 'something is written in it',
};

/** Records that nobody works with. */
export const putAway = {
  places: {
    archive: 'Archived',
    trash: 'In the trash',
    kept: 'Kept for the law alone',
  } satisfies Record<RecordPlace, string>,

  title: 'Archive',
  list: 'Which records',
  lists: { archive: 'Archived', trash: 'Trash', due: 'Need not be kept', kept: 'Kept by law' },
  hidden: 'While secure search is on, nobody is listed here.',
  failed: 'This cannot be shown.',
  count: (count: number) => plural(count, { one: '1 record', other: '# records' }),
  about: {
    archive:
      'Their treatment is over, and the record is kept whole. A search still finds it, and it comes back into use as soon as anybody works with it.',
    trash: 'Made by mistake, with nothing in it that has to be kept. Nothing here is erased by itself.',
    kept: 'Erased in part: what is left is kept because the law wants it. Only owners see it.',
  } satisfies Record<RecordPlace, string>,
  empty: {
    archive: 'Nothing is archived',
    trash: 'The trash is empty',
    kept: 'Nothing is kept for the law alone',
  } satisfies Record<RecordPlace, string>,
  emptyHint: {
    archive: (word: Word) =>
      `When a treatment is over, the record can be archived: from the record itself, or for several ${people[word].many} at once with “Choose” in the list.`,
    trash: () => 'A record that was made by mistake can be moved here from the record itself.',
    kept: () =>
      'A record comes here when somebody is erased before the time is over for which it has to be kept.',
  } satisfies Record<RecordPlace, (word: Word) => string>,
  most: (shown: number, total: number) =>
    `The ${shown} that were put here last are shown, of ${plural(total, { other: '#' })}.`,
  since: {
    archive: (day: string, by: string) => `archived ${day} by ${isolate(by)}`,
    trash: (day: string, by: string) => `put here ${day} by ${isolate(by)}`,
    kept: (day: string, by: string) => `erased in part ${day} by ${isolate(by)}`,
  } satisfies Record<RecordPlace, (day: string, by: string) => string>,

  /** Above the record itself. */
  said: {
    archive: (day: string, by: string) =>
      `Archived on ${day} by ${isolate(by)}. It comes back into use as soon as anybody works with it.`,
    trash: (day: string, by: string) =>
      `In the trash since ${day}, put there by ${isolate(by)}. It is found nowhere else; restore it to work with it.`,
    kept: (day: string, by: string) =>
      `Kept for the law alone since ${day}, when ${isolate(by)} erased the rest. Nobody works with it.`,
  } satisfies Record<RecordPlace, (day: string, by: string) => string>,

  archive: 'Archive',
  toTrash: 'Move to trash',
  erase: 'Erase…',
  eraseRecord: 'Erase record…',
  eraseNamed: (name: string) => `Erase… ${isolate(name)}`,
  takeOut: { archive: 'Take out', trash: 'Restore', kept: 'Take up again' } satisfies Record<
    RecordPlace,
    string
  >,
  takeOutLong: {
    archive: 'Take out of the archive',
    trash: 'Restore from the trash',
    kept: 'Take up again',
  } satisfies Record<RecordPlace, string>,
  takeOutNamed: {
    archive: (name: string) => `Take out: ${isolate(name)}`,
    trash: (name: string) => `Restore: ${isolate(name)}`,
    kept: (name: string) => `Take up again: ${isolate(name)}`,
  } satisfies Record<RecordPlace, (name: string) => string>,

  done: {
    archive: (name: string) => `${isolate(name)} is archived.`,
    trash: (name: string) => `${isolate(name)} is in the trash.`,
  },
  archivedMany: (count: number, word: Word) =>
    plural(count, {
      one: `1 ${people[word].one} is archived.`,
      other: `# ${people[word].many} are archived.`,
    }),
  already: 'Nobody had to be put away.',
  takenOut: (name: string) => `${isolate(name)} is back in use.`,
  undone: {
    use: (count: number) =>
      plural(count, { one: 'The record is back in use.', other: '# records are back in use.' }),
    archive: () => 'The record is in the archive again.',
    trash: () => 'The record is in the trash again.',
  },

  stays: {
    title: (count: number, word: Word) =>
      plural(count, {
        one: `1 ${people[word].one} was not archived`,
        other: `# ${people[word].many} were not archived`,
      }),
    titleTrash: 'Not moved to the trash',
    intro: 'A record is archived when nothing is left to do with it. First see to this:',
    introTrash: 'Only a record with nothing to keep and nothing left to do can go to the trash.',
    list: 'Who stays in use, and why',
    why,
    because: (reasons: InUse[]) => {
      const said = named(
        'en',
        reasons.map((reason) => why[reason]),
      );
      return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
    },
    instead: 'Archive instead',
  },

  takeUp: {
    title: 'Take this record up again?',
    gone: 'Phone, email, address and everything else that did not have to be kept is gone. Ask for it anew.',
    back: 'The record is in the lists again, and everybody who may see it can work with it again.',
    forGood: 'What was erased does not come back, and this cannot be undone.',
    action: 'Take up again',
  },

  due: {
    list: 'Records whose time is over',
    none: 'No record’s time is over',
    noneHint: 'A record is listed here on the day after the last one on which it has to be kept.',
    noRule: 'No rule is chosen',
    noRuleHint:
      'How long records have to be kept differs from place to place. Once the rule that holds for you is chosen, the records whose time is over are listed here.',
    choose: 'Choose the rule',
    rule: (name: string, years: string) => `By the rule “${isolate(name)}”: ${years}`,
    counted: {
      last_entry: (years: string) => `${years} after the last entry`,
      last_visit: (years: string) => `${years} after the last visit`,
    },
    children: (age: number) => `, and of children at least until they are ${age}`,
    change: 'Change the rule',
    byItself: 'Nothing is erased by itself.',
    look: 'Look at each record before you erase it.',
    total: (count: number) => plural(count, { one: '1 record is due.', other: '# records are due.' }),
    held: (count: number) =>
      plural(count, {
        one: '1 more would be due, and is held.',
        other: '# more would be due, and are held.',
      }),
    most: (shown: number) => `The ${shown} that have been due longest are shown; the others follow.`,
    lastEntry: (day: string) => `last entry ${day}`,
    until: (day: string) => `had to be kept until ${day}`,
    ageUnknown: 'The birth date is not known. If this was a child, the record may have to be kept longer.',
  },
};
