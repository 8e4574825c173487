// A diary that answers from memory: rooms, services and hours of Willow Lane, and a day on which somebody comes.
import type {
  BookedClient,
  BookedPart,
  BookingStatus,
  BookingView,
  DiaryPerson,
  DiarySetup,
  DiaryView,
  Obstacle,
  ServiceView,
  ShiftInput,
  VisitPart,
} from '../src/ipc/bindings';
import { dayOf, daysLater, later } from '../src/features/bookings/wall';
import { CallsToMake, somebody } from './calls-to-make';
import { elsewhere } from './elsewhere';
import { refuse, type Answers } from './fake-core';
import { series } from './series';
import { keptDiary } from './kept-diary';

const NOW = Date.UTC(2026, 4, 12, 10, 57);

/** The day of the tests, on the clinic's wall. */
export const TODAY = '2026-05-12';
export const HERE = `${TODAY}T10:57`;

export const staggered: VisitPart[] = [
  { hands_on: true, minutes: 20 },
  { hands_on: false, minutes: 25 },
  { hands_on: true, minutes: 10 },
];
const long: VisitPart[] = [
  { hands_on: true, minutes: 45 },
  { hands_on: false, minutes: 20 },
  { hands_on: true, minutes: 10 },
];

function service(id: string, name: string, colour: number, parts: VisitPart[]): ServiceView {
  const minutes = parts.reduce((all, part) => all + part.minutes, 0);
  return {
    id,
    version: 1,
    name,
    colour,
    parts,
    minutes,
    before: 0,
    after: 0,
    price: '85.00',
    currency: 'CAD',
    retired: false,
  };
}

function room(id: string, name: string): DiarySetup['rooms'][number] {
  return { id, version: 1, name, chairs: 1, every: 15, equipment: '', people: [], closed: false };
}

const shift = (weekday: number, from: string, until: string): ShiftInput => ({ weekday, from, until });
const weekdays = [1, 2, 3, 4, 5].flatMap((day) => [
  shift(day, '09:00', '12:45'),
  shift(day, '13:30', '17:30'),
]);

function treats(id: string, name: string, colour: number): DiaryPerson {
  const hours = [{ id: `h-${id}`, version: 1, since: '2026-01-01', until: '', shifts: weekdays }];
  return { id, name, colour, here: true, hours };
}

export const emptySetup: DiarySetup = {
  zone: 'America/Vancouver',
  other_zone: null,
  rooms: [],
  services: [],
  people: [{ id: 'p1', name: 'Ines Marlow', colour: 1, here: true, hours: [] }],
  away: [],
};

export function clinic(several = true): DiarySetup {
  return {
    ...emptySetup,
    rooms: [room('r1', 'Room 1'), room('r2', 'Room 2'), ...(several ? [room('r3', 'Room 3')] : [])],
    services: [
      service('v1', 'Follow-up', 1, staggered),
      service('v2', 'Initial visit', 2, long),
      service('v3', 'Cupping', 5, [{ hands_on: true, minutes: 30 }]),
    ],
    people: [treats('p1', 'Ines Marlow', 1), ...(several ? [treats('p2', 'Daniel Osei', 2)] : [])],
  };
}

export class WorkingDiary {
  setup: DiarySetup = emptySetup;
  bookings: BookingView[] = [];
  /** What stands in the way of the next booking or move. */
  obstacles: Obstacle[] | null = null;
  calls = new CallsToMake(this);
  private next = 1;

  /** `changed` tells the screens, as the core would. */
  constructor(readonly changed: () => void = () => undefined) {}

  /** Somebody comes, at a time of the day or at one on the wall. */
  comes(
    client: Partial<BookedClient> & { name: string },
    at: string,
    more: Partial<BookingView> = {},
  ): BookingView {
    const start = at.length > 5 ? at : `${TODAY}T${at}`;
    const id = `b${this.next++}`;
    const booking = this.placed(
      {
        id,
        version: 1,
        client: somebody(client.name, { id: `of-${id}`, ...client }),
        hidden: false,
        practitioner: 'p1',
        room: 'r1',
        service: 'v1',
        start,
        end: start,
        minutes: 0,
        parts: [],
        before: 0,
        after: 0,
        status: 'booked',
        steps: [],
        note: '',
        despite: null,
        company: null,
        series: null,
        treatment_note: 'none',
        first_visit: false,
        alerts: [],
      },
      this.setup.services.find(({ id }) => id === (more.service ?? 'v1'))?.parts ?? staggered,
    );
    this.bookings.push({ ...booking, ...more });
    return booking;
  }

