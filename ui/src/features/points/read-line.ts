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

/** Every point of the line, in order. */
export function readLine(line: string): Wanted[] {
  return line
    .split(separators)
    .map(wanted)
    .filter(({ text }) => text !== '');
}

/** The point that is being typed: what stands behind the last separator. */
export function lastOf(line: string): Wanted {
  return wanted(line.split(separators).at(-1) ?? '');
}

function wanted(piece: string): Wanted {
  const text = piece.trim();
  // Only behind a number: "zu san l" is on its way to "zu san li".
  const sided = /^(.*\d)\s+(\S+)$/.exec(text);
  const side = sides[sided?.[2]?.toLowerCase() ?? ''];
  return side && sided?.[1] ? { text: sided[1], side } : { text, side: null };
}
