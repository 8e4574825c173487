import { counted } from '../language';
import { isolate } from '../isolate';

const plural = counted('en');

/** Words of signed notes that stand at the head of a record. */
export const pins = {
  title: 'Pinned',
  pin: (section: string) => `Pin words of ${section}`,
  all: 'All of it',
  more: 'Show all of it',
  less: 'Show less of it',
  pinned: 'Pinned to the head of the record.',
  already: 'This is pinned already.',
  from: (section: string, date: string) => `${section}, ${date}`,
  addendum: 'Addendum',
  addendumOf: (when: string) => `the addendum of ${when}`,
  unpin: (text: string) => `Take down: ${isolate(text)}`,
  unpinned: 'Taken down. The note stays as it is.',
  putBack: 'Pinned again.',
  since: (count: number) =>
    plural(count, { one: 'The note was added to since.', other: 'The note was added to # times since.' }),
  broken: 'The note does not say this as it was signed.',
};
