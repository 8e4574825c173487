import { counted } from '../language';
import { isolate } from '../isolate';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');
const some = (count: number, word: Word) =>
  plural(count, { one: `1 ${people[word].one}`, other: `# ${people[word].many}` });

/** Several clients chosen, to change the same of all of them. */
export const choosing = {
  begin: 'Choose',
  choose: 'Choose several from here',
  bar: (word: Word) => `The chosen ${people[word].many}`,
  count: (count: number) => plural(count, { one: '1 chosen', other: '# chosen' }),
  all: (total: number) => plural(total, { one: 'All 1', other: 'All #' }),
  none: 'None',
  how: 'Click or press Enter to tick. Shift+click ticks all between.',
  done: 'Done',
  ticked: (name: string, count: number) => `${isolate(name)} chosen, ${count} in all`,
  unticked: (name: string, count: number) => `${isolate(name)} not chosen, ${count} in all`,

  addTag: 'Add a tag…',
  removeTag: 'Remove a tag…',
  status: 'Status',
  fromToday: (status: string) => `${status} from today`,
  tag: 'Tag',
  addTitle: (count: number, word: Word) => `Add a tag to ${some(count, word)}`,
  removeTitle: (count: number, word: Word) => `Remove a tag from ${some(count, word)}`,
  addAction: 'Add tag',
  removeAction: 'Remove tag',

  full: (word: Word) =>
    `One of these ${people[word].many} has 30 tags already, which is the most. Nobody got the tag.`,
  nothing: 'Nobody had to be changed.',
  tagged: (count: number, word: Word, tag: string) => `${some(count, word)} got the tag “${isolate(tag)}”.`,
  untagged: (count: number, word: Word, tag: string) =>
    `${some(count, word)} lost the tag “${isolate(tag)}”.`,
  stands: (count: number, word: Word, status: string) => `${some(count, word)}: ${status.toLowerCase()} now.`,
  undoneBut: (count: number, left: number, word: Word) =>
    `${some(count, word)} as before. ${plural(left, { one: '1 was changed since, and stays.', other: '# were changed since, and stay.' })}`,
  undone: (count: number, word: Word) => `${some(count, word)} as before.`,
};
