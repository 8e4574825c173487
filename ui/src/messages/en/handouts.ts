import type { Finding } from '../../ipc/bindings';
import { counted, named } from '../language';
import { isolate } from '../isolate';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');

const findings: Record<Finding['kind'], { title: string; why: string }> = {
  no_references: {
    title: 'No references',
    why: 'A careful reader asks where this comes from. Name at least one study or guideline.',
  },
  no_danger_signs: {
    title: 'No danger signs',
    why: 'Say when to call an ambulance or see a doctor at once.',
  },
  flat_claim: {
    title: 'Stated as certain',
    why: 'This promises more than studies show. Say how sure it is, or who it helped.',
  },
  empty_byline: {
    title: 'No author',
    why: 'The line for the author is empty. Sheets are trusted when someone signs them.',
  },
  no_date: {
    title: 'No date',
    why: 'Nobody can tell how old this advice is. Say when it was written or checked.',
  },
  promotion: {
    title: 'Reads like advertising',
    why: 'This asks for a booking instead of helping. Leave it out of a sheet people take home.',
  },
  picture_without_words: {
    title: 'A picture without words',
    why: 'People who cannot see it learn nothing from it. Say what it shows between the square brackets.',
  },
  missing_picture: {
    title: 'This picture is not here',
    why: 'The sheet cannot be printed without it. Choose its file, or take the line out.',
  },
  old: {
    title: 'Written long ago',
    why: 'Check that it still holds before you give it to someone.',
  },
};

