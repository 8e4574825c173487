import type { KeyringStanding, PassphraseHint } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted } from '../language';
import { restore } from './restore';
import { trouble } from './trouble';

const plural = counted('en');

export const session = {
  greeting: (hour: number, name: string) => {
    const part =
      hour < 5 ? 'Good evening' : hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
    return name ? `${part}, ${name}` : part;
  },
  closed: 'The records are closed.',
  place: 'On this computer only.',
  point: { han: '合谷', rest: 'Hégǔ, joining valley' },
  opening: 'Opening the records',

  unlock: {
    who: 'Who is it?',
    passphrase: 'Passphrase',
    show: 'Show passphrase',
    hide: 'Hide passphrase',
    unlock: 'Unlock',
    wrong: 'This is not the passphrase.',
    wrongWait: (seconds: number) =>
      `This is not the passphrase. Try again in ${plural(seconds, { one: '1 second', other: '# seconds' })}.`,
    tooSoon: (seconds: number) =>
      `There were several wrong tries. Wait ${plural(seconds, { one: '1 second', other: '# seconds' })}, then try again.`,
    capsLock: 'Caps Lock is on.',
    useCode: 'Use the recovery code',
    goBack: 'Go back to a backup',
    computer: 'Unlock with this computer’s log-in',
  },

  restore,

  /** Why somebody stays outside whose passphrase may be right. */
  refused: {
    access_ended: (on: string) => ({
      title: `Your access ended on ${on}`,
      what: 'An owner set that day. Ask one of them if you are to go on.',
    }),
    suspended: {
      title: 'Your access is suspended',
      what: 'An owner has paused it. Only an owner can let you back in.',
    },
    device_key_needed: {
      ready: {
        title: 'This computer’s keyring did not answer in time',
        what: 'Try again.',
      },
      other: {
        title: 'Something else lies where this computer keeps the clinic’s key',
        what: 'An owner can unlock here and put the clinic’s key back in Settings, under Security.',
      },
      empty: {
        title: 'This computer does not have the clinic’s key',
        what: 'An owner can unlock once on this computer and put it back. Then your passphrase works here again.',
      },
      none: {
        title: 'This computer has no keyring',
        what: 'The clinic’s key would be kept in it. Log out of the computer and in again; if that does not help, only an owner can unlock here.',
      },
      locked: {
        title: 'This computer’s keyring is locked',
        what: 'The clinic’s key is in it. Unlock the keyring, mostly with the password of this computer, then try again.',
      },
    } satisfies Record<KeyringStanding, { title: string; what: string }>,
    computer_unlock_gone: {
      title: 'This computer’s log-in no longer opens the records',
      what: 'Use your passphrase. In Settings, under Security, you can switch it on again.',
    },
  },

  // What is not as it should be, for whoever sits down.
  warnings: {
    folder_gone: {
      title: 'The practice’s folder is gone from its place',
      what: 'Nothing can be saved until it is back, and what you type is only in this window: do not close or lock it. Move the folder back to where it was (if it was deleted, out of the trash), and Hegu goes on by itself. If it came back as a copy, copy what you typed to somewhere else, then close Hegu and open it again.',
      copy: 'Copy the path of the folder',
    },
    records_damaged: {
      title: 'A part of the records cannot be read: the disk may be failing',
      what: 'Nothing more is written into them, and nothing was changed. What you are typing is only in this window: copy it to somewhere else.',
      owner:
        'Then copy the whole folder of the practice to another disk, and lock. The next unlocking reads the records through and offers the last backup.',
    },
    records_put_back: {
      title: 'These are not the records that were last closed on this computer',
      what: 'An older copy may have been put in their place, and what was written since may be missing. Do not write in them before somebody has looked.',
    },
    audit_broken: {
      title: 'The audit of these records was changed',
      what: 'An entry is not as Hegu wrote it, or a key to sign with did not come through Hegu.',
    },
    clock_behind: {
      title: 'The clock of this computer seems to be behind',
      what: (last: string) =>
        `The last entry here is from ${last}, later than it is now. Set the clock right, or what you write gets a wrong time.`,
    },
    no_backup: {
      title: 'There has been no backup for a week',
      never: 'Nothing of these records exists a second time.',
      last: (at: string) => `The last one is of ${at}`,
      diskFull: 'This computer’s disk is full.',
      look: 'Look at the backups',
    },
    look: 'Check the audit',
    tell: 'Tell an owner of the practice.',
  },

  rest: {
    leadPin: 'The records are hidden. Your PIN brings you back.',
    leadPassphrase: 'The records are hidden. Your passphrase brings you back.',
    goOn: 'Go on',
    close: 'Close the records',
  },

  pin: {
    label: 'PIN',
    pad: 'Digits',
    erase: 'Erase the last digit',
    usePassphrase: 'Use the passphrase instead',
    usePin: 'Use the PIN instead',
    wrong: (tries: number) =>
      `This is not the PIN. ${plural(tries, { one: 'One try is left', other: '# tries are left' })}.`,
    gone: 'There were too many wrong tries, so the PIN is forgotten. Your passphrase works as always.',

    set: 'Set a PIN',
    change: 'Change the PIN',
    lead: 'Six to twelve digits, for coming back quickly. It works until the records are closed, and is written down nowhere.',
    again: 'PIN again',
    save: 'Set the PIN',
    isSet: 'Your PIN is set. It works until the records are closed.',
    forget: 'Forget the PIN',
    forgotten: 'Your PIN is forgotten.',
  },

  seat: {
    title: 'At the keyboard',
    here: 'is at the keyboard',
    switch: 'Change places with',
    sitDown: (name: string) => `Go on as ${isolate(name)}`,
    rest: 'Rest',
    lock: 'Lock',
  },

  proof: {
    title: 'Is it you?',
    ask: 'Your passphrase was last given more than five minutes ago. Give it once more, to show that it is you.',
    askPin: 'You last showed that it is you more than five minutes ago. Type your PIN once more.',
    goOn: 'Go on',
  },

  recover: {
    title: 'Use the recovery code',
    lead: 'It is on the sheet that was printed when the practice was set up: nine groups of four.',
    code: 'Recovery code',
    group: (group: number) => `Group ${group} of 9`,
    wrong: 'This is not the recovery code of this practice. Is it the newest sheet?',
    slip: (group: number | null) =>
      group === null
        ? 'There is a slip somewhere in the code. Compare it with the sheet.'
        : `There is a slip in group ${group}.`,
    newPassphrase: 'New passphrase',
    newPassphraseHint: 'The old one stops working.',
    again: 'New passphrase again',
    open: 'Open the practice',
    back: 'Back to the passphrase',
  },

  renew: {
    title: 'Make a new recovery sheet',
    usedTitle: 'A new recovery sheet first',
    usedLead:
      'The old sheet has just opened the records, so somebody has read its code. Make a new one now; the old one opens nothing any more as soon as you have.',
    begin:
      'The new sheet is shown once. The old one opens the records until you have typed two groups of the new one back.',
    make: 'Make the new sheet',
    lead: 'This code opens the records if the passphrase is ever forgotten. It is shown once, now.',
    prove: 'Type two groups from the new sheet, so that we both know it can be read.',
    done: 'The new recovery sheet is in force. Destroy the old one: it opens nothing any more.',
  },

  strength: {
    label: 'Strength',
    steps: ['Guessed at once', 'Guessed in minutes', 'Guessed in days', 'Nearly there', 'Strong'],
    hints: {
      too_short: 'It is short.',
      common: 'Many people use it.',
      repeats: 'It repeats itself.',
      sequence: 'It follows a row of letters or numbers.',
      names: 'It holds a name that is known here.',
      dates: 'It holds a date.',
      keyboard: 'It follows the keyboard.',
      add_words: 'Add a word or two that have nothing to do with each other.',
    } satisfies Record<PassphraseHint, string>,
  },

  first: {
    step: (step: number, of: number) => `Step ${step} of ${of}`,
    welcome: 'Welcome to Hegu',
    welcomeLead:
      'Your practice will live on this computer, encrypted, and nowhere else. It takes about five minutes.',
    bringBack: 'Bring your records back from a copy',
    practiceName: 'Name of the practice',
    ownerName: 'Your name',
    credentials: 'Your credentials',
    credentialsHint: 'As they follow your name, for example R.Ac.',

    passphrase: 'Your passphrase',
    passphraseLead: 'It opens the records every day. Nobody can look it up for you.',
    offered: 'Five random words',
    otherWords: 'Other words',
    offeredHint: 'Make a picture of them in your head. Write them down until you know them.',
    typeOwn: 'Type my own instead',
    takeOffered: 'Take five random words instead',
    own: 'Passphrase',
    ownAgain: 'Passphrase again',

    copies: 'A copy outside this computer',
    copiesLead:
      'A computer can be lost, stolen or break. A copy elsewhere brings everything back, on any computer.',
    copiesHint:
      'A stick, another disk, or a folder that a program carries elsewhere. Hegu puts one encrypted file there every day while the place is there, and reads it back.',
    choosePlace: 'Choose a place',
    chooseAnother: 'Choose another place',
    copiesGoTo: (folder: string) => `Copies go to ${folder}`,
    later: 'Later',

    sheet: 'Your recovery sheet',
    sheetLead:
      'If the passphrase is ever forgotten, this code alone opens the records. It is shown once, now.',
    sheetHint: 'Print it and keep it where you keep your passport, not in this computer.',
    savePdf: 'Save as PDF',
    savedAs: (name: string) => `Saved as ${name}.`,
    codeLabel: 'Recovery code, nine groups',

    prove: 'Read it back',
    proveLead: 'Type two groups from the sheet, so that we both know it can be read.',
    group: (group: number) => `Group ${group}`,
    open: 'Open the practice',
    done: 'Done',
    wrongGroup: 'This is not what stands on the sheet.',
  },

  trouble,
};
