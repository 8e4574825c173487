import type { BookingStatus, ObstacleKind, TreatmentNote } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted, named } from '../language';
import { setup } from './bookings-setup';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;
const plural = counted('en');

const minutes = (count: number) => plural(count, { one: '1 minute', other: '# minutes' });

export const bookings = {
  title: 'Calendar',
  views: { day: 'Day', week: 'Week', month: 'Month', list: 'List' },
  view: 'How much of the calendar',
  columns: { people: 'People', rooms: 'Rooms' },
  by: 'One column for each',
  today: 'Today',
  previous: { day: 'Previous day', week: 'Previous week', month: 'Previous month', list: 'Previous week' },
  next: { day: 'Next day', week: 'Next week', month: 'Next month', list: 'Next week' },
  jump: 'Go to a day',
  moreActs: 'More',
  freeOnly: 'Free times only',
  freeOnlyOn: 'Names are hidden: only free and taken times show.',
  freeOnlyWaits: 'What you asked for opens when everything shows again.',
  freeOnlyOff: 'Show everything',
  freeFor: (long: string) => `${long} free`,
  nothingFree: 'Nothing is free.',
  showCancelled: 'Show cancelled ones',
  hideCancelled: 'Hide cancelled ones',
  zoomIn: 'Larger hours',
  zoomOut: 'Smaller hours',
  everybody: 'Everybody',
  whose: 'Whose bookings',
  everyRoom: 'Every room',
  book: 'Book',
  hands: 'Hands',
  handsOf: (name: string) => `Where ${isolate(name)} is needed`,
  noRoom: 'Elsewhere',
  roomless: 'Without a room',
  noHours: 'At all times',
  off: 'Not here',
  failed: 'The calendar cannot be shown.',
  calendar: 'Bookings',
  load: (handsOn: string, working: string) => `${handsOn} hands-on of ${working}`,
  full: (percent: number) => `${percent} % taken`,
  nothing: 'Nothing is booked.',
  nothingOn: (day: string) => `Nothing is booked on ${day}.`,
  more: (count: number) => `${count} more`,
  count: (count: number) => plural(count, { one: '1 booking', other: '# bookings' }),
  minutes,
  hoursShort: (hours: number, rest: number) =>
    [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' '),

  emptyTitle: 'Your calendar is ready for its first room',
  emptyHint: 'Say which rooms and visits there are, and when you work. It takes two minutes.',
  emptyAction: 'Set up the calendar',
  emptyNotOwner: 'An owner says in Settings which rooms and visits there are.',

  status: {
    booked: 'Booked',
    confirmed: 'Confirmed',
    arrived: 'Arrived',
    in_room: 'In room',
    resting: 'Resting',
    done: 'Done',
    no_show: 'Did not come',
    cancelled: 'Cancelled in time',
    cancelled_late: 'Cancelled late',
  } satisfies Record<BookingStatus, string>,
  treatmentNote: {
    none: 'no note yet',
    begun: 'not signed',
    signed: 'signed',
  } satisfies Record<TreatmentNote, string>,
  firstVisit: 'First visit',
  held: 'Held',
  taken: 'Taken',
  free: (from: string, until: string) => `Free ${from} to ${until}`,
  rests: (until: string) => `Rests to ${until}`,
  restsSince: (since: string) => `Rests since ${since}`,
  hereSince: (since: string) => `Here since ${since}`,
  doubleBooked: 'Double-booked',
  bookedAllTheSame: 'Booked all the same',
  roomKept: (before: number, after: number) =>
    `the room is kept ${[before && `${minutes(before)} before`, after && `${minutes(after)} after`].filter(Boolean).join(' and ')}`,

  fromTo: (from: string, until: string) => `${from} to ${until}`,
  movedTo: (who: string, when: string, where: string) =>
    `${isolate(who)} moved to ${[when, where].filter(Boolean).join(', ')}`,
  changedLength: (who: string, count: number) => `${isolate(who)}: now ${minutes(count)}`,
  booked: (who: string, when: string) => `${isolate(who)} booked for ${when}`,
  walkedIn: (who: string, when: string) => `${isolate(who)} booked for ${when}, and arrived`,
  said: (who: string, status: string) => `${isolate(who)}: ${status}`,
  takenBack: (who: string) => `${isolate(who)}: taken back`,
  changed: (who: string) => `${isolate(who)}: saved`,

  day: {
    here: 'In the clinic',
    coming: 'Still to come',
    done: 'Done',
    tomorrow: 'Tomorrow',
    tomorrowIs: (count: number, first: string) =>
      count === 0
        ? 'Nobody is booked.'
        : `From ${first}, ${plural(count, { one: '1 booking', other: '# bookings' })}`,
    walkIn: 'Walk-in',
    none: 'Nobody is booked today.',
  },

  panel: {
    label: 'Booking',
    parts: (handsOn: boolean, count: number) => `${count} ${handsOn ? 'hands-on' : 'resting'}`,
    practitioner: 'Practitioner',
    room: 'Room',
    note: 'Note',
    despite: 'Booked all the same, because',
    series: 'Series',
    openNote: 'Open note',
    startNote: 'Start note',
    openRecord: 'Open record',
    takeAlong: 'To take along…',
    move: 'Move to…',
    bookNext: 'Book next',
    edit: 'Change',
    cancel: 'Cancel the booking',
    sooner: 'Would come sooner…',
    askAgain: 'Ask to come again…',
    undoStep: 'Take back',
    restOver: 'rest is over',
    waiting: (count: number) => `waits ${plural(count, { one: '1 min', other: '# min' })}`,
    fee: 'charged',
    say: {
      confirmed: 'Confirm',
      arrived: 'Arrived',
      in_room: 'In room',
      resting: 'Resting',
      done: 'Done',
      no_show: 'Did not come…',
    },
    hidden: 'Somebody else’s booking',
  },

  form: {
    title: 'Book',
    moveTitle: 'Move to…',
    editTitle: 'Change the booking',
    service: 'Visit',
    own: 'Other',
    heldFor: 'Hold the time for nobody',
    practitioner: 'Practitioner',
    room: 'Room',
    day: 'Day',
    time: 'Time',
    timeHint: 'Like 9, 9:30 or 3pm',
    minutes: 'Minutes',
    note: 'Note for the desk',
    save: 'Book the visit',
    move: 'Move',
    keep: 'Save',
    nextFree: 'Next free',
    noneFree: 'Nothing is free within a year.',
    aside: 'The booking you began is put aside.',
    which: 'The clocks go back, so this time comes twice',
    earlier: 'Before they do',
    later: 'After',
  },

  cancel: {
    title: (who: string) => `Cancel ${isolate(who)}`,
    noShow: (who: string) => `${isolate(who)} did not come`,
    how: 'How it was cancelled',
    cancelled: { title: 'In time', what: 'The time can be given to somebody else.' },
    cancelled_late: { title: 'Late', what: 'Too late to give the time to somebody else.' },
    reason: 'Reason',
    fee: 'Charge it',
    action: 'Cancel the booking',
  },

  repeat: {
    label: 'Repeat',
    rhythms: {
      once: 'Once',
      '1 weeks': 'Every week',
      '2 weeks': 'Every second week',
      '4 weeks': 'Every fourth week',
      days: 'Every so many days',
    },
    days: 'Days apart',
    ends: 'It ends',
    endsAfter: 'After so many visits',
    endsOn: 'On a day',
    count: 'How many visits',
    last: 'Last day',
    look: 'Look at the days',
    plan: 'The visits of the series',
    found: (visits: number, clashes: number) =>
      [
        plural(visits, { one: '1 visit', other: '# visits' }),
        clashes ? plural(clashes, { one: '1 clashes', other: '# clash' }) : 'nothing is in the way',
      ].join(', '),
    instead: (when: string) => `Instead of ${when}`,
    out: 'Leave it out',
    save: (visits: number) => `Book ${plural(visits, { one: '1 visit', other: '# visits' })}`,
    booked: (who: string, visits: number) =>
      `${isolate(who)}: ${plural(visits, { one: '1 visit is', other: '# visits are' })} booked`,
    part: 'Which visits',
    parts: {
      one: { title: 'This one', what: 'The others stay.' },
      following: { title: 'This and the following', what: 'Those before it stay.' },
      all: { title: 'All that are still to come', what: 'Those that have been stay.' },
    },
    cancelled: (who: string, visits: number) =>
      `${isolate(who)}: ${plural(visits, { one: '1 visit is', other: '# visits are' })} cancelled`,
    moved: (who: string, visits: number) =>
      `${isolate(who)}: ${plural(visits, { one: '1 visit is', other: '# visits are' })} moved`,
    changed: (who: string, visits: number) =>
      `${isolate(who)}: ${plural(visits, { one: '1 visit is', other: '# visits are' })} changed`,
    exceptions: 'A visit that was given something of its own keeps it. Times stay as they are.',
    one: 'One of a series',
  },

  coming: {
    title: 'Comes next',
    none: 'Nothing is booked.',
    last: 'Last booked',
    takeAlong: 'What to take along',
    printCard: 'Print an appointment card',
    saveCard: 'Save the card as a PDF…',
    printLetter: 'Print a reminder letter',
    calendar: 'The next one for a calendar…',
    calendarTimeOnly: 'The same, saying only when…',
    thisOne: 'This one for a calendar…',
  },

  paper: {
    open: 'Print the calendar',
    title: 'Print the calendar',
    from: 'From',
    until: 'Until',
    whose: 'Whose',
    everything: 'The whole clinic',
    howMuch: 'How much it says',
    names: {
      full: { title: 'Names', what: 'With telephone numbers and notes for the desk.' },
      initials: { title: 'Initials', what: 'For a sheet that others may see.' },
      hidden: { title: 'No names', what: 'Only that a time is taken.' },
    },
    alerts: 'With alerts',
    alertsHint: 'For the treatment room: dangers and cautions stand beside each name.',
    blank: 'Empty lines for each day',
  },

  inTheWay: {
    title: 'Something is in the way',
    hands: (name: string, who: string, when: string) =>
      `${when}: ${isolate(name)} has hands on ${isolate(who)}.`,
    room: (room: string, who: string, when: string) =>
      `${when}: ${isolate(room)} is taken by ${isolate(who)}.`,
    stillThere: (room: string, who: string, since: string) =>
      `${isolate(room)}: ${isolate(who)} is still there, since ${since}.`,
    client: (who: string, when: string) => `${when}: ${isolate(who)} is booked elsewhere.`,
    somebody: 'somebody',
    alone: {
      outside_hours: 'It is outside of the working hours.',
      away: 'The practitioner is away.',
      practice_closed: 'The practice is closed then.',
      room_closed: 'The room is closed then.',
      not_their_room: 'The room is kept for others.',
      hands: 'The practitioner’s hands are taken.',
      room: 'The room is taken.',
      client: 'The person is booked elsewhere at that time.',
      no_such_time: 'The clocks leave its time out.',
    } satisfies Record<ObstacleKind, string>,
    reason: 'Book it all the same, because',
    anyway: 'Book all the same',
    moveAnyway: 'Move all the same',
    notYours: 'Only somebody who treats can book it all the same.',
    noneBack: (why: string) => `All of them stay as they are. ${why}`,
    andMore: (count: number) => plural(count, { one: 'And 1 more.', other: 'And # more.' }),
    stays: (who: string, why: string) => `${isolate(who)} stays where it was. ${why}`,
  },

  setup,

  person: (word: Word) => people[word].One,
  named: (names: string[]) => named('en', names),
};
