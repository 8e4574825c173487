// What stands in the way of a visit, in sentences.
import type { BookingView, DiarySetup, Obstacle } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { words } from '../../messages';
import { shortDate } from '../../messages/formats';
import { toast } from '../../shared/toasts.svelte';
import { clock, personOf, roomOf, whoOf } from './said';
import { dayOf } from './wall';

const say = words.bookings.inTheWay;

/** Each obstacle as a sentence, and no sentence twice. */
export function sayObstacles(
  obstacles: readonly Obstacle[],
  others: readonly BookingView[],
  setup: DiarySetup,
  /** When the visit was to begin, on the wall. */
  wanted = '',
): string[] {
  // Of several days each is named, and of one that is another than was wanted.
  const days = new Set([...others.map(({ start }) => dayOf(start)), ...(wanted ? [dayOf(wanted)] : [])]);
  const dated = days.size > 1;
  const sentences = obstacles.map((obstacle) => sentence(obstacle, others, setup, { dated, wanted }));
  return [...new Set(sentences)];
}

function sentence(
  { kind, booking: id }: Obstacle,
  others: readonly BookingView[],
  setup: DiarySetup,
  { dated, wanted }: { dated: boolean; wanted: string },
): string {
  const other = others.find((booking) => booking.id === id);
  if (!other) return say.alone[kind];
  const who = other.hidden ? say.somebody : whoOf(other);
  const times = `${clock(other.start)} – ${clock(other.end)}`;
  const when = dated ? `${shortDate(dayOf(other.start))}, ${times}` : times;
  if (kind === 'hands') return say.hands(personOf(setup, other.practitioner), who, when);
  // Whose time is over and who was not said to have gone is still there.
  const stays = other.status === 'in_room' || other.status === 'resting';
  if (kind === 'room' && stays && other.end <= wanted) {
    return say.stillThere(roomOf(setup, other.room), who, clock(other.start));
  }
  if (kind === 'room') return say.room(roomOf(setup, other.room), who, when);
  return kind === 'client' ? say.client(who, when) : say.alone[kind];
}

/** A refusal because of what is in the way, with the bookings that it names; null for any other. */
export async function inTheWay(
  thrown: unknown,
): Promise<{ obstacles: Obstacle[]; others: BookingView[] } | null> {
  if (!refusedWith(thrown, 'in_the_way')) return null;
  const { obstacles } = thrown.error;
  const ids = obstacles.map(({ booking }) => booking).filter((id) => id !== null);
  return { obstacles, others: ids.length ? await core.bookingsRows({ ids }) : [] };
}

/** As many sentences as a notice holds. */
const NOTICED = 3;

/** The way back of several visits at once. Where something stands there now all of them stay as they are, and it is named. */
export async function allBack(act: Promise<unknown>, was: BookingView | undefined): Promise<void> {
  try {
    await act;
  } catch (thrown) {
    const way = await inTheWay(thrown);
    if (!way) throw thrown;
    const why = sayObstacles(way.obstacles, way.others, await core.bookingsSetup(), was?.start);
    const rest = why.length - NOTICED;
    const said = [...why.slice(0, NOTICED), ...(rest > 0 ? [say.andMore(rest)] : [])];
    toast(say.noneBack(said.join(' ')), null, { personal: true });
  }
}
