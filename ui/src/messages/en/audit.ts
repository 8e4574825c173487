// Who did what, in sentences. `{person}`, `{client}` and `{about}` (a colleague) stand where
// the names are drawn.
import type { AuditAction, AuditKind, BookingStatus, DraftKind } from '../../ipc/bindings';
import { moment } from '../formats';
import { isolate } from '../isolate';
import { counted } from '../language';
import { became, diaryActs } from './audit-diary';
import { recordActs } from './audit-records';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');

/** An act as it reads; `record` where it happened in a client's record, `person` where it was done to a colleague. */
type Sentence = { record?: string; person?: string; alone: string };

const sentences: Record<AuditAction, Sentence> = {
  practice_created: { alone: '{person} made this practice' },
  unlocked: { alone: '{person} unlocked the practice' },
  recovery_used: { alone: '{person} opened the practice with the recovery code' },
  locked: { alone: '{person} locked the practice' },
  rested: { alone: '{person} left the keyboard' },
  seat_taken: { alone: '{person} took the keyboard' },
  identity_proved: { alone: '{person} gave their passphrase once more' },
  wrong_pin: { alone: 'Somebody gave a wrong PIN for {person}' },
  entry_failed: { alone: '{person} could not get in' },
  clock_changed: { alone: 'The clock of this computer was changed while {person} was here' },
  refused: { record: '{person} was refused in {client}’s record', alone: '{person} was refused' },

  client_viewed: { record: '{person} opened {client}’s record', alone: '{person} opened a record' },
  clients_searched: { alone: '{person} searched the records' },
  client_list_saved: { alone: '{person} saved a list of clients' },
  client_list_removed: { alone: '{person} removed a saved list of clients' },
  note_opened: { record: '{person} read a note of {client}', alone: '{person} read a note' },
  given_sheet_opened: {
    record: '{person} opened a sheet that {client} was given',
    alone: '{person} opened a sheet that was given',
  },
  audit_verified: { alone: '{person} checked every entry of the audit' },

  ...recordActs,
  ...diaryActs,
  draft_started: { record: '{person} began to write about {client}', alone: '{person} began to write' },
  draft_discarded: {
    record: '{person} threw away what was begun about {client}',
    alone: '{person} threw away what was begun',
  },
  people_caught_up: { alone: '{person} completed a change of people that was interrupted' },
  sheet_kept: { alone: '{person} kept a sheet' },
  built_in_sheet_put_in: { alone: 'Hegu brought a sheet of its own' },
  picture_added: { alone: '{person} kept a picture for sheets' },
  pictures_swept: { alone: 'Hegu removed pictures that no sheet shows' },
  note_pinned: {
    record: '{person} pinned words of a note about {client}',
    alone: '{person} pinned words of a note',
  },
  note_unpinned: {
    record: '{person} took pinned words about {client} down',
    alone: '{person} took pinned words down',
  },
  client_fields_defined: { alone: '{person} changed which fields are asked' },
  practice_settings_changed: { alone: '{person} changed the settings of the practice' },
  person_settings_changed: { alone: '{person} changed their own settings' },
  lock_settings_changed: { alone: '{person} changed when the practice rests and locks' },
  logo_chosen: { alone: '{person} chose a logo' },
  logo_described: { alone: '{person} described the logo' },
  logo_removed: { alone: '{person} took the logo off the letterhead' },
  logo_put_back: { alone: '{person} put the logo back on the letterhead' },
  logo_forgotten: { alone: '{person} removed an earlier logo for good' },

  note_signed: { record: '{person} signed a note of {client}', alone: '{person} signed a note' },
  addendum_added: {
    record: '{person} added to a signed note of {client}',
    alone: '{person} added to a signed note',
  },

  sheet_given: { record: '{person} gave {client} a sheet', alone: '{person} gave a sheet' },
  note_saved: {
    record: '{person} saved a note of {client} as a file',
    alone: '{person} saved a note as a file',
  },
  sheet_saved: {
    record: '{person} saved a sheet for {client} as a file',
    alone: '{person} saved a sheet as a file',
  },
  printed: { record: '{person} printed a paper of {client}', alone: '{person} printed a sheet' },
  opened_outside: {
    record: '{person} opened a paper of {client} in another program',
    alone: '{person} opened a sheet in another program',
  },
  restored: { alone: '{person} went back to a backup' },
  files_put_back: { alone: '{person} put damaged files back from the backups' },
  backed_up: { alone: 'Hegu made a backup and read it back' },
  restore_tried: { alone: '{person} tried whether a backup brings the records back' },
  copied_outside: { alone: 'Hegu made a copy outside this computer and read it back' },
  copy_place_chosen: { alone: '{person} chose where copies outside this computer go' },
  copy_place_forgotten: { alone: '{person} stopped copies outside this computer' },
  audit_exported: { alone: '{person} took the audit out as a file' },

  person_added: {
    person: '{person} gave {about} a place here',
    alone: '{person} added somebody who works here',
  },
  person_edited: {
    person: '{person} changed what is known of {about}',
    alone: '{person} changed what is known of somebody who works here',
  },
  role_changed: {
    person: '{person} gave {about} another role',
    alone: '{person} gave somebody another role',
  },
  person_suspended: {
    person: '{person} suspended {about}',
    alone: '{person} suspended somebody',
  },
  person_resumed: {
    person: '{person} let {about} in again',
    alone: '{person} let somebody in again',
  },
  person_removed: {
    person: '{person} removed {about} from the practice',
    alone: '{person} removed somebody from the practice',
  },
  passphrase_reset: {
    person: '{person} gave {about} a new passphrase',
    alone: '{person} gave somebody a new passphrase',
  },
  signing_key_noted: { alone: 'Hegu noted a signing key that was there already' },
  passphrase_changed: { alone: '{person} changed their passphrase' },
  pin_set: { alone: '{person} set a PIN' },
  pin_forgotten: { alone: 'The PIN of {person} was forgotten' },
  key_rotated: { alone: '{person} replaced the key of the practice' },
  recovery_sheet_checked: { alone: '{person} checked the recovery sheet' },
  recovery_sheet_renewed: { alone: '{person} made a new recovery sheet' },
  device_key_kept: { alone: '{person} put this computer’s key into its keyring' },
  computer_unlock_changed: { alone: '{person} changed whether this computer opens the practice' },
};

