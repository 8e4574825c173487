// The points of a visit while they are chosen: each once, in the order in which they were added.
import type { NeedledPoint, Place, PointRow, PrintedPoint, Side } from '../../ipc/bindings';
import type { TypedSide } from './read-line';

/** A chosen point with its place and names; the names are empty where the code is not known. */
export type Chosen = NeedledPoint & Pick<PointRow, 'place' | 'pinyin' | 'hanzi' | 'english'>;

export const MOST_NEEDLES = 99;

/** Where a point is needled unless somebody says otherwise. */
const sideOf: Record<Place, Side> = { paired: 'both', middle: 'middle', whole: 'whole' };

/** What a side tells about the place: enough for a point whose row of the tables is not at hand. */
export function placeOf(side: Side): Place {
  return side === 'middle' || side === 'whole' ? side : 'paired';
}

export class Prescription {
  rows = $state() as Chosen[];

  constructor(begun: readonly Chosen[] = []) {
    this.rows = [...begun];
  }

  /** What the note keeps. */
  get points(): NeedledPoint[] {
    return this.rows.map(({ code, side, needles }) => ({ code, side, needles }));
  }

  /** All needles together. */
  get needles(): number {
    return this.rows.reduce((sum, { needles }) => sum + needles, 0);
  }

  has(code: string): boolean {
    return this.rows.some((row) => row.code === code);
  }

  /** Null when the point is in the list already. `side` does not count on the midline. */
  add(point: PointRow, side: TypedSide | null): Chosen | null {
    if (this.has(point.code)) return null;
    const { code, pinyin, hanzi, english, place, default_needles } = point;
    const usual = { code, pinyin, hanzi, english, place, side: sideOf[place], needles: default_needles };
    const row = side ? turned(usual, side) : usual;
    this.rows.push(row);
    return row;
  }

  /** Adds what is not in the list yet. */
  takeOver(points: readonly PrintedPoint[]): { taken: number; undo: () => void } {
    const fresh = points.filter(({ code }) => !this.has(code));
    this.rows.push(...fresh.map((point) => ({ ...point, place: placeOf(point.side) })));
    const codes = fresh.map(({ code }) => code);
    return {
      taken: fresh.length,
      undo: () => (this.rows = this.rows.filter(({ code }) => !codes.includes(code))),
    };
  }

  /** Answers with the way back. */
  remove(code: string): () => void {
    const at = this.rows.findIndex((row) => row.code === code);
    const [row] = this.rows.splice(at, 1);
    return () => {
      if (row && !this.has(code)) this.rows.splice(Math.min(at, this.rows.length), 0, row);
    };
  }

  /** To the left, to the right, or to both: for a group that is the whole of it. */
  turn(code: string, side: TypedSide): void {
    this.rows = this.rows.map((row) => (row.code === code ? turned(row, side) : row));
  }

  /** 0 stands for a count that is still missing; the core refuses it. */
  count(code: string, needles: number): void {
    const row = this.rows.find((known) => known.code === code);
    if (row) row.needles = needles;
  }
}

/** The needles follow the sides: two on both become one on one. */
function turned(row: Chosen, wanted: Side): Chosen {
  const side = row.place === 'middle' || wanted === 'both' ? sideOf[row.place] : wanted;
  if (row.side === side) return row;
  const [before, after] = [isOne(row.side), isOne(side)];
  const needles =
    before === after
      ? row.needles
      : after
        ? Math.ceil(row.needles / 2)
        : Math.min(MOST_NEEDLES, row.needles * 2);
  return { ...row, side, needles };
}

function isOne(side: Side): boolean {
  return side === 'left' || side === 'right';
}
