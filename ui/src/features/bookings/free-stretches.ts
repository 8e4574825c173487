// When somebody could still come: as it may be shown to whoever stands at the desk, without what is taken and by whom.
import type { DiarySetup, DiaryView } from '../../ipc/bindings';
import { NOWHERE, span } from './grid';
import { isOff } from './said';
import { long, without, type Span } from './spans';
import { daysLater, later } from './wall';

/** A time in which somebody works, is in no visit, and has a room. */
export type Stretch = Span & { person: string };

/** Whose days are looked at, empty for everybody, and in which rooms, none for every one. */
type Whose = { only: string; rooms: readonly string[] };

/** The free stretches of a day. */
export function freeOn(setup: DiarySetup, diary: DiaryView, date: string, whose: Whose): Stretch[] {
  return peopleOf(setup, whose)
    .flatMap((person) => freeOf(setup, diary, date, person, whose).map((free) => ({ ...free, person })))
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** So many minutes of a day are free, those of each person added up. */
export function freeMinutes(setup: DiarySetup, diary: DiaryView, date: string, whose: Whose): number {
  const day = { from: `${date}T00:00`, until: `${daysLater(date, 1)}T00:00` };
  const whole = long([day]);
  return peopleOf(setup, whose)
    .map((person) => whole - long(without([day], freeOf(setup, diary, date, person, whose))))
    .reduce((all, minutes) => all + minutes, 0);
}

function peopleOf(setup: DiarySetup, { only }: Whose): string[] {
  return setup.people.filter(({ id, here }) => here && (!only || id === only)).map(({ id }) => id);
}

/** One room may be free while another is no more, so two stretches of a person may overlap. */
function freeOf(
  setup: DiarySetup,
  diary: DiaryView,
  date: string,
  person: string,
  { rooms: within }: Whose,
): Span[] {
  const visits = diary.bookings.filter((booking) => !isOff(booking));
  const own = visits.filter(({ practitioner }) => practitioner === person);
  const away = diary.away.filter((gone) => gone.room === null && (gone.person ?? person) === person);
  const open = without(hoursOf(setup, diary, date, person), [
    { from: '', until: diary.now },
    ...own.map(({ start, end }) => ({ from: start, until: end })),
    ...away,
  ]);
  const rooms = setup.rooms.filter(
    ({ id, closed, people }) =>
      !closed &&
      (people.length === 0 || people.includes(person)) &&
      (within.length === 0 || within.includes(id)),
  );
  // Outside of every room only the person has to be free.
  const found =
    setup.rooms.length && !within.includes(NOWHERE)
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

const same = (one: Span, other: Span) => one.from === other.from && one.until === other.until;
