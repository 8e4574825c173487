// Why the practice does not open: what happened, what is safe, and what to do.
import { counted } from '../language';

const plural = counted('en');

export const trouble = {
  safe: 'What is safe',
  todo: 'What to do',
  folder: 'Folder',
  copyFolder: 'Copy the path of the folder',
  retry: 'Try again',
  folder_missing: {
    title: 'The practice’s folder is not there',
    what: 'Hegu kept a practice on this computer, in the folder below. It was moved, renamed or deleted.',
    safe: 'No new practice was made in its place. Copies outside this computer are untouched.',
    todo: [
      'Put the folder back where it was. If it was deleted, look in the trash.',
      'Try again. If it is lost, bring the records back from a copy.',
    ],
    begin: 'Begin with a new practice',
  },
  vault_missing: {
    title: 'The key file is missing',
    what: 'The records are here, but vault.json, which holds the locked keys to them, is not.',
    safe: 'The records are still encrypted and unchanged. Nothing was written.',
    todo: ['Put vault.json back into the folder from the last copy of it.', 'Try again.'],
  },
  vault_damaged: (copies: number) => ({
    title: 'The key file is damaged',
    what: 'vault.json, which holds the locked keys to the records, cannot be read or was changed by something else.',
    safe: 'The records are unchanged. Nothing was overwritten.',
    todo:
      copies > 0
        ? [
            'Put vault.json aside, into another folder.',
            `Rename vault.json.1, the newest of ${plural(copies, { one: 'one earlier copy', other: '# earlier copies' })}, to vault.json.`,
            'Try again.',
          ]
        : ['Put the last copy of vault.json into the folder.', 'Try again.'],
  }),
  vault_newer: (needs: string) => ({
    title: 'The key file is from a newer Hegu',
    what: `It was written by a version that this one does not know: ${needs} or newer is needed.`,
    safe: 'Nothing was changed.',
    todo: [`Install Hegu ${needs} or newer on this computer.`],
  }),
  vault_older_than_records: {
    title: 'The key file is older than the records',
    what: 'vault.json was replaced by an earlier copy, while the records went on.',
    safe: 'The records are unchanged. Nothing was overwritten.',
    todo: [
      'Put the newer vault.json back.',
      'Try again. If it is lost, the recovery sheet may still open the records.',
    ],
  },
  database_missing: {
    title: 'The records are not where they should be',
    what: 'The key file is here, but the file with the records that it belongs to is not.',
    safe: 'No new, empty practice was made in its place. Nothing was written.',
    todo: [
      'If the folder was moved or a disk is not connected, bring it back.',
      'Try again. If the records are lost, restore the last backup.',
    ],
  },
  database_damaged: {
    title: 'The records are damaged',
    what: 'The file with the records does not pass its check. This is mostly a failing disk or an interrupted copy.',
    safe: 'Hegu has not repaired or changed anything, so the file is exactly as it was found.',
    todo: ['Copy the whole folder to another disk first.', 'Then restore the last backup.'],
  },
  database_newer: (needs: string) => ({
    title: 'The records are from a newer Hegu',
    what: `They were last opened by a version that this one does not know: ${needs} or newer is needed.`,
    safe: 'Nothing was changed.',
    todo: [`Install Hegu ${needs} or newer on this computer.`],
  }),
  in_use: {
    title: 'The practice is open elsewhere',
    what: 'Another Hegu, perhaps under another account on this computer, has these records open.',
    safe: 'Everything. Only one at a time may write.',
    todo: ['Close it there.', 'Try again.'],
  },
  folder_not_writable: {
    title: 'The folder cannot be written to',
    what: 'This account may not save in the folder with the records.',
    safe: 'The records are unchanged.',
    todo: [
      'Give your account the right to write there, or free the folder of its write protection.',
      'Try again.',
    ],
  },
  unsafe_place: {
    network: {
      title: 'The folder is on a network',
      what: 'Encrypted records break when a network drive drops a write, so Hegu does not open them there.',
      safe: 'Nothing was written.',
      todo: ['Move the folder to a disk inside this computer.', 'Try again.'],
    },
    synced: {
      title: 'The folder is being synchronised',
      what: 'A program like Dropbox or OneDrive copies this folder while it is written to, which tears records apart.',
      safe: 'Nothing was written.',
      todo: ['Move the folder out of the synchronised one.', 'Try again.'],
    },
    removable: {
      title: 'The folder is on a removable disk',
      what: 'A disk that can be pulled out in the middle of a write loses records.',
      safe: 'Nothing was written.',
      todo: ['Move the folder to a disk inside this computer.', 'Try again.'],
    },
  },
  disk_full: {
    title: 'The disk is full',
    what: 'There is no room left to open the records safely.',
    safe: 'Everything that was saved is still there.',
    todo: ['Free some space on the disk.', 'Try again.'],
  },
  lost: {
    title: 'The program does not answer',
    what: 'The window lost touch with the program behind it.',
    safe: 'Everything that was saved is still there.',
    todo: ['Close Hegu and open it again.'],
  },
};
