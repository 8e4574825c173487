// Reads the text line in which points are typed: "bl17 bl; du20, 足三里".
/** As it is typed or switched: the midline and groups need no word. */
export type TypedSide = 'left' | 'right' | 'both';

/** One point that is asked for, and the side if it was typed behind a code. */
export type Wanted = { text: string; side: TypedSide | null };

const separators = /[;,；，、\n]/;

const sides: Record<string, TypedSide> = {
  l: 'left',
  left: 'left',
  r: 'right',
  right: 'right',
  b: 'both',
  bl: 'both',
  'b/l': 'both',
  both: 'both',
};

/** A code, as in "st36", "ub 60" and "ex-hn 3". */
const code = /^[a-z]{1,5}(?:-[a-z]{1,2})?[\s.-]*\d{1,2}(?=\s|$)/i;
/** One that is on its way: more letters might be the beginning of a name. */
const begun = /^[a-z]{2}$/i;

/** Every point of the line, in order. */
export function readLine(line: string): Wanted[] {
  return line
    .split(separators)
    .flatMap(wanted)
    .filter(({ text }) => text !== '');
}

/** The point that is being typed: what stands last. */
export function lastOf(line: string): Wanted {
  return wanted(line.split(separators).at(-1) ?? '').at(-1) ?? { text: '', side: null };
}

/** Codes need no separator, and a side is for all that stand before it: "li4 lr3 bl". Anything else is one point. */
function wanted(piece: string): Wanted[] {
  const whole = piece.trim();
  const found: Wanted[] = [];
  let sided = 0;
  let rest = whole;
  while (rest) {
    const [next] = code.exec(rest) ?? /^\S+/.exec(rest) ?? [rest];
    const side = sides[next.toLowerCase()];
    if (code.test(next)) found.push({ text: next, side: null });
    else if (side && sided < found.length) {
      for (const each of found.slice(sided)) each.side = side;
      sided = found.length;
    } else if (found.length && begun.test(rest)) found.push({ text: rest, side: null });
    else return [{ text: whole, side: null }];
    rest = rest.slice(next.length).trimStart();
  }
  return found;
}
