// A draft holds codes, sides and counts; the names come from the tables of points.
import type { NeedledPoint, Side } from '../../ipc/bindings';
import { core, refusedWith } from '../../ipc/call';
import { MOST_NEEDLES, placeOf, type Chosen } from './prescription.svelte';

const sides: readonly Side[] = ['left', 'right', 'both', 'middle', 'whole'];

/** What a draft's list holds that can be points; each code once. */
export function readPoints(found: readonly unknown[]): NeedledPoint[] {
  const points = found.filter(isPoint).map(({ code, side, needles }) => ({ code, side, needles }));
  return points.filter(({ code }, at) => points.findIndex((known) => known.code === code) === at);
}

/** With their names. A code that is not known stays in the list without names: only a person may drop it. */
export function named(points: readonly NeedledPoint[]): Promise<Chosen[]> {
  return Promise.all(
    points.map(async (point) => {
      try {
        const { place, pinyin, hanzi, english } = await core.pointsRead({ code: point.code });
        return { ...point, place, pinyin, hanzi, english };
      } catch (thrown) {
        if (!refusedWith(thrown, 'not_found')) throw thrown;
        return { ...point, place: placeOf(point.side), pinyin: '', hanzi: '', english: '' };
      }
    }),
  );
}

function isPoint(found: unknown): found is NeedledPoint {
  if (found === null || typeof found !== 'object') return false;
  const { code, side, needles } = found as Partial<NeedledPoint>;
  return (
    typeof code === 'string' &&
    sides.some((known) => known === side) &&
    Number.isInteger(needles) &&
    Number(needles) >= 0 &&
    Number(needles) <= MOST_NEEDLES
  );
}
