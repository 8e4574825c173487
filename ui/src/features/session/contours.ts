// The drawing on the door: two hills, the valley between them where Hegu lies, as lines of equal height.
// Computed, not drawn, so that it fills any window and takes its colours from the theme.

/** The drawing's own coordinates; the SVG scales them. */
export const WIDTH = 720;
export const HEIGHT = 860;
/** The joining valley: the lowest place between the hills. */
export const POINT = { x: 389, y: 334 };

const CELL = 10;
const LEVELS = 22;

type Hill = { x: number; y: number; wide: number; high: number; tall: number; turn: number };

/** Centre, radii, height and turn of each rise. The first two are the hills, the rest lets the land run on. */
const hills: Hill[] = [
  { x: 180, y: 300, wide: 130, high: 190, tall: 1, turn: 0.5 },
  { x: 590, y: 380, wide: 110, high: 175, tall: 0.95, turn: -0.45 },
  { x: 365, y: 590, wide: 150, high: 130, tall: 0.95, turn: 0.1 },
  { x: 345, y: 850, wide: 170, high: 90, tall: 0.55, turn: 0 },
  { x: 470, y: -120, wide: 330, high: 170, tall: 1.2, turn: 0.15 },
  { x: -120, y: 60, wide: 200, high: 300, tall: 0.8, turn: 0.3 },
  { x: 860, y: 780, wide: 230, high: 260, tall: 0.8, turn: 0.4 },
  { x: -80, y: 800, wide: 190, high: 220, tall: 0.6, turn: -0.4 },
];

export function heightAt(x: number, y: number): number {
  return hills.reduce((sum, hill) => {
    const [cos, sin] = [Math.cos(hill.turn), Math.sin(hill.turn)];
    const across = ((x - hill.x) * cos + (y - hill.y) * sin) / hill.wide;
    const along = ((y - hill.y) * cos - (x - hill.x) * sin) / hill.high;
    return sum + hill.tall * Math.exp(-(across * across + along * along) / 2);
  }, 0);
}

type Spot = [x: number, y: number];
export type Contour = { path: string; index: boolean };

/** One path for each line of equal height; every fifth is an index line, drawn stronger. */
export function contours(): Contour[] {
  const columns = Math.ceil(WIDTH / CELL) + 3;
  const rows = Math.ceil(HEIGHT / CELL) + 3;
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => heightAt((column - 1) * CELL, (row - 1) * CELL)),
  );
  const heights = grid.flat();
  const low = Math.min(...heights);
  const step = (Math.max(...heights) - low) / (LEVELS + 1);
  return Array.from({ length: LEVELS }, (_, level) => ({
    path: joined(segments(grid, low + (level + 1) * step))
      .map(smooth)
      .join(''),
    index: level % 5 === 2,
  }));
}

/** Marching squares: where the height passes `level` on the edges of each cell. */
function segments(grid: number[][], level: number): [Spot, Spot][] {
  const found: [Spot, Spot][] = [];
  const at = (row: number, column: number) => grid[row]?.[column] ?? 0;
  for (let row = 0; row < grid.length - 1; row++) {
    for (let column = 0; column < (grid[0]?.length ?? 0) - 1; column++) {
      const corners: [number, number][] = [
        [row, column],
        [row, column + 1],
        [row + 1, column + 1],
        [row + 1, column],
      ];
      const crossings = corners.flatMap(([r, c], side): Spot[] => {
        const [r2, c2] = corners[(side + 1) % 4] ?? [r, c];
        const [here, there] = [at(r, c), at(r2, c2)];
        if (here < level === there < level) return [];
        const share = (level - here) / (there - here);
        return [[(c + (c2 - c) * share - 1) * CELL, (r + (r2 - r) * share - 1) * CELL]];
      });
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const [from, to] = [crossings[pair], crossings[pair + 1]];
        if (from && to) found.push([from, to]);
      }
    }
  }
  return found;
}

const key = ([x, y]: Spot) => `${x.toFixed(3)},${y.toFixed(3)}`;

/** Puts segments that share an end into one line. */
function joined(pieces: [Spot, Spot][]): Spot[][] {
  const ends = new Map<string, [Spot, Spot][]>();
  for (const piece of pieces)
    for (const end of piece) ends.set(key(end), [...(ends.get(key(end)) ?? []), piece]);
  const used = new Set<[Spot, Spot]>();

  function follow(line: Spot[]): Spot[] {
    for (;;) {
      const last = line.at(-1);
      const next = last && ends.get(key(last))?.find((piece) => !used.has(piece));
      if (!next) return line;
      used.add(next);
      line.push(key(next[0]) === key(last) ? next[1] : next[0]);
    }
  }

  return pieces.flatMap((piece) => {
    if (used.has(piece)) return [];
    used.add(piece);
    const forward = follow([...piece]);
    return [follow(forward.reverse())];
  });
}

/** Curves through the middles of a line's pieces, so that the cells do not show. */
function smooth(line: Spot[]): string {
  const write = (spot: Spot) => spot.map((value) => value.toFixed(1)).join(' ');
  const [first, ...rest] = line;
  const last = rest.pop();
  if (!first || !last) return '';
  const curves = rest.map((spot, at) => {
    const next = rest[at + 1] ?? last;
    return `Q${write(spot)} ${write([(spot[0] + next[0]) / 2, (spot[1] + next[1]) / 2])}`;
  });
  return `M${write(first)}${curves.join('')}L${write(last)}`;
}
