// Finding text as people type it: without regard to accents and capitals.

/** Where `text` holds `wanted`, as start and end in `text`; at the start of a word first. Null when it does not. */
export function findFolded(text: string, wanted: string): [number, number] | null {
  const signs = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  const folded = signs.map((sign) => plain(sign.segment));
  const needle = plain(wanted.trim());
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

/** Letters that have no accent to take off but that people type without, as the core looks for them (`folding.rs`). */
const LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ɗ: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ƙ: 'k',
  ə: 'e',
  ɓ: 'b',
  ƴ: 'y',
};

/** Small letters without their accents. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** The same in the letters, digits and marks of a plain keyboard, for what is looked for. */
function plain(text: string): string {
  // "I" is the same letter to whoever looks for it, whatever the language.
  const small = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = [...small].map((sign) => LETTERS[sign] ?? digit(sign)).join('');
  return letters.replace(/[’‘ʻʼ`]/g, "'").replace(/[\u2010-\u2015]/g, '-');
}

/** Where the digits of a script begin: Arabic, Persian and Urdu, Devanagari. */
const ZEROS = [0x0660, 0x06f0, 0x0966];

/** The digits of a number, and nothing else, whichever script they are written in. */
export function figures(text: string): string {
  return [...text.normalize('NFKC')].map(digit).join('').replace(/\D/g, '');
}

function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? sign : String(code - zero);
}
