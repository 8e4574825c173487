// Keys, locks and the recovery sheet, on one page and in words.
import type { KeyringStanding, OpensWith } from '../../ipc/bindings';
import { counted } from '../language';

const plural = counted('en');

const opensWith: Record<OpensWith, string> = {
  passphrase: 'Their passphrase, on any computer',
  passphrase_and_computer: 'Their passphrase, on a computer that has the clinic’s key',
};

const keyring: Record<KeyringStanding, { title: string; what: string }> = {
  ready: {
    title: 'The clinic’s key is in this computer’s keyring',
    what: 'Everybody who works here can unlock on this computer. The key alone opens nothing.',
  },
  empty: {
    title: 'The clinic’s key is not in this computer’s keyring',
    what: 'Owners can unlock here, others cannot. Put the key back, and they can again.',
  },
  other: {
    title: 'Something else lies where the clinic’s key should be',
    what: 'Owners can unlock here, others cannot. Put the key back in its place, and they can again.',
  },
  none: {
    title: 'This computer has no keyring',
    what: 'Colleagues added here have strong passphrases that work anywhere; those who need the clinic’s key cannot unlock here. Log out of the computer and in again: some systems start the keyring only then.',
  },
  locked: {
    title: 'This computer’s keyring is locked',
    what: 'Unlock it, mostly with the password of this computer, then look again.',
  },
};

export const security = {
  title: 'Security',
  failed: 'The security of the practice cannot be shown.',
  notOwner: 'Keys, the recovery sheet and the times of the locks are an owner’s to look after.',

  you: 'You',
  youHint: 'Only for yourself.',
  changePassphrase: 'Change my passphrase',
  passphrase: {
    title: 'Change my passphrase',
    old: 'Passphrase so far',
    new: 'New passphrase',
    again: 'New passphrase again',
    save: 'Change it',
    done: 'Your passphrase is changed.',
    copies:
      'If somebody has seen the old one, have the key replaced as well: old backups still open with it.',
  },
  pinSet: 'You have a PIN. It works until the records are closed.',
  pinNone: 'You have no PIN. With one you come back quickly when the records rest.',

  opens: {
    title: 'Who can open the practice',
    hint: 'Everybody with something of their own. The recovery code opens it as well.',
    person: 'Person',
    role: 'Role',
    with: 'With',
    pin: 'has a PIN until the records are closed',
    nobody: 'nothing',
    opensWith,
  },

  honest: {
    title: 'What holds, and what does not',
    mathematics: 'By mathematics',
    mathematicsWhat:
      'Without a passphrase, or the recovery code, nobody reads the records: not from this disk, and not from a copy. A signature that was made cannot be changed unnoticed.',
    program: 'By the program only',
    programWhat:
      'Roles: who may read notes, and who may not, is kept by the program. Somebody who can unlock could get around it with other tools.',
    nobody: 'By nobody',
    nobodyWhat: 'Somebody who has taken over this computer, while the records are open, sees what you see.',
  },

  files: {
    title: 'Where the records are',
    folder: 'Folder',
    file: 'Records',
    epoch: (epoch: number) =>
      epoch <= 1
        ? 'The key was never replaced.'
        : `The key was replaced ${plural(epoch - 1, { one: 'once', other: '# times' })}.`,
    copy: 'Copy the path of the folder',
    rotate: 'Replace the key now',
    rotateHint: 'When a copy of the key may have got into other hands.',
    rotateTitle: 'Replace the key now?',
    rotateAsk:
      'The records are written anew under a new key; nobody needs a new passphrase. Copies and backups made before now stay readable with what opened them then.',
    rotateAction: 'Replace the key',
    rotating: 'Replacing the key. This takes a few seconds; please leave the computer on.',
    rotated: 'The key is replaced.',
  },

  sheet: {
    title: 'Recovery sheet',
    hint: 'The one thing that still opens the records when every passphrase is forgotten.',
    made: (when: string) => `Made ${when}.`,
    checked: (when: string) => `Last checked ${when}.`,
    unchecked: 'Never checked since.',
    due: 'It was not checked for 90 days. Take it out and type it once: a sheet nobody finds is none.',
    check: 'Check it now',
    checkTitle: 'Check the recovery sheet',
    checkLead: 'Type the code from the sheet. Nothing changes by it.',
    checkAction: 'Check',
    checkDone: 'The sheet is the right one and can be read.',
    renew: 'Make a new one',
  },

  keyringTitle: 'This computer',
  keyring,
  putBack: 'Put the key back',
  putBackDone: 'The key is in this computer’s keyring.',
  lookAgain: 'Look again',
  computerUnlock: {
    hint: 'Unlocking with this computer’s log-in is quicker, but weaker: whoever uses your account on it can then read the records without your passphrase.',
    ends: 'It ends when a second person works here.',
    title: 'Unlock with this computer’s log-in',
    ask: 'Type your passphrase once. From then on this computer’s keyring opens the records for whoever is logged in as you.',
    action: 'Switch it on',
    switchOff: 'Switch it off',
    on: 'This computer’s log-in opens the records.',
    off: 'Only your passphrase opens the records.',
  },

  locks: {
    title: 'Resting and locking',
    hint: 'Notes, sheets and client records that are being written are kept first.',
    rest: 'The records rest after',
    restHint: 'They are hidden; a PIN brings you back.',
    lock: 'The records are locked after',
    lockHint: 'They are closed; only a passphrase opens them.',
    minutes: (minutes: number) => plural(minutes, { one: '1 minute', other: '# minutes' }),
  },

  audit: {
    title: 'Audit',
    hint: 'Who did what, and whether anything was tampered with.',
    whole: (at: string) => `Checked ${at}: every entry and every signature was as it was written.`,
    faulty: (at: string) => `Checked ${at}: something was not as it was written.`,
    never: 'Nobody has had every entry and every signature checked yet.',
    broken: 'Since the records were opened, something in it was found that Hegu did not write.',
    looked: 'The entries are looked through at every opening as well.',
    open: 'Open the audit',
  },
};