  /** Something was said of it, at this time of the day. */
  said(id: string, status: BookingStatus, at: string): void {
    const step = { status, at: NOW, wall: `${TODAY}T${at}`, by: 'Ines Marlow', reason: '', fee: false };
    const one = this.one(id);
    this.put({ ...one, status, steps: [...one.steps, step] });
  }

  one(id: string): BookingView {
    const found = this.bookings.find((booking) => booking.id === id);
    return found ?? refuse({ code: 'not_found' });
  }

  put(booking: BookingView): BookingView {
    const kept = { ...booking, version: booking.version + 1 };
    this.bookings = this.bookings.map((one) => (one.id === booking.id ? kept : one));
    this.changed();
    return kept;
  }

  private placed(booking: BookingView, of: readonly VisitPart[]): BookingView {
    let at = booking.start;
    const parts: BookedPart[] = of.map(({ hands_on, minutes }) => {
      const from = at;
      at = later(at, minutes);
      return { hands_on, minutes, from, until: at };
    });
    return { ...booking, parts, end: at, minutes: of.reduce((all, { minutes }) => all + minutes, 0) };
  }

  private free(): void {
    const { obstacles } = this;
    if (obstacles) refuse({ code: 'in_the_way', obstacles });
  }

  view(from = TODAY, until = daysLater(TODAY, 1)): DiaryView {
    return this.diary(from, until);
  }

  private diary(from: string, until: string): DiaryView {
    const days = [];
    for (let date = from; date <= until; date = daysLater(date, 1)) {
      const weekday = new Date(`${date}T12:00Z`).getUTCDay() || 7;
      const working = this.setup.people.flatMap(({ id, hours }) =>
        (hours[0]?.shifts ?? [])
          .filter((one) => one.weekday === weekday)
          .map((one) => ({ person: id, from: `${date}T${one.from}`, until: `${date}T${one.until}` })),
      );
      const own = this.bookings.filter((booking) => dayOf(booking.start) === date);
      const hands = own.flatMap(({ parts }) => parts.filter((part) => part.hands_on));
      days.push({
        date,
        working,
        minutes: working.length ? 465 * this.setup.people.length : 0,
        hands_on: hands.reduce((all, { minutes }) => all + minutes, 0),
      });
    }
    const bookings = this.bookings
      .filter(({ start }) => dayOf(start) >= from && dayOf(start) <= until)
      .sort((a, b) => (a.start < b.start ? -1 : 1));
    return { days, bookings, away: this.setup.away, now: HERE };
  }

  private cancelled(one: BookingView, reason: string): BookingView {
    const step = { status: 'cancelled' as const, at: NOW, wall: HERE, by: 'Ines Marlow', reason, fee: false };
    return this.put({ ...one, status: 'cancelled', steps: [...one.steps, step] });
  }

