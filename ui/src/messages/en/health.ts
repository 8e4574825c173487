// What is known of somebody's health.
import type { HealthFlagKind, HealthSection, PregnancyState } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted, named } from '../language';

const plural = counted('en');

const parts = {
  flags: 'Precautions',
  pregnancy: 'Pregnancy',
  allergies: 'Allergies',
  medicines: 'Medicines',
  conditions: 'Conditions',
  surgeries: 'Surgeries',
  fertility: 'Fertility',
  sport: 'Sport',
  other: 'Anything else',
};

/** The same parts inside a sentence. */
const said: Record<string, string> = {
  flags: 'precautions',
  pregnancy: 'pregnancy',
  allergies: 'allergies',
  medicines: 'medicines',
  conditions: 'conditions',
  surgeries: 'surgeries',
  fertility: 'fertility',
  sport: 'sport',
  other: 'anything else',
};

export const health = {
  title: 'Health history',
  parts,

  // Reading it.
  notYet: 'No health history yet',
  notYetHint: 'Precautions, allergies, medicines: what is unsafe then stands beside the name.',
  take: 'Take the history',
  change: 'Change',
  none: 'None',
  notAsked: 'Not asked',
  reviewed: (day: string, by: string) => `Reviewed ${day} by ${isolate(by)}`,
  reviewedOn: (day: string) => `reviewed ${day}`,
  never: 'Not reviewed yet',
  neverShort: 'not reviewed yet',
  saved: (day: string, by: string) => `Last changed ${day} by ${isolate(by)}`,
  unchanged: 'Unchanged today',
  unchangedSaid: 'Reviewed today: unchanged.',
  since: (when: string) => `since ${when}`,
  until: (when: string) => `until ${when}`,
  fromTo: (since: string, until: string) => `${since} to ${until}`,
  open: 'Open',
  openAll: 'The whole health history',

  // As it was.
  earlier: 'As it was on…',
  earlierDay: 'As it was at the end of',
  earlierShow: 'Show',
  earlierTitle: (day: string) => `As it was at the end of ${day}`,
  earlierNone: (day: string) => `There was no health history by the end of ${day}.`,
  backToNow: 'Back to today',
  besideTitle: (card: string) => `What ${card} said then, which is part of this record now`,
  savings: 'It was saved on',

  // Writing it.
  form: (who: string) => `Health history of ${isolate(who)}`,
  save: 'Save',
  throwAway: 'Throw away changes',
  thrownAway: 'The changes are thrown away.',
  keptSaid: 'The health history is saved.',
  went: 'Reviewed all of it together today',
  kept: (time: string) => `Not in the record yet. Draft saved ${time}`,
  unsaved: 'Not in the record yet.',
  nothingTyped: 'Nothing is changed yet.',
  goBack: 'Go back',
  waiting: 'Changes to the health history are not saved yet.',
  continue: 'Continue',
  stale: (name: string, day: string) =>
    `${isolate(name)} saved this history on ${day}, while you were typing. Choose what to keep; nothing is lost until you save.`,

  sinceLabel: 'Since',
  untilLabel: 'Until',
  whenLabel: 'When',
  whenHint: 'A year, a month or a day: 2019, March 2019, 5 March 2019',
  whenUnreadable: 'This cannot be read. Try 2019, March 2019 or 5 March 2019.',
  noteLabel: 'Note',
  lines: {
    conditions: {
      what: 'Condition',
      detail: null,
      add: 'Add a condition',
      none: 'No conditions',
    },
    surgeries: { what: 'Surgery', detail: null, add: 'Add a surgery', none: 'No surgeries' },
    medicines: { what: 'Medicine', detail: 'Dose', add: 'Add a medicine', none: 'Takes no medicines' },
    allergies: { what: 'Allergic to', detail: 'Reaction', add: 'Add an allergy', none: 'No known allergies' },
  } satisfies Record<HealthSection, { what: string; detail: string | null; add: string; none: string }>,
  /** Names a line of a list for whoever hears it. */
  line: (what: string, nth: number) => `${what} ${nth}`,
  remove: (what: string) => `Remove ${what}`,
  removed: (what: string) => `${isolate(what)} is removed.`,

  flagsHint: 'Stands beside the name for those who treat. The desk sees a sign without words.',
  flags: {
    anticoagulant: 'Anticoagulant',
    implant: 'Pacemaker or implant',
    bleeding_disorder: 'Bleeding disorder',
    immunosuppression: 'Immunosuppression',
    epilepsy: 'Epilepsy',
    fainting: 'Faints at needles',
    metal_allergy: 'Metal allergy',
    diabetes_or_neuropathy: 'Diabetes or neuropathy',
    lymphoedema: 'Lymphoedema',
  } satisfies Record<HealthFlagKind, string>,
  flagNote: {
    anticoagulant: 'Which',
    implant: 'Which, and where',
    bleeding_disorder: 'Which',
    immunosuppression: 'From what',
    epilepsy: 'How well controlled',
    fainting: 'What helps',
    metal_allergy: 'Which metal',
    diabetes_or_neuropathy: 'Where',
    lymphoedema: 'Which limb',
  } satisfies Record<HealthFlagKind, string>,

  pregnancyState: 'How it stands',
  nothingSaid: 'Nothing to note',
  states: {
    trying: 'Trying to conceive',
    could_be: 'Could be pregnant',
    pregnant: 'Pregnant',
    ended: 'Ended',
    postpartum: 'Postpartum',
    breastfeeding: 'Breastfeeding',
  } satisfies Record<PregnancyState, string>,
  due: 'Due date',
  weeksToday: 'Or weeks today',
  weeksHint: 'Such as 12 or 12+3',
  weeksUnreadable: 'Weeks, or weeks and days, such as 12+3; at most 44 weeks.',
  weeks: (weeks: number, days: number) =>
    days === 0
      ? plural(weeks, { one: '1 week', other: '# weeks' })
      : `${plural(weeks, { one: '1 week', other: '# weeks' })} and ${plural(days, { one: '1 day', other: '# days' })}`,
  pregnantFor: (weeks: string) => `Pregnant, ${weeks}`,
  dueOn: (day: string) => `due ${day}`,
  wasDue: (day: string) => `was due ${day}`,
  ask: (day: string) => `The due date, ${day}, has passed. How does it stand?`,
  anotherDate: 'Another due date',
  sayPostpartum: 'Postpartum',
  sayEnded: 'It has ended',
  stateSaid: 'Noted.',

  addFertility: 'Add lines for fertility',
  cycleBegan: 'First day of this cycle',
  cycleDay: (day: number) => `day ${day}`,
  cycle: (day: string) => `cycle began ${day}`,
  transfer: 'Embryo transfer',
  transferOn: (day: string) => `embryo transfer ${day}`,
  fertilityMedicines: 'Medicines for it',
  addSport: 'Add lines for sport',
  event: 'Next event',
  eventDay: 'On',
  antiDoping: 'Is tested for doping',
  antiDopingHint: 'What is given must be allowed.',
  sportNote: 'Which rules, whom to ask',
  otherLabel: 'Sleep, diet, family, whatever was said',

  more: (count: number) => `${count} more`,
  allergies: (names: string[]) => `${names.length === 1 ? 'Allergy' : 'Allergies'}: ${names.join(', ')}`,
  reaction: (to: string, reaction: string) => `${to} (${reaction})`,

  // In the timeline.
  changed: 'Health history changed',
  changedParts: (names: string[]) =>
    named(
      'en',
      names.map((name) => said[name] ?? name),
    ),
  wasUnchanged: 'Health history reviewed: unchanged',
};
