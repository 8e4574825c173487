// Words of the parts that many screens share.
import { isolate } from '../isolate';
import { counted } from '../language';

const plural = counted('en');

export const parts = {
  versions: {
    mine: 'What you typed',
    theirs: 'What is kept now',
    both: 'Both together',
    empty: 'nothing',
  },
  accents: {
    title: 'Letters with accents',
    instead: (letter: string) => `In place of ${letter}`,
  },
  combobox: {
    clear: 'Clear',
    found: (count: number) => plural(count, { one: '1 result', other: '# results' }),
  },
  printing: {
    print: 'Print',
    open: 'Open in viewer',
    sent: 'Sent to the printer.',
    viewer:
      'This system offers no dialog for printing. The pages are open in your PDF viewer: print them there.',
  },
  tags: {
    add: 'Add a tag',
    remove: (tag: string) => `Remove tag ${isolate(tag)}`,
    known: 'Tags: used before',
  },
  paper: { a4: 'A4', letter: 'Letter' },
  pages: {
    label: (page: number, pages: number, title: string) => `Page ${page} of ${pages}: ${title}`,
    count: (pages: number) => plural(pages, { one: '1 page', other: '# pages' }),
    asText: 'Read as text',
    text: (title: string) => `Text of ${title}`,
    failed: 'The pages cannot be shown.',
  },
};