export const handouts = {
  title: 'Handouts',
  count: (count: number) => plural(count, { one: '1 sheet', other: '# sheets' }),
  import: 'Import',
  importSheet: 'Import a sheet',
  newSheet: 'New sheet',
  search: 'Title or author',
  list: 'Sheets',
  none: 'No sheets yet',
  noneHint:
    'Bring in an article as text or Markdown, or write one here. Dropping a file on the window works too.',
  notFound: (text: string) => `No sheet found for “${text}”.`,
  failed: 'The sheets cannot be shown.',
  version: (version: number) => `Version ${version}`,
  given: (times: number) => plural(times, { one: 'given once', other: 'given # times' }),
  edit: 'Edit',
  builtIn: 'comes with Hegu',
  copyAndChange: 'Copy and change',
  gone: 'This sheet is no longer here',
  back: 'All sheets',
  drop: 'Drop the file to bring it in as a sheet',
  dropHint: 'Plain text or Markdown. It opens as a draft; nothing is kept until you say so.',
  imported: (name: string) => `${name} is read. Look it over, then keep it.`,

  give: {
    label: 'Give this sheet',
    textSize: 'Text size',
    points: (size: number) => `${size}`,
    paper: 'Paper',
    language: 'Language',
    giveTo: (name: string) => `Give to ${isolate(name)}`,
    savePdf: 'Save PDF',
    keeps: (word: Word) =>
      `Kept on the ${people[word].one}’s timeline exactly as shown: version, language, size and date.`,
    noOne: (word: Word) =>
      `Choose a ${people[word].one} to give it. Until then it shows without a name and can be saved.`,
    given: (title: string, name: string) => `“${isolate(title)}” is given to ${isolate(name)}.`,
    givenAt: (time: string) => `Given at ${time}`,
    openPerson: (name: string) => `Open ${isolate(name)}`,
    savedAs: (name: string) => `Saved as ${name}.`,
  },

  glyphs: {
    title: 'Some characters cannot be printed',
    list: (names: string[]) => `No printing face here has ${named('en', names)}.`,
    fromName: (name: string, word: Word) =>
      `They stand in the ${people[word].one}’s name, ${isolate(name)}. Write it in Latin or Chinese letters in the details, or leave the sheet without a name.`,
    fromText: 'They stand in the text of the sheet.',
    fromEither: (word: Word) =>
      `They may come from the ${people[word].one}’s name, from your practice’s name and address, or from the text.`,
    kept: 'The page below shows the sheet as it was before.',
  },

  pictures: {
    insert: 'Insert a picture',
    shows: 'What it shows',
    showsHint: 'One sentence, for people who cannot see it. Leave it empty only for mere decoration.',
    put: 'Insert',
    cancel: 'Cancel',
    bring: 'Choose the file',
    missing: (count: number) =>
      plural(count, { one: 'A picture is not here', other: '# pictures are not here' }),
    drop: 'Drop the picture to insert it into the text',
    dropHint: 'It is set where the cursor stands, and kept with the sheet.',
  },

  preview: { failed: 'The preview cannot be shown.' },

  menu: {
    label: (title: string) => `What to do with “${isolate(title)}”`,
    show: 'Show',
  },

  fields: {
    insert: 'Insert a field',
    hint: 'When the sheet is given, the real words take its place.',
    names: {
      'client.first_name': (word: Word) => `What the ${people[word].one} is called`,
      'client.name': (word: Word) => `Full name of the ${people[word].one}`,
      'practitioner.name': () => 'Your name',
      'practitioner.registration': () => 'Your registration number',
      'practitioner.tax_number': () => 'Your tax number',
      'practitioner.signature': () => 'The lines below your signature',
      'practice.name': () => 'Name of the practice',
      'practice.phone': () => 'Phone of the practice',
      'practice.address': () => 'Address of the practice',
      'practice.emergency_number': () => 'Emergency number',
      today: () => 'Date of the day it is given',
    },
    gaps: (count: number) =>
      plural(count, {
        one: 'One field would be printed as it is written',
        other: '# fields would be printed as they are written',
      }),
    why: {
      unknown: () => 'is not a field known here.',
      nobody: (word: Word) => `is filled in once a ${people[word].one} is chosen.`,
      empty: () => 'is empty in Settings.',
    },
    unknown: 'No field has this name',
    unknownWhy: 'It would be printed as it is written. Choose one of the fields under “Insert a field”.',
    empty: 'This field is empty',
    emptyWhy: 'It would be printed as it is written, until it is filled in under Settings.',
  },

  editor: {
    newTitle: 'New sheet',
    title: 'Title',
    author: 'Author',
    written: 'Written or checked',
    language: 'Language',
    text: 'Text',
    untitled: 'Sheet without a title',
    keep: 'Keep sheet',
    keepOwn: 'Keep as our own',
    keepVersion: (version: number) => `Keep as version ${version}`,
    kept: (title: string, version: number) => `“${title}” is kept, version ${version}.`,
    throwAway: 'Throw away',
    throwAwayChanges: 'Throw away changes',
    thrownAway: 'The draft is thrown away.',
    words: (words: number) => plural(words, { one: '1 word', other: '# words' }),
    marks: 'The marks',
    tips: [
      ['# ', 'heading'],
      ['- ', 'list'],
      ['1. ', 'steps'],
      ['**bold**', 'bold'],
      ['*italic*', 'italic'],
      ['> ', 'quote'],
      ['> [!WARNING]', 'danger box'],
      ['---', 'rule'],
      ['\\newpage', 'new page'],
    ],
    findings: 'A careful reader would ask',
    noFindings: 'Nothing to question was found.',
    line: (line: number) => `Line ${line}`,
    whole: 'Whole sheet',
    goTo: (line: number) => `Go to line ${line}`,
    finding: findings,
    tail: 'The end reads like advertising',
    dropTail: (lines: number) => plural(lines, { one: 'Drop the last line', other: 'Drop the last # lines' }),
    tailDropped: (lines: number) =>
      plural(lines, { one: 'The last line is dropped.', other: 'The last # lines are dropped.' }),
    stale: (name: string, moment: string) =>
      `${name} kept another version on ${moment}, while you were writing. Choose what to keep; nothing is lost until you keep the sheet.`,
  },

  givenDialog: {
    about: (name: string, moment: string) => `Given to ${isolate(name)}, ${moment}`,
    saveCopy: 'Save copy',
  },
};
