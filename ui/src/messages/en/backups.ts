// Copies of the records.
import type { BackupKind } from '../../ipc/bindings';
import { counted } from '../language';

const plural = counted('en');

const kinds: Record<BackupKind, string> = {
  hourly: 'Two hours of work',
  closing: 'Closing the records',
  by_hand: 'By hand',
  new_key: 'Before a new key',
  update: 'Before an update',
};

export const backups = {
  title: 'Backups',
  failed: 'The backups cannot be shown.',
  notOwner: 'Backups are an owner’s to look after. They are made by themselves, whoever is here.',
  make: 'Back up now',
  making: 'Making a backup',
  copied: (done: number, of: number) => `${Math.round((100 * done) / of)} % copied`,
  reading: 'Reading it back',
  made: 'The backup is made, and was read back.',

  last: (at: string) => `The last backup is of ${at}`,
  holds: (clients: number, notes: number) =>
    `It was read back: ${plural(clients, { one: '1 client', other: '# clients' })}, ${plural(notes, { one: '1 signed note', other: '# signed notes' })}`,
  lastNote: (at: string) => `, the last of them signed ${at}`,
  none: 'There is no backup yet',
  noneWhat: 'The first one is made when the records are closed, or now.',
  notMade: (at: string) => `The backup of ${at} did not come about`,
  notMadeWhat: 'The records are as they were. It is tried again by itself; you can also try now.',
  diskFull: 'This computer’s disk is full. Make room on it, then try again.',
  damaged: 'A backup is not as it was written',
  damagedWhat: (folders: string[]) =>
    `It does not count, and nothing was removed: ${folders.join(', ')}. If this happens again, this disk may be failing: copy the records to another one.`,

  list: 'On this computer',
  listHint: 'Kept: some of today, one of each of the last days, weeks and months, and always the last three.',
  columns: { at: 'Made', kind: 'Reason', clients: 'Clients', notes: 'Signed notes', size: 'Size' },
  kinds,

  where: 'Where they are',
  folder: 'Folder',
  copy: 'Copy the folder',
  back: 'Going back to one',
  backWhat:
    'Close the records (Ctrl+L), and choose “Go back to a backup” at the door: one of these, or a copy from elsewhere. An owner’s passphrase of that day or the recovery sheet opens it, and what is in it is shown first. The records of now are kept in the same folder. On a new computer, choose “Bring your records back from a copy” when Hegu starts.',

  files: {
    title: 'Files beside the records',
    what: 'Sheets that were given, pictures and the logo lie beside the records, each sealed by itself. Checking reads every one of them.',
    check: 'Check the files',
    whole: (files: number) =>
      plural(files, { one: 'The one file is as it was kept', other: 'All # files are as they were kept' }),
    damaged: (files: number) =>
      plural(files, {
        one: '1 file is missing or not as it was kept',
        other: '# files are missing or not as they were kept',
      }),
    inBackups: (files: number) =>
      plural(files, {
        one: 'The backups on this computer have one of them as it was.',
        other: 'The backups on this computer have # of them as they were.',
      }),
    lost: (files: number) =>
      plural(files, {
        one: 'One is in no backup on this computer. A copy outside it, from before the damage, may have it: keep that copy.',
        other:
          '# are in no backup on this computer. A copy outside it, from before the damage, may have them: keep that copy.',
      }),
    none: 'There are no such files yet',
    putBackNow: 'Put back what the backups have',
    putBack: (files: number) =>
      plural(files, { one: '1 file is back as it was kept.', other: '# files are back as they were kept.' }),
  },

  trying: {
    title: 'Try whether the records come back',
    lead: 'The newest copy outside this computer, or the newest backup where there is none, is opened with your passphrase in a folder of its own, read through from the first page to the last, and removed. The records are not touched.',
    passphrase: 'Your passphrase',
    action: 'Try it',
    button: 'Try it',
    done: (clients: number, notes: number) =>
      `Everything came back: ${plural(clients, { one: '1 client', other: '# clients' })}, ${plural(notes, { one: '1 signed note', other: '# signed notes' })}.`,
    missing: (count: number) =>
      plural(count, {
        one: '1 file beside the records did not',
        other: '# files beside the records did not',
      }),
    none: 'There is no backup yet. Make one first.',
    last: (at: string, outside: boolean) =>
      outside ? `Tried with a copy from outside on ${at}` : `Tried with a backup on this computer on ${at}`,
    lastWhat: (clients: number, notes: number, made: string) =>
      `Everything came back as of ${made}: ${plural(clients, { one: '1 client', other: '# clients' })}, ${plural(notes, { one: '1 signed note', other: '# signed notes' })}`,
    never: 'It has not been tried yet.',
    wanted: 'For a month, nobody has tried whether the records would come back',
    wantedWhat: 'It takes a minute, and touches nothing.',
    wantedTry: 'Try it now',
  },
};
