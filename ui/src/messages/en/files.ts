import type { AddedFile, ClientFile, FileForm } from '../../ipc/bindings';
import type { Apart } from '../apart';
import { isolate } from '../isolate';
import { counted } from '../language';

const plural = counted('en');

/** What a file is, in a few letters; of any other its ending says it. */
const forms: Record<Exclude<FileForm, 'other'>, string> = {
  pdf: 'PDF',
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  heic: 'HEIC',
};

const is: Record<Exclude<FileForm, 'other'>, string> = {
  pdf: 'a PDF',
  jpeg: 'a picture (JPEG)',
  png: 'a picture (PNG)',
  webp: 'a picture (WebP)',
  gif: 'a picture (GIF)',
  heic: 'a photo (HEIC)',
};

const measures: Record<Apart['of'], { one: string; other: string }> = {
  days: { one: '1 day apart', other: '# days apart' },
  weeks: { one: '1 week apart', other: '# weeks apart' },
  months: { one: '1 month apart', other: '# months apart' },
  years: { one: '1 year apart', other: '# years apart' },
};

/** The files of a client. */
export const files = {
  title: 'Files',
  list: (who: string) => `Files of ${isolate(who)}`,
  forms,
  otherForm: 'File',
  kind: (form: string, size: string) => `${form}, ${size}`,
  onlyClinical: 'For those who treat',
  failed: 'The files cannot be shown.',

  none: 'No files yet',
  noneHint: 'Photos of the tongue, reports and letters. Choose them, or drop them on the window.',
  noneHere: 'No files',

  add: 'Add files…',
  adding: {
    label: 'Adding files',
    far: (done: string, of: string) => `${done} of ${of} added`,
    stop: 'Stop',
    stopping: 'Stopping',
    busy: 'Files are still being added. Wait until that is done, or stop it, and try again.',
    /** What was added, and what was there before. */
    added: (count: number, already: number) =>
      [
        count ? plural(count, { one: '1 file added.', other: '# files added.' }) : '',
        already
          ? plural(
              already,
              count
                ? { one: '1 was here already.', other: '# were here already.' }
                : { one: 'This file is here already.', other: 'These # files are here already.' },
            )
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    nothing: 'No file was added.',
    takenBack: (count: number) =>
      plural(count, { one: 'The file is removed again.', other: 'The # files are removed again.' }),
    notAdded: (count: number) =>
      plural(count, { one: '1 file was not added', other: '# files were not added' }),
    /** Beside the tab, as long as nobody has read why. */
    notAddedShort: (count: number) => plural(count, { other: '# not added' }),
    why: {
      too_large: 'It is larger than 100 MB.',
      empty: 'It is empty.',
      unreadable: 'It cannot be read.',
      stopped: 'It was stopped before it was added.',
    } satisfies Record<Exclude<AddedFile['outcome'], 'added' | 'already_here'>, string>,
  },
  drop: (who: string) => `Add to the record of ${isolate(who)}`,
  dropHint: 'They are kept as they are, encrypted with the record.',

  filter: 'Show files with the tag',
  all: 'All',
  anyTag: 'Any tag',
  compare: 'Compare photos',

  menu: {
    label: (name: string) => `What to do with ${isolate(name)}`,
    open: 'Open',
    details: 'Details…',
    save: 'Save a copy…',
    outside: 'Open in another program',
    portrait: 'Use as photo',
    remove: 'Remove',
  },
  savedAs: (name: string) => `Saved as ${isolate(name)}.`,
  openedOutside: (name: string) => `${isolate(name)} opens in another program.`,
  removed: (name: string) => `${isolate(name)} is removed.`,
  restored: (name: string) => `${isolate(name)} is back.`,
  removedFiles: (count: number) => `Removed files (${count})`,
  restore: 'Restore',

  portrait: {
    of: (who: string) => `Photo of ${isolate(who)}`,
    set: (name: string) => `${isolate(name)} is the photo now.`,
    take: 'Take the photo away',
    taken: 'The photo is taken away. The file stays.',
  },

  view: {
    previous: 'Previous file',
    next: 'Next file',
    at: (at: number, of: number) => `${at} of ${of}`,
    notShown: {
      heic: 'A photo in a phone’s own format (HEIC). It is kept as it is; this computer shows it in another program.',
      picture:
        'This picture is too large to be shown here. It is kept as it is; this computer shows it in another program.',
      other:
        'Hegu does not show files of this kind. It is kept as it is; this computer opens it in another program.',
      nowhere:
        'A file like this is neither shown nor opened from here. It is kept as it is, and a copy can be saved.',
    },
    misnamed: ({ form }: Pick<ClientFile, 'form'>) =>
      form === 'other'
        ? 'Its name says something else than what it is.'
        : `Its name says something else than what it is: it is ${is[form]}.`,
    failed: 'The file cannot be shown.',
  },

  details: {
    title: 'Details of the file',
    name: 'Name',
    nameHint: 'With its ending, as in letter.pdf',
    day: 'Day it is of',
    tags: 'Tags',
    tagsHint: 'Words of your own to find and compare files by. Enter adds one.',
    /** What is compared most often. */
    tongue: 'Tongue',
    clinical: 'Only for those who treat',
    clinicalHint: 'The desk does not see the file.',
    save: 'Save details',
    saved: (name: string) => `The details of ${isolate(name)} are saved.`,
    putBack: (name: string) => `The details of ${isolate(name)} are as they were.`,
    thrownAway: 'What was typed is thrown away.',
    meanwhile: 'Somebody else changed this file meanwhile. It says now:',
    meanwhileHint: 'Yours is still here. Save it once more to put it in place of theirs.',
    removedMeanwhile: 'Somebody else removed this file meanwhile. It can be restored under “Removed files”.',
  },

  compared: {
    title: 'Compare photos',
    tag: 'Photos with the tag',
    first: 'First photo',
    second: 'Second photo',
    photo: (day: string, name: string) => `${day} · ${isolate(name)}`,
    same: 'This is the same photo twice.',
    apart: ({ count, of }: Apart) => (count === 0 ? 'On the same day' : plural(count, measures[of])),
  },
};
