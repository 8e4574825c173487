// The people who work here: who they are, what they may do, and how they come and go.
import type { PersonInput, Status, Role } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted, named } from '../language';
import { common } from './common';

type Word = keyof typeof common.people;

const { people: called } = common;
const plural = counted('en');

const roles: Record<Role, { name: string; does: (word: Word) => string }> = {
  owner: {
    name: 'Owner',
    does: () => 'Sees and does everything, and looks after people, keys and the audit.',
  },
  practitioner: {
    name: 'Practitioner',
    does: (word) => `Treats everybody: writes and signs notes about all ${called[word].many}.`,
  },
  associate: {
    name: 'Associate',
    does: (word) => `Treats their own ${called[word].many} only, on their own letterhead.`,
  },
  receptionist: {
    name: 'Receptionist',
    does: () => 'Looks after the desk: names, phones and sheets. Never reads a note.',
  },
  student: {
    name: 'Student or locum',
    does: () => 'Learns or stands in: writes notes, but somebody else signs.',
  },
};

/** What each permission lets somebody do, as the row of a table. */
const permissions: Record<string, (word: Word) => string> = {
  read_clients: (word) => `Find ${called[word].many} and open their pages`,
  edit_clients: (word) => `Register ${called[word].many} and change their details`,
  close_records: () => 'Hold records, see which are due, and erase them',
  read_notes: () => 'Read treatment notes',
  write_notes: () => 'Write treatment notes',
  sign_notes: () => 'Sign treatment notes and add to them',
  read_bookings: () => 'See the calendar',
  edit_bookings: () => 'Book, move and cancel',
  overbook: () => 'Book although something is in the way',
  change_time_off: () => 'Say when somebody is away',
  read_sheets: () => 'Read the handouts',
  edit_sheets: () => 'Write and change handouts',
  give_sheets: (word) => `Give handouts to ${called[word].many}`,
  keep_drafts: () => 'Keep what is not finished',
  read_settings: () => 'See the settings',
  change_practice: () => 'Change the settings of the practice',
  change_oneself: () => 'Change their own name, passphrase and PIN',
  read_people: () => 'See who works here',
  change_people: () => 'Add people, change and remove them',
  read_audit: () => 'Read the audit',
  export_audit: () => 'Take a copy of the audit',
  make_backups: () => 'Make backups, and see which there are',
  change_keys: () => 'Look after keys, locks and the recovery sheet',
};

const fields: Record<keyof PersonInput, string> = {
  name: 'Name',
  credentials: 'Credentials',
  registration: 'Registration number',
  colour: 'Colour',
  signature_block: 'Below the signature',
  access_until: 'Access until',
  letterhead_name: 'Name on the letterhead',
  letterhead_line: 'Line below it',
  tax_number: 'Tax number',
};

const statuses: Record<Status, string> = {
  active: 'Works here',
  suspended: 'Suspended',
  removed: 'Left',
};

