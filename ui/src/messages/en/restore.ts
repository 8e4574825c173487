// Going back to a backup, and beginning with a copy on a new computer.
import { counted } from '../language';

const plural = counted('en');

export const restore = {
  title: 'Go back to a backup',
  titleNew: 'Bring your records back',
  lead: 'Everything is then as it was at that time: records, people, passphrases. It is read through and shown first.',
  leadNew:
    'From a copy on a stick, another disk or a synced folder. It is read through and shown before anything is made of it.',
  leadFound: 'It was read through from the first page to the last.',
  which: 'Which backup',
  holds: (why: string, clients: number, notes: number) =>
    `${why}: ${plural(clients, { one: '1 client', other: '# clients' })}, ${plural(notes, { one: '1 signed note', other: '# signed notes' })}`,
  copyOf: (practice: string, size: string) => `Copy of ${practice}, ${size}`,
  pick: 'Choose a copy from a stick or folder',
  pickAnother: 'Choose another copy',
  passphrase: 'An owner’s passphrase',
  passphraseHint: 'The one that was valid at that time.',
  bySheet: 'Use the recovery sheet instead',
  byPassphrase: 'Use the passphrase instead',
  look: 'Look into it',
  working: 'Reading the backup',
  inIt: (clients: number, notes: number) =>
    `${plural(clients, { one: '1 client', other: '# clients' })}, ${plural(notes, { one: '1 signed note', other: '# signed notes' })}`,
  lastNote: (at: string) => `Last note signed ${at}`,
  asOf: (at: string) => `As of ${at}`,
  missing: (count: number) =>
    plural(count, { one: '1 file is nowhere any more', other: '# files are nowhere any more' }),
  missingWhat: 'Sheets that were given, or pictures. The records themselves are whole.',
  replaces: (practice: string) =>
    `It takes the place of the records of ${practice} that are here now. Those are kept in the same folder.`,
  restore: 'Go back to this backup',
  restoreNew: 'Go on with these records',
  switching: 'Opening the records',
  another: 'Choose another one',
  newer: (needs: string) => `This backup is from a newer Hegu: ${needs} is needed. Nothing was changed.`,
  none: 'There are no backups in the folder of the practice.',
  back: 'Leave everything as it is',
  backNew: 'Make a new practice instead',
};
