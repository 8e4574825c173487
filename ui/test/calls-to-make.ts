// Who waits, who is due and whom to call, from memory.
import type {
  BookedClient,
  CalledOffView,
  ContactMade,
  FittingWait,
  LateVisit,
  RecallSaid,
  RecallView,
  WaitView,
} from '../src/ipc/bindings';
import { emptyPhone } from '../src/features/clients/client-input';
import { dayOf, daysLater, later } from '../src/features/bookings/wall';
import { HERE, TODAY, type WorkingDiary } from './diary';
import { refuse, type Answers } from './fake-core';
import { stranded } from './stranded';

export const NOW = Date.UTC(2026, 4, 12, 17, 57);

export function somebody(name: string, more: Partial<BookedClient> = {}): BookedClient {
  return {
    id: `of-${name}`,
    number: 1,
    name,
    preferred_name: null,
    age: null,
    phone: null,
    phone_allows: emptyPhone().allows,
    text_phone: more.phone ?? null,
    status: 'active',
    email: null,
    ...more,
  };
}

export class CallsToMake {
  waits: WaitView[] = [];
  recalls: RecallView[] = [];
  /** What was said of when people are asked again. */
  said = new Map<string, RecallSaid>();
  private off: { id: string; practitioner: string; day: string; reason: string; bookings: string[] }[] = [];
  private contacts: ContactMade[] = [];
  private next = 1;

  constructor(private readonly diary: WorkingDiary) {}

  waitsFor(client: BookedClient, more: Partial<WaitView> = {}): WaitView {
    const wait: WaitView = {
      id: `w${this.next++}`,
      version: 1,
      client,
      service: null,
      practitioner: null,
      weekdays: [],
      not_before: '',
      over_by: '',
      urgent: false,
      until: daysLater(TODAY, 30),
      lapsed: false,
      instead_of: null,
      coming: null,
      note: '',
      since: daysLater(TODAY, -6),
      contacts: [],
      ...more,
    };
    this.waits.push(wait);
    return wait;
  }

  due(client: BookedClient, more: Partial<RecallView> = {}): void {
    this.recalls.push({
      client,
      reason: 'lapsed',
      due: null,
      last_visit: daysLater(TODAY, -70),
      note: '',
      contacts: [],
      ...more,
    });
  }

  private contactsOf(client: string, about: ContactMade['about'], booking: string | null = null) {
    return this.contacts.filter(
      (made) => made.client === client && made.about === about && made.booking === booking,
    );
  }

  private listed(): WaitView[] {
    return this.waits.map((wait) => ({
      ...wait,
      contacts: [...wait.contacts, ...this.contactsOf(wait.client.id, 'waiting')],
    }));
  }

  private calledOff(): CalledOffView[] {
    return this.off.map(({ bookings, ...day }) => ({
      ...day,
      calls: bookings.map((id) => ({
        booking: this.diary.one(id),
        instead: null,
        contacts: this.contactsOf(this.diary.one(id).client?.id ?? '', 'called_off', id),
      })),
    }));
  }

  private kept(id: string): WaitView {
    return this.listed().find((wait) => wait.id === id) ?? refuse({ code: 'not_found' });
  }

  private late(minutes: number): LateVisit[] {
    if (minutes < 1) {
      refuse({ code: 'invalid', fields: [{ path: 'minutes', problem: 'not_a_number', limit: null }] });
    }
    return this.diary.bookings
      .filter(({ practitioner, status, start }) => {
        return practitioner === 'p1' && start > HERE && (status === 'booked' || status === 'confirmed');
      })
      .slice(0, 2)
      .map((booking) => ({
        booking,
        start: later(booking.start, minutes),
        end: later(booking.end, minutes),
      }));
  }