  answers(names: (id: string) => string = (id) => id): Answers {
    return {
      bookingsSetup: () => this.setup,
      bookingsDiary: ({ from, until }) => this.diary(from, until),
      ...this.calls.answers(),
      ...elsewhere(this),
      ...series(this),
      bookingsRows: ({ ids }) => this.bookings.filter(({ id }) => ids.includes(id)),
      bookingsFindFree: ({ from, practitioner, count }) =>
        Array.from({ length: count }, (_, at) => ({
          start: `${daysLater(dayOf(from), at)}T15:10`,
          practitioner: practitioner ?? 'p1',
          room: this.setup.rooms[0]?.id ?? null,
        })),
      bookingsBook: (input) => {
        if (input.despite === null && input.company === null) this.free();
        const kind = this.setup.services.find(({ id }) => id === input.service);
        const booking = this.comes({ id: input.client ?? '', name: names(input.client ?? '') }, input.start);
        const { practitioner, room, note, despite, company } = input;
        const made = {
          ...this.one(booking.id),
          practitioner,
          room,
          service: input.service,
          note,
          despite,
          company,
        };
        const client = input.client === null ? null : booking.client;
        return this.put({ ...this.placed(made, input.parts ?? kind?.parts ?? []), client, version: 0 });
      },
      bookingsPlanSeries: ({ visit, repeat }) =>
        Array.from({ length: repeat.count }, (_, at) => {
          const start = `${daysLater(dayOf(visit.start), at * repeat.every * (repeat.unit === 'weeks' ? 7 : 1))}${visit.start.slice(10)}`;
          const clash = at === 1 ? this.obstacles : null;
          const free = { start: later(start, 60), practitioner: visit.practitioner, room: 'r2' };
          return { start, obstacles: clash ?? [], instead: clash ? [free] : [] };
        }),
      bookingsBookSeries: ({ visit, visits }) =>
        visits.map(({ start, room }) => {
          const client = { id: visit.client ?? '', name: names(visit.client ?? '') };
          const { id } = this.comes(client, start, { room, series: 'series', service: visit.service });
          return this.put(this.one(id));
        }),
      bookingsTakeBackSeries: ({ id }) => {
        this.bookings = this.bookings.filter(({ series }) => series !== id);
        this.changed();
        return null;
      },
      bookingsCancelSeries: ({ id, part, reason }) => {
        const { series, start } = this.one(id);
        return this.bookings
          .filter((one) => one.series === series && (part === 'all' || one.start >= start))
          .map((one) => this.cancelled(one, reason));
      },
      bookingsCancelToCome: ({ client: of, reason }) =>
        this.bookings
          .filter(({ client, start, status }) => client?.id === of && start >= TODAY && status === 'booked')
          .map((one) => this.cancelled(one, reason)),
      bookingsReschedule: (input) => {
        if (input.despite === null) this.free();
        const one = this.one(input.id);
        if (one.version !== input.version) refuse({ code: 'stale', id: one.id, version: one.version });
        const grown = (input.minutes ?? one.minutes) - one.minutes;
        const parts =
          input.parts ??
          one.parts.map((part, at) => (at === 1 ? { ...part, minutes: part.minutes + grown } : part));
        const { practitioner, room, start, despite } = input;
        return this.put(this.placed({ ...one, practitioner, room, start, despite }, parts));
      },
      bookingsAmend: ({ id, service, note }) => this.put({ ...this.one(id), service, note }),
      bookingsSayStatus: ({ id, status, reason, fee }) => {
        const one = this.one(id);
        const step = { status, at: NOW, wall: HERE, by: 'Ines Marlow', reason, fee };
        return this.put({ ...one, status, steps: [...one.steps, step] });
      },
      bookingsTakeBackStatus: ({ id }) => {
        const one = this.one(id);
        const steps = one.steps.slice(0, -1);
        return this.put({ ...one, steps, status: steps.at(-1)?.status ?? 'booked' });
      },
      bookingsTakeBack: ({ id }) => {
        const one = this.one(id);
        this.bookings = this.bookings.filter((booking) => booking.id !== id);
        this.changed();
        return one;
      },
      bookingsComing: ({ id }) =>
        this.bookings.filter(({ client, start }) => client?.id === id && start >= TODAY),
      bookingsLast: ({ id }) =>
        this.bookings
          .filter(({ client, start }) => client?.id === id && start < TODAY)
          .sort((a, b) => a.start.localeCompare(b.start))
          .at(-1) ?? null,
      appointmentsPrint: () => ({ outcome: 'sent' }),
      appointmentsSave: () => ({ file_name: 'Appointment card.pdf' }),
      appointmentsSaveIcs: () => ({ file_name: 'Appointment 2026-05-19.ics' }),
      bookingsPrintDaySheet: () => ({ outcome: 'sent' }),
      bookingsSaveDaySheet: ({ from }) => ({ file_name: `Day sheet ${from}.pdf` }),
      ...keptDiary(this),
    };
  }
}
