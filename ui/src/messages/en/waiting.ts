// Who waits, who is due again, and whom to call.
import type { ContactOutcome, RecallReason } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted } from '../language';

const plural = counted('en');

export const waiting = {
  title: 'Waiting and calls',
  lists: { waiting: 'Waiting', recall: 'To ask again', reminders: 'Reminders', calls: 'To call' },
  list: 'Which list',
  open: 'Waiting list',
  failed: 'The list cannot be shown.',

  waits: {
    add: 'Add somebody',
    count: (count: number) => plural(count, { one: '1 person waits', other: '# people wait' }),
    empty: 'Nobody waits',
    emptyHint:
      'Whoever would come sooner, or finds no time that suits, waits here. A time that gets free names those who fit.',
    now: 'Waiting',
    lapsed: 'Past their date',
    urgent: 'Urgent',
    anything: 'Any visit',
    after: (time: string) => `from ${time}`,
    before: (time: string) => `over by ${time}`,
    between: (from: string, until: string) => `${from} to ${until}`,
    until: (day: string) => `until ${day}`,
    since: (day: string) => `since ${day}`,
    comes: (when: string) => `comes ${when}`,
    instead: (when: string) => `instead of ${when}`,
    find: 'Find a time',
    findFor: (who: string) => `Find a time for ${isolate(who)}`,
    change: 'Change',
    remove: 'Take off the list',
    menu: (who: string) => `What to do for ${isolate(who)}`,
    removed: (who: string) => `${isolate(who)} waits no more.`,
    kept: (who: string) => `${isolate(who)} waits.`,
    noTime: (who: string) => `No time is free that suits ${isolate(who)}.`,
    given: (who: string, when: string) => `${isolate(who)} comes ${when} and waits no more.`,
  },

  form: {
    addTitle: 'Put on the waiting list',
    changeTitle: (who: string) => `What ${isolate(who)} waits for`,
    service: 'Visit',
    practitioner: 'With',
    whoever: 'Whoever is free',
    weekdays: 'Days',
    weekdaysHint: 'None chosen: every day',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    notBefore: 'Not before',
    overBy: 'Over by',
    timeHint: 'Empty: any time',
    until: 'Needed until',
    urgent: 'Urgent: comes before the others',
    instead: (when: string) => `Gives up ${when} for it`,
    note: 'Note for the desk',
    add: 'Put on the list',
    save: 'Save',
  },

  fits: {
    title: 'Could come then',
    choose: (who: string) => `Book ${isolate(who)}`,
    chosen: 'From the waiting list',
    freed: (count: number) =>
      plural(count, {
        one: '1 person on the waiting list could come',
        other: '# people on the waiting list could come',
      }),
    fill: 'Give the time away',
  },

  recall: {
    empty: 'Nobody to ask',
    emptyHint: 'Who has not come for long, or is due again, stands here until something is booked.',
    after: 'Not here for',
    weeks: (count: number) => plural(count, { one: '1 week', other: '# weeks' }),
    reason: { due: 'Due', lapsed: 'Not here for long' } satisfies Record<RecallReason, string>,
    due: (day: string) => `due ${day}`,
    last: (day: string) => `last here ${day}`,
    book: 'Book',
    bookFor: (who: string) => `Book ${isolate(who)}`,
    change: 'When to ask…',
    action: 'Ask to come again…',
    title: (who: string) => `When to ask ${isolate(who)}`,
    ask: 'When',
    asks: {
      on_day: { title: 'On a day', what: 'They stand on the list from then on.' },
      when_lapsed: { title: 'Like everybody', what: 'When they have not been here for long.' },
      never: { title: 'Not at all', what: 'They never stand on the list.' },
    },
    day: 'Day',
    note: 'What to know for the call',
    save: 'Save',
    saved: (who: string) => `Saved when to ask ${isolate(who)}.`,
  },

  calls: {
    empty: 'Nobody to call',
    emptyHint:
      'When a day is called off, somebody runs late, or time off is entered where visits are booked, everybody who has to know stands here.',
    of: (name: string, day: string) => `${isolate(name)}, ${day}`,
    left: (left: number, all: number) =>
      all === 0
        ? 'Nobody is to be called.'
        : left === 0
          ? 'Everybody knows.'
          : `${left} of ${plural(all, { one: '1 call', other: '# calls' })} left`,
    instead: (when: string) => `comes ${when}`,
    takeUp: 'Take the day up again',
    takenUp: 'Everybody who has no other time is booked as before. Call back those who were told.',
    today: (left: number) => plural(left, { one: '1 call to make', other: '# calls to make' }),
  },

  leftBehind: {
    of: (name: string) => `Booked with ${isolate(name)}, who does not work here any more`,
    open: 'Open',
    openFor: (who: string) => `Open the booking of ${isolate(who)}`,
    count: (visits: number) =>
      plural(visits, {
        one: '1 visit is booked with somebody who does not work here any more.',
        other: '# visits are booked with people who do not work here any more.',
      }),
  },

  stranded: {
    person: (name: string, when: string) => `Booked while ${isolate(name)} is away, ${when}`,
    room: (name: string, when: string) => `Booked in ${isolate(name)} while it is closed, ${when}`,
    practice: (when: string) => `Booked while the practice is closed, ${when}`,
    hours: (name: string) => `Booked outside the working hours of ${isolate(name)}`,
    callOff: 'Cancel a whole day…',
    count: (visits: number) =>
      plural(visits, {
        one: '1 visit is booked in time off or outside working hours.',
        other: '# visits are booked in time off or outside working hours.',
      }),
  },

  reminders: {
    empty: 'Nobody to remind',
    emptyHint: 'Nobody comes on this day.',
    day: 'Whose visits are',
    left: (left: number, all: number) =>
      left === 0 ? 'Everybody is reminded.' : `${left} of ${all} still to remind`,
  },

  contact: {
    label: (who: string) => `Calls to ${isolate(who)}`,
    noPhone: 'no telephone',
    say: 'Called…',
    sayOf: (who: string) => `What came of calling ${isolate(who)}`,
    outcomes: {
      reached: 'Reached',
      message: 'Left a message',
      no_answer: 'No answer',
      sent: 'Sent a message',
    } satisfies Record<ContactOutcome, string>,
    made: (outcome: string, when: string, by: string) => `${outcome}, ${when}, ${isolate(by)}`,
    text: 'Text by phone…',
    said: (who: string, outcome: string) => `${isolate(who)}: ${outcome}`,
  },

  callOff: {
    open: 'Cancel the day…',
    title: 'Cancel the day',
    who: 'Whose',
    day: 'Day',
    whole: 'The whole day',
    from: 'From',
    reason: 'What the calendar shows',
    reasonHint: 'Those who are called see nothing of it',
    affects: (count: number) =>
      count === 0
        ? 'Nobody is booked then.'
        : `${plural(count, { one: '1 visit is', other: '# visits are' })} cancelled, and you get a list of whom to call.`,
    action: 'Cancel the day',
    done: (count: number) => `${plural(count, { one: '1 visit is', other: '# visits are' })} cancelled.`,
  },

  late: {
    open: 'Running late…',
    title: 'Running late',
    who: 'Who',
    minutes: 'Minutes late',
    nobody: 'Nobody is affected.',
    affects: 'Whom it moves',
    of: (name: string) => `${isolate(name)} runs late`,
    from: (before: string, after: string) => `${before} → ${after}`,
    longer: (until: string) => `until ${until}`,
    action: (count: number) =>
      count === 0 ? 'Move the visits' : `Move ${plural(count, { one: '1 visit', other: '# visits' })}`,
    done: (count: number) => `${plural(count, { one: '1 visit is', other: '# visits are' })} moved.`,
  },
};
