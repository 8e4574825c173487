// What the time grid is made of: columns, blocks, and the times in which nobody comes.
import type { BookingView, DiarySetup, DiaryView } from '../../ipc/bindings';
import { words } from '../../messages';
import { timeOfDay } from '../../messages/formats';
import { isOff } from './said';
import { clockOf, dayOf, daysLater } from './wall';

export type By = 'people' | 'rooms';

/** A column of the day. */
export type Column = { id: string; title: string; sub: string; hue: number | null };

/** The column of what is in no room. */
export const NOWHERE = 'nowhere';

const say = words.bookings;

/** The columns of a day: everybody who is here or has a booking, or every room that is open or has one; of the rooms only
 * those that are filtered, where some are. */
export function columns(
  setup: DiarySetup,
  diary: DiaryView,
  by: By,
  filtered: readonly string[] = [],
): Column[] {
  const taken = diary.bookings.filter((booking) => !isOff(booking));
  if (by === 'people') {
    const here = setup.people.filter(
      ({ id, here }) => here || taken.some(({ practitioner }) => practitioner === id),
    );
    return here.map(({ id, name, colour, here }) => ({
      id,
      title: name,
      sub: here ? hoursOf(diary, id) : say.off,
      hue: colour,
    }));
  }
  const wanted = (id: string) => filtered.length === 0 || filtered.includes(id);
  const open = setup.rooms.filter(
    ({ id, closed }) => wanted(id) && (!closed || taken.some(({ room }) => room === id)),
  );
  const rooms: Column[] = open.map(({ id, name, chairs }) => ({
    id,
    title: name,
    sub: chairs > 1 ? say.setup.places(chairs) : '',
    hue: null,
  }));
  const elsewhere =
    filtered.includes(NOWHERE) || taken.some(({ room }) => room === null) || rooms.length === 0;
  return elsewhere ? [...rooms, { id: NOWHERE, title: say.roomless, sub: '', hue: null }] : rooms;
}

/** "9:00 to 17:30", with the times of a day in one line. */
function hoursOf(diary: DiaryView, person: string): string {
  const [day] = diary.days;
  const own = day?.working.filter((working) => working.person === person) ?? [];
  const [first] = own;
  const last = own.at(-1);
  return first && last ? `${timeOfDay(clockOf(first.from))} – ${timeOfDay(clockOf(last.until))}` : '';
}

/** The hue of a booking: its practitioner's, or, where one works alone and every booking would be alike, its service's. */
export function hueOf(setup: DiarySetup, { practitioner, service }: BookingView): number {
  const here = setup.people.filter((person) => person.here);
  const kind = here.length === 1 ? setup.services.find(({ id }) => id === service)?.colour : undefined;
  return kind ?? setup.people.find(({ id }) => id === practitioner)?.colour ?? 1;
}

/** In which column a booking stands. */
export function columnOf(booking: BookingView, by: By): string {
  return by === 'people' ? booking.practitioner : (booking.room ?? NOWHERE);
}

/** A time that is not to be booked, in some columns. */
export type Shade = { id: string; from: string; until: string; columns: string[]; reason: string };

/** Times outside of working hours, time off and closures. In rooms only what holds for all: whoever works alone takes
    their hours into every room. */
export function shades(setup: DiarySetup, diary: DiaryView, by: By, shown: readonly Column[]): Shade[] {
  const ids = shown.map(({ id }) => id);
  const found: Shade[] = [];
  const people = setup.people.filter(({ here }) => here);
  const alone = people.length === 1 ? people[0] : undefined;
  const whose = by === 'people' ? people : alone ? [alone] : [];
  for (const { date, working } of diary.days) {
    for (const { id, hours } of whose) {
      if (hours.length === 0) continue;
      const own = working.filter(({ person }) => person === id);
      const in_columns = by === 'people' ? [id] : ids;
      const edges = [`${date}T00:00`, ...own.flatMap(({ from, until }) => [from, until]), next(date)];
      for (let at = 0; at < edges.length; at += 2) {
        const [from = '', until = ''] = [edges[at], edges[at + 1]];
        if (from < until) {
          found.push({ id: `off-${id}-${from}`, from, until, columns: in_columns, reason: '' });
        }
      }
    }
  }
  for (const { id, person, room, from, until, reason } of diary.away) {
    const own = by === 'people' ? person : room;
    const everywhere = (person === null && room === null) || (by === 'rooms' && alone?.id === person);
    if (everywhere || own !== null) {
      const in_columns = everywhere ? ids : ids.filter((column) => column === own);
      if (in_columns.length) found.push({ id: `away-${id}`, from, until, columns: in_columns, reason });
    }
  }
  return found;
}

function next(date: string): string {
  return `${daysLater(date, 1)}T00:00`;
}

/** The hours that are to be seen: from eight to six, and whatever is earlier or later. */
export function span({ days, bookings }: DiaryView): { from: number; until: number } {
  const hour = (wall: string) => Number(clockOf(wall).slice(0, 2));
  const begins = [
    ...days.flatMap(({ working }) => working.map(({ from }) => hour(from))),
    ...bookings.map(({ start }) => hour(start)),
  ];
  const ends = [
    ...days.flatMap(({ working }) => working.map(({ from, until }) => endHour(from, until))),
    ...bookings.map(({ start, end }) => endHour(start, end)),
  ];
  return { from: Math.min(8, ...begins), until: Math.max(18, ...ends) };
}

function endHour(from: string, until: string): number {
  if (dayOf(until) !== dayOf(from)) return 24;
  const [hours = 0, minutes = 0] = clockOf(until).split(':').map(Number);
  return minutes > 0 ? hours + 1 : hours;
}
