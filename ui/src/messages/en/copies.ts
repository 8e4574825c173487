// Copies outside this computer.
import type { CopyTrouble } from '../../ipc/bindings';

const troubles: Record<CopyTrouble, string> = {
  gone: 'The place is not there. Connect the stick or disk, then try again.',
  full: 'There is no room left there. Make room, or choose another place.',
  read_only: 'Nothing can be written there. Free it of its write protection, or choose another place.',
  too_large:
    'The place takes no file as large as this. Choose a disk with a newer file system, such as exFAT.',
  differs:
    'What was read back is not what was written, so it does not count. The stick or disk may be failing: choose another one.',
  stopped: 'The copy was stopped. Nothing of it stays.',
  among_the_records: 'This is the folder of the records themselves. Choose a place outside it.',
  failed: 'The copy did not come about. Try again, or choose another place.',
};

export const copies = {
  troubles,
  title: 'Outside this computer',
  hint: 'One encrypted file. An owner’s passphrase or the recovery sheet opens it on any computer.',
  none: 'No copy is outside this computer',
  noneWhat:
    'The backups below lie on the disk of the records, and are lost with it: by theft, by fire, or when it breaks. Choose a stick, another disk, or a folder that a program carries elsewhere.',
  choose: 'Choose a place',
  chooseAnother: 'Choose another place',
  forget: 'Stop copies there',
  forgotten: 'No copies are made there any more. Those that were made stay.',
  chosen: 'Copies go there from now on.',
  make: 'Copy now',
  making: 'Copying',
  written: (done: number, of: number) => `${Math.min(100, Math.round((200 * done) / of))} % written`,
  readBack: (done: number, of: number) => `Read back: ${Math.max(0, Math.round((200 * done) / of) - 100)} %`,
  beginning: 'Getting ready',
  stop: 'Stop',
  made: 'The copy is made, and was read back.',

  place: 'Place',
  copyPath: 'Copy the place',
  notThere: 'Not connected now. A copy is made by itself when it is there again.',
  daily: 'A copy is made there by itself every day while the place is there.',
  sameDisk: 'This folder is on the disk of the records',
  sameDiskWhat: 'It helps only if a program carries it elsewhere, as a synced folder does.',
  last: (at: string) => `The last copy is of ${at}`,
  lastWhat: 'It was read back from there.',
  notYet: 'No copy was made there yet',
  notYetWhat: 'It is made by itself within the minute, or now.',
  notMade: (at: string) => `The copy of ${at} did not come about`,
  list: 'Copies there',
  columns: { at: 'Records of', standing: 'In it', size: 'Size' },
  earlierKey: 'Under an earlier key: opens with the passphrase of that day',
  damaged: 'Not as it was written: does not count',

  wanted: {
    none: 'Nothing of these records is outside this computer',
    noneWhat: 'Theft, fire or a broken disk would take everything. A stick is enough.',
    choose: 'Choose a place for a copy',
    notYet: 'The first copy outside this computer has not been made',
    old: (at: string) => `The last copy outside this computer is of ${at}`,
    oldWhat: 'What was written since would be lost with this computer.',
    look: 'Look at the copies',
  },
};
