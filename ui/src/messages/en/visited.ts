// Visits and the calls about them in the timeline of whoever came, and what is left of them when somebody dies.
import type { ContactAbout, ContactOutcome } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted, named } from '../language';

const plural = counted('en');

export const visited = {
  visit: (when: string) => `Visit of ${when}`,
  /** Below a note: the visit that it is of. */
  of: (time: string) => `Visit at ${time}`,
  with: (name: string) => `with ${isolate(name)}`,
  noNote: 'no note yet',
  fee: 'charged',
  because: (reason: string) => `Because: ${isolate(reason)}`,
  open: 'Open in the calendar',
  about: {
    waiting: 'Offered a time',
    recall: 'Asked to come again',
    called_off: 'Told of a visit that was called off',
    reminder: 'Reminded of a visit',
  } satisfies Record<ContactAbout, string>,
  outcomes: {
    reached: 'reached',
    message: 'left a message',
    no_answer: 'no answer',
    sent: 'sent a message',
  } satisfies Record<ContactOutcome, string>,
  tried: (about: string, outcome: string) => `${about}: ${outcome}`,
  earlier: (count: number) => plural(count, { one: 'Show 1 earlier', other: 'Show # earlier' }),

  left: {
    label: 'What is still in the diary',
    deceased: (name: string) => `${isolate(name)} has died and is still in the diary.`,
    discharged: (name: string) => `${isolate(name)} is discharged and is still in the diary.`,
    visits: (when: string[]) => `Booked for ${named('en', when)}`,
    waits: 'On the waiting list',
    cancel: (visits: number, waits: boolean) => {
      if (visits === 0) return 'Take off the list';
      const cancel = plural(visits, { one: 'Cancel the visit', other: 'Cancel the visits' });
      return waits ? `${cancel}, stop waiting` : cancel;
    },
    reason: { deceased: 'Has died', discharged: 'Treatment is over' },
    done: (name: string) => `${isolate(name)} is no longer in the diary.`,
    deceasedOut: 'Nobody is asked to remind them or to call them.',
  },
};
