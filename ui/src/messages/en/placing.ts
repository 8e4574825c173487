// What is said while a time is sought: which times, together with whom, and what was begun before.
import { isolate } from '../isolate';

export const placing = {
  free: {
    choose: 'On certain days…',
    any: 'On any day',
    partOfDay: 'Part of the day',
    parts: { any: 'Any', morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
  },

  every: (minutes: number) => `Somebody comes every ${minutes} minutes here.`,
  off: (minutes: number, earlier: string, later: string) =>
    `${earlier} or ${later} would fit: somebody comes every ${minutes} minutes here.`,

  length: {
    label: 'How long it is',
    service: (minutes: string, service: string) => `${minutes}, as ${isolate(service)} takes`,
    kept: (minutes: string) => `${minutes}, as it was booked`,
  },

  together: {
    choose: (who: string) => `Comes together with ${isolate(who)}`,
    with: 'Comes with',
    apart: 'Comes alone',
  },

  begun: {
    what: (who: string) => (who ? `You began to book ${isolate(who)}.` : 'You began to book a visit.'),
    goOn: 'Go on',
    throwAway: 'Throw away',
  },
};
