import type { FieldProblem, KeyringStanding, UnreadableFile, UnusablePicture } from '../../ipc/bindings';
import { counted, named } from '../language';
import { copies } from './copies';

const people = {
  client: { one: 'client', many: 'clients', One: 'Client', Many: 'Clients' },
  patient: { one: 'patient', many: 'patients', One: 'Patient', Many: 'Patients' },
};

const plural = counted('en');

export const common = {
  /** The forms of the practice's own word for the people it treats. */
  people,

  close: 'Close',
  undo: 'Undo',
  notice: 'What was just done',
  unnamed: 'This names somebody, and names are hidden now.',
  back: 'Back',
  goBack: 'Go back',
  next: 'Continue',
  change: 'Change',
  optional: 'optional',
  loading: 'Loading',
  again: 'Try again',
  copyReport: 'Copy report',
  copiedText: 'Copied.',
  copied: 'Report copied. It holds no names and nothing from your records.',
  saved: (time: string) => `Saved ${time}`,
  notSaved: 'Not saved, retrying',
  notSavedFull: 'Not saved: the disk is full. Make room; it is tried again by itself',
  notKept:
    'What you typed cannot be saved now and would be lost, so the records stay open. Do it again to go without it.',
  notSavedGone: 'Not saved: the practice’s folder is gone. It is tried again by itself',

  fields: {
    required: () => 'Please fill this in.',
    too_long: (limit) =>
      limit === null
        ? 'This is too long.'
        : `This is too long: at most ${plural(limit, { one: '1 letter', other: '# letters' })}.`,
    not_a_date: () => 'This date cannot be read. Try it like 3 March 1964.',
    not_a_time: () => 'This time cannot be read. Try it like 9:30.',
    no_such_time: () => 'The clocks go forward over this time; it does not exist on that day.',
    time_comes_twice: () => 'The clocks go back over this time; it comes twice on that day.',
    past_midnight: () => 'This would go on past midnight.',
    ends_before_it_begins: () => 'This ends before it begins.',
    overlapping: () => 'This overlaps another of them.',
    not_a_number: () => 'A number is needed here.',
    too_much: (limit) => (limit === null ? 'This is too much.' : `This is too much: at most ${limit}.`),
    name_taken: () => 'Another one has this name already.',
    in_the_future: () => 'This date is still to come.',
    too_far_ahead: () => 'This date is too far ahead.',
    in_the_past: () => 'This day is over.',
    too_long_ago: () => 'This date is too long ago.',
    not_an_email: () => 'This does not look like an email address.',
    not_a_phone: () => 'This does not look like a phone number.',
    too_weak: () => 'This would be guessed too easily. Use more words, or take the five offered.',
    does_not_match: () => 'The two do not match.',
    unknown_value: () => 'This value is not known here.',
    contradictory: () => 'This cannot hold together with what is said beside it.',
    unknown_placeholder: () =>
      'Something in braces stands for nothing here. Use {name}, {practice} or {phone}, and {when} about a visit.',
    control_characters: () => 'This holds characters that cannot be shown. Please type it again.',
    too_short: (limit) =>
      limit === null
        ? 'This is too short.'
        : `This is too short: at least ${plural(limit, { one: '1 letter', other: '# letters' })}.`,
    not_for_owners: () => 'An owner has no last day: after it nobody could open the records.',
    not_a_pin: () => 'A PIN is six to twelve digits.',
    being_typed: () => 'Somebody has not finished changing this.',
  } satisfies Record<FieldProblem, (limit: number | null) => string> as Record<
    FieldProblem,
    (limit: number | null) => string
  >,

  failures: {
    not_found: 'This is no longer here.',
    invalid: 'Some fields need another look.',
    likely_duplicate: 'Someone very like this is already here.',
    in_the_way: 'Something is in the way at that time.',
    stale: 'This was changed by someone else meanwhile. Nothing was overwritten.',
    only_kept: 'This record is kept for the law alone. Nobody works with it until it is taken up again.',
    not_permitted: 'Your role does not allow this.',
    proof_needed: 'This needs your passphrase once more.',
    access_ended: 'The access has ended.',
    suspended: 'The access is suspended.',
    wrong_pin: 'This is not the PIN.',
    pin_gone: 'The PIN is forgotten. The passphrase works as always.',
    device_key_needed: {
      ready: 'This computer’s keyring did not answer in time. Try again.',
      empty: 'This computer does not have the clinic’s key. An owner can put it back.',
      other: 'Something else lies where this computer keeps the clinic’s key. An owner can put it back.',
      none: 'This computer has no keyring, and the clinic’s key would be in it. Log out of the computer and in again.',
      locked: 'This computer’s keyring is locked, and the clinic’s key is in it. Unlock it, then try again.',
    } satisfies Record<KeyringStanding, string>,
    keyring: {
      ready: 'This computer’s keyring did not do what was asked. Try again.',
      empty: 'The clinic’s key is not in this computer’s keyring.',
      other:
        'Something else lies where this computer keeps the clinic’s key. In Settings, under Security, you can put the key back.',
      none: 'This computer has no keyring. Log out of the computer and in again, then try once more.',
      locked: 'This computer’s keyring is locked. Unlock it, then try again.',
    } satisfies Record<KeyringStanding, string>,
    key_not_replaced:
      'They are removed and can no longer get in. The key of the practice could not be replaced: try it again in Settings, under Security.',
    last_owner: 'The practice needs an owner. Make somebody else one first.',
    computer_unlock_gone: 'This computer’s log-in no longer opens the records.',
    wrong_passphrase: 'This is not the passphrase.',
    too_soon: 'There were several wrong tries. Wait a moment, then try again.',
    wrong_recovery_code: 'This is not the recovery code of this practice.',
    backup_damaged: 'This backup is not as it was written. Nothing was changed; choose another one.',
    mistyped_recovery_code: 'There is a slip in the recovery code.',
    trouble: 'The records cannot be opened.',
    no_glyph: (characters: string[]) => `These cannot be printed: ${named('en', characters)}.`,
    unreadable_file: {
      not_text: 'This file is not text. Choose a .txt or .md file.',
      too_large: 'This file is too large for a sheet.',
      empty: 'This file is empty.',
      unknown_kind: 'This kind of file cannot be read yet. Choose a .txt or .md file.',
    } satisfies Record<UnreadableFile, string>,
    no_picture: (names: string[]) =>
      plural(names.length, {
        one: `The text names a picture that is not here: ${named('en', names)}.`,
        other: `The text names pictures that are not here: ${named('en', names)}.`,
      }),
    unusable_picture: {
      not_a_picture: 'This is not a picture that can be printed. Choose a PNG or JPEG file.',
      too_large: 'This picture is too large: at most 5 MB. Save it smaller, then choose it again.',
      too_many_dots:
        'This picture has more dots than paper can show: at most 36 million. Save it smaller, then choose it again.',
      damaged: 'This picture is damaged: it cannot be read to its end. Save it anew, or choose another.',
    } satisfies Record<UnusablePicture, string>,
    copy: copies.troubles,
    folder_gone:
      'The practice’s folder is gone from its place, so nothing can be saved. Put it back, then try again.',
    records_damaged:
      'A part of the records cannot be read: the disk may be failing. Nothing was changed. Close the records, copy the whole folder to another disk, then go back to the last backup.',
    file_damaged:
      'This file is missing or damaged; the records are whole. An owner finds under Settings, Backups whether a backup has it, and puts it back.',
    disk_full: 'The disk is full. Nothing was lost; free some space and try again.',
    unexpected: (reference: string) => `Something went wrong (${reference}). What was saved is safe.`,
    lost: 'The window lost touch with the program. Close it and open it again; what was saved is safe.',
  },

  nav: {
    main: 'Main',
    today: 'Today',
    calendar: 'Calendar',
    handouts: 'Handouts',
    points: 'Points',
    settings: 'Settings',
    general: 'General',
    about: 'About Hegu',
    lock: 'Lock now',
    unfinished: 'unfinished',
    namesBlurred: 'Names blurred',
    showNames: 'Show names',
  },

  actions: {
    goToday: 'Go to Today',
    goCalendar: 'Go to Calendar',
    goWaiting: 'Go to the waiting list',
    goPeople: (word: 'client' | 'patient') => `Go to ${people[word].Many}`,
    goHandouts: 'Go to Handouts',
    goPoints: 'Go to Points',
    goSettings: 'Go to Settings',
    goAudit: 'Go to Audit',
    goBackups: 'Go to Backups',
    newNote: 'New note',
    giveSheet: 'Give a sheet',
    newBooking: 'Book a visit',
    newPerson: (word: 'client' | 'patient') => `New ${people[word].one}`,
    importSheet: 'Import a sheet',
    newSheet: 'Write a new sheet',
    palette: 'Find anything',
    search: 'Search on this screen',
    shortcuts: 'Keyboard shortcuts',
    about: 'About Hegu',
    lock: 'Lock now',
    rest: 'Rest',
    who: 'Change who is at the keyboard',
    back: 'Go back',
    larger: 'Larger text',
    smaller: 'Smaller text',
    usual: 'Usual text size',
    kit: 'The kit of the screens',
    blurNames: 'Blur the names of people',
    showNames: 'Show the names of people',
    themes: {
      system: 'Appearance as the system',
      light: 'Light appearance',
      dark: 'Dark appearance',
    },
    densities: { compact: 'Compact controls', touch: 'Large controls, for touch' },
  },

  palette: {
    title: 'Find anything',
    ask: (word: 'client' | 'patient') => `A ${people[word].one}, a point, a sheet or something to do`,
    people: (word: 'client' | 'patient') => people[word].Many,
    noteAbout: (word: 'client' | 'patient') => `New note: about which ${people[word].one}?`,
    giveTo: (word: 'client' | 'patient') => `Give a sheet: to which ${people[word].one}?`,
    sheets: 'Sheets',
    actions: 'Actions',
    age: (age: number) => `${age}`,
    number: (number: number) => `no. ${number}`,
    version: (version: number) => `version ${version}`,
    choose: 'choose',
    open: 'open',
    openOne: 'Open',
    more: 'more for this one',
    less: 'back',
    shortcuts: 'all shortcuts',
    nothing: (text: string) => `Nothing found for “${text}”.`,
    found: (count: number) => plural(count, { one: '1 result', other: '# results' }),
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    search: 'What do you want to do?',
    or: 'or',
    groups: {
      go: 'Go',
      act: 'Do',
      look: 'Look',
      screen: 'On every screen',
      calendar: 'In the calendar',
      lists: 'In lists',
      fields: 'While writing',
    },
    nothing: (text: string) => `No shortcut found for “${text}”.`,
    singleOff: 'Single keys are off. Switch them on in Settings, under This machine.',
    undo: 'Take back what was just done',
    menu: 'What can be done with the chosen thing',
    leave: 'Close what is open',
    nextRow: 'Next row',
    previousRow: 'Previous row',
    openRow: 'Open the chosen row',
    finish: 'Save the form, or keep the sheet',
    bold: 'Bold, in a sheet',
    italic: 'Italic, in a sheet',
    accents: 'Letters with accents, in a name',
  },

  date: {
    open: 'Choose from a calendar',
    previous: 'Previous month',
    next: 'Next month',
    month: 'Month',
    year: 'Year',
  },
};
