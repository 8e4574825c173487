// When somebody could still come: as it may be shown to whoever stands at the desk, without what is taken and by whom.
import type { DiarySetup, DiaryView } from '../../ipc/bindings';
import { span } from './grid';
import { isOff } from './said';
import { daysLater, later, minutesBetween } from './wall';

type Span = { from: string; until: string };

/** A time in which somebody works, is in no visit, and has a room. */
export type Stretch = Span & { person: string };

/** The free stretches of a day; `only` is the one person whose days are looked at, empty for everybody. */
export function freeOn(setup: DiarySetup, diary: DiaryView, date: string, only: string): Stretch[] {
  return peopleOf(setup, only)
    .flatMap((person) => freeOf(setup, diary, date, person).map((free) => ({ ...free, person })))
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** So many minutes of a day are free, those of each person added up. */
export function freeMinutes(setup: DiarySetup, diary: DiaryView, date: string, only: string): number {
  const day = { from: `${date}T00:00`, until: `${daysLater(date, 1)}T00:00` };
  const whole = long([day]);
  return peopleOf(setup, only)
    .map((person) => whole - long(without([day], freeOf(setup, diary, date, person))))
    .reduce((all, minutes) => all + minutes, 0);
}

function peopleOf(setup: DiarySetup, only: string): string[] {
  return setup.people.filter(({ id, here }) => here && (!only || id === only)).map(({ id }) => id);
}

/** One room may be free while another is no more, so two stretches of a person may overlap. */
function freeOf(setup: DiarySetup, diary: DiaryView, date: string, person: string): Span[] {
  const visits = diary.bookings.filter((booking) => !isOff(booking));
  const own = visits.filter(({ practitioner }) => practitioner === person);
  const away = diary.away.filter((gone) => gone.room === null && (gone.person ?? person) === person);
  const open = without(hoursOf(setup, diary, date, person), [
    { from: '', until: diary.now },
    ...own.map(({ start, end }) => ({ from: start, until: end })),
    ...away,
  ]);
  const rooms = setup.rooms.filter(
    ({ closed, people }) => !closed && (people.length === 0 || people.includes(person)),
  );
  const found = setup.rooms.length
    ? rooms.flatMap(({ id, chairs }) => {
        const used = visits
          .filter(({ room }) => room === id)
          .map(({ start, end, before, after }) => ({
            from: later(start, -before),
            until: later(end, after),
          }));
        return without(open, [...whenFull(used, chairs), ...diary.away.filter(({ room }) => room === id)]);
      })
    : open;
  // A gap into which no visit fits is no time that anybody could have.
  const shortest = Math.min(...setup.services.flatMap(({ retired, minutes }) => (retired ? [] : [minutes])));
  const fits = found.filter((free) => shortest === Infinity || long([free]) >= shortest);
  return fits.filter(
    (free, at) =>
      !fits.some((other, its) =>
        same(other, free) ? its < at : other.from <= free.from && other.until >= free.until,
      ),
  );
}

/** Whoever never said when they work can be booked at all times, of which the calendar shows these. */
function hoursOf({ people }: DiarySetup, diary: DiaryView, date: string, person: string): Span[] {
  if (people.find(({ id }) => id === person)?.hours.length) {
    const day = diary.days.find((one) => one.date === date);
    return (day?.working ?? []).filter((works) => works.person === person);
  }
  const { from, until } = span(diary);
  const midnight = `${date}T00:00`;
  return [{ from: later(midnight, 60 * from), until: later(midnight, 60 * until) }];
}

/** When every place of a room is taken. */
function whenFull(used: readonly Span[], chairs: number): Span[] {
  const edges = [...new Set(used.flatMap(({ from, until }) => [from, until]))].sort();
  return edges.flatMap((from, at) => {
    const until = edges[at + 1];
    if (until === undefined) return [];
    const there = used.filter((one) => one.from <= from && one.until >= until);
    return there.length >= chairs ? [{ from, until }] : [];
  });
}

/** What is left of some stretches. */
function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (left, gone) =>
      left.flatMap(({ from, until }) => {
        if (gone.until <= from || gone.from >= until) return [{ from, until }];
        const rest = [
          { from, until: gone.from },
          { from: gone.until, until },
        ];
        return rest.filter((one) => one.from < one.until);
      }),
    spans.map(({ from, until }) => ({ from, until })),
  );
}

function long(spans: readonly Span[]): number {
  return spans.reduce((all, { from, until }) => all + minutesBetween(from, until), 0);
}

const same = (one: Span, other: Span) => one.from === other.from && one.until === other.until;
