// How the calendar is looked at: what is filtered, and its keys.
import { counted } from '../language';

const plural = counted('en');

export const looking = {
  filter: 'Filter',
  filterBy: (count: number) => (count === 0 ? 'Filter' : `Filter: ${count} chosen`),
  filterTitle: 'Which bookings to show',
  rooms: 'Rooms',
  services: 'Visits',
  statuses: 'How they stand',
  other: 'Other',
  count: (count: number) => plural(count, { one: '1 booking', other: '# bookings' }),
  only: 'Only what is filtered',
  without: (label: string) => `Show without: ${label}`,
  showAll: 'Show all bookings',
  nothingFits: 'Nothing fits the filter.',
  paper: {
    most: (days: number) => `A sheet holds ${days} days at most, so choose some of the month.`,
    covers: 'Which of its days',
    week: 'The week',
    day: 'The day',
    other: 'Other days',
  },
  keys: {
    previous: 'The day, week or month before',
    next: 'The day, week or month after',
    today: 'Today',
    day: 'A day',
    week: 'A week',
    month: 'A month',
    list: 'A list',
    move: 'Move the booking',
    stretch: 'Make the booking longer or shorter',
  },
  roomLoad: (taken: string, open: string) => `${taken} taken of ${open}`,
};
