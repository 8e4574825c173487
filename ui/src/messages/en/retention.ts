import type { CountedFrom, RetentionRule } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted } from '../language';

const plural = counted('en');
const years = (count: number) => plural(count, { one: '1 year', other: '# years' });
const countedFrom: Record<CountedFrom, string> = { last_entry: 'last entry', last_visit: 'last visit' };

/** What a rule says, apart from its name. */
type Says = Pick<RetentionRule, 'years' | 'child_until' | 'counted_from'>;

/** How long records are kept. */
export const retention = {
  years,
  title: 'How long records are kept',
  hint: 'Nothing is ever erased by itself.',
  intro:
    'These rules are a starting point, and laws change. Look up the law that holds for you and save the rule as you found it. The practice answers for it.',
  ownerOnly: 'Only the owner of the practice chooses a rule or changes one.',
  failed: 'The rules cannot be shown.',

  rules: {
    label: 'The rule this practice goes by',
    none: 'No rule yet',
    noneWhat: 'Without a rule nothing is due, and nothing that is written in a record can be erased.',
    inForce: 'This practice goes by it',
    says: (rule: Says) =>
      `${years(rule.years)} after the ${countedFrom[rule.counted_from]}${
        rule.child_until === null ? '' : `; children until they are ${rule.child_until}, whichever is longer`
      }`,
    unchecked: 'Not checked yet',
    uncheckedByYou: 'Not checked by you yet',
    checked: (day: string, by: string) => `Checked ${day} by ${isolate(by)}`,
    of: (name: string) => `What to do with the rule ${isolate(name)}`,
    add: 'Add a rule…',
    edit: 'Edit…',
    remove: 'Remove',
    goesBy: (name: string) => `The practice goes by “${isolate(name)}”.`,
    goesByNone: 'The practice goes by no rule.',
    saved: (name: string) => `The rule “${isolate(name)}” is saved.`,
    removed: (name: string) => `The rule “${isolate(name)}” is removed.`,
    removedInForce: (name: string) =>
      `The rule “${isolate(name)}” is removed, and the practice goes by no rule.`,
    putBack: (name: string) => `The rule “${isolate(name)}” is as it was.`,
  },

  form: {
    addTitle: 'Add a rule',
    editTitle: 'Edit the rule',
    hint: 'Saving says that you looked it up today.',
    name: 'Name',
    nameHint: 'Whose rule it is: a state, a board, your own',
    years: 'Kept for',
    yearsUnit: 'years',
    countedFrom: 'Counted from the',
    from: countedFrom,
    children: 'Records of children are kept longer',
    childrenHint: 'Children are those who were under eighteen when their record began.',
    childUntil: 'At least until the age of',
    source: 'Where you read it',
    sourceHint: 'The law or code, its number and date',
    doubt: 'What is not certain about it',
    save: 'Save rule',
    thrownAway: 'What was typed is thrown away.',
    meanwhile: 'Somebody else changed this rule meanwhile. It says now:',
    meanwhileHint: 'Yours is still here. Save it once more to put it in place of theirs.',
    gone: 'Somebody else removed this rule meanwhile. Save yours once more to add it again.',
  },

  rail: {
    title: 'Keeping the record',
    until: (day: string) => `Kept until ${day}`,
    over: (day: string) => `The time to keep it ended on ${day}`,
    why: (rule: Pick<RetentionRule, 'name' | 'years'>, from: CountedFrom, day: string) =>
      `${isolate(rule.name)}: ${years(rule.years)} after the ${countedFrom[from]} on ${day}`,
    whyChild: ({ name, child_until }: Pick<RetentionRule, 'name' | 'child_until'>) =>
      `${isolate(name)}: records of children until they are ${child_until}`,
    ageUnknown: (age: number) =>
      `The birth date is not known. The record of a child is kept until they are ${age}, where that is longer.`,
    noRule: 'No rule is chosen, so nobody can say until when.',
    chooseRule: 'Choose a rule',
    nothingWritten: 'Nothing is written in it that has to be kept.',
  },

  hold: {
    flag: 'Legal hold',
    since: (day: string, by: string) => `Legal hold since ${day} by ${isolate(by)}`,
    lift: 'Lift',
    liftNamed: (day: string) => `Lift the legal hold of ${day}`,
    lifted: (name: string) => `The legal hold on the record of ${isolate(name)} is lifted.`,
    action: 'Hold this record…',
    another: 'Hold for another reason…',
    title: 'Hold this record',
    intro:
      'For a complaint, a claim or an investigation. As long as the record is held, nothing of it is erased, whatever the rule says.',
    reason: 'Why it is held',
    reasonHint: 'Only the owner reads this.',
    save: 'Hold record',
    held: (name: string) => `The record of ${isolate(name)} is held.`,
    thrownAway: 'What was typed is thrown away.',
  },
};