/** An act that was tried and did not work, where that reads otherwise. */
const failed: Partial<Record<AuditAction, string>> = {
  identity_proved: 'Somebody gave a wrong passphrase for {person}',
  unlocked: 'Somebody gave a wrong passphrase for {person}',
  seat_taken: 'Somebody could not take the keyboard as {person}',
  wrong_pin: 'Somebody gave a wrong PIN for {person}',
  entry_failed: 'Somebody could not get in as {person}',
};

/** What a role does not allow, after "was refused:". */
const permissions: Record<string, string> = {
  read_clients: 'opening records',
  edit_clients: 'changing records',
  close_records: 'holding and erasing records',
  kept_records: 'a record that is kept for the law alone',
  read_bookings: 'the calendar',
  edit_bookings: 'booking',
  overbook: 'booking twice',
  change_time_off: 'time off',
  others_bookings: 'somebody else’s bookings',
  others_time_off: 'somebody else’s time off',
  read_notes: 'reading notes',
  write_notes: 'writing notes',
  sign_notes: 'signing notes',
  read_sheets: 'reading sheets',
  edit_sheets: 'changing sheets',
  give_sheets: 'giving sheets',
  keep_drafts: 'keeping drafts',
  read_settings: 'reading the settings',
  change_practice: 'changing the settings of the practice',
  change_oneself: 'changing their own settings',
  read_audit: 'reading the audit',
  export_audit: 'taking the audit out',
  make_backups: 'making backups',
  read_people: 'reading who works here',
  change_people: 'changing who works here',
  change_keys: 'changing the keys',
};

const begun: Record<DraftKind, string> = {
  new_client: 'a new record',
  edit_client: 'changes to the details',
  sheet: 'a sheet',
  note: 'a note',
  addendum: 'an addendum',
  booking: 'a booking',
  correspondence: 'a call or message',
  health_history: 'a health history',
};

/** Facts that say something to a reader, each with its value. */
const facts: Record<string, (value: string) => string | null> = {
  found: (count) => plural(Number(count), { one: '1 found', other: '# found' }),
  wrong_tries: (tries) =>
    tries === '0' ? null : plural(Number(tries), { one: 'after 1 wrong try', other: 'after # wrong tries' }),
  version: (version) => `version ${version}`,
  kind: (kind) => (kind in begun ? begun[kind as DraftKind] : kind),
  entries: (count) => plural(Number(count), { one: '1 entry', other: '# entries' }),
  first_bad: (seq) => `entry ${seq} did not fit`,
  bad_checkpoint: (seq) => `what was signed at entry ${seq} did not fit`,
  signing_key: () => null,
  reason: () => null,
  made_at: (at) => `made ${moment(Number(at))}`,
  missing_files: (count) =>
    count === '0'
      ? null
      : plural(Number(count), { one: '1 file was nowhere', other: '# files were nowhere' }),
  strange_key_of: () => 'a signing key was put in by something other than Hegu',
  whole: (whole) => (whole === 'true' ? 'all as they were written' : null),
  target: () => null,
  permission: () => null,
  reviewed: () => 'reviewed together',
  status: (status) => (status in became ? became[status as BookingStatus] : status),
  fields_added: (names) => `added ${isolate(names)}`,
  fields_changed: (names) => `changed ${isolate(names)}`,
  fields_asked_again: (names) => `asked again ${isolate(names)}`,
  fields_not_asked: (names) => `not asked any more ${isolate(names)}`,
  fields_moved: () => 'put in another order',
  other_card: (number) => `the other is no. ${number.padStart(4, '0')}`,
  health_fields: (names) => (names ? `health history: ${isolate(names.replaceAll('_', ' '))}` : null),
  went_along: (count) =>
    count === '0'
      ? null
      : plural(Number(count), { one: '1 entry went along', other: '# entries went along' }),
  despite: () => 'although something was in the way',
};

