import { isolate } from '../isolate';

/** A visit that is booked from one line, and the next visit of somebody who was found. */
export const oneLine = {
  group: 'Book',
  book: (who: string, visit: string, when: string) => `Book ${isolate(who)} · ${isolate(visit)} · ${when}`,
  /** How somebody who was found is booked. */
  hint: 'add “fri 3pm” to book',
  like: (when: string) => `Book like the last: ${when}`,
  next: (when: string) => `Book the next free time: ${when}`,
  /** What Enter does for whoever rings, and what the other key does for them and for everybody else. */
  ringing: 'Book',
  record: 'open the record',
  again: 'book the next visit',

  /** What is read in such a line, beside the names of days and months, which the computer knows. */
  read: {
    today: ['today'],
    tomorrow: ['tomorrow', 'tmrw'],
    next: ['next'],
    free: ['free'],
    in: ['in'],
    on: ['on'],
    at: ['at'],
    one: ['a', 'an', 'one'],
    days: ['day', 'days'],
    weeks: ['week', 'weeks'],
    months: ['month', 'months'],
    /** What stands behind the number of a day. */
    ordinals: ['st', 'nd', 'rd', 'th'],
  },
};
