// Finding text as people type it: without regard to accents and capitals.

/** Where `text` holds `wanted`, as start and end in `text`; at the start of a word first. Null when it does not. */
export function findFolded(text: string, wanted: string): [number, number] | null {
  const signs = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  const folded = signs.map((sign) => fold(sign.segment));
  const needle = fold(wanted.trim());
  if (!needle) return null;
  const starts = folded.map((_, at) => at);
  const wordStarts = starts.filter((at) => at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ''));
  for (const at of [...wordStarts, ...starts]) {
    const end = matchEnd(folded, at, needle);
    if (end !== null) return [signs[at]?.index ?? 0, signs[end]?.index ?? text.length];
  }
  return null;
}

/** The sign after the match that begins at `at`; one sign may fold to several letters, as in "ß". */
function matchEnd(folded: string[], at: number, needle: string): number | null {
  let seen = '';
  for (let next = at; next < folded.length; next++) {
    seen += folded[next];
    if (seen.startsWith(needle)) return next + 1;
    if (!needle.startsWith(seen)) return null;
  }
  return null;
}

/** Whether a word of the text begins with this. Chinese runs its words together, so there it may stand anywhere. */
export function beginsWord(text: string, wanted: string): boolean {
  const found = findFolded(text, wanted);
  if (!found) return false;
  return !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, found[0])) || /\p{Script=Han}/u.test(wanted);
}

/** Small letters without their accents. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