export const audit = {
  title: 'Audit',
  own: 'You see what you did yourself.',
  list: 'Entries, newest first',
  sentences,
  failed,
  refused: (what: string) => `{person} was refused: ${what}`,
  permission: (name: string) => permissions[name] ?? name.replaceAll('_', ' '),
  unknown: '{person} did something that this version of Hegu has no words for',
  nobody: 'somebody unknown',
  gone: (word: Word) => `a ${people[word].one} who is no longer here`,
  fact: (fact: string, value: string) =>
    (facts[fact] ?? (() => `${fact.replaceAll('_', ' ')} ${value}`))(value),
  outcomes: { done: null, refused: 'refused', failed: 'did not work' },
  seq: (seq: number) => `no. ${new Intl.NumberFormat('en').format(seq)}`,
  today: 'Today',
  yesterday: 'Yesterday',

  filter: {
    label: 'Which entries',
    who: 'Who did it',
    anybody: 'Anybody',
    whose: 'Whose record',
    kind: 'What',
    anything: 'Anything',
    kinds: {
      looking: 'Looking',
      changing: 'Writing and changing',
      signing: 'Signing',
      going_out: 'Going out',
      doors: 'Opening and locking',
      people: 'People and keys',
      refused: 'Refused or failed',
    } satisfies Record<AuditKind, string>,
    from: 'From',
    to: 'To',
    order: 'This day is before the first.',
    clear: 'Show everything',
  },

  none: 'Nothing fits',
  noneHint: 'No entry is like that. Ask for less, or for other days.',
  earlier: 'Show earlier entries',
  failure: 'The audit cannot be shown.',
  shown: (count: number) => plural(count, { one: '1 entry shown', other: '# entries shown' }),

  check: {
    start: 'Check every entry',
    running: (done: number, of: number) =>
      `${plural(done, { other: '#' })} of ${plural(of, { one: '1 entry', other: '# entries' })} checked`,
    starting: 'Checking',
    title: 'Result of the check',
    whole: (entries: number) =>
      plural(entries, {
        one: 'The one entry is as it was written.',
        other: 'All # entries are as they were written.',
      }),
    upTo: (entries: number) =>
      plural(entries, {
        one: 'The entry before is as it was written.',
        other: 'The # entries before are as they were written.',
      }),
    signed: (count: number) =>
      count === 0
        ? 'None was signed yet: that happens whenever somebody locks the practice.'
        : plural(count, { one: '1 signed checkpoint fits.', other: '# signed checkpoints fit.' }),
    anchor: {
      fits: 'The note on this computer fits.',
      none: 'There is no note on this computer to compare with.',
    },
    at: (time: string) => `Checked at ${time}`,
    broken: (seq: string) => `Entry ${seq} is not as it was written`,
    brokenHow: 'It was changed, moved or taken out by something other than Hegu.',
    cut: 'The end of the audit is missing',
    cutHow: (seq: string) =>
      `Everything from entry ${seq} on is gone: the end was cut off, or an older copy of the records was put back.`,
    resigned: (seq: string) => `What was signed at entry ${seq} does not fit`,
    resignedHow:
      'The entries fit each other, but not what a person signed then. Somebody who holds the key of the practice wrote them anew.',
    strangeKey: (name: string) => `A signing key of ${name} did not come through Hegu`,
    strangeKeyHow:
      'No entry says when it was made. Somebody who holds the key of the practice may have put it in, to sign in this name.',
    strangeKeySteps: [
      'Copy the whole folder of the practice to another disk as it is now, before you go on.',
      'Do not rely on what is signed in this name until the person has read it and says that it is theirs.',
      'Show the copy to somebody who can judge it.',
    ],
    differs: 'The note on this computer knows another entry',
    differsHow:
      'The audit went on from an older copy of the records, or it was written anew. What was done in between is not in it.',
    todo: 'What to do',
    steps: [
      'If you put an older copy back yourself, this is what it looks like: what was done after that copy is missing.',
      'If not, copy the whole folder of the practice to another disk as it is now, before you go on.',
      'Compare with an earlier export, and show both to somebody who can judge it.',
    ],
    dismiss: 'Close the result',
  },

  export: {
    start: 'Export',
    title: 'Take the audit out',
    ask: 'The table names everybody whose record was touched, and leaves the practice unencrypted.',
    askSome: 'The table holds the entries you asked for, with names, and leaves the practice unencrypted.',
    action: 'Save as CSV',
    savedAs: (name: string) => `Saved as ${name}.`,
  },

  whoOpened: 'Who opened this record',
};