export const people = {
  title: 'People',
  list: 'People who work here',
  left: 'People who left',
  add: 'Add a person',
  alone:
    'You work here alone. When somebody joins you, add them here: everybody gets a passphrase of their own.',
  notOwner: 'Only an owner adds people or changes what they may do.',
  failed: 'The people cannot be shown.',
  gone: 'This person is not known here',
  back: 'All people',
  you: 'you',
  statuses,
  lastHere: (when: string) => `last here ${when}`,
  neverHere: 'not here yet',
  until: (date: string) => `until ${date}`,
  unfinished: (count: number) => plural(count, { one: '1 unfinished draft', other: '# unfinished drafts' }),
  notHere: 'Cannot unlock on this computer: it does not have the clinic’s key.',
  outside: (names: string[]) =>
    `${named('en', names.map(isolate))} cannot unlock on this computer: it does not have the clinic’s key.`,
  toSecurity: 'Put the key back in Security',

  fields,
  hints: {
    credentials: 'As they follow the name, for example R.Ac.',
    registration: 'Printed with their signature.',
    signature_block: 'Printed under their name on notes, one line for each line.',
    access_until: 'The last day on which they can unlock. Leave it empty for as long as they work here.',
    letterhead: 'Only for somebody who treats in their own name. Left empty, the practice’s own is printed.',
  },
  groups: {
    who: 'Who it is',
    paper: 'On paper',
    letterhead: 'Own letterhead',
    access: 'Access',
    role: 'Role',
    passphrase: 'Their passphrase',
  },
  colourHint: 'Marks them in lists. The name always stands beside it.',
  /** The eight hues, in their order. */
  colours: ['Pine', 'Blue', 'Violet', 'Rose', 'Rust', 'Honey', 'Moss', 'Sky'],
  colour: (at: number, name: string) => `${at} ${name}`,
  form: 'Details of the person',

  roles,
  passphraseOf: (name: string) =>
    name ? `${isolate(name)} types it, not you. Look away.` : 'They type it, not you. Look away.',
  passphraseStaff: 'At least ten characters. It works on computers that have the clinic’s key.',
  passphraseOwner: 'An owner’s opens the records on any computer, so it must be a strong one.',
  passphrase: 'Passphrase',
  passphraseAgain: 'Passphrase again',

  added: (name: string) => `${isolate(name)} works here now.`,
  acts: {
    title: 'What can be done',
    ownSecurity: 'Your own passphrase and PIN are in Security.',
    changeRole: 'Change the role',
    suspend: 'Suspend',
    resume: 'Let back in',
    reset: 'Reset the passphrase',
    remove: 'Remove',
  },
  changeRole: {
    title: (name: string) => `The role of ${isolate(name)}`,
    save: 'Change the role',
    done: (name: string, role: string) => `${isolate(name)} is now ${role.toLowerCase()}.`,
  },
  reset: {
    title: (name: string) => `A new passphrase for ${isolate(name)}`,
    lead: 'The old one stops working at once. What they signed stays valid.',
    save: 'Set the passphrase',
    done: (name: string) => `${isolate(name)} has a new passphrase.`,
  },
  suspend: {
    title: (name: string) => `Suspend ${isolate(name)}?`,
    ask: (name: string) =>
      `${isolate(name)} can no longer unlock or take the keyboard, until an owner lets them back in. Their drafts stay as they are.`,
    action: 'Suspend',
    done: (name: string) => `${isolate(name)} is suspended.`,
    resumed: (name: string) => `${isolate(name)} can work here again.`,
    resumeTitle: (name: string) => `Let ${isolate(name)} back in?`,
    resumeAsk: (name: string) => `${isolate(name)} can unlock and take the keyboard again, as before.`,
    resumeAction: 'Let back in',
  },
  remove: {
    title: (name: string) => `Remove ${isolate(name)}?`,
    ask: (name: string, unfinished: number) =>
      [
        `${isolate(name)} can never unlock here again. This cannot be taken back.`,
        unfinished > 0 &&
          `${plural(unfinished, { one: 'Their unfinished draft is', other: 'Their # unfinished drafts are' })} closed as “author left, unsigned” and can still be read.`,
        'What they signed stays signed and can be checked for ever.',
      ]
        .filter(Boolean)
        .join(' '),
    rotate: 'Replace the key of the records as well',
    rotateHint:
      'Best left on: a copy of the key they may have kept then opens nothing that is written from now on.',
    action: 'Remove for good',
    working: 'Replacing the key. This takes a few seconds; please leave the computer on.',
    done: (name: string) => `${isolate(name)} is removed.`,
    stays: 'They no longer work here. Their name stays, because notes and the audit speak of them.',
  },

  may: {
    title: 'Who may do what',
    honest:
      'These rules are kept by the program, not by mathematics: whoever can unlock the records could, with other tools and much effort, read all of them. Add only people you trust with that.',
    permission: 'What',
    yes: 'may',
    no: 'may not',
    ofTheirOwn: (word: Word) => `An associate does all this for their own ${called[word].many} only.`,
    permissions,
  },
};
