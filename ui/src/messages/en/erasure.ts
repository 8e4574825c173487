import type { AskedBy, CountedFrom, InUse } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted, named } from '../language';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');
const years = (count: number) => plural(count, { one: '1 year', other: '# years' });
const source = (text: string) => (text ? ` (${isolate(text)})` : '');

/** Erasing a record. */
export const erasure = {
  title: 'Erase record',
  form: 'Erase a record',
  failed: 'What would become of this record cannot be shown.',
  ownersOnly: 'Only an owner of the practice erases records. Ask one of them.',
  changed: 'Something changed meanwhile, and nothing was erased. Look at it once more.',
  guardians: (names: string[]) =>
    plural(names.length, {
      one: `${named('en', names.map(isolate))} answers for them.`,
      other: `${named('en', names.map(isolate))} answer for them.`,
    }),
  noGuardian: 'The record names nobody who answers for them.',

  held: {
    title: 'This record is held, and nothing of it can be erased',
    since: (on: string, by: string) => `since ${on}, by ${isolate(by)}`,
    what: 'The hold has to be lifted first. A letter that says so can be made all the same.',
  },
  unfinished: {
    title: 'Before this record can be erased',
    left: {
      booked: 'They are booked: cancel what is to come.',
      waiting: 'They wait for a time: take them off the waiting list.',
      follow_up: 'Something has to be followed up: do it, or say that it is done.',
      being_written: 'Something about them is being written: finish it, or throw it away.',
      held: 'The record is held.',
      written: 'Something is written in the record.',
    } satisfies Record<InUse, string>,
    open: 'Open the record',
  },
  noRule: {
    title: 'No rule says how long records are kept here',
    what: 'Without one nobody can say what has to stay, so nothing is erased. Choose one in the settings.',
    open: 'Open the settings',
  },
  ageUnknown: 'The birth date is not known. If they were a child, the record has to be kept longer.',
  onlyKept: 'This record was erased in part before.',

  whole: {
    title: 'Nothing has to be kept',
    over: (until: string) => `The record had to be kept until ${until}, and that day is over.`,
    empty: 'Nothing is written in it apart from the details.',
    what: 'All of it goes: details, bookings, health history, notes, messages, sheets that were given, and whatever else is in it.',
  },
  part: {
    title: 'A part has to be kept',
    erased: 'Erased now',
    goes: [
      'Phone numbers, email addresses, occupation, language, and other details that need not be kept',
      'The people named in the record, except for whoever may sign',
      'Reminders, invitations, places on the waiting list, and notes of calls about them',
      'Bookings that did not take place, and what was written beside the others',
      'Messages and notes that are not about treatment',
    ],
    until: (day: string) => `Kept until ${day}`,
    why: {
      last_entry: 'the last entry',
      last_visit: 'the last visit',
    } satisfies Record<CountedFrom, string>,
    because: (count: number, from: string, on: string | null) =>
      `because records of treatment are kept for ${years(count)} after ${from}${on === null ? '' : `, on ${on}`}`,
    child: (age: number) => `, and those of a child at least until they are ${age}`,
    rule: (name: string, read: string) => `: ${isolate(name)}${source(read)}.`,
    doubt: (text: string) => `Not certain about this rule: ${isolate(text)}`,
    who: 'Name, birth date, sex, address and number, and who may sign for them',
    notes: (count: number) => plural(count, { one: '1 signed note', other: '# signed notes' }),
    unsigned: (count: number) =>
      plural(count, { one: '1 note that was left unsigned', other: '# notes that were left unsigned' }),
    visits: (count: number) => plural(count, { one: 'The date of 1 visit', other: 'The dates of # visits' }),
    health: 'The health history',
    alerts: (count: number) =>
      plural(count, { one: '1 warning for treatment', other: '# warnings for treatment' }),
    correspondence: (count: number) =>
      plural(count, {
        one: '1 entry about treatment, by phone or in writing',
        other: '# entries about treatment, by phone or in writing',
      }),
    files: (count: number) =>
      plural(count, { one: '1 file about treatment', other: '# files about treatment' }),
    sheets: (count: number) =>
      plural(count, { one: '1 sheet as it was given', other: '# sheets as they were given' }),
    locked: 'Until then only an owner can open it. After that day the rest can be erased as well.',
    nothingMore: 'Whatever need not be kept is erased already.',
  },
  stays: {
    title: 'What to know before',
    forever: 'Erasing cannot be undone.',
    copies:
      'Safety copies made before today still hold it. They are replaced one after the other, within about half a year of daily work.',
    log: 'A log stays that says that it was erased, when and by whom; of signed notes the seal stays. Neither says what the record said.',
    namedBy: (count: number) =>
      plural(count, {
        one: 'In the record of 1 other they are named; what that says stays.',
        other: 'In the records of # others they are named; what those say stays.',
      }),
  },

  asked: {
    title: 'Who asked for it',
    by: {
      client: (word: Word) => ({
        title: `The ${people[word].one}`,
        what: 'They asked themselves, in person or in writing.',
      }),
      somebody_else: () => ({
        title: 'Somebody for them',
        what: 'A parent, a guardian, or whoever may ask in their name.',
      }),
      nobody: () => ({ title: 'Nobody', what: 'The time is over, or the record was made by mistake.' }),
    } satisfies Record<AskedBy, (word: Word) => { title: string; what: string }>,
    on: 'Day on which they asked',
  },
  letter: {
    title: 'The letter',
    tells: {
      today:
        'It says what is erased today, what is kept, why, and until when. Make it on the day on which you erase.',
      held: 'It says that nothing is erased for now, and why.',
      kept: 'It says what was erased then, and what is kept, why, and until when.',
    },
    unfold: 'Write a letter all the same',
    to: 'To',
    toHint: 'Name and address, line by line.',
    save: 'Save letter…',
    print: 'Print letter',
    printed: 'Letter about the record',
    missing: {
      on: 'The letter stands here as soon as you say on which day they asked.',
      to: 'The letter stands here as soon as you say to whom it goes.',
    },
    unread: (field: string, sentence: string) => `${field}: ${sentence}`,
    failed: 'The letter cannot be shown.',
  },

  erase: 'Erase…',
  hindered: 'First see to what stands above.',
  ask: {
    whole: {
      title: 'Erase the whole record?',
      what: 'Everything in it is erased for good: details, bookings, health history, notes, messages and sheets that were given. This cannot be undone.',
      noLetter: 'No letter has been saved or printed yet. Afterwards it cannot be made any more.',
    },
    part: {
      title: 'Erase what need not be kept?',
      what: (until: string) =>
        `Phone and email, the people around them, invitations and everything else that need not be kept are erased for good, which cannot be undone. What was written in treatment is kept until ${until}.`,
      noLetter:
        'No letter has been saved or printed yet. It can still be made afterwards, but their phone and email are gone then.',
    },
    action: 'Erase for good',
    working: 'Erasing the record',
  },
  done: {
    whole: 'The record is erased.',
    part: 'What need not be kept is erased.',
  },
};