  answers(): Answers {
    let gone: WaitView[] = [];
    const { diary } = this;
    return {
      waitingList: () => this.listed(),
      waitingFits: ({ start, service }): FittingWait[] =>
        this.listed()
          .filter(({ weekdays }) => {
            const day = new Date(`${dayOf(start)}T12:00Z`).getUTCDay() || 7;
            return weekdays.length === 0 || weekdays.includes(day);
          })
          .map((wait) => ({ wait, minutes: 55, service: wait.service ?? service ?? 'v1' })),
      waitingKeep: ({ id, wait }) => {
        if (!wait.client) {
          refuse({ code: 'invalid', fields: [{ path: 'client', problem: 'required', limit: null }] });
        }
        const before = this.waits.find((one) => one.id === id);
        const { client, service, practitioner, weekdays, not_before, over_by, urgent, until, note } = wait;
        const typed = { service, practitioner, weekdays, not_before, over_by, urgent, until, note };
        const named = diary.bookings.find((booking) => booking.client?.id === client)?.client;
        const made = before ?? this.waitsFor(named ?? somebody(client, { id: client }));
        const kept = { ...made, ...typed, version: made.version + 1 };
        this.waits = this.waits.map((one) => (one.id === made.id ? kept : one));
        diary.changed();
        return kept;
      },
      waitingStop: ({ id }) => {
        const wait = this.kept(id);
        gone = [...gone, wait];
        this.waits = this.waits.filter((one) => one.id !== id);
        diary.changed();
        return { ...wait, version: wait.version + 1 };
      },
      waitingAgain: ({ id, version }) => {
        const wait = gone.find((one) => one.id === id) ?? refuse({ code: 'not_found' });
        this.waits = [...this.waits, { ...wait, version: version + 1 }];
        diary.changed();
        return wait;
      },
      waitingRecalls: () =>
        this.recalls.map((recall) => ({
          ...recall,
          contacts: [...recall.contacts, ...this.contactsOf(recall.client.id, 'recall')],
        })),
      waitingReminders: ({ day }) =>
        diary.bookings
          .filter(
            ({ client, start, status }) => client && dayOf(start) === day && !status.startsWith('cancelled'),
          )
          .map((booking) => ({
            booking,
            instead: null,
            contacts: this.contactsOf(booking.client?.id ?? '', 'reminder', booking.id),
          })),
      waitingRecallSaid: ({ id }) =>
        this.said.get(id) ?? { ask: 'when_lapsed' as const, due: '', note: '', version: null },
      waitingKeepRecall: ({ client, version, ask, due, note }) => {
        const before = this.said.get(client)?.version ?? null;
        if (before !== version) refuse({ code: 'stale', id: client, version: before ?? 0 });
        this.said.set(client, { ask, due, note, version: (before ?? 0) + 1 });
        if (ask === 'when_lapsed') this.said.delete(client);
        this.recalls = this.recalls.filter((recall) => recall.client.id !== client);
        diary.changed();
        return null;
      },
      waitingSayContact: (input) => {
        const made = { ...input, id: `c${this.next++}`, at: NOW, wall: HERE, by: 'Ines Marlow' };
        this.contacts.push(made);
        diary.changed();
        return made;
      },
      waitingTakeBackContact: ({ id }) => {
        this.contacts = this.contacts.filter((made) => made.id !== id);
        diary.changed();
        return null;
      },
      waitingConfirm: ({ id }) => {
        const one = diary.one(id);
        const made = {
          id: `c${this.next++}`,
          client: one.client?.id ?? '',
          about: 'reminder' as const,
          booking: id,
          outcome: 'reached' as const,
          at: NOW,
          wall: HERE,
          by: 'Ines Marlow',
        };
        this.contacts.push(made);
        return { booking: diary.put({ ...one, status: 'confirmed' }), contact: made.id };
      },
      waitingTakeBackConfirmed: ({ id, contact }) => {
        this.contacts = this.contacts.filter((made) => made.id !== contact);
        return diary.put({ ...diary.one(id), status: 'booked' });
      },
      waitingTextCode: ({ phone, text }) => {
        if (!/\d{3}/.test(phone)) {
          refuse({ code: 'invalid', fields: [{ path: 'phone', problem: 'not_a_phone', limit: null }] });
        }
        // Looks like one, and holds nothing.
        const side = 29;
        const dark = (x: number, y: number) => (x * 7 + y * 13 + text.length * x * y) % 3 === 0;
        const row = (y: number) => Array.from({ length: side }, (_, x) => (dark(x, y) ? '1' : '0')).join('');
        return { rows: Array.from({ length: side }, (_, y) => row(y)) };
      },
      waitingWriteMail: ({ subject }) => {
        if (!subject.trim()) {
          refuse({ code: 'invalid', fields: [{ path: 'subject', problem: 'required', limit: null }] });
        }
        return null;
      },
      waitingLeftBehind: () =>
        diary.setup.people
          .filter(({ here }) => !here)
          .map(({ id }) => ({
            practitioner: id,
            calls: diary.bookings
              .filter((one) => one.practitioner === id && one.start > HERE && one.client)
              .map((booking) => ({
                booking,
                instead: null,
                contacts: this.contactsOf(booking.client?.id ?? '', 'called_off', booking.id),
              })),
          }))
          .filter(({ calls }) => calls.length),
      ...stranded(diary, (booking) => ({
        booking,
        instead: null,
        contacts: this.contactsOf(booking.client?.id ?? '', 'called_off', booking.id),
      })),
      waitingCalledOff: () => this.calledOff(),
      waitingCallOffDay: ({ practitioner, from, reason }) => {
        const bookings = diary.bookings.filter(
          (one) =>
            one.practitioner === practitioner &&
            dayOf(one.start) === dayOf(from) &&
            one.start >= from &&
            (one.status === 'booked' || one.status === 'confirmed'),
        );
        if (bookings.length === 0) refuse({ code: 'not_found' });
        for (const one of bookings) diary.put({ ...one, status: 'cancelled' });
        const ids = bookings.map(({ id }) => id);
        this.off.push({ id: `o${this.next++}`, practitioner, day: dayOf(from), reason, bookings: ids });
        diary.changed();
        return this.calledOff().at(-1)!;
      },
      waitingTakeBackDay: ({ id }) => {
        for (const booking of this.off.find((day) => day.id === id)?.bookings ?? []) {
          diary.put({ ...diary.one(booking), status: 'booked' });
        }
        this.off = this.off.filter((day) => day.id !== id);
        diary.changed();
        return null;
      },
      bookingsPlanLate: ({ minutes }) => this.late(minutes),
      bookingsRunLate: ({ minutes }) => {
        const plan = this.late(minutes);
        return {
          at: NOW,
          before: plan.map(({ booking }) => booking),
          after: plan.map(({ booking, start, end }) => diary.put({ ...booking, start, end })),
        };
      },
      waitingLate: ({ ids }) =>
        diary.bookings
          .filter(({ id, status }) => ids.includes(id) && (status === 'booked' || status === 'confirmed'))
          .map((booking) => ({
            booking,
            instead: null,
            contacts: this.contactsOf(booking.client?.id ?? '', 'called_off', booking.id),
          })),
      bookingsRescheduleSeveral: ({ moves }) =>
        moves.map((move) => {
          const one = diary.one(move.id);
          return diary.put({ ...one, start: move.start, end: later(move.start, one.minutes) });
        }),
      bookingsMoveSeries: ({ visit, part }) => {
        const named = diary.one(visit.id);
        const days = Date.parse(dayOf(visit.start)) - Date.parse(dayOf(named.start));
        const before = diary.bookings.filter(
          ({ series, start }) => series === named.series && (part === 'all' || start >= named.start),
        );
        const after = before.map((one) => {
          const start = `${daysLater(dayOf(one.start), days / 86_400_000)}${visit.start.slice(10)}`;
          return diary.put({ ...one, start, end: later(start, one.minutes) });
        });
        return { before, after };
      },
    };
  }
}
