// The clinic as a place: its clock, its calendar on paper elsewhere, and what it writes to people.
import { isolate } from '../isolate';
import { counted } from '../language';

const plural = counted('en');

export const clinic = {
  zone: {
    other: (clinic: string, computer: string) =>
      `The calendar keeps the clinic’s time (${clinic}). This computer is set to ${computer}.`,
    stays: 'That is right while the computer travels. Has the clinic moved?',
    move: (zone: string) => `Take the calendar to ${zone}`,
    what: 'Every visit to come keeps its time of day.',
    moved: (zone: string) => `The calendar is in ${zone} now. Every visit to come keeps its time of day.`,
    nowhere: (visits: number, zone: string) =>
      `Nothing was moved: the clocks leave the time of ${plural(visits, { one: '1 visit', other: '# visits' })} out in ${zone}. Move them first.`,
  },

  paper: {
    title: 'On paper elsewhere',
    none: 'This week and the next can be kept as a PDF in a folder, to see them at home: times and first letters only.',
    warning: 'Whoever gets at the folder can read it.',
    choose: 'Keep it in a folder…',
    another: 'Another folder…',
    stop: 'Stop, and remove it',
    chosen: (folder: string) => `The calendar is kept in ${isolate(folder)}.`,
    stopped: 'The calendar is kept there no more.',
    written: (at: string) => `Written ${at}`,
    missing: 'Not there: it is written again as soon as the folder can be reached.',
    folder: 'Copy the path of the folder',
  },

  free: {
    choose: 'On certain days…',
    any: 'On any day',
    partOfDay: 'Part of the day',
    parts: { any: 'Any', morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
  },

  begun: {
    what: (who: string) => (who ? `You began to book ${isolate(who)}.` : 'You began to book a visit.'),
    goOn: 'Go on',
    throwAway: 'Throw away',
  },

  together: {
    choose: (who: string) => `Comes together with ${isolate(who)}`,
    with: 'Comes with',
    apart: 'Comes alone',
  },

  left: {
    of: (name: string) => `Booked with ${isolate(name)}, who does not work here any more`,
    open: 'Open',
    openFor: (who: string) => `Open the booking of ${isolate(who)}`,
    count: (visits: number) =>
      plural(visits, {
        one: '1 visit is booked with somebody who does not work here any more.',
        other: '# visits are booked with people who do not work here any more.',
      }),
  },

  texts: {
    open: 'Texts…',
    title: 'What the practice writes',
    kinds: {
      reminder: 'Before a visit',
      waiting: 'When a time became free',
      recall: 'To ask somebody to come again',
      called_off: 'When a visit cannot take place',
    },
    hint: 'Empty: the usual text. {name}, {practice}, {phone} and, about a visit, {when} are filled in.',
    save: 'Save',
    saved: 'The texts are saved.',
  },

  mail: {
    title: (who: string) => `Email to ${isolate(who)}`,
    to: 'To',
    subject: 'Subject',
    message: 'Message',
    /** The subject a message begins with. */
    about: (practice: string) => `Your visit at ${practice}`,
    open: 'Open in the mail program',
    sent: 'It was sent',
    hint: 'The mail program opens it, ready to send. Nothing is sent from here, and email can be read on its way: write nothing about health.',
    opened: 'It is open in the mail program. Send it there, then say so here.',
    say: 'Email…',
  },

  codes: {
    show: 'Codes',
    showAll: 'Show a code beside each name',
    none: 'no code for this number',
  },

  stillThere: (room: string, who: string, since: string) =>
    `${isolate(room)}: ${isolate(who)} is still there, since ${since}.`,
  restsSince: (since: string) => `Rests since ${since}`,
};
