// The end of the day: what is left, the copy outside, and tomorrow's list.
import { counted } from '../language';

const plural = counted('en');

export const closeDay = {
  open: 'Close the day',
  title: 'Close the day',
  visits: {
    title: 'Visits',
    done: 'Every visit that has begun today has come to its end.',
    left: (count: number) =>
      `${plural(count, { one: '1 visit is', other: '# visits are' })} not said to be over`,
    finish: 'Done',
  },
  notes: {
    title: 'Notes',
    done: 'Every visit that is over has its signed note.',
    left: (count: number) => `${plural(count, { one: '1 note is', other: '# notes are' })} not signed`,
    write: 'Write',
  },
  copy: {
    title: 'Copy outside this computer',
    done: (at: string) => `Made and read back ${at}.`,
    old: (at: string) => `The last one was read back ${at}.`,
    never: 'There is none yet.',
    none: 'No place is chosen.',
    make: 'Make one now',
    choose: 'Choose a place',
    owner: 'An owner looks after it.',
  },
  next: {
    title: (day: string) => `The list of ${day}`,
    none: 'Nobody is booked in the next two weeks.',
    who: (count: number, first: string) =>
      `${plural(count, { one: '1 visit', other: '# visits' })}, the first at ${first}`,
    print: 'Print with telephone numbers',
    remind: 'Remind them',
  },
  lock: 'Lock and go home',
};
